//! A warning that clocks change during the event.

use leptos::prelude::*;

use crate::agenda::clock::shift_words;
use crate::agenda::zone::Shift;
use crate::state::App;
use crate::state::times::{Face, Shown};

/// Says when the clocks of a shown zone change while the event runs.
#[component]
pub fn ShiftNotice(app: App) -> impl IntoView {
    move || {
        let shown = app.times.shown();
        let running = app.agenda.running();
        let shifts = shown.faces.iter().flat_map(|face| {
            let shifts = running.map(|running| face.zone.shifts_in(running).collect::<Vec<_>>());
            shifts.unwrap_or_default().into_iter().map(|shift| words(&shown, face, shift))
        });
        shifts.map(|words| view! { <p class="shift">{words}</p> }).collect_view()
    }
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
