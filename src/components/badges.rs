//! What a session belongs to and how it stands, in a word or two each.

use super::dated::by_phase;
use crate::agenda::model::{Session, Status};
use crate::agenda::phase::Phase;
use crate::markup::{Element, el, link};
use crate::route::Route;
use crate::state::App;

/// The themes of a session as links, its kind, and its state.
pub fn badges(app: App, session: &'static Session) -> Element {
    let themes = app.agenda.themes_of(session).map(|theme| {
        let words = match theme.number {
            Some(number) => format!("Theme {}", number.0),
            None => theme.title.to_string(),
        };
        let href = app.places.href(Route::Theme(theme.id.to_string()));
        link(href, words).class(format!("badge badge--theme {}", theme.hue.class()))
    });
    let kind = app.agenda.kind(&session.kind);
    let kind = kind.map(|kind| el("span").class("badge badge--kind").text(&*kind.title));
    let live = by_phase(app, session, |phase, _| {
        let is_live = phase == Phase::Live && session.status != Status::Cancelled;
        is_live.then(|| el("strong").class("badge badge--live").text("On now"))
    });
    el("p").class("badges").with(live).with(status(session.status)).each(themes).with(kind)
}

fn status(status: Status) -> Option<Element> {
    let words = match status {
        Status::Confirmed => return None,
        Status::Tentative => "Tentative",
        Status::Cancelled => "Cancelled",
    };
    Some(el("strong").class("badge badge--status").text(words))
}
