//! A person: which sessions they lead, and which talks they give.

use leptos::prelude::*;

use crate::agenda::model::Person;
use crate::components::card::Card;
use crate::components::talk::TalkItem;
use crate::state::App;

/// The page of a person.
#[component]
pub fn PersonPage(app: App, person: &'static Person) -> impl IntoView {
    let parts = app.agenda.sessions().iter().flat_map(|session| {
        let own = session.people.iter().filter(|part| part.person == person.id);
        own.map(move |part| (session, &*part.role))
    });
    let parts: Vec<_> = parts.collect();
    let talks: Vec<_> = app.agenda.talks().filter(|(_, talk)| talk.speakers.contains(&person.id)).collect();
    let (leads, speaks) = (!parts.is_empty(), !talks.is_empty());
    let parts = parts.into_iter().map(move |(session, role)| {
        view! { <li><p class="role">{role}</p><Card app session /></li> }
    });
    let talks = talks.into_iter().map(move |(session, talk)| view! { <li><TalkItem app session talk /></li> });
    view! {
        <h1>{&*person.name}</h1>
        <p class="lead">{person.affiliation.as_deref()}</p>
        {leads.then(|| view! { <section><h2>"Sessions"</h2><ul class="cards">{parts.collect_view()}</ul></section> })}
        {speaks.then(|| view! { <section><h2>"Talks"</h2><ul class="talks">{talks.collect_view()}</ul></section> })}
    }
}
