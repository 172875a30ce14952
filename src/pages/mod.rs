//! One page per route: each composes components and computes nothing itself.

pub mod about;
pub mod frame;
pub mod home;
pub mod mine;
pub mod not_found;
pub mod people;
pub mod person;
#[cfg(feature = "web")]
pub mod problem;
pub mod programme;
pub mod session;
pub mod theme;
pub mod watch;

use crate::agenda::Agenda;
use crate::markup::Node;
use crate::route::Route;
use crate::state::App;

/// The page of a route.
pub fn page(app: App, route: &Route) -> Node {
    let agenda = app.agenda;
    let found = match route {
        Route::Home => Some(home::home(app)),
        Route::Programme => Some(programme::programme(app)),
        Route::Day(day) => agenda.days().contains(day).then(|| programme::day(app, *day)),
        Route::Theme(id) => agenda.theme(id).map(|theme| theme::theme(app, theme)),
        Route::Session(id) => agenda.session(id).map(|session| session::session(app, session)),
        Route::Watch => Some(watch::watch(app)),
        Route::People => Some(people::people(app)),
        Route::Person(id) => agenda.person(id).map(|person| person::person(app, person)),
        Route::Mine => Some(mine::mine(app)),
        Route::About => Some(about::about(app)),
        Route::NotFound(_) => None,
    };
    found.unwrap_or_else(|| not_found::not_found(app))
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
