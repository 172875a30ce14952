//! A day of the programme or of my schedule: its heading, its band, its sessions.

use reactive_graph::computed::Memo;
use reactive_graph::prelude::*;

use super::card::{Dated, card, cards};
use super::day_band::day_band;
use super::gap::{gap, gaps};
use crate::agenda::model::Session;
use crate::agenda::time::{Date, Instant};
use crate::markup::{Element, Node, el, live};
use crate::state::App;

/// A day with its sessions.
pub fn day(app: App, day: Date, sessions: &[&'static Session]) -> Element {
    framed(app, day, sessions, cards(app, sessions, Dated::No))
}

/// A day of my schedule: between its sessions stands what is free.
pub fn my_day(app: App, day: Date, sessions: &[&'static Session]) -> Element {
    let free = Memo::new(move |_| gaps(app, day));
    let between = move |from: Option<Instant>, until: Option<Instant>| {
        live(move || {
            let mut here: Vec<Node> = Vec::new();
            for one in free.get() {
                if from.is_none_or(|from| from <= one.start) && until.is_none_or(|until| one.start < until) {
                    here.push(el("li").with(gap(app, day, one)).into());
                }
            }
            here
        })
    };
    let mut items: Vec<Node> = Vec::new();
    let mut last = None;
    for session in sessions {
        items.push(between(last, Some(session.start)));
        items.push(el("li").with(card(app, session, Dated::No)).into());
        last = Some(session.start);
    }
    items.push(between(last, None));
    framed(app, day, sessions, el("ul").class("cards").each(items))
}

/// The days on which there are such sessions.
pub fn days(app: App, sessions: &[&'static Session], day: fn(App, Date, &[&'static Session]) -> Element) -> Vec<Node> {
    let on = |date: Date| {
        let on_day = sessions.iter().copied().filter(|session| app.agenda.day_of(session) == date);
        on_day.collect::<Vec<_>>()
    };
    let days = app.agenda.days().into_iter().map(|date| (date, on(date)));
    days.filter(|(_, sessions)| !sessions.is_empty()).map(|(date, sessions)| day(app, date, &sessions).into()).collect()
}

fn framed(app: App, day: Date, sessions: &[&'static Session], list: Element) -> Element {
    let head = el("div").class("day__head").with(el("h2").text(day.long())).with(day_band(app, sessions.to_vec()));
    el("section").class("day").attr("id", day.to_string()).with(head).with(list)
}
