//! The two marks a visitor makes: the star that puts a session into my
//! schedule, and the tick on what was watched.

use super::icon::{STAR, TICK, icon};
use crate::agenda::model::Session;
use crate::agenda::picks::Shelf;
use crate::browser::document;
use crate::markup::{Element, el};
use crate::state::App;

/// A star for a session.
pub fn star(app: App, session: &'static Session) -> Element {
    star_of_class(app, session, "star")
}

/// A star for a session with its words beside it.
pub fn star_with_words(app: App, session: &'static Session) -> Element {
    star_of_class(app, session, "star star--labelled").with(el("span").text("My schedule"))
}

/// A star for a session, in a part of the page that is made anew when it is
/// pressed: the visitor goes on at the same star where that stands then.
pub fn star_in_place(app: App, session: &'static Session) -> Element {
    let press = move |_| {
        let back = document::keep_place();
        app.kept.toggle(Shelf::Star, &session.id);
        document::next_frame(back);
    };
    mark(app, Shelf::Star, session.id.to_string(), &name(session)).class("star").with(icon(STAR)).on("click", press)
}

/// A tick for the talk or recording that is kept under `id`.
pub fn watched(app: App, id: String, title: &str) -> Element {
    toggle(app, Shelf::Watched, id, &format!("Watched: {title}"))
        .class("watched")
        .with(icon(TICK))
        .with(el("span").text("Watched"))
}

fn star_of_class(app: App, session: &'static Session, class: &'static str) -> Element {
    toggle(app, Shelf::Star, session.id.to_string(), &name(session)).class(class).with(icon(STAR))
}

fn name(session: &Session) -> String {
    format!("My schedule: {}", session.title)
}

fn toggle(app: App, shelf: Shelf, id: String, name: &str) -> Element {
    let kept = id.clone();
    mark(app, shelf, id, name).on("click", move |_| app.kept.toggle(shelf, &kept))
}

/// A button that says whether something is kept.
fn mark(app: App, shelf: Shelf, id: String, name: &str) -> Element {
    el("button")
        .attr("type", "button")
        .attr("aria-label", name.to_owned())
        .attr_live("aria-pressed", move || Some(if app.kept.has(shelf, &id) { "true" } else { "false" }))
}
