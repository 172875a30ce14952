//! The way of sessions into the visitor's own calendar: a file, a subscription, and for a single
//! session the forms of others.

use agenda::calendar::{Calendar, Feed, MEDIA_TYPE, google, outlook, write};
use agenda::model::{Session, Status};
use agenda::site::under;

use super::card::counted;
use super::link_button::LinkButton;
use crate::platform::{file, page};
use crate::prelude::*;
use crate::routes::use_links;
use crate::state::address::use_address;
use crate::state::live::use_live;
use crate::state::programme::{use_agenda, use_programme};

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

/// What can be done with a feed, each with what comes of it.
#[component]
fn Ways(
    /// The feed.
    feed: Feed<'static>,
) -> impl IntoView {
    let agenda = use_agenda();
    let forms = match feed {
        // Their entries would not say that the session is cancelled.
        Feed::Session(session) => (session.status != Status::Cancelled).then(|| view! { <Forms session/> }),
        Feed::All | Feed::Day(_) | Feed::Theme(_) | Feed::Kind(_) | Feed::Room(_) | Feed::Person(_) => None,
    };
    let address = feed.is_file(agenda).then(|| view! { <Address feed/> });
    view! {
        <p>
            <Save feed/>
            " "
            <span class="aside">
                {"For any calendar, which shows it on your own clock. A later file updates an earlier one."}
            </span>
        </p>
        {address}
        {forms}
    }
}

/// Saves a feed: made from the programme that is shown, which may be newer than the site's file, or else the file.
#[component]
fn Save(
    /// The feed.
    feed: Feed<'static>,
) -> impl IntoView {
    let (agenda, programme) = (use_agenda(), use_programme());
    let words = "Save calendar file";
    let press = move |()| {
        let path = feed.path();
        let name = path.rsplit('/').next().unwrap_or_default();
        let sessions = programme.best(feed.sessions(agenda));
        save(agenda, name, &feed.file_of(agenda, lasting_site(agenda).as_deref(), &sessions));
    };
    if feed.is_file(agenda) {
        let href = use_links().file(&feed.path());
        view! { <LinkButton href class="button" press=Callback::new(press)>{words}</LinkButton> }
    } else {
        view! { <button type="button" class="button" on:click=move |_| press(())>{words}</button> }
    }
}

/// The link by which programs that know calendars subscribe, and the address behind it.
#[component]
fn Address(
    /// The feed.
    feed: Feed<'static>,
) -> impl IntoView {
    let address = use_feed_address(feed);
    view! {
        {move || {
            address().map(|address| {
                view! {
                    <p>
                        <a href=webcal(&address) rel="external">{"Subscribe"}</a>
                        " "
                        <span class="aside">
                            {"Your calendar then follows the programme; some calendars ask for it once or twice a day only. \
                              If nothing opens, give it this address:"}
                        </span>
                        " "
                        // It can be selected, and pressed where the file is wanted as it is on the site.
                        <a class="calendar__address" href=address.clone() rel="external">{address.clone()}</a>
                    </p>
                }
            })
        }}
    }
}

#[component]
fn Subscription(
    /// The feed.
    feed: Feed<'static>,
    /// The accessible name of the link.
    name: String,
) -> impl IntoView {
    let address = use_feed_address(feed);
    view! {
        {move || {
            address().map(|address| {
                view! {
                    <a class="aside" href=webcal(&address) rel="external" aria-label=name.clone()>{"Subscribe"}</a>
                }
            })
        }}
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

/// The forms of Google and Microsoft.
#[component]
fn Forms(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let (agenda, live) = (use_agenda(), use_live());
    // Files know where the site is served only where the agenda says so.
    let site = move || agenda.event().site().or_else(|| live.get().then(page::site).flatten());
    view! {
        <p>
            <a href=move || google(agenda, site().as_deref(), session) rel="noopener noreferrer external">
                {"Google Calendar"}
            </a>
            " · "
            <a href=move || outlook(agenda, site().as_deref(), session) rel="noopener noreferrer external">
                {"Outlook.com"}
            </a>
            " "
            <span class="aside">
                {"Third parties: the one you choose learns of it, and later changes do not reach it."}
            </span>
        </p>
    }
}

fn save(agenda: &agenda::Agenda, name: &str, text: &str) {
    file::save(&format!("{}-{name}", agenda.event().id), MEDIA_TYPE, text);
}

/// The address of a feed, when it is known: here, once the app is live, or else where the host says.
fn use_feed_address(feed: Feed<'static>) -> impl Fn() -> Option<String> + Clone + Send + 'static {
    let (agenda, live) = (use_agenda(), use_live());
    move || {
        let here = live.get().then(page::site).flatten();
        Some(under(&here.or_else(|| agenda.event().site())?, &feed.path()))
    }
}

/// Where entries lead back to: where the host says, or else here.
fn lasting_site(agenda: &agenda::Agenda) -> Option<String> {
    agenda.event().site().or_else(page::site)
}

/// The address by which programs that know calendars subscribe.
fn webcal(address: &str) -> String {
    let rest = address.split_once(':').map_or(address, |(_, rest)| rest);
    format!("webcal:{rest}")
}
