//! A day of the programme or of my schedule: its heading, its band, its sessions.

use std::cell::RefCell;
use std::rc::Rc;

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use super::bookmark::bookmark;
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
    // What is free, and a bell for when that changes. (A memo would be the only one of spans.)
    let (free, bell) = (Rc::new(RefCell::new(Vec::new())), RwSignal::new(false));
    let known = Rc::clone(&free);
    let look = move || {
        let now = gaps(app, day);
        if *known.borrow() != now {
            known.replace(now);
            bell.update(|bell| *bell = !*bell);
        }
        Node::Many(Vec::new())
    };
    let between = |from: Option<Instant>, until: Option<Instant>| {
        let free = Rc::clone(&free);
        live(move || {
            bell.track();
            let mut here: Vec<Node> = Vec::new();
            for one in free.borrow().iter().copied() {
                if from.is_none_or(|from| from <= one.start) && until.is_none_or(|until| one.start < until) {
                    here.push(el("li").with(gap(app, day, one)).into());
                }
            }
            here
        })
    };
    let mut items: Vec<Node> = vec![live(look)];
    let mut last = None;
    for &session in sessions {
        items.push(between(last, Some(session.start)));
        let noted = live(move || bookmark(app, session));
        items.push(el("li").with(card(app, session, Dated::No).with(noted)).into());
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
