//! A warning that clocks change during the event.

use agenda::clock::shift_words;
use agenda::time::words::long_date;
use agenda::zone::Shift;

use crate::prelude::*;
use crate::state::clocks::{Clock, Shown, use_clocks};
use crate::state::programme::use_agenda;

/// Says when the clocks of a shown zone change while the event runs.
#[component]
pub fn ShiftNotice() -> impl IntoView {
    let clocks = use_clocks();
    let running = use_agenda().running();
    view! {
        {move || {
            let shown = clocks.shown();
            let shifts = shown.clocks.iter().flat_map(|clock| {
                let shifts = running.into_iter().flat_map(|running| clock.zone.shifts_in(running).collect::<Vec<_>>());
                shifts.map(|shift| view! { <p class="shift">{words(&shown, clock, shift)}</p> })
            });
            shifts.collect_view()
        }}
    }
}

fn words(shown: &Shown, clock: &Clock, shift: Shift) -> String {
    let wall = shift.at.with_timezone(&shift.before);
    format!(
        "Clocks in {} {} on {} at {}. Times after that are already given in the new time.",
        clock.city(),
        shift_words(shift.before, shift.after),
        long_date(wall.date_naive()),
        shown.cycle.time(wall.time()),
    )
}
