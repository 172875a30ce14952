//! Everybody who takes part.

use agenda::model::Person;

use crate::components::card::counted;
use crate::components::page_title::PageTitle;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::use_agenda;

/// The list of people, in order of their names.
#[component]
pub fn People() -> impl IntoView {
    let people = use_agenda().people_by_name().into_iter();
    view! {
        <PageTitle page=Page::People/>
        <h1>{"People"}</h1>
        <ul class="people">{people.map(|person| view! { <Entry person/> }).collect_view()}</ul>
    }
}

#[component]
fn Entry(
    /// The person.
    person: &'static Person,
) -> impl IntoView {
    let agenda = use_agenda();
    let href = use_links().to(&Page::Person(person.id.to_string()));
    let leads = counted(agenda.sessions_led_by(person).count(), "session");
    let talks = counted(agenda.talks_by(person).count(), "talk");
    let facts: Vec<String> = [leads, talks].into_iter().flatten().collect();
    let affiliation = person.affiliation.as_ref();
    view! {
        <li>
            <div class="person">
                <a class="person__name" href=href>{person.name.to_string()}</a>
                {affiliation.map(|words| view! { <p class="aside">{words.to_string()}</p> })}
                <p class="aside">{facts.join(", ")}</p>
            </div>
        </li>
    }
}
