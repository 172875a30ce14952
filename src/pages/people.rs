//! Everybody who takes part.

use agenda::model::Person;

use crate::components::card::counted;
use crate::components::nothing::Nothing;
use crate::components::page_title::PageTitle;
use crate::platform::letters;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::use_agenda;

/// The list of people, in order of their names.
#[component]
pub fn People() -> impl IntoView {
    let people = use_agenda().people_by_name(letters::decompose);
    let list = if people.is_empty() {
        let words = "Nobody is named yet. Who leads a session or gives a talk stands here once that is known.";
        view! { <Nothing words page=Page::Programme way="See what is planned"/> }
    } else {
        let people = people.into_iter().map(|person| view! { <Entry person/> });
        view! { <ul class="people">{people.collect_view()}</ul> }
    };
    view! {
        <PageTitle page=Page::People/>
        <h1>{"People"}</h1>
        {list}
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
                <a class="person__name" href=href dir="auto">{person.name.to_string()}</a>
                {affiliation.map(|words| view! { <p class="aside" dir="auto" lang=agenda.lang()>{words.to_string()}</p> })}
                {(!facts.is_empty()).then(|| view! { <p class="aside">{facts.join(", ")}</p> })}
            </div>
        </li>
    }
}
