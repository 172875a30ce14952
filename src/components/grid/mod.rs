//! A day as a table: rooms across, time down.
//!
//! It is made once the app is live: a file shows the list. Its cells are light, as there can be hundreds.

pub mod cells;

use agenda::grid::{Grid, Place};
use agenda::model::Session;
use agenda::time::words::long_date;
use chrono::NaiveDate;

use super::card::counted;
use crate::platform::document;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::clocks::{Clock, Shown, use_clocks};
use crate::state::preferences::use_preferences;
use crate::state::programme::use_agenda;
use cells::Line;

/// The part of the page that scrolls.
const FRAME: &str = ".grid__frame";

/// The sessions of a day as a table, and the way back to columns that are hidden.
#[component]
pub fn DayGrid(
    /// The day.
    day: NaiveDate,
    /// Those that the filter lets through.
    found: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let (agenda, clocks, preferences) = (use_agenda(), use_clocks(), use_preferences());
    let whose = move || {
        let shown = clocks.shown();
        shown.clocks.first().map(|clock| format!("Hours in {} · {}", clock.city(), clock.whose_words()))
    };
    let table = move || {
        let shown = clocks.shown();
        let grid = Grid::new(agenda, day, &found.read(), shown.first(), &preferences.hidden());
        (!grid.rows.is_empty()).then(|| view! { <Table day grid shown/> })
    };
    // During the day it opens at the present.
    Effect::new(|| document::next_frame(|| document::scroll_inside(FRAME, ".grid__now")));
    view! {
        <div class="grid">
            <div class="grid__head">
                <p class="aside">{move || whose()}</p>
                <Hidden found/>
            </div>
            // It scrolls by itself, and so has to take the focus of a keyboard.
            <div class="grid__frame" role="region" tabindex="0" aria-label=format!("Grid of {}", long_date(day))>
                <div class="grid__inside">{move || table()}</div>
            </div>
        </div>
    }
}

/// How many columns are hidden on this day, and what shows them again.
#[component]
fn Hidden(
    /// The sessions of the day.
    found: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let (agenda, preferences) = (use_agenda(), use_preferences());
    let words = Memo::new(move |_| {
        let hidden = preferences.hidden();
        let places = Place::all_of(agenda, &found.read());
        let noun =
            if places.iter().any(|place| matches!(place, Place::Theme(_) | Place::NoTheme)) { "theme" } else { "room" };
        let number = places.iter().filter(|place| hidden.iter().any(|key| key == place.key())).count();
        counted(number, noun).map(|count| format!("{count} hidden"))
    });
    let show = move |_| {
        preferences.set_hidden(Vec::new());
        document::focus(FRAME);
    };
    view! {
        <p role="status">{move || words.get()}</p>
        <Show when=move || words.read().is_some()>
            <button type="button" class="button" on:click=show>
                {"Show all"}
            </button>
        </Show>
    }
}

#[component]
fn Table(
    /// The day.
    day: NaiveDate,
    /// What stands in it.
    grid: Grid<'static>,
    /// The clocks that are shown.
    shown: Shown,
) -> impl IntoView {
    let clock = shown.clocks.first().map(Clock::city).unwrap_or_default();
    let caption = format!("{}: rooms across, hours in {clock} down", long_date(day));
    let columns = grid.places.len().to_string();
    let sessions = grid.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.sessions);
    let shortest = sessions.map(|session| session.span().minutes()).min().unwrap_or(1).max(1).to_string();
    let heads = grid.places.iter().map(|place| view! { <Head place=*place/> }).collect_view();
    // The day before the first row is that of the event: another date is named.
    let mut date = day;
    let lines = grid.rows.into_iter().map(|row| {
        let local = shown.first().local(row.span.start).date_naive();
        let is_new = std::mem::replace(&mut date, local) != local;
        view! { <Line row shown=shown.clone() date=is_new.then_some(local)/> }
    });
    let lines = lines.collect_view();
    view! {
        <table class="grid__table" style:--columns=columns style:--shortest=shortest>
            <caption class="unseen">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col" class="grid__corner">
                        <span class="unseen">{"Time"}</span>
                    </th>
                    {heads}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
}

/// The head of a column: the way to its page, and what hides it.
#[component]
fn Head(
    /// What stands there.
    place: Place<'static>,
) -> impl IntoView {
    let (agenda, links, preferences) = (use_agenda(), use_links(), use_preferences());
    let page = match place {
        Place::Room(room) => Some(Page::Room(room.id.to_string())),
        Place::Theme(theme) => Some(Page::Theme(theme.id.to_string())),
        Place::Elsewhere | Place::NoTheme => None,
    };
    let title = place.title();
    let name = match page {
        Some(page) => view! { <a href=links.to(&page) dir="auto" lang=agenda.lang()>{title}</a> },
        None => view! { <span>{title}</span> },
    };
    let hide = move |_| {
        let mut hidden = untrack(|| preferences.hidden());
        hidden.push(place.key().to_owned());
        preferences.set_hidden(hidden);
        // The button is gone with its column.
        document::focus(FRAME);
    };
    view! {
        <th scope="col" class="grid__place">
            {name}
            <button type="button" class="grid__hide" on:click=hide>
                {"Hide "}
                <span class="unseen">{title}</span>
            </button>
        </th>
    }
}
