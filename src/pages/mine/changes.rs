//! How the programme has changed what I starred, and what is gone from it.

use crate::agenda::known::{Change, Known};
use crate::agenda::time::Span;
use crate::components::notices::CHANGES;
use crate::components::when::spoken;
use crate::markup::{Element, Node, button, el, link, list, section};
use crate::route::Route;
use crate::state::App;
use crate::state::schedule::Changed;

/// What has changed since I was told; nothing when all is as I know it.
pub(super) fn changes(app: App) -> Option<Element> {
    let all = app.changes();
    let every = (all.len() > 1).then(|| {
        let all = all.clone();
        el("p").with(button("I know about all of them", move || app.acknowledge(&all)))
    });
    let items: Vec<Node> = all.iter().map(|changed| one(app, changed).into()).collect();
    (!items.is_empty())
        .then(|| section("Changes").attr("id", CHANGES).class("changes").with(list("changes__list", items)).each(every))
}

/// What has changed about one session.
fn one(app: App, changed: &Changed) -> Element {
    let title = changed.session.map_or(&*changed.known.title, |session| &session.title);
    let name: Node = match changed.session {
        Some(_) => link(app.places.href(Route::Session(changed.id.clone())), title.to_owned()).into(),
        None => title.to_owned().into(),
    };
    let words = changed.changes.iter().map(|change| el("p").text(told(app, change, changed)));
    let label = format!("I know about the change: {title}");
    let known = changed.clone();
    let press = button("I know", move || app.acknowledge(std::slice::from_ref(&known))).attr("aria-label", label);
    el("article").class("change").with(el("h3").with(name)).each(words).with(press)
}

fn told(app: App, change: &Change, Changed { known, session, .. }: &Changed) -> String {
    let now = session.map(|session| Known::of(app.agenda, session));
    let span = |span: Span| spoken(app, span);
    let (moved_to, room, title) = now.map(|now| (span(now.span), now.room, now.title)).unwrap_or_default();
    match change {
        Change::Moved(from) => format!("Moved. It was {}; it is now {moved_to}.", span(*from)),
        Change::Room(from) => match (from.as_str(), room.as_str()) {
            ("", to) => format!("It is now in {to}."),
            (from, "") => format!("It is not in {from} any more; no room is named."),
            (from, to) => format!("It is now in {to} instead of {from}."),
        },
        Change::Renamed(from) => format!("It was called “{from}”; it is now “{title}”."),
        Change::Cancelled => format!("Cancelled. It would have been {}.", span(known.span)),
        Change::Tentative => "It is not certain any more.".to_owned(),
        Change::Confirmed => "It takes place after all.".to_owned(),
        Change::Vanished => {
            format!("The programme does not have it any more. It would have been {}.", span(known.span))
        }
        Change::Back => format!("It is back in the programme: {moved_to}."),
    }
}

/// Stars whose session is not in the programme: kept, and said, until I remove them.
pub(super) fn vanished(app: App) -> Option<Element> {
    let items = app.vanished().into_iter().map(|(id, known)| {
        let (title, was) = match known {
            Some(known) => (known.title, format!(" It would have been {}.", spoken(app, known.span))),
            None => (id.clone(), String::new()),
        };
        let label = format!("Remove {title}");
        let name = el("strong").text(title.clone());
        let remove = button("Remove", move || app.unstar(&id, &title)).attr("aria-label", label);
        Node::Many(vec![el("p").with(name).text(".").text(was).into(), remove.into()])
    });
    let items: Vec<Node> = items.collect();
    let words =
        "You starred these sessions, and the programme does not have them now. They stay here in case they return.";
    let found = !items.is_empty();
    found.then(|| {
        section("No longer in the programme").class("vanished").with(el("p").text(words)).with(list("links", items))
    })
}
