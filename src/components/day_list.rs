//! A day of a large event, which is all that its programme page holds.

use agenda::model::Session;
use agenda::time::words::long_date;

use super::long_list::LongList;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::address::use_address;
use crate::state::now::use_now;
use crate::state::programme::use_agenda;

/// Today, or the first day of the event, and the way to the next; with a filter, what it lets through on any day.
#[component]
pub fn DayList(
    /// What the filter lets through.
    found: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let (agenda, address, links, now) = (use_agenda(), use_address(), use_links(), use_now());
    let is_filtered = Memo::new(move |_| !address.filter().is_empty());
    let days = StoredValue::new(agenda.days());
    let day = Memo::new(move |_| {
        let today = now.get().map(|now| agenda.day_then(now));
        days.with_value(|days| days.iter().find(|day| Some(**day) == today).or(days.first()).copied())
    });
    let of_day = Memo::new(move |_| day.get().map_or(Vec::new(), |day| agenda.sessions_on(day).collect()));
    let heading = move || day.get().map(long_date);
    let next = move || {
        let next = days.with_value(|days| days.iter().copied().find(|next| Some(*next) > day.get()))?;
        let href = links.to_filtered(&Page::Day(next), address.filter());
        Some(view! { <p class="day__next"><a href=href>{long_date(next)}</a></p> })
    };
    view! {
        <Show when=move || is_filtered.get() fallback=move || view! {
            <h2>{move || heading()}</h2>
            <LongList sessions=of_day/>
            {move || next()}
        }>
            <h2 class="unseen">{"Sessions"}</h2>
            <LongList sessions=found dated=true/>
        </Show>
    }
}
