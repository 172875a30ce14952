//! A person: which sessions they lead, and which talks they give.

use agenda::calendar::Feed;
use agenda::filter::Filter;
use agenda::model::{Person, Session};

use super::not_found::NotFound;
use super::page_of::PageOf;
use crate::components::calendar::FeedCalendar;
use crate::components::card::Card;
use crate::components::nothing::Nothing;
use crate::components::page_title::PageTitle;
use crate::components::talk::Talks;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::use_agenda;

/// The page of a person.
#[component]
pub fn PersonPage() -> impl IntoView {
    view! { <PageOf parameter="id" page=page_of/> }
}

fn page_of(id: &str) -> AnyView {
    match use_agenda().person(id) {
        Some(person) => view! { <One person/> },
        None => view! { <NotFound/> },
    }
}

#[component]
fn One(
    /// The person.
    person: &'static Person,
) -> impl IntoView {
    let agenda = use_agenda();
    let led = |(session, role): (&'static Session, &'static str)| {
        view! {
            <li>
                <p class="role" dir="auto" lang=agenda.lang_of(session)>{role}</p>
                <Card session dated=true/>
            </li>
        }
    };
    let leads: Vec<_> = agenda.sessions_led_by(person).map(led).collect();
    let leads = (!leads.is_empty()).then(|| {
        view! {
            <section>
                <h2>{"Sessions"}</h2>
                <ul class="cards">{leads}</ul>
            </section>
        }
    });
    let talks: Vec<_> = agenda.talks_by(person).collect();
    let talks = (!talks.is_empty()).then(|| {
        view! {
            <section>
                <h2>{"Talks"}</h2>
                <Talks talks/>
            </section>
        }
    });
    let none = (leads.is_none() && talks.is_none()).then(|| {
        let words = "No session or talk of theirs is published yet.";
        view! { <Nothing words page=Page::Programme way="See the whole programme"/> }
    });
    let feed = Feed::Person(person);
    let filter = Filter { person: person.id.to_string(), ..Filter::default() };
    let listed = feed.has_any(agenda).then(|| {
        view! {
            <p class="aside">
                <a href=use_links().to_filtered(&Page::Programme, filter)>{"These sessions in the programme"}</a>
            </p>
        }
    });
    view! {
        <PageTitle page=Page::Person(person.id.to_string())/>
        <h1 dir="auto">{person.name.to_string()}</h1>
        {person.affiliation.as_ref().map(|words| view! { <p class="lead" dir="auto" lang=agenda.lang()>{words.to_string()}</p> })}
        {feed.has_any(agenda).then(|| view! { <FeedCalendar feed/> })}
        {listed}
        {none}
        {leads}
        {talks}
    }
}
