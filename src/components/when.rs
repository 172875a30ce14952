//! When something is, on the clocks that the visitor wants to see.

use agenda::clock::{HourCycle, Reading};
use agenda::model::Session;
use agenda::time::words::long_date;
use agenda::time::{Span, rfc3339};
use chrono::NaiveDate;

use super::icon::{Icon, MOON};
use super::range::{Range, range_words};
use crate::prelude::*;
use crate::state::clocks::{Clock, Shown, use_clocks};
use crate::state::live::use_live;
use crate::state::programme::use_agenda;

/// The time of a session, a line for each clock.
#[component]
pub fn SessionWhen(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    view! { <When span=session.span() day=use_agenda().day_of(session)/> }
}

/// The time of anything on a day of the event, a line for each clock.
#[component]
pub fn When(
    /// From when to when.
    span: Span,
    /// The day of the event to which it belongs, at the venue.
    day: NaiveDate,
) -> impl IntoView {
    let (clocks, is_live) = (use_clocks(), use_live());
    let kept = if Reading::has_dates(use_agenda().venue(), span) {
        "when__line when__line--kept when__line--dated"
    } else {
        "when__line when__line--kept"
    };
    let line = move |shown: &Shown, clock: &Clock, is_night| {
        view! { <Line clock=clock.clone() span day cycle=shown.cycle is_night/> }
    };
    // The clock to go by, and before it is known the place of the visitor's: the boot script says
    // whether that will be needed.
    let first = move || {
        let shown = clocks.shown();
        let place = || view! { <p class=kept></p> };
        let first = shown.clocks.first().filter(|_| is_live.get());
        first.map_or_else(place, |clock| line(&shown, clock, shown.is_night(span)))
    };
    // The line of the venue stays the element it was.
    let second = move || {
        let shown = clocks.shown();
        shown.clocks.get(usize::from(is_live.get())).map(|clock| line(&shown, clock, false))
    };
    view! { <div class="when">{move || first()} {move || second()}</div> }
}

/// What one clock shows.
#[component]
fn Line(
    /// The clock.
    clock: Clock,
    /// From when to when.
    span: Span,
    /// The day of the event.
    day: NaiveDate,
    /// How hours are counted.
    cycle: HourCycle,
    /// Whether it is in the visitor's night.
    is_night: bool,
) -> impl IntoView {
    let Reading { range, day } = Reading::new(&clock.zone, span, day, cycle);
    let has_dates = Reading::has_dates(&clock.zone, span);
    view! {
        <p class=if has_dates { "when__line when__line--dated" } else { "when__line" }>
            <span class="when__clock">
                <time class="when__time" datetime=rfc3339(span.start)><Range words=range/></time>
                {day.map(|day| view! { <DayMark words=day/> })}
            </span>
            <span class="when__zone">
                {clock.city()} <span class="when__whose">{format!(" · {}", clock.whose_words())}</span>
            </span>
            {is_night
                .then(|| {
                    view! {
                        // By the icon alone where there is no room for words.
                        <span class="night"><Icon path=MOON/> <span>{"in your night"}</span></span>
                    }
                })}
        </p>
    }
}

/// Says that a time is on another date than the event's day, as in `+1 day`.
#[component]
pub fn DayMark(
    /// The words.
    words: String,
) -> impl IntoView {
    view! { <strong class="when__day">{words}</strong> }
}

/// A span in a sentence, on the clock that the visitor goes by, as in
/// `Thursday 1 July, 18:00 to 19:30 (Copenhagen · venue)`.
pub fn spoken(shown: &Shown, span: Span) -> String {
    let zone = shown.first();
    let date = zone.local(span.start).date_naive();
    let range = range_words(&Reading::new(zone, span, date, shown.cycle).range);
    let range = if Reading::has_dates(zone, span) { range } else { format!("{}, {range}", long_date(date)) };
    let whose = shown.clocks.first().map_or("venue", Clock::whose_words);
    format!("{range} ({} · {whose})", zone.city())
}
