//! My schedule to scale: each day with its hours, what overlaps in lanes, what
//! is free, my night, and the present.
//!
//! It is made in browsers only, so places and lengths are handed to the
//! stylesheet as custom properties: minutes from the top, and lanes.

use reactive_graph::prelude::*;

use super::clash::words;
use super::gap::{anchor, gaps};
use crate::agenda::band::nights;
use crate::agenda::clock::Reading;
use crate::agenda::lanes::{Lane, lanes};
use crate::agenda::model::{Session, Status};
use crate::agenda::plan;
use crate::agenda::time::{Date, Instant, Span, duration};
use crate::markup::{Element, Node, el, link, list, live};
use crate::route::{Route, View};
use crate::state::App;
use crate::state::times::Shown;

/// What is shorter is drawn as long as this, in minutes, so that it can be read
/// and pressed (WCAG 2.2 SC 2.5.8).
const SHORTEST: i64 = 20;

const HOUR: i64 = 3_600;

/// What a day is drawn with.
struct Drawn<'a> {
    app: App,
    day: Date,
    shown: &'a Shown,
    /// From a whole hour on the clock to go by to another.
    frame: Span,
}

/// The ways in which my schedule can be shown.
pub fn views(app: App) -> Element {
    let entry = |view: View, words: &'static str| {
        let current = move || (app.places.view.get() == view).then_some("page");
        link(app.places.href_viewed(view), words).attr_live("aria-current", current)
    };
    let entries = [entry(View::List, "List"), entry(View::Timeline, "Timeline")];
    el("nav").class("views").attr("aria-label", "Views of my schedule").with(list("days", entries))
}

/// The days on which something is starred.
pub fn timeline(app: App) -> Node {
    live(move || {
        let (shown, starred) = (app.times.shown(), app.plan.starred());
        let on = |day: Date| starred.iter().copied().filter(move |session| app.agenda.day_of(session) == day);
        let days = app.agenda.days().into_iter().filter(|day| on(*day).next().is_some());
        days.map(|day| one_day(app, day, &shown, &on(day).collect::<Vec<_>>()).into()).collect::<Vec<Node>>()
    })
}

