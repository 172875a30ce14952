//! One page per route: each composes components and computes nothing itself.

mod about;
mod day;
mod home;
mod mine;
mod not_found;
mod people;
mod person;
mod programme;
mod session;
mod theme;
mod watch;

pub mod problem;
pub mod waiting;

use leptos::prelude::*;

use crate::agenda::Agenda;
use crate::route::Route;
use crate::state::App;

/// The page of a route.
pub fn page(app: App, route: &Route) -> AnyView {
    let agenda = app.agenda;
    let found = match route {
        Route::Home => Some(view! { <home::Home app /> }.into_any()),
        Route::Programme => Some(view! { <programme::Programme app /> }.into_any()),
        Route::Day(day) => {
            let day = *day;
            agenda.days().contains(&day).then(|| view! { <day::Day app day /> }.into_any())
        }
        Route::Theme(id) => agenda.theme(id).map(|theme| view! { <theme::ThemePage app theme /> }.into_any()),
        Route::Session(id) => {
            agenda.session(id).map(|session| view! { <session::SessionPage app session /> }.into_any())
        }
        Route::Watch => Some(view! { <watch::Watch app /> }.into_any()),
        Route::People => Some(view! { <people::People app /> }.into_any()),
        Route::Person(id) => agenda.person(id).map(|person| view! { <person::PersonPage app person /> }.into_any()),
        Route::Mine => Some(view! { <mine::Mine app /> }.into_any()),
        Route::About => Some(view! { <about::About app /> }.into_any()),
        Route::NotFound(_) => None,
    };
    found.unwrap_or_else(|| view! { <not_found::NotFound app /> }.into_any())
}

/// The title of a route's page, for the browser's tab and history.
pub fn title(agenda: &Agenda, route: &Route) -> String {
    let event = &*agenda.event().title;
    let page = match route {
        Route::Home => return event.to_owned(),
        Route::Programme => Some("Programme".to_owned()),
        Route::Day(day) => agenda.days().contains(day).then(|| day.long()),
        Route::Theme(id) => agenda.theme(id).map(|theme| theme.title.to_string()),
        Route::Session(id) => agenda.session(id).map(|session| session.title.to_string()),
        Route::Watch => Some("Watch".to_owned()),
        Route::People => Some("People".to_owned()),
        Route::Person(id) => agenda.person(id).map(|person| person.name.to_string()),
        Route::Mine => Some("My schedule".to_owned()),
        Route::About => Some("About".to_owned()),
        Route::NotFound(_) => None,
    };
    format!("{} · {event}", page.as_deref().unwrap_or("Page not found"))
}
