//! What stands around every page.

use crate::browser::IS_LIVE;
use crate::components::clash::said;
use crate::components::connection::{offline, revision};
use crate::components::header::header;
use crate::components::notices::notices;
use crate::markup::{Element, Node, el, link, live};
use crate::route::Route;
use crate::state::App;

/// Everything around the page, and the page.
pub fn frame(app: App, page: Node) -> Node {
    let footer = el("footer")
        .class("footer")
        .with(el("p").text(&*app.agenda.event().title))
        .with(revision(app))
        .with(el("p").with(link(app.places.href(Route::About), "About, privacy and data")));
    Node::Many(vec![
        header(app).into(),
        live(move || set_moment(app)),
        notices(app).into(),
        said(app).into(),
        el("main").attr("id", "main").with(page).into(),
        without_script().into(),
        footer.into(),
        offline(app).into(),
    ])
}

/// What a reader without script is told; nothing where the app runs.
fn without_script() -> Option<Element> {
    let words = "Times on this page are those at the venue. With JavaScript it would show them on your own clock \
                 too, mark what falls in your night, keep your stars, search, and play videos in place.";
    let note = || el("aside").class("note-plain").attr("aria-label", "Without JavaScript").with(el("p").text(words));
    (!IS_LIVE).then(|| el("noscript").with(note()))
}

/// Says that the app is shown as at another moment, and leads back.
fn set_moment(app: App) -> Option<Element> {
    app.places.now().map(|now| {
        let shown = app.times.shown();
        let (zone, local) = (shown.first(), shown.first().local(now));
        let (date, time) = (local.date.day_month_year(), shown.cycle.time(local.minute));
        let back = el("a").attr_live("href", move || Some(app.places.href_at_present())).text("Back to the present");
        let words = format!("Shown as at {date}, {time}, {} time. ", zone.city());
        let note = el("aside").class("set-moment").attr("aria-label", "The moment that is shown");
        note.with(el("p").text(words).with(back))
    })
}
