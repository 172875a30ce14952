//! A warning that clocks change during the event.

use crate::agenda::clock::shift_words;
use crate::agenda::zone::Shift;
use crate::markup::{Node, el, live};
use crate::state::App;
use crate::state::times::{Face, Shown};

/// Says when the clocks of a shown zone change while the event runs.
pub fn shift_notice(app: App) -> Node {
    live(move || {
        let shown = app.times.shown();
        let Some(running) = app.agenda.running() else { return Vec::new() };
        let shifts = shown.faces.iter().flat_map(|face| {
            let shifts = face.zone.shifts_in(running);
            shifts.map(|shift| el("p").class("shift").text(words(&shown, face, shift)).into())
        });
        shifts.collect()
    })
}

fn words(shown: &Shown, face: &Face, shift: Shift) -> String {
    let wall = shift.at.local(shift.before);
    format!(
        "Clocks in {} {} on {} at {}. Times after that are already given in the new time.",
        face.city(),
        shift_words(shift.before, shift.after),
        wall.date.long(),
        shown.cycle.time(wall.minute),
    )
}
