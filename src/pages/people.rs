//! Everybody who takes part.

use leptos::prelude::*;

use crate::agenda::model::Person;
use crate::agenda::search::fold;
use crate::components::card::counted;
use crate::route::Route;
use crate::state::App;

/// The list of people, by last name.
#[component]
pub fn People(app: App) -> impl IntoView {
    let mut people: Vec<&Person> = app.agenda.people().iter().collect();
    people.sort_by_key(|person| last_name(person));
    let people = people.into_iter().map(move |person| {
        let href = app.places.href(Route::Person(person.id.to_string()));
        let sessions = app.agenda.sessions().iter();
        let leads = sessions.filter(|session| session.people.iter().any(|part| part.person == person.id)).count();
        let talks = app.agenda.talks().filter(|(_, talk)| talk.speakers.contains(&person.id)).count();
        let facts = [counted(leads, "session"), counted(talks, "talk")];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        view! {
            <li class="person">
                <a class="person__name" href=href>{&*person.name}</a>
                <span class="aside">{person.affiliation.as_deref()}</span>
                <span class="aside">{facts.join(", ")}</span>
            </li>
        }
    });
    view! {
        <h1>"People"</h1>
        <ul class="people">{people.collect_view()}</ul>
    }
}

/// The last word of a name, then the whole, folded; an organisation by its whole name.
fn last_name(person: &Person) -> (String, String) {
    let whole = fold(&person.name);
    let last = if person.organisation { None } else { whole.rsplit(' ').next() };
    (last.unwrap_or(&whole).to_owned(), whole.clone())
}
