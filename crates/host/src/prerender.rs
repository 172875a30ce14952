//! Makes every page of the site beforehand, from the very components that a
//! browser shows: without a clock, a visitor or storage.

use reactive_graph::owner::Owner;

use super::html::html;
use agenda::Agenda;
use crate::pages::frame::frame;
use crate::pages::page;
use meridian::routes::{Place, Route};
use crate::state::places::Places;
use crate::state::{App, State};

/// The way up to the top of the site, by how many folders deep a page lies.
const WAYS_UP: [&str; 3] = ["./", "../", "../../"];

/// Makes pages of one agenda.
pub struct Prerender {
    agenda: &'static Agenda,
    /// What pages are made from, by how many folders deep they lie.
    states: Vec<App>,
    /// What the states live in.
    owner: Owner,
}

impl Prerender {
    /// Gets ready to make the pages of an agenda.
    pub fn new(agenda: &'static Agenda) -> Self {
        let owner = Owner::new();
        let state = |base: &&str| State::start(agenda, Places::new(base, Place::at(Route::Home)), None);
        let states = owner.with(|| WAYS_UP.iter().map(state).collect());
        Self { agenda, states, owner }
    }

    /// Every page that there is.
    pub fn routes(&self) -> Vec<Route> {
        let agenda = self.agenda;
        let fixed = [Route::Home, Route::Programme, Route::Watch, Route::People, Route::Mine, Route::About];
        let days = agenda.days().into_iter().map(Route::Day);
        let themes = agenda.themes().iter().map(|theme| Route::Theme(theme.id.to_string()));
        let sessions = agenda.sessions().iter().map(|session| Route::Session(session.id.to_string()));
        let people = agenda.people().iter().map(|person| Route::Person(person.id.to_string()));
        fixed.into_iter().chain(days).chain(themes).chain(sessions).chain(people).collect()
    }

    /// What stands in the body of a page; its links are relative to the page.
    pub fn body(&self, route: &Route) -> String {
        let Some(app) = self.states.get(depth(route)) else { return String::new() };
        // What the components of a page made lives until the page is written.
        let owner = self.owner.child();
        let written = owner.with(|| {
            app.places.arrive(Place::at(route.clone()));
            html(frame(app, page(app, route)))
        });
        owner.cleanup();
        written
    }
}

/// The way up from a page to the top of the site, such as `../../`.
pub fn way_up(route: &Route) -> &'static str {
    WAYS_UP.get(depth(route)).unwrap_or(&"/")
}

/// How many folders deep a page lies.
fn depth(route: &Route) -> usize {
    route.path().split('/').filter(|step| !step.is_empty()).count()
}
