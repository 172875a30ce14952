//! What a day of the timeline is drawn with, and its parts.

use agenda::Agenda;
use agenda::band::nights;
use agenda::bookmarks::BookmarkKind;
use agenda::clock::Reading;
use agenda::lanes::{Lane, lanes};
use agenda::model::{Session, Status};
use agenda::plan;
use agenda::time::words::weekday_name;
use agenda::time::{Span, duration};
use chrono::{NaiveDate, TimeDelta, Timelike};

use crate::components::clash::words;
use crate::components::gap::{anchor, gaps};
use crate::components::range::Range;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::bookmarks::use_bookmarks;
use crate::state::clocks::Shown;
use crate::state::now::use_now;
use crate::state::plan::use_plan;

/// What is shorter is drawn as long as this, so that it can be read and pressed (WCAG 2.2 SC 2.5.8).
const SHORTEST: TimeDelta = TimeDelta::minutes(20);

/// What a day is drawn with.
#[derive(Clone)]
pub struct Drawn {
    agenda: &'static Agenda,
    /// The day of the event.
    pub day: NaiveDate,
    /// The clocks that are shown.
    pub shown: Shown,
    /// From a whole hour on the clock to go by to another.
    pub frame: Span,
}

impl Drawn {
    /// For a day of the event, and what is starred on it.
    pub fn new(agenda: &'static Agenda, day: NaiveDate, shown: Shown, sessions: &[&Session]) -> Self {
        let spans = sessions.iter().map(|session| part(agenda, session, day));
        let frame = plan::frame(agenda.sessions_on(day)).into_iter().chain(spans).reduce(Span::joined);
        let frame = frame.unwrap_or(Span { start: agenda.start_of(day), end: agenda.start_of(day) });
        let frame = whole_hours(&shown, frame);
        Self { agenda, day, shown, frame }
    }

    /// When it begins, in minutes from the start of its day at the venue.
    pub fn begins(&self) -> i64 {
        (self.frame.start - self.agenda.start_of(self.day)).num_minutes()
    }

    /// Where a span begins, in minutes from the top, and how long it is.
    fn place(&self, span: Span) -> (String, String) {
        ((span.start - self.frame.start).num_minutes().to_string(), span.minutes().to_string())
    }

    /// When something is; whose clock that is stands above for those who see it.
    fn time(&self, span: Span) -> impl IntoView + use<> {
        let zone = self.shown.first();
        let Reading { range, day } = Reading::new(zone, span, self.day, self.shown.cycle);
        let mark = day.map(|day| format!(" {day}"));
        let night = if self.shown.is_night(span) { ", in your night" } else { "" };
        let unseen = format!(", {} time{night}", zone.city());
        view! { <span class="slot__time">" " <Range words=range/> {mark} <span class="unseen">{unseen}</span></span> }
    }
}

/// A span, made longer to begin and end with whole hours on the clock to go by.
fn whole_hours(shown: &Shown, span: Span) -> Span {
    let past_hour = |at| {
        let local = shown.first().local(at);
        TimeDelta::minutes(local.minute().into()) + TimeDelta::seconds(local.second().into())
    };
    let (early, late) = (past_hour(span.start), past_hour(span.end));
    let rest = if late.is_zero() { late } else { TimeDelta::hours(1) - late };
    Span { start: span.start - early, end: span.end + rest }
}

/// My night, where it is known, and the hours, with the weekday where another day begins.
#[component]
pub fn Ground(
    /// The day.
    drawn: Drawn,
) -> impl IntoView {
    let nights = if drawn.shown.knows_viewer { nights(&drawn.shown.viewer, drawn.frame) } else { Vec::new() };
    let nights = nights.into_iter().map(|night| {
        let (from, length) = drawn.place(night);
        view! {
            <p class="timeline__night" aria-hidden="true" style:--from=from style:--for=length>
                <span>{"your night"}</span>
            </p>
        }
    });
    let nights = nights.collect_view();
    let (mut at, mut last) = (drawn.frame.start, drawn.day);
    let mut hours = Vec::new();
    while at <= drawn.frame.end {
        let local = drawn.shown.first().local(at);
        let date = local.date_naive();
        let weekday = (date != last).then(|| {
            let weekday = weekday_name(date);
            view! { <b>{weekday.get(..3).unwrap_or_default().to_owned()}</b> }
        });
        let (from, length) = drawn.place(Span { start: at, end: at });
        hours.push(view! {
            <p class="timeline__hour" aria-hidden="true" style:--from=from style:--for=length>
                <span>{drawn.shown.cycle.time(local.time())} {weekday}</span>
            </p>
        });
        last = date;
        at += TimeDelta::hours(1);
    }
    view! { {nights} {hours} }
}

