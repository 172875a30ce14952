//! The day band: the visitor's 24 hours, and what falls where on them.

use crate::agenda::band::pieces;
use crate::agenda::clock::{NIGHT_FROM, NIGHT_TO, Reading};
use crate::agenda::lanes::lanes;
use crate::agenda::model::Session;
use crate::agenda::time::{MINUTES_OF_DAY, Span};
use crate::markup::{Element, Node, Words, el};
use crate::state::App;
use crate::state::times::Shown;

/// Height of the strip in its own units; its width is a minute a unit.
const HEIGHT: usize = 60;

/// Draws sessions of one day to scale; words that say the same stand in for it
/// where it cannot be seen.
pub fn day_band(app: App, sessions: Vec<&'static Session>) -> Element {
    let drawn = sessions.clone();
    let strip = el("svg")
        .class("band__strip")
        .attr("viewBox", format!("0 0 {MINUTES_OF_DAY} {HEIGHT}"))
        .attr("preserveAspectRatio", "none")
        .attr("role", "img")
        .attr_live("aria-label", move || Some(words(app, &app.times.shown(), &sessions)))
        .with(rect("band__night", 0, NIGHT_TO, 0, HEIGHT))
        .with(rect("band__night", NIGHT_FROM, MINUTES_OF_DAY - NIGHT_FROM, 0, HEIGHT))
        .live(move || {
            let shown = app.times.shown();
            let mut parts = bars(app, &shown, &drawn);
            parts.extend(now(app, &shown, &drawn));
            parts
        });
    let hours = ["0", "6", "12", "18"].map(|hour| el("span").text(hour));
    let last = el("span").text("24 ").live(move || app.times.shown().viewer.city());
    let hours = el("figcaption").class("band__hours").attr("aria-hidden", "true").each(hours).with(last);
    el("figure").class("band").with(strip).with(hours)
}

fn rect(class: impl Into<Words>, x: i32, width: i32, y: usize, height: usize) -> Element {
    let rect = el("rect").class(class).attr("x", x.to_string()).attr("width", width.to_string());
    rect.attr("y", y.to_string()).attr("height", height.to_string())
}

fn bars(app: App, shown: &Shown, sessions: &[&'static Session]) -> Vec<Node> {
    let spans: Vec<Span> = sessions.iter().map(|session| session.span()).collect();
    let lanes = lanes(&spans);
    let height = HEIGHT / (lanes.iter().map(|lane| lane.index).max().unwrap_or(0) + 1);
    let bars = sessions.iter().zip(lanes).flat_map(|(session, lane)| {
        let class = format!("band__bar {}", app.agenda.hue_class(session));
        let pieces = pieces(&shown.viewer, session.span()).into_iter();
        pieces.map(move |piece| rect(class.clone(), piece.from, piece.minutes(), lane.index * height, height).into())
    });
    bars.collect()
}

/// The line that marks the present, on the day of the event that it is.
fn now(app: App, shown: &Shown, sessions: &[&'static Session]) -> Option<Node> {
    let now = app.clock.now()?;
    let day = app.agenda.day_of(sessions.first()?);
    let is_today = app.agenda.venue().local(now).date == day;
    is_today.then(|| rect("band__now", shown.viewer.local(now).minute, 4, 0, HEIGHT).into())
}

fn words(app: App, shown: &Shown, sessions: &[&'static Session]) -> String {
    let mut nights = 0;
    let times = sessions.iter().map(|session| {
        let reading = Reading::new(&shown.viewer, session.span(), app.agenda.day_of(session), shown.cycle);
        nights += i32::from(shown.is_night(session.span()));
        reading.day.map_or_else(|| reading.range.clone(), |day| format!("{} {day}", reading.range))
    });
    let times: Vec<String> = times.collect();
    let night = match nights {
        _ if !shown.knows_viewer => String::new(),
        0 => "; none in your night".to_owned(),
        nights => format!("; {nights} in your night"),
    };
    format!("24 hours in {}: {}{night}", shown.viewer.city(), times.join(", "))
}
