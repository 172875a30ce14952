//! When the same session is held again: the way out of a clash.

use super::clash::words;
use super::toggle::star_in_place;
use crate::agenda::model::Session;
use crate::agenda::plan;
use crate::markup::{Element, Node, el, live};
use crate::route::Route;
use crate::state::App;

/// The other times at which a session is held, each with a link and a star;
/// `opening` says what it is that is held.
pub fn repeats(app: App, session: &'static Session, opening: &str) -> Vec<Node> {
    let mut found = Vec::new();
    for other in plan::repeats(session, app.agenda.sessions()) {
        found.push(repeat(app, other, format!("{opening} held on ")).into());
    }
    found
}

fn repeat(app: App, other: &'static Session, opening: String) -> Element {
    let time = live(move || {
        let shown = app.times.shown();
        let zone = shown.first();
        let start = zone.local(other.start);
        format!("{} at {}, {} time", start.date.weekday_name(), shown.cycle.time(start.minute), zone.city())
    });
    let href = app.places.href(Route::Session(other.id.to_string()));
    // No way out, if something is starred there.
    let clash = live(move || {
        words(&plan::clashes(other, &app.plan.starred())).map(|words| el("span").class("aside").text(words))
    });
    let line = el("p").text(opening).with(el("a").attr("href", href).with(time)).text(" ").with(clash);
    el("div").class("repeat").with(line).with(star_in_place(app, other))
}
