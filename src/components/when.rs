//! When something is, on the clocks that the visitor wants to see.

use std::iter::repeat_with;

use super::icon::{MOON, icon};
use crate::agenda::clock::{HourCycle, Reading};
use crate::agenda::model::Session;
use crate::agenda::time::{Date, Span};
use crate::browser::IS_LIVE;
use crate::markup::{Element, Node, el};
use crate::state::App;
use crate::state::times::Face;

/// The time of a session, a line for each clock.
pub fn when(app: App, session: &'static Session) -> Element {
    when_free(app, session.span(), app.agenda.day_of(session))
}

/// The time of anything on a day of the event.
pub fn when_free(app: App, span: Span, day: Date) -> Element {
    el("div").class("when").live(move || {
        let shown = app.times.shown();
        let night = shown.is_night(span).then(night);
        // The visitor's own clock comes first where it is shown.
        let nights = [night].into_iter().chain(repeat_with(|| None));
        let lines = shown.faces.iter().zip(nights);
        let lines = lines.map(|(face, night)| line(face, span, day, shown.cycle, night).into());
        visitors_place().into_iter().chain(lines).collect::<Vec<Node>>()
    })
}

/// Says that it is in the visitor's night: by the icon alone where there is no room for words.
fn night() -> Element {
    el("span").class("night").with(icon(MOON)).with(el("span").text("in your night"))
}

/// In a page that is made beforehand, the place of the visitor's own clock.
fn visitors_place() -> Option<Node> {
    (!IS_LIVE).then(|| el("p").class("when__line when__line--kept").into())
}

fn line(face: &Face, span: Span, day: Date, cycle: HourCycle, night: Option<Element>) -> Element {
    let reading = Reading::new(&face.zone, span, day, cycle);
    let whose = el("span").class("when__whose").text(format!(" · {}", face.whose_words()));
    let clock = el("span")
        .class("when__clock")
        .with(el("time").class("when__time").attr("datetime", span.start.to_string()).text(reading.range))
        .with(reading.day.map(day_mark));
    let zone = el("span").class("when__zone").text(face.city()).with(whose);
    el("p").class("when__line").with(clock).with(zone).with(night)
}

/// Says that a time is on another date than the event's day.
pub fn day_mark(words: String) -> Element {
    el("strong").class("when__day").text(words)
}
