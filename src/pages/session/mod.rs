//! A session: when, what for, with whom, and what there is to watch.

pub mod hours;
pub mod story;

use crate::agenda::model::Session;
use crate::components::badges::badges;
use crate::components::links::link_list;
use crate::components::notes::notes;
use crate::components::prose::{prose, prose_inline};
use crate::components::share::share;
use crate::markup::{Element, Node, el, list, section};
use crate::route::Route;
use crate::state::App;

/// The page of a session.
pub fn session(app: App, session: &'static Session) -> Node {
    let head = el("header")
        .class("session__head")
        .with(badges(app, session))
        .with(el("h1").text(&*session.title))
        .with(session.summary.as_ref().map(|text| prose(app, text)));
    let side = el("div")
        .class("session__side")
        .with(hours::hours(app, session))
        .each(notes(app, &session.notes))
        .with(hours::elsewhere(app, session))
        .with(changes(app, session))
        .with(hand_on(app, session));
    let links = link_list(app, &session.links);
    let main = el("div")
        .class("session__main")
        .each(story::story(app, session))
        .with(links.map(|links| section("Documents and links").with(links)));
    el("div")
        .class(format!("session {}", app.agenda.hue_class(session)))
        .with(head)
        .with(side)
        .with(main)
        .with(neighbours(app, session))
        .into()
}

/// The ways to hand on its address.
fn hand_on(app: App, session: &'static Session) -> Element {
    let address = move || app.places.whole(Route::Session(session.id.to_string()), String::new());
    share("Share this session", session.title.to_string(), address)
}

/// What changed about it, oldest first.
fn changes(app: App, session: &'static Session) -> Option<Element> {
    let changes = app.agenda.changes_of(session).map(|change| {
        let date = app.agenda.date_of(change.at);
        let mut words: Vec<Node> = vec![el("strong").text(date.day_month()).into(), " ".into()];
        words.extend(prose_inline(app, &change.text));
        Node::Many(words)
    });
    let changes: Vec<Node> = changes.collect();
    let summary = el("summary").text("What changed");
    (!changes.is_empty()).then(|| el("details").class("changes").with(summary).with(list("", changes)))
}

/// The session before and the one after.
fn neighbours(app: App, session: &'static Session) -> Element {
    let (before, after) = app.agenda.neighbours(session);
    let way = |words: &'static str, to: Option<&'static Session>| {
        to.map(|to| {
            let aside = el("span").class("aside").text(words);
            let href = app.places.href(Route::Session(to.id.to_string()));
            el("a").attr("href", href).with(aside).text(" ").text(&*to.title)
        })
    };
    let nav = el("nav").class("neighbours").attr("aria-label", "Sessions before and after");
    nav.with(way("Previous", before)).with(way("Next", after))
}
