//! A person: which sessions they lead, and which talks they give.

use crate::agenda::calendar::Feed;
use crate::agenda::model::Person;
use crate::components::calendar::calendar;
use crate::components::card::{Dated, card};
use crate::components::talk::talks;
use crate::markup::{Node, el, list, section};
use crate::state::App;

/// The page of a person.
pub fn person(app: App, person: &'static Person) -> Node {
    let leads = app.agenda.sessions_led_by(person).map(|(session, role)| {
        Node::Many(vec![el("p").class("role").text(role).into(), card(app, session, Dated::Yes).into()])
    });
    let leads: Vec<Node> = leads.collect();
    let leads = (!leads.is_empty()).then(|| section("Sessions").with(list("cards", leads)));
    let speaks = app.agenda.talks_by(person).next();
    let speaks = speaks.map(|_| section("Talks").with(talks(app, app.agenda.talks_by(person))));
    let feed = Feed::Person(person);
    let add = feed.has_any(app.agenda).then(|| calendar(app, feed));
    Node::Many(vec![
        el("h1").text(&*person.name).into(),
        person.affiliation.as_deref().map(|words| el("p").class("lead").text(words)).into(),
        add.into(),
        leads.into(),
        speaks.into(),
    ])
}
