//! Everybody who takes part.

use crate::agenda::model::Person;
use crate::components::card::counted;
use crate::markup::{Element, Node, el, link, list};
use crate::route::Route;
use crate::state::App;

/// The list of people, by last name.
pub fn people(app: App) -> Node {
    let people = app.agenda.people_by_name().into_iter().map(|person| entry(app, person));
    Node::Many(vec![el("h1").text("People").into(), list("people", people).into()])
}

fn entry(app: App, person: &'static Person) -> Element {
    let name = link(app.places.href(Route::Person(person.id.to_string())), &*person.name).class("person__name");
    let leads = app.agenda.sessions_led_by(person).count();
    let talks = app.agenda.talks_by(person).count();
    let facts: Vec<String> = [counted(leads, "session"), counted(talks, "talk")].into_iter().flatten().collect();
    let affiliation = person.affiliation.as_deref().map(|words| el("p").class("aside").text(words));
    el("div").class("person").with(name).with(affiliation).with(el("p").class("aside").text(facts.join(", ")))
}
