//! The way of sessions into the visitor's own calendar: a file, a subscription,
//! and for a single session the forms of others.

use super::card::counted;
use crate::agenda::calendar::{Calendar, Feed, MEDIA_TYPE, google, outlook, write};
use crate::agenda::model::Session;
use crate::agenda::site::under;
use crate::browser::{IS_LIVE, file, navigation};
use crate::markup::{Element, Node, button, el, link, list, live};
use crate::state::App;

/// How the sessions of a feed get into a calendar.
pub fn calendar(app: App, feed: Feed<'static>) -> Element {
    unfolding("Add to calendar", ways(app, feed).into())
}

/// The same for a list that can be filtered: what is found can be saved, and
/// subscribed to where it is a feed of its own.
pub fn calendar_of_found(app: App, feed: Feed<'static>, found: Box<dyn Fn() -> Vec<&'static Session>>) -> Element {
    let parts = move || match feed.filtered(app.agenda, &app.places.filter()) {
        Some(feed) => ways(app, feed).into(),
        None => saved_alone(app, found()),
    };
    unfolding("Add to calendar", live(parts))
}

/// Every calendar of the site but those of single sessions and people.
pub fn feeds(app: App) -> Element {
    let items = Feed::common(app.agenda).into_iter().map(|feed| {
        let words = feed.words();
        let subscribe = address(app, feed).map(|address| {
            link(webcal(&address), "Subscribe").attr("aria-label", format!("Subscribe: {words}")).class("aside")
        });
        Node::Many(vec![link(app.places.file(&feed.path()), words).into(), " ".into(), subscribe.into()])
    });
    unfolding("Calendars of days, themes, kinds and rooms", list("links", items).into())
}

/// Saves sessions as a calendar with that title and file name (`mine.ics`),
/// each with an alarm so many minutes before it starts as `lead` says.
#[inline(never)]
pub fn save_sessions(app: App, words: &str, name: &str, sessions: &[&Session], lead: &dyn Fn(&Session) -> Option<u32>) {
    let title = format!("{}: {words}", app.agenda.event().title);
    let site = lasting_site(app);
    let calendar = Calendar { title: &title, site: site.as_deref(), feed: None };
    save(app, name, &write(app.agenda, &calendar, sessions, lead));
}

fn unfolding(summary: &'static str, inside: Node) -> Element {
    let ways = el("div").class("fold__inside").with(inside);
    el("details").class("fold calendar").with(el("summary").text(summary)).with(ways)
}

/// What can be done with a feed, each with what comes of it.
fn ways(app: App, feed: Feed<'static>) -> Vec<Node> {
    let own = match feed {
        Feed::Session(session) => Some(forms(app, session)),
        Feed::All | Feed::Day(_) | Feed::Theme(_) | Feed::Kind(_) | Feed::Room(_) | Feed::Person(_) => None,
    };
    let subscription = address(app, feed).map(|address| {
        let words = "Your calendar then follows the programme. If nothing opens, give it this address:";
        el("p").with(link(webcal(&address), "Subscribe")).text(" ").with(aside(words)).text(" ").with(
            // It can be selected, and pressed where the file is wanted as it is on the site.
            link(address.clone(), address).class("calendar__address"),
        )
    });
    vec![file_of(app, feed), subscription.into(), own.into()]
}

/// The file: made from the programme that is shown, or before the app is there the one of the site.
fn file_of(app: App, feed: Feed<'static>) -> Node {
    let words = "For any calendar, which shows it on your own clock. A later file updates an earlier one.";
    let way = if IS_LIVE {
        button("Save calendar file", move || {
            let path = feed.path();
            let name = path.rsplit('/').next().unwrap_or_default();
            save(app, name, &feed.file(app.agenda, lasting_site(app).as_deref()));
        })
    } else {
        link(app.places.file(&feed.path()), "Save calendar file").class("button")
    };
    el("p").with(way).text(" ").with(aside(words)).into()
}

/// What is found by a filter that is no feed.
fn saved_alone(app: App, found: Vec<&'static Session>) -> Node {
    let Some(count) = counted(found.len(), "session") else {
        return el("p").text("No session is found that could be added.").into();
    };
    let words = format!("Save {count} as calendar file");
    let save = button(words, move || save_sessions(app, &count, "selection.ics", &found, &|_| None));
    let note = "There is no subscription to a search; there is to a theme, a kind or a day.";
    el("p").with(save).text(" ").with(aside(note)).into()
}

/// The forms of Google and Microsoft.
fn forms(app: App, session: &'static Session) -> Element {
    let site = lasting_site(app);
    let form = |href, words: &'static str| link(href, words).attr("rel", "noopener noreferrer");
    el("p")
        .with(form(google(app.agenda, site.as_deref(), session), "Google Calendar"))
        .text(" · ")
        .with(form(outlook(app.agenda, site.as_deref(), session), "Outlook.com"))
        .text(" ")
        .with(aside("Third parties: the one you choose learns of it, and later changes do not get there."))
}

fn aside(words: &'static str) -> Element {
    el("span").class("aside").text(words)
}

fn save(app: App, name: &str, text: &str) {
    file::save(&format!("{}-{name}", app.agenda.event().id), MEDIA_TYPE, text);
}

/// The address of a feed, when it is known: here, or else where the host says.
fn address(app: App, feed: Feed) -> Option<String> {
    let site = navigation::site().or_else(|| app.agenda.event().site())?;
    Some(under(&site, &feed.path()))
}

/// Where entries lead back to: where the host says, or else here.
fn lasting_site(app: App) -> Option<String> {
    app.agenda.event().site().or_else(navigation::site)
}

/// The address by which programs that know calendars subscribe.
fn webcal(address: &str) -> String {
    let rest = address.split_once(':').map_or(address, |(_, rest)| rest);
    format!("webcal:{rest}")
}
