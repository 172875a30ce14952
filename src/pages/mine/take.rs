//! My schedule to take along: as a calendar, a file, or on paper.

use super::backup::backup;
use crate::agenda::model::Session;
use crate::agenda::picks::Shelf;
use crate::browser::document;
use crate::components::bookmark::lead;
use crate::components::calendar::save_sessions;
use crate::markup::{Element, button, el, section};
use crate::state::App;

/// The ways out of this browser, and back in.
pub(super) fn take(app: App) -> Element {
    section("Take it with you").class("take").with(calendar(app)).with(paper()).with(backup(app))
}

fn calendar(app: App) -> Element {
    let save = move || {
        let is_starred = |session: &&Session| app.kept.has(Shelf::Star, &session.id);
        let sessions: Vec<&Session> = app.agenda.sessions().iter().filter(is_starred).collect();
        save_sessions(app, "My schedule", &sessions, |session| lead(app, session));
    };
    let words = "A file that any calendar takes, with your reminders. Saved again and opened again, it updates what is \
                 there. Your schedule is in this browser alone, so a calendar cannot subscribe to it; to the \
                 programme, a day or a theme it can, from their pages.";
    part("Into my calendar", words).with(el("p").class("actions").with(button("Save for my calendar", save)))
}

fn paper() -> Element {
    let words = "A page for each day, with your time beside the venue’s.";
    part("On paper", words).with(el("p").class("actions").with(button("Print", document::print)))
}

fn part(heading: &'static str, words: &'static str) -> Element {
    el("div").class("take__part").with(el("h3").text(heading)).with(el("p").text(words))
}
