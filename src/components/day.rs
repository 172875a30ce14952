//! A day of the programme or of my schedule: its heading, its band, its sessions.

use super::card::{Dated, cards};
use super::day_band::day_band;
use crate::agenda::model::Session;
use crate::agenda::time::Date;
use crate::markup::{Element, Node, el};
use crate::state::App;

/// A day with its sessions.
pub fn day(app: App, day: Date, sessions: &[&'static Session]) -> Element {
    let head = el("div").class("day__head").with(el("h2").text(day.long())).with(day_band(app, sessions.to_vec()));
    el("section").class("day").attr("id", day.to_string()).with(head).with(cards(app, sessions, Dated::No))
}

/// The days on which there are such sessions.
pub fn days(app: App, sessions: &[&'static Session]) -> Vec<Node> {
    let on = |date: Date| {
        let on_day = sessions.iter().copied().filter(|session| app.agenda.day_of(session) == date);
        on_day.collect::<Vec<_>>()
    };
    let days = app.agenda.days().into_iter().map(|date| (date, on(date)));
    days.filter(|(_, sessions)| !sessions.is_empty()).map(|(date, sessions)| day(app, date, &sessions).into()).collect()
}
