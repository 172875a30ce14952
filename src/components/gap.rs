//! The free stretches of a day between the sessions that are starred, and what
//! would fit there.

use super::card::{Dated, card_with, counted};
use super::clash::unfolding;
use super::toggle::star_in_place;
use crate::agenda::clock::Reading;
use crate::agenda::plan;
use crate::agenda::time::{Date, Span, duration};
use crate::markup::{Element, Node, el, list, live};
use crate::state::App;

/// The anchor of a gap in my schedule.
pub fn anchor(gap: Span) -> String {
    format!("free-{}", gap.start)
}

/// The free stretches of a day of the event.
pub fn gaps(app: App, day: Date) -> Vec<Span> {
    let frame = plan::frame(app.agenda.sessions_on(day));
    frame.map(|frame| plan::gaps(frame, &app.plan.starred())).unwrap_or_default()
}

/// A gap with what fits there.
pub fn gap(app: App, day: Date, gap: Span) -> Element {
    let fits = move || plan::fits(gap, app.agenda.sessions(), &app.plan.starred());
    let number = counted(fits().len(), "session");
    let verb = if number.as_ref().is_some_and(|number| number.starts_with("1 ")) { "fits" } else { "fit" };
    let time = live(move || range(app, day, gap));
    let time =
        Node::Many(vec![el("strong").text("Free ").into(), time, format!(" ({})", duration(gap.minutes())).into()]);
    let Some(number) = number else {
        return el("p").class("gap").attr("id", anchor(gap)).with(time);
    };
    let fits = move || {
        let cards = fits().into_iter().map(|session| card_with(app, session, Dated::No, star_in_place(app, session)));
        list("cards", cards)
    };
    let summary = Node::Many(vec![time, " · ".into(), format!("{number} {verb} here").into()]);
    let is_here = app.places.is_at(&anchor(gap));
    unfolding("gap", summary, fits).attr("id", anchor(gap)).attr_if("open", is_here.then_some(""))
}

/// When a gap is on the clock to go by, and whose clock that is.
pub fn range(app: App, day: Date, gap: Span) -> String {
    let shown = app.times.shown();
    let zone = shown.first();
    let reading = Reading::new(zone, gap, day, shown.cycle);
    let mark = reading.day.map(|day| format!(" {day}")).unwrap_or_default();
    format!("{}{mark}, {} time", reading.range, zone.city())
}
