//! My schedule to scale: each day with its hours, what overlaps in lanes, what
//! is free, my night, and the present.
//!
//! It is made in browsers only, so places and lengths are handed to the
//! stylesheet as custom properties: minutes from the top, and lanes.

use super::clash::words;
use super::gap::{anchor, gaps};
use crate::agenda::band::nights;
use crate::agenda::clock::Reading;
use crate::agenda::lanes::{Lane, lanes};
use crate::agenda::model::{Session, Status};
use crate::agenda::picks::Shelf;
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
        let current = move || (app.places.view() == view).then_some("page");
        link(app.places.href_viewed(view), words).attr_live("aria-current", current)
    };
    let entries = [entry(View::List, "List"), entry(View::Timeline, "Timeline")];
    el("nav").class("views").attr("aria-label", "Views of my schedule").with(list("days", entries))
}

/// The days on which something is starred.
pub fn timeline(app: App) -> Node {
    live(move || {
        let (shown, starred) = (app.times.shown(), app.plan.starred());
        let mut days: Vec<Node> = Vec::new();
        let mut rest = starred.as_slice();
        while let Some(first) = rest.first() {
            let day = app.agenda.day_of(first);
            let (own, others) = rest.split_at(rest.partition_point(|session| app.agenda.day_of(session) <= day));
            days.push(one_day(app, day, &shown, own).into());
            rest = others;
        }
        days
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
    let stage = number(el("div").class("timeline__stage"), "--for", frame.minutes())
        .each(drawn.ground())
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
        number(number(element, "--from", from), "--for", span.minutes())
    }

    /// My night, where it is known, and the hours, with the date where another begins.
    fn ground(&self) -> Vec<Node> {
        let mut ground: Vec<Node> = Vec::new();
        let mut add = |class: &'static str, span: Span, words: Element| {
            ground.push(self.place(el("p").class(class).attr("aria-hidden", "true"), span).with(words).into());
        };
        if self.shown.knows_viewer {
            for night in nights(&self.shown.viewer, self.frame) {
                add("timeline__night", night, el("span").text("your night"));
            }
        }
        let (mut at, mut last) = (self.frame.start, self.day);
        while at <= self.frame.end {
            let local = self.shown.first().local(at);
            let date =
                (local.date != last).then(|| el("b").text(local.date.weekday_name().get(..3).unwrap_or_default()));
            let words = el("span").text(self.shown.cycle.time(local.minute)).with(date);
            add("timeline__hour", Span { start: at, end: at }, words);
            last = local.date;
            at = Instant(at.0 + HOUR);
        }
        ground
    }

    /// Sessions and gaps in order of time.
    fn slots(&self, sessions: &[&'static Session]) -> Vec<Element> {
        let mut gaps = gaps(self.app, self.day).into_iter().peekable();
        let spans: Vec<Span> = sessions.iter().map(|session| drawn_span(session)).collect();
        let mut slots = Vec::new();
        for ((session, span), lane) in sessions.iter().zip(&spans).zip(lanes(&spans)) {
            while let Some(gap) = gaps.next_if(|gap| gap.start < span.start) {
                slots.push(self.gap(gap));
            }
            slots.push(self.slot(session, *span, lane));
        }
        slots.extend(gaps.map(|gap| self.gap(gap)));
        slots
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
        let class = match (cancelled, self.app.kept.has(Shelf::Maybe, &session.id)) {
            (true, _) => "slot slot--cancelled",
            (false, true) => "slot slot--maybe",
            (false, false) => "slot",
        };
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
        let line = el("p").class("timeline__now").with(el("span").text(words));
        Some(number(line, "--from", now.minutes_since(frame.start)))
    })
}

/// Hands a number to the stylesheet.
#[inline(never)]
fn number(element: Element, name: &'static str, value: i64) -> Element {
    element.attr(name, value.to_string())
}

/// As long as it is drawn.
fn drawn_span(session: &Session) -> Span {
    let end = session.end.max(Instant(session.start.0 + SHORTEST * 60));
    Span { start: session.start, end }
}
