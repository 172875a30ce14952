//! What I noted about a session that I starred: maybe, a note, a reminder.

use super::toggle::toggle;
use crate::agenda::model::Session;
use crate::agenda::picks::{Key, Shelf};
use crate::agenda::time::duration;
use crate::markup::{Element, el};
use crate::state::App;

/// Minutes before a session that one may want to be reminded.
const LEADS: [u32; 6] = [5, 10, 15, 30, 60, 1_440];

/// The controls of a star; nothing for a session without one.
pub fn bookmark(app: App, session: &'static Session) -> Option<Element> {
    let id = session.id.to_string();
    app.kept.has(Shelf::Star, &id).then(|| {
        let pressed = id.clone();
        let press = move || app.kept.toggle(Shelf::Maybe, &pressed);
        let maybe = toggle(app, Shelf::Maybe, id, format!("Maybe: {}", session.title), press)
            .class("bookmark__maybe")
            .text("Maybe");
        el("div").class("bookmark").with(maybe).with(reminder(app, session)).with(note(app, session))
    })
}

/// The same on the page of a session, folded until it is wanted.
pub fn noted(app: App, session: &'static Session) -> Element {
    let unstarred = || el("p").class("aside").text("Star this session to note something about it.");
    el("details")
        .class("fold noted")
        .with(el("summary").text("My note and reminder"))
        .live(move || bookmark(app, session).unwrap_or_else(unstarred))
}

/// The reminder that a session has in the visitor's calendar, in minutes before its start.
pub fn lead(app: App, session: &Session) -> Option<u32> {
    app.kept.text(Shelf::Lead, &session.id)?.parse().ok()
}

fn reminder(app: App, session: &'static Session) -> Element {
    let chosen = lead(app, session);
    let option = |minutes: Option<u32>| {
        let words = minutes.map_or("No reminder".to_owned(), |minutes| match minutes {
            1_440 => "Reminder 1 day before".to_owned(),
            minutes => format!("Reminder {} before", duration(minutes.into())),
        });
        let value = minutes.map_or(String::new(), |minutes| minutes.to_string());
        el("option").attr("value", value).attr_if("selected", (minutes == chosen).then_some("")).text(words)
    };
    // One that another version of the app offered stays as it is.
    let other = chosen.filter(|minutes| !LEADS.contains(minutes));
    let leads = [None].into_iter().chain(LEADS.map(Some)).chain(other.map(Some));
    el("select")
        .class("bookmark__lead")
        .attr("aria-label", format!("Reminder in your calendar: {}", session.title))
        .each(leads.map(option))
        .on("change", move |minutes| say(app, Shelf::Lead, session, &minutes))
}

fn note(app: App, session: &'static Session) -> Element {
    let id = session.id.to_string();
    let text = move || Some(app.kept.text(Shelf::Note, &id).unwrap_or_default());
    el("textarea")
        .class("bookmark__note")
        .attr("rows", "1")
        .attr("placeholder", "A note for yourself")
        .attr("aria-label", format!("Your note: {}", session.title))
        .attr_live("value", text)
        .on("input", move |text| say(app, Shelf::Note, session, &text))
}

/// Keeps what was said about a session; nothing said is nothing kept.
fn say(app: App, shelf: Shelf, session: &Session, text: &str) {
    let text = Some(text.to_owned()).filter(|text| !text.trim().is_empty());
    app.kept.change(&[(Key::new(shelf, &session.id), text)]);
}
