//! Credits, privacy, access, the data, and what changed in the programme.

use crate::agenda::calendar::Feed;
use crate::components::calendar::{calendar, feeds};
use crate::components::forget::forget;
use crate::components::links::anchor;
use crate::components::notices::CHANGES;
use crate::components::prose::prose;
use crate::markup::{Element, Node, el, link, section};
use crate::state::App;

/// The page about the app and its data.
pub fn about(app: App) -> Node {
    Node::Many(vec![
        el("h1").text("About").into(),
        event(app).into(),
        privacy(app).into(),
        access().into(),
        data(app).into(),
        calendars(app).into(),
        changes(app).into(),
    ])
}

fn event(app: App) -> Element {
    let event = app.agenda.event();
    let organiser = event.organiser.as_ref();
    let organiser = organiser.map(|organiser| el("p").text(format!("{} was organised by {organiser}.", event.title)));
    let site = event.url.as_ref().map(|href| el("p").with(anchor(app, href, "The official site")));
    let credits = paragraph(
        "Shown with Meridian, an agenda app for events whose people are spread across time zones. \
         Its code is free to use under the MIT or the Apache 2.0 licence. The drawings are made by the app itself.",
    );
    section("The event and this app").with(organiser).with(site).with(credits)
}

fn privacy(app: App) -> Element {
    let keys = [
        ("star/…", "each session you starred"),
        ("maybe/…", "each of those that you may or may not go to"),
        ("note/…", "what you noted about a session"),
        ("lead/…", "how long before a session your calendar reminds you"),
        ("known/…", "what a session was when you starred it, so that a change can be told"),
        ("watched/…", "each talk or recording you marked as watched"),
        ("set/clock", "on whose clocks times are shown"),
        ("set/hours", "how hours are counted"),
        ("set/colours", "light or dark"),
        ("aside/…", "a copy of anything kept here that could not be read"),
    ];
    let keys = keys.map(|(key, words)| (format!("meridian/{}/{key}", app.agenda.event().id), words));
    let cache = ("meridian …".to_owned(), "a copy of this site, so that it works offline");
    let rows = keys.into_iter().chain([cache]).map(|(key, words)| {
        let key = el("code").text(key);
        el("tr").with(el("th").attr("scope", "row").with(key)).with(el("td").text(words))
    });
    section("Privacy")
        .with(paragraph(
            "There is no account, no cookie and no server that knows you. Nothing is fetched from anyone else \
             until you press play on a video or follow a link. What you star, note and set stays in this browser:",
        ))
        .with(el("table").class("keys").with(el("tbody").each(rows)))
        .with(forget(app))
}

fn access() -> Element {
    section("Accessibility")
        .with(paragraph(
            "Every page is built to meet WCAG 2.2, level AA, with a contrast of at least 7:1 for text. All of it works \
             by keyboard and with a screen reader, at twice the text size, in light, dark and forced colours, \
             and without motion where your device asks for that.",
        ))
        .with(paragraph(
            "Videos are shown in the player of whoever hosts them. That player is a third party’s: we choose its \
             size and title, and cannot answer for how accessible it is. A link to the video’s own page stands \
             beside each.",
        ))
}

fn data(app: App) -> Element {
    let revision = app.agenda.revision();
    let published = app.agenda.venue().local(revision.published).date.day_month_year();
    let words = format!("This is revision {} of the programme, published on {published}.", revision.number.0);
    let file = link(app.places.file("/agenda.json"), "The whole programme as one file");
    section("The data").with(el("p").text(words)).with(el("p").with(file))
}

fn calendars(app: App) -> Option<Element> {
    let words = "The programme for your own calendar. Each day, theme, session and person has one on its page, too.";
    let feed = Feed::All;
    let section = || section("Calendars").with(paragraph(words)).with(calendar(app, feed)).with(feeds(app));
    feed.has_any(app.agenda).then(section)
}

fn changes(app: App) -> Element {
    let changes = app.agenda.revision().changes.iter().rev().map(|change| {
        let date = app.agenda.date_of(change.at);
        let source = change.source.as_ref().map(|href| el("p").class("aside").with(anchor(app, href, "Source")));
        el("li").with(el("h3").text(date.day_month_year())).with(prose(app, &change.text)).with(source)
    });
    section("What changed in the programme").attr("id", CHANGES).with(el("ol").class("history").each(changes))
}

fn paragraph(words: &'static str) -> Element {
    el("p").class("prose").text(words)
}
