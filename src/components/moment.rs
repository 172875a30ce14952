//! What matters at this moment: a countdown, what is on and next, or what can be caught up on.
//!
//! A file has all of it, each part with its times, and those that are not true are hidden.

use agenda::Agenda;
use agenda::model::{Session, Status};
use agenda::phase::{Season, now_and_next};
use agenda::time::words::long_date;
use agenda::{clock::until, time::Span};
use chrono::{DateTime, Utc};

use super::card::{Card, Cards};
use super::dated::Dated;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::now::use_now;
use crate::state::programme::use_agenda;

/// How many recordings are offered once the event is over.
const OFFERED: usize = 4;

/// Up to how many sessions a file can say what is on when it is opened; with more of them it would
/// be late itself.
const MOST_IN_A_FILE: usize = 60;

/// What matters at this moment.
#[component]
pub fn Moment() -> impl IntoView {
    let agenda = use_agenda();
    let turns = Season::turns(agenda);
    let held: Vec<&'static Session> =
        agenda.sessions().iter().filter(|session| session.status != Status::Cancelled).collect();
    let during = match held.len() {
        0 => ().into_any(),
        1..=MOST_IN_A_FILE => view! { <During turns held/> },
        _ => view! { <ManyDuring turns/> },
    };
    view! {
        <Before turns/>
        {during}
        {(!agenda.sessions().is_empty()).then(|| view! { <After turns/> })}
    }
}

/// The countdown, and what comes first.
#[component]
fn Before(
    /// When the event begins and ends.
    turns: Span,
) -> impl IntoView {
    let (agenda, now) = (use_agenda(), use_now());
    let dated = Dated::new(None, Some(turns.start));
    let first = now_and_next(agenda.sessions().iter(), DateTime::<Utc>::MIN_UTC).next;
    let date = format!("It starts on {}", long_date(agenda.event().start));
    // The stylesheet keeps the place of these words, which may be longer than those that follow.
    let place = date.clone();
    let heading = move || match now.get().map(|now| Season::of(agenda, now)) {
        Some(Season::Before(1)) => "It starts tomorrow".to_owned(),
        Some(Season::Before(days)) => format!("It starts in {days} days"),
        None | Some(Season::During | Season::After) => date.clone(),
    };
    view! {
        <section class="moment" data-until=dated.until() hidden=move || dated.is_hidden()>
            <h2 class="moment__start" data-place=place>
                <span>{move || heading()}</span>
            </h2>
            {(!first.is_empty()).then(|| view! { <Cards sessions=first dated=true/> })}
        </section>
    }
}

/// What is on and what comes next: every session twice, each time with when that is so of it.
#[component]
fn During(
    /// When the event begins and ends.
    turns: Span,
    /// The sessions that take place.
    held: Vec<&'static Session>,
) -> impl IntoView {
    let (agenda, now) = (use_agenda(), use_now());
    let dated = Dated::new(Some(turns.start), Some(turns.end));
    let found = move || now.get().map(|now| now_and_next(agenda.sessions().iter(), now));
    let none_on = move || found().is_some_and(|found| found.now.is_empty());
    let none_next = move || found().is_some_and(|found| found.next.is_empty());
    let heading = move || next_heading(agenda, now.get());
    let on = held.iter().map(|&session| item(session, session.span()));
    let next = held.iter().map(|&session| {
        // It is next once what starts before it has started.
        let before = held.iter().map(|other| other.span().start).filter(|start| *start < session.span().start).max();
        item(session, Span { start: before.unwrap_or(turns.start), end: session.span().start })
    });
    view! {
        <section
            class="moment moment--filled"
            data-from=dated.from()
            data-until=dated.until()
            hidden=move || dated.is_hidden() || none_on()
        >
            <h2>{"On now"}</h2>
            <ul class="cards">{on.collect_view()}</ul>
        </section>
        <section
            class="moment moment--filled"
            data-from=dated.from()
            data-until=dated.until()
            hidden=move || dated.is_hidden() || none_next()
        >
            <h2>{move || heading()}</h2>
            <ul class="cards">{next.collect_view()}</ul>
        </section>
    }
}

/// A card that is shown for a time only.
fn item(session: &'static Session, span: Span) -> impl IntoView {
    let dated = Dated::new(Some(span.start), Some(span.end));
    view! {
        <li data-from=dated.from() data-until=dated.until() hidden=move || dated.is_hidden()>
            <Card session dated=true/>
        </li>
    }
}

/// The same for an event with many sessions: a file leads to the programme, the app shows what is on.
#[component]
fn ManyDuring(
    /// When the event begins and ends.
    turns: Span,
) -> impl IntoView {
    let (agenda, now) = (use_agenda(), use_now());
    let dated = Dated::new(Some(turns.start), Some(turns.end));
    let found = Memo::new(move |_| now.get().map(|now| now_and_next(agenda.sessions().iter(), now)));
    let is_during = move || now.get().is_some_and(|now| Season::of(agenda, now) == Season::During);
    let on = move || found.get().map(|found| found.now).unwrap_or_default();
    let next = move || found.get().map(|found| found.next).unwrap_or_default();
    view! {
        <section
            class="moment moment--during"
            data-from=dated.from()
            data-until=dated.until()
            hidden=move || now.get().is_some()
        >
            <h2>{"On now and next"}</h2>
            <p>
                <a href=use_links().to(&Page::Programme)>{"Every session is in the programme"}</a>
            </p>
        </section>
        <Show when=move || is_during() && !on().is_empty()>
            <section class="moment">
                <h2>{"On now"}</h2>
                <Cards sessions=on() dated=true/>
            </section>
        </Show>
        <Show when=move || is_during() && !next().is_empty()>
            <section class="moment">
                <h2>{move || next_heading(agenda, now.get())}</h2>
                <Cards sessions=next() dated=true/>
            </section>
        </Show>
    }
}

/// As in `Next, in 20 min`.
fn next_heading(agenda: &'static Agenda, now: Option<DateTime<Utc>>) -> String {
    let next = now.and_then(|now| {
        let next = now_and_next(agenda.sessions().iter(), now).next;
        next.first().map(|session| until(session.span().start, now))
    });
    next.map_or("Next".to_owned(), |until| format!("Next, {until}"))
}

/// What can be caught up on.
#[component]
fn After(
    /// When the event begins and ends.
    turns: Span,
) -> impl IntoView {
    let agenda = use_agenda();
    let dated = Dated::new(Some(turns.end), None);
    let recorded = agenda.sessions().iter().filter(|session| !session.recordings.is_empty());
    let recorded: Vec<&'static Session> = recorded.take(OFFERED).collect();
    let has_any = agenda.sessions().iter().any(|session| !agenda.watchable(session).is_empty());
    let (heading, page, way) = if has_any {
        ("It is over, and worth catching up on", Page::Watch, "All talks and recordings")
    } else {
        ("It is over", Page::Programme, "See the whole programme")
    };
    view! {
        <section class="moment" data-from=dated.from() hidden=move || dated.is_hidden()>
            <h2>{heading}</h2>
            {(!recorded.is_empty()).then(|| view! { <Cards sessions=recorded dated=true/> })}
            <p>
                <a href=use_links().to(&page)>{way}</a>
            </p>
        </section>
    }
}
