//! My schedule: what I starred, day by day, and the ways in and out.

mod backup;
mod changes;
mod shared;
mod take;

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use crate::agenda::clock::until;
use crate::agenda::model::Session;
use crate::agenda::phase::now_and_next;
use crate::agenda::picks::Shelf;
use crate::browser::IS_LIVE;
use crate::components::day::{days, my_day};
use crate::components::icon::{STAR, icon};
use crate::components::share::on_paper;
use crate::components::shift_notice::shift_notice;
use crate::components::timeline::{timeline, views};
use crate::components::watch_list::watch_list;
use crate::markup::{Element, Node, el, link, live};
use crate::route::{Route, View};
use crate::state::App;

/// The page of my schedule. A session whose star is taken away here stays in
/// sight until the visitor leaves, so that it can be starred again.
pub fn mine(app: App) -> Node {
    if !IS_LIVE {
        return Node::Many(vec![el("h1").text("My schedule").into(), beforehand(app).into()]);
    }
    shared::shared_or(app, move || own(app))
}

/// My own schedule.
fn own(app: App) -> Node {
    // What was starred at any time since the page is shown. (No memo: it would be the only one of lists of texts.)
    let seen = RwSignal::new(Vec::new());
    let see = move || {
        let mut all: Vec<String> = seen.get_untracked();
        let before = all.len();
        for id in app.kept.on(Shelf::Star) {
            if !all.contains(&id) {
                all.push(id);
            }
        }
        if all.len() > before {
            seen.set(all);
        }
    };
    let sessions = move || {
        let seen = seen.get();
        let sessions = app.agenda.sessions().iter().filter(move |session| seen.iter().any(|id| **id == *session.id));
        sessions.collect::<Vec<_>>()
    };
    let lasting = (!app.kept.is_lasting()).then(|| {
        el("p")
            .class("missing")
            .text("Your browser keeps nothing for this site: your schedule lasts until you close this page.")
    });
    let body = move || {
        let sessions = sessions();
        if sessions.is_empty() {
            return empty(app).into();
        }
        let lead = el("p").class("lead").live(move || next(app));
        let body = match app.places.view() {
            View::List => vec![days(app, &sessions, my_day).into(), watch_list(app)],
            View::Timeline => vec![timeline(app)],
        };
        Node::Many(vec![lead.into(), views(app).into(), shift_notice(app), body.into()])
    };
    Node::Many(vec![
        el("h1").text("My schedule").into(),
        lasting.into(),
        live(move || changes::changes(app)),
        live(move || {
            see();
            Node::Many(Vec::new())
        }),
        live(body),
        live(move || changes::vanished(app)),
        on_paper(app, move || take::whole(app)),
        take::take(app).into(),
    ])
}

/// What stands there until the app has looked into the visitor's storage.
fn beforehand(app: App) -> Element {
    let words = "Your schedule is kept in this browser and nowhere else, so this page is put together there, \
                 with JavaScript. ";
    let way = link(app.places.href(Route::Programme), "Every session is in the programme");
    el("p").class("lead").text(words).with(way).text(".")
}

/// What is on or comes next of what I starred.
fn next(app: App) -> String {
    let starred = app.agenda.sessions().iter().filter(|session| app.kept.has(Shelf::Star, &session.id));
    if app.kept.on(Shelf::Star).is_empty() {
        return "No star is left. What you took away stays in sight until you leave this page.".to_owned();
    }
    let Some(now) = app.clock.now() else { return String::new() };
    let found = now_and_next(starred, now);
    let titles = |sessions: &[&Session]| sessions.iter().map(|session| &*session.title).collect::<Vec<_>>().join("; ");
    match (found.now.as_slice(), found.next.as_slice()) {
        ([], []) => "All of it is over. What was recorded can be watched from the session pages.".to_owned(),
        ([], next @ [first, ..]) => format!("Next, {}: {}.", until(first.start, now), titles(next)),
        (now, _) => format!("On now: {}.", titles(now)),
    }
}

/// What to do while nothing is starred.
fn empty(app: App) -> Element {
    el("div")
        .class("empty")
        .with(icon(STAR))
        .with(el("p").text(
            "Nothing here yet. Press the star on any session, and it appears here with its time on your clock. \
             Your schedule stays in this browser; nobody else sees it.",
        ))
        .with(el("p").with(link(app.places.href(Route::Programme), "Choose from the programme").class("button")))
}