fn one_day(app: App, day: Date, shown: &Shown, sessions: &[&'static Session]) -> Element {
    let zone = shown.first();
    let whose = shown.faces.first().map(|face| format!("Hours in {} · {}", face.city(), face.whose_words()));
    let spans = sessions.iter().map(|session| session.span());
    let frame = plan::frame(app.agenda.sessions_on(day)).into_iter().chain(spans).reduce(Span::joined);
    let frame = frame.unwrap_or(Span { start: app.agenda.start_of(day), end: app.agenda.start_of(day) });
    let past_hour = |at: Instant| i64::from(zone.local(at).minute % 60) * 60 + at.0.rem_euclid(60);
    let (early, late) = (past_hour(frame.start), past_hour(frame.end));
    let frame = Span { start: Instant(frame.start.0 - early), end: Instant(frame.end.0 + (HOUR - late) % HOUR) };
    let drawn = Drawn { app, day, shown, frame };
    let stage = el("div")
        .class("timeline__stage")
        .attr("--for", frame.minutes().to_string())
        .each(drawn.nights())
        .each(drawn.hours())
        .with(el("ol").class("timeline__slots").each(drawn.slots(sessions)))
        .with(now(app, frame));
    let heading = el("div")
        .class("timeline__head")
        .with(el("h2").text(day.long()))
        .with(whose.map(|words| el("p").class("aside").text(words)));
    el("section").class("timeline").attr("id", day.to_string()).with(heading).with(stage)
}

impl Drawn<'_> {
    /// Puts something where it belongs.
    fn place(&self, element: Element, span: Span) -> Element {
        let from = span.start.minutes_since(self.frame.start);
        element.attr("--from", from.to_string()).attr("--for", span.minutes().to_string())
    }

    /// My night, where it is known.
    fn nights(&self) -> Vec<Node> {
        let nights = if self.shown.knows_viewer { nights(&self.shown.viewer, self.frame) } else { Vec::new() };
        let night = |span| {
            self.place(el("p").class("timeline__night").attr("aria-hidden", "true"), span)
                .with(el("span").text("your night"))
                .into()
        };
        nights.into_iter().map(night).collect()
    }

    /// The hours, with the date where another begins.
    fn hours(&self) -> Vec<Node> {
        let mut last = self.day;
        let hours = (self.frame.start.0..=self.frame.end.0).step_by(3_600).map(|at| {
            let local = self.shown.first().local(Instant(at));
            let date =
                (local.date != last).then(|| el("b").text(local.date.weekday_name().get(..3).unwrap_or_default()));
            last = local.date;
            let words = el("span").text(self.shown.cycle.time(local.minute)).with(date);
            let hour = el("p").class("timeline__hour").attr("aria-hidden", "true").with(words);
            self.place(hour, Span { start: Instant(at), end: Instant(at) }).into()
        });
        hours.collect()
    }

    /// Sessions and gaps in order of time.
    fn slots(&self, sessions: &[&'static Session]) -> Vec<Node> {
        let mut slots: Vec<(Instant, Node)> = Vec::new();
        let spans: Vec<Span> = sessions.iter().map(|session| drawn_span(session)).collect();
        for ((session, span), lane) in sessions.iter().zip(&spans).zip(lanes(&spans)) {
            slots.push((span.start, self.slot(session, *span, lane).into()));
        }
        for gap in gaps(self.app, self.day) {
            slots.insert(slots.partition_point(|(start, _)| *start <= gap.start), (gap.start, self.gap(gap).into()));
        }
        slots.into_iter().map(|(_, slot)| slot).collect()
    }

    fn slot(&self, session: &'static Session, span: Span, lane: Lane) -> Element {
        let overlap = words(&plan::clashes(session, &self.app.plan.starred()));
        let cancelled = session.status == Status::Cancelled;
        let state = cancelled.then(|| el("strong").class("slot__clash").text("Cancelled"));
        let link = el("a")
            .class("slot__link")
            .attr("href", self.app.places.href(Route::Session(session.id.to_string())))
            .with(el("span").class("slot__title").text(&*session.title))
            .with(self.time(session.span()))
            .with(state)
            .with(overlap.map(|words| el("span").class("slot__clash").text(words)));
        let class = if cancelled { "slot slot--cancelled" } else { "slot" };
        self.place(el("li").class(format!("{class} {}", self.app.agenda.hue_class(session))), span)
            .attr("--lane", lane.index.to_string())
            .attr("--lanes", lane.of.to_string())
            .with(link)
    }

    fn gap(&self, gap: Span) -> Element {
        let href = self.app.places.href_at(Route::Mine, &anchor(gap));
        let words = el("span").text(format!("Free, {}", duration(gap.minutes())));
        let link = el("a").class("slot__link").attr("href", href).with(words).with(self.time(gap));
        self.place(el("li").class("slot slot--free"), gap).with(link)
    }

    /// When something is; whose clock that is stands above for those who see it.
    fn time(&self, span: Span) -> Element {
        let zone = self.shown.first();
        let Reading { range, day } = Reading::new(zone, span, self.day, self.shown.cycle);
        let mark = day.map(|day| format!(" {day}"));
        let night = if self.shown.is_night(span) { ", in your night" } else { "" };
        let unseen = el("span").class("unseen").text(format!(", {} time{night}", zone.city()));
        el("span").class("slot__time").text(" ").text(range).with(mark).with(unseen)
    }
}

/// The line that marks the present, while the day is on.
fn now(app: App, frame: Span) -> Node {
    live(move || {
        let now = app.clock.now().filter(|now| frame.contains(*now))?;
        let shown = app.times.shown();
        let words = format!("Now, {}", shown.cycle.time(shown.first().local(now).minute));
        let from = now.minutes_since(frame.start).to_string();
        Some(el("p").class("timeline__now").attr("--from", from).with(el("span").text(words)))
    })
}

/// As long as it is drawn.
fn drawn_span(session: &Session) -> Span {
    let end = session.end.max(Instant(session.start.0 + SHORTEST * 60));
    Span { start: session.start, end }
}
