//! Sessions held at the same time as one that is starred: told in a line, and
//! compared when that is opened.

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use super::badges::badges;
use super::card::facts;
use super::repeat::repeats;
use super::toggle::star_in_place;
use super::when::when;
use crate::agenda::model::Session;
use crate::agenda::plan::Clash;
use crate::agenda::time::duration;
use crate::markup::{Element, Node, el, link, live};
use crate::route::Route;
use crate::state::App;

/// What a session clashes with, while it is starred and does.
pub fn clash(app: App, session: &'static Session) -> Node {
    live(move || {
        let clashes = app.plan.clashes(session);
        words(&clashes).map(|words| unfolding("clash", words, move || compared(app, session, &clashes)))
    })
}

/// The same in words, for those who hear the page: said when the star is pressed.
pub fn said(app: App) -> Element {
    let words = move || app.plan.latest().and_then(|latest| words(&app.plan.clashes(latest)));
    el("p").class("unseen").attr("role", "status").live(words)
}

/// As in `30 min at the same time as Opening and 2 more`.
pub fn words(clashes: &[Clash]) -> Option<String> {
    let (first, others) = clashes.split_first()?;
    let words = format!("{} at the same time as {}", duration(first.minutes), first.with.title);
    Some(if others.is_empty() { words } else { format!("{words} and {} more", others.len()) })
}

/// Details whose content is made when they are first opened: there can be many of them.
pub fn unfolding<N: Into<Node>>(
    class: &'static str,
    summary: impl Into<Node>,
    content: impl Fn() -> N + 'static,
) -> Element {
    let opened = RwSignal::new(false);
    el("details")
        .class(class)
        .on("toggle", move |_| opened.set(true))
        .with(el("summary").with(summary))
        .live(move || opened.get().then(|| el("div").class("unfolded").with(content())))
}

/// The sessions beside one another, and the ways out.
fn compared(app: App, session: &'static Session, clashes: &[Clash<'static>]) -> Vec<Node> {
    let ways = |one: &'static Session| repeats(app, one, &format!("{} is also", one.title));
    let mut sides = el("div").class("clash__sides").with(side(app, session, None));
    let mut out = ways(session);
    for Clash { with, .. } in clashes {
        sides = sides.with(side(app, with, Some(star_in_place(app, with))));
        out.extend(ways(with));
    }
    vec![sides.into(), out.into()]
}

/// One of the sessions that are compared; its own star stands where it was pressed.
fn side(app: App, session: &'static Session, star: Option<Element>) -> Element {
    let title = link(app.places.href(Route::Session(session.id.to_string())), &*session.title);
    let head = el("div").class("clash__head").with(el("p").class("clash__title").with(title)).with(star);
    el("div")
        .class(format!("clash__side {}", app.agenda.hue_class(session)))
        .with(head)
        .with(when(app, session))
        .with(facts(app, session))
        .with(badges(app, session))
}
