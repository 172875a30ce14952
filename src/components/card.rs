//! A session in a list.

use super::badges::badges;
use super::clash::clash;
use super::toggle::star;
use super::when::when;
use crate::agenda::model::{Session, Status};
use crate::markup::{Element, el, link, list};
use crate::route::Route;
use crate::state::App;

/// Whether cards name the day: not where a heading above them does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// They do.
    Yes,
    /// A heading does.
    No,
}

/// A session with its times, what it belongs to, who leads it, what it clashes
/// with, and its star.
pub fn card(app: App, session: &'static Session, dated: Dated) -> Element {
    card_with(app, session, dated, star(app, session))
}

/// The same with a star that is given.
pub fn card_with(app: App, session: &'static Session, dated: Dated, star: Element) -> Element {
    let cancelled = if session.status == Status::Cancelled { "card--cancelled" } else { "" };
    let title = link(app.places.href(Route::Session(session.id.to_string())), &*session.title);
    let day = (dated == Dated::Yes).then(|| el("p").class("card__day").text(app.agenda.day_of(session).long()));
    let time = el("div").class("card__time").with(day).with(when(app, session));
    let body = el("div")
        .class("card__body")
        .with(el("h3").class("card__title").with(title))
        .with(facts(app, session))
        .with(badges(app, session))
        .with(clash(app, session));
    el("article").class(format!("card {} {cancelled}", app.agenda.hue_class(session))).with(time).with(body).with(star)
}

/// Where a session is, who leads it, and what of it can be watched.
pub fn facts(app: App, session: &'static Session) -> Element {
    let people = session.people.iter().filter_map(|part| app.agenda.person(&part.person));
    let people: Vec<&str> = people.map(|person| &*person.name).collect();
    let facts = [
        app.agenda.room_of(session).map(|room| room.title.to_string()),
        (!people.is_empty()).then(|| people.join(", ")),
        counted(session.talks.len(), "talk"),
        counted(session.recordings.len(), "recording"),
    ];
    el("p").class("card__facts").each(facts.into_iter().flatten().map(|fact| el("span").text(fact)))
}

/// Sessions as a list of cards.
pub fn cards(app: App, sessions: &[&'static Session], dated: Dated) -> Element {
    list("cards", sessions.iter().map(|session| card(app, session, dated)))
}

/// As in `5 talks`; nothing for none.
pub fn counted(number: usize, noun: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        more => Some(format!("{more} {noun}s")),
    }
}
