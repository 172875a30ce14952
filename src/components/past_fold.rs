//! Days that are over while the event goes on: folded, so that what is to come stands first.

use agenda::phase::is_past_day;
use agenda::time::words::long_date;
use chrono::NaiveDate;

use super::unfolding::Unfolding;
use crate::prelude::*;
use crate::state::now::use_now;
use crate::state::programme::use_agenda;

/// A day of my schedule, folded once it is over.
#[component]
pub fn PastFold(
    /// The day.
    day: NaiveDate,
    /// What the page shows of it.
    children: ChildrenFn,
) -> impl IntoView {
    let (agenda, now) = (use_agenda(), use_now());
    let is_past = Memo::new(move |_| now.get().is_some_and(|now| is_past_day(agenda, day, now)));
    let children = StoredValue::new(children);
    let folded = move || {
        let summary = move || format!("{} is over", long_date(day)).into_any();
        view! { <Unfolding class="past" summary>{children.with_value(|children| children())}</Unfolding> }
    };
    view! { {move || if is_past.get() { folded() } else { children.with_value(|children| children()) }} }
}
