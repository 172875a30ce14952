//! My schedule to take along: as a calendar, a file, or on paper.

use super::backup::backup;
use crate::agenda::model::Session;
use crate::agenda::picks::Shelf;
use crate::agenda::share::{MARK, encode};
use crate::browser::document;
use crate::components::bookmark::lead;
use crate::components::calendar::save_sessions;
use crate::components::share::share;
use crate::markup::{Element, button, el, section};
use crate::route::Route;
use crate::state::App;

/// The ways out of this browser, and back in.
pub(super) fn take(app: App) -> Element {
    section("Take it with you").class("take").with(calendar(app)).with(link(app)).with(paper()).with(backup(app))
}

fn calendar(app: App) -> Element {
    let save = move || {
        let is_starred = |session: &&Session| app.kept.has(Shelf::Star, &session.id);
        let sessions: Vec<&Session> = app.agenda.sessions().iter().filter(is_starred).collect();
        save_sessions(app, "My schedule", "my-schedule.ics", &sessions, &|session| lead(app, session));
    };
    let words = "A file that any calendar takes, with your reminders. Saved again and opened again, it updates what is \
                 there. Your schedule is in this browser alone, so a calendar cannot subscribe to it; to the \
                 programme, a day or a theme it can, from their pages.";
    part("Into my calendar", words).with(el("p").class("actions").with(button("Save for my calendar", save)))
}

/// The link that holds my schedule.
pub(super) fn whole(app: App) -> String {
    app.places.whole(Route::Mine, format!("{MARK}{}", encode(app.agenda, &app.kept.on(Shelf::Star))))
}

fn link(app: App) -> Element {
    let words = "A link and a QR code that hold all of it: for your phone, or for a friend who wants to compare. \
                 Notes stay here.";
    let title = format!("My schedule: {}", app.agenda.event().title);
    part("As a link", words).with(share("Share my schedule", title, move || whole(app)))
}

fn paper() -> Element {
    let words = "A page for each day, with your time beside the venue’s.";
    part("On paper", words).with(el("p").class("actions").with(button("Print", document::print)))
}

fn part(heading: &'static str, words: &'static str) -> Element {
    el("div").class("take__part").with(el("h3").text(heading)).with(el("p").text(words))
}
