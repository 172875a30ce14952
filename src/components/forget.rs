//! The way to leave nothing behind: everything that is kept in this browser for
//! the event is deleted, after one more question.

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use super::card::counted;
use crate::agenda::picks::Shelf;
use crate::browser::IS_LIVE;
use crate::markup::{Element, Node, button, el};
use crate::state::App;

/// The button, and after it the question.
pub fn forget(app: App) -> Element {
    let asks = RwSignal::new(false);
    let parts = move || if asks.get() { question(app, asks) } else { ask(asks) };
    let place = el("div").class("forget");
    if IS_LIVE { place.live(parts) } else { place }
}

fn ask(asks: RwSignal<bool>) -> Node {
    button("Delete everything", move || asks.set(true)).into()
}

fn question(app: App, asks: RwSignal<bool>) -> Node {
    let on = |shelf: Shelf| app.kept.on(shelf).len();
    let lost = [
        counted(on(Shelf::Star), "star"),
        counted(on(Shelf::Note), "note"),
        counted(on(Shelf::Watched), "watched mark"),
    ];
    let lost: Vec<String> = lost.into_iter().flatten().chain(["your settings".to_owned()]).collect();
    let words = format!(
        "This deletes {} and the copy of the site that is kept for when you are offline, from this browser. \
         It cannot be undone.",
        lost.join(", ")
    );
    let actions = el("p")
        .class("notice__actions")
        .with(button("Keep everything", move || asks.set(false)).focused())
        .with(button("Delete it all", move || app.forget()));
    el("div")
        .class("notice")
        .attr("role", "group")
        .attr("aria-label", "Delete everything")
        .with(el("p").text(words))
        .with(actions)
        .into()
}
