//! What can be done with a calendar: saved, subscribed to, and for a single session the forms of others.

use agenda::calendar::{Feed, google, outlook};
use agenda::model::{Session, Status};
use agenda::site::under;

use super::{lasting_site, save};
use crate::components::link_button::LinkButton;
use crate::platform::page;
use crate::prelude::*;
use crate::routes::use_links;
use crate::state::live::use_live;
use crate::state::programme::{use_agenda, use_programme};

/// What can be done with a feed, each with what comes of it.
#[component]
pub fn Ways(
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
pub fn Subscription(
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

/// The address of a feed, when it is known: here, once the app is live, or else where the host says.
fn use_feed_address(feed: Feed<'static>) -> impl Fn() -> Option<String> + Clone + Send + 'static {
    let (agenda, live) = (use_agenda(), use_live());
    move || {
        let here = live.get().then(page::site).flatten();
        Some(under(&here.or_else(|| agenda.event().site())?, &feed.path()))
    }
}

/// The address by which programs that know calendars subscribe.
fn webcal(address: &str) -> String {
    let rest = address.split_once(':').map_or(address, |(_, rest)| rest);
    format!("webcal:{rest}")
}
