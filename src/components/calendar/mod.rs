//! The way of sessions into the visitor's own calendar: a file, a subscription, and for a single
//! session the forms of others.

pub mod ways;

use agenda::calendar::{Calendar, Feed, MEDIA_TYPE, write};
use agenda::model::Session;

use super::card::counted;
use crate::platform::{file, page};
use crate::prelude::*;
use crate::routes::use_links;
use crate::state::address::use_address;
use crate::state::programme::use_agenda;
use ways::{Subscription, Ways};

/// How the sessions of a feed get into a calendar.
#[component]
pub fn FeedCalendar(
    /// The feed.
    feed: Feed<'static>,
) -> impl IntoView {
    view! { <Fold summary="Add to calendar"><Ways feed/></Fold> }
}

/// The same for a list that can be filtered: what is found can be saved, and subscribed to where it
/// is a feed of its own.
#[component]
pub fn FilteredCalendar(
    /// The feed of the whole list.
    feed: Feed<'static>,
    /// What the filter lets through.
    found: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let (agenda, address) = (use_agenda(), use_address());
    let parts = move || match feed.filtered(agenda, &address.filter()) {
        Some(feed) => view! { <Ways feed/> },
        None => view! { <SavedAlone sessions=found.get()/> },
    };
    view! { <Fold summary="Add to calendar">{move || parts()}</Fold> }
}

/// Every calendar of the site but those of single sessions and people.
#[component]
pub fn Feeds() -> impl IntoView {
    let (agenda, links) = (use_agenda(), use_links());
    let item = |feed: Feed<'static>| {
        let words = feed.words();
        let name = format!("Subscribe: {words}");
        view! {
            <li>
                <a href=links.file(&feed.path()) rel="external">{words}</a>
                " "
                <Subscription feed name/>
            </li>
        }
    };
    let items = Feed::common(agenda).into_iter().map(item).collect_view();
    view! {
        <Fold summary="Calendars of days, themes, kinds and rooms">
            <ul class="links">{items}</ul>
        </Fold>
    }
}

/// Saves sessions as a calendar with that title and file name (`mine.ics`), each with an alarm so
/// many minutes before it starts as `reminder` says.
pub fn save_sessions(
    agenda: &agenda::Agenda,
    words: &str,
    name: &str,
    sessions: &[&Session],
    reminder: &dyn Fn(&Session) -> Option<u32>,
) {
    let title = format!("{}: {words}", agenda.event().title);
    let site = lasting_site(agenda);
    let calendar = Calendar { title: &title, site: site.as_deref(), feed: None };
    save(agenda, name, &write(agenda, &calendar, sessions, reminder));
}

#[component]
fn Fold(
    /// What is always shown.
    summary: &'static str,
    /// What is folded.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="fold calendar">
            <summary>{summary}</summary>
            <div class="fold__inside">{children()}</div>
        </details>
    }
}

/// Saves what is found by a filter that is no feed.
#[component]
fn SavedAlone(
    /// What is found.
    sessions: Vec<&'static Session>,
) -> impl IntoView {
    let agenda = use_agenda();
    let Some(count) = counted(sessions.len(), "session") else {
        return view! { <p>{"No session matches, so there is nothing to add."}</p> };
    };
    let words = format!("Save {count} as calendar file");
    let save = move |_| save_sessions(agenda, &count, "selection.ics", &sessions, &|_| None);
    view! {
        <p>
            <button type="button" class="button" on:click=save>{words}</button>
            " "
            <span class="aside">{"A search has no subscription; a theme, a kind or a day has one."}</span>
        </p>
    }
}

fn save(agenda: &agenda::Agenda, name: &str, text: &str) {
    file::save(&format!("{}-{name}", agenda.event().id), MEDIA_TYPE, text);
}

/// Where entries lead back to: where the host says, or else here.
fn lasting_site(agenda: &agenda::Agenda) -> Option<String> {
    agenda.event().site().or_else(page::site)
}
