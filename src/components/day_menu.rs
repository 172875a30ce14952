//! The days of the programme as links, and the way to what is on.

use agenda::phase::{Season, now_and_next};
use agenda::time::next_day;
use chrono::NaiveDate;

use super::dated::Dated;
use super::day::anchor;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::address::use_address;
use crate::state::now::use_now;
use crate::state::programme::use_agenda;

/// The days as links that keep filter and view; during the event also the way to what is on.
#[component]
pub fn DayMenu() -> impl IntoView {
    let agenda = use_agenda();
    let day = |(day, words): (NaiveDate, String)| {
        let today = Dated::new(Some(agenda.start_of(day)), Some(agenda.start_of(next_day(day))));
        view! {
            <DayLink page=Page::Day(day) words>
                <span class="days__today" data-from=today.from() data-until=today.until() hidden=move || today.is_hidden()>
                    {"today"}
                </span>
            </DayLink>
        }
    };
    view! {
        <nav aria-label="Days">
            <ul class="days days--row">
                <NowLink/>
                {(!agenda.is_large()).then(|| view! { <DayLink page=Page::Programme words="All days"/> })}
                {agenda.named_days().into_iter().map(day).collect_view()}
            </ul>
        </nav>
    }
}

/// While the event runs, the way to the first session that is on, or else comes next.
#[component]
fn NowLink() -> impl IntoView {
    let (agenda, links, now) = (use_agenda(), use_links(), use_now());
    let turns = Season::turns(agenda);
    let dated = Dated::new(Some(turns.start), Some(turns.end));
    // A file leads to the programme: it does not know what is on.
    let href = move || {
        let first = now.get().and_then(|now| {
            let found = now_and_next(agenda.sessions().iter(), now);
            let session = found.now.first().or(found.next.first()).copied()?;
            Some(links.to_anchor(&Page::Day(agenda.day_at(session, now)), &anchor(session)))
        });
        first.unwrap_or_else(|| links.to(&Page::Programme))
    };
    view! {
        <li data-from=dated.from() data-until=dated.until() hidden=move || dated.is_hidden()>
            <a class="days__now" href=move || href()>{"Now"}</a>
        </li>
    }
}

#[component]
fn DayLink(
    /// Where it leads.
    page: Page,
    /// What it says.
    #[prop(into)]
    words: String,
    /// What stands behind the words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (address, links) = (use_address(), use_links());
    let page = StoredValue::new(page);
    let href = move || page.with_value(|page| links.to_view(page, address.view(), address.filter()));
    let current = move || page.with_value(|page| address.is_at(page)).then_some("page");
    view! {
        <li>
            <a href=move || href() aria-current=move || current()>{words} {children.map(|children| children())}</a>
        </li>
    }
}