/// Sessions and gaps in order of time.
#[component]
pub fn Slots(
    /// The day.
    drawn: Drawn,
    /// What is starred on it.
    sessions: Vec<&'static Session>,
) -> impl IntoView {
    // What is over by then stays until the timeline is drawn again.
    let (starred, now) = untrack(|| (use_plan().starred(), use_now().get()));
    let mut gaps = gaps(drawn.agenda, drawn.day, &starred, now).into_iter().peekable();
    let spans: Vec<Span> = sessions.iter().map(|session| drawn_span(&drawn, session)).collect();
    let gap = |gap: Span| view! { <GapSlot drawn=drawn.clone() gap/> };
    let mut slots = Vec::new();
    for ((&session, &span), lane) in sessions.iter().zip(&spans).zip(lanes(&spans)) {
        while let Some(free) = gaps.next_if(|gap| gap.start < span.start) {
            slots.push(gap(free));
        }
        slots.push(view! { <Slot drawn=drawn.clone() session span lane/> });
    }
    slots.extend(gaps.map(gap));
    slots
}

#[component]
fn Slot(
    /// The day.
    drawn: Drawn,
    /// The session.
    session: &'static Session,
    /// As long as it is drawn.
    span: Span,
    /// Its lane.
    lane: Lane,
) -> impl IntoView {
    let (bookmarks, plan) = (use_bookmarks(), use_plan());
    let is_cancelled = session.status == Status::Cancelled;
    let state = is_cancelled.then(|| view! { <strong class="slot__clash">{"Cancelled"}</strong> });
    let overlap = words(&plan::clashes(session, &untrack(|| plan.starred())));
    let hue = drawn.agenda.hue_class(session);
    let class = move || {
        let state = match (is_cancelled, bookmarks.has(BookmarkKind::Maybe, &session.id)) {
            (true, _) => "slot slot--cancelled",
            (false, true) => "slot slot--maybe",
            (false, false) => "slot",
        };
        format!("{state} {hue}")
    };
    let (from, length) = drawn.place(span);
    view! {
        <li
            class=move || class()
            style:--from=from
            style:--for=length
            style:--lane=lane.index.to_string()
            style:--lanes=lane.of.to_string()
        >
            <a class="slot__link" href=use_links().to(&Page::Session(session.id.to_string()))>
                <span class="slot__title" dir="auto" lang=drawn.agenda.lang_of(session)>{session.title.to_string()}</span>
                {drawn.time(session.span())}
                {state}
                {overlap.map(|words| view! { <span class="slot__clash">{words}</span> })}
            </a>
        </li>
    }
}

#[component]
fn GapSlot(
    /// The day.
    drawn: Drawn,
    /// The gap.
    gap: Span,
) -> impl IntoView {
    let (from, length) = drawn.place(gap);
    view! {
        <li class="slot slot--free" style:--from=from style:--for=length>
            <a class="slot__link" href=use_links().to_anchor(&Page::Mine, &anchor(gap))>
                <span>{format!("Free, {}", duration(gap.minutes()))}</span>
                {drawn.time(gap)}
            </a>
        </li>
    }
}

/// What of a session is drawn on a day.
fn part(agenda: &Agenda, session: &Session, day: NaiveDate) -> Span {
    agenda.part_on(session, day).unwrap_or(session.span())
}

/// As long as it is drawn.
fn drawn_span(drawn: &Drawn, session: &Session) -> Span {
    let Span { start, end } = part(drawn.agenda, session, drawn.day);
    Span { start, end: end.max(start + SHORTEST) }
}
