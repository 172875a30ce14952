//! A session in a list.

use leptos::prelude::*;

use super::badges::Badges;
use super::star::Star;
use super::when::When;
use crate::agenda::model::{Session, Status};
use crate::route::Route;
use crate::state::App;

/// A session with its times, what it belongs to, who leads it, and its star.
#[component]
pub fn Card(app: App, session: &'static Session) -> impl IntoView {
    let hue = app.agenda.hue_of(session).map(|hue| hue.class()).unwrap_or_default();
    let people = session.people.iter().filter_map(|part| app.agenda.person(&part.person));
    let people: Vec<&str> = people.map(|person| &*person.name).collect();
    let facts = [
        app.agenda.room_of(session).map(|room| room.title.to_string()),
        (!people.is_empty()).then(|| people.join(", ")),
        counted(session.talks.len(), "talk"),
        counted(session.recordings.len(), "recording"),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let cancelled = session.status == Status::Cancelled;
    view! {
        <article class=format!("card {hue}") class:card--cancelled=cancelled>
            <When app session />
            <div class="card__body">
                <h3 class="card__title">
                    <a href=app.places.href(Route::Session(session.id.to_string()))>{&*session.title}</a>
                </h3>
                <p class="card__facts">{facts.join(" · ")}</p>
                <Badges app session />
            </div>
            <Star app session />
        </article>
    }
}

/// As in `5 talks`; nothing for none.
pub fn counted(number: usize, noun: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        more => Some(format!("{more} {noun}s")),
    }
}
