//! The day band: the visitor's 24 hours, and what falls where on them.

use leptos::prelude::*;

use crate::agenda::band::{lanes, pieces};
use crate::agenda::clock::{NIGHT_FROM, NIGHT_TO, Reading};
use crate::agenda::model::Session;
use crate::agenda::time::{MINUTES_OF_DAY, Span};
use crate::state::App;
use crate::state::times::Shown;

/// Height of the strip in its own units; its width is a minute a unit.
const HEIGHT: usize = 60;

/// Draws sessions of one day to scale; words that say the same stand in for it
/// where it cannot be seen.
#[component]
pub fn DayBand(app: App, sessions: Vec<&'static Session>) -> impl IntoView {
    let sessions = StoredValue::new(sessions);
    let words = move || sessions.with_value(|sessions| words(app, &app.times.shown(), sessions));
    let bars = move || sessions.with_value(|sessions| bars(app, &app.times.shown(), sessions));
    let now = move || {
        let now = app.clock.now();
        let shown = app.times.shown();
        let today = sessions.with_value(|sessions| {
            sessions.first().is_some_and(|first| app.agenda.venue().local(now).date == app.agenda.day_of(first))
        });
        let minute = shown.viewer.local(now).minute;
        today.then(|| view! { <rect class="band__now" x=minute width="4" height=HEIGHT /> })
    };
    let night = [(0, NIGHT_TO), (NIGHT_FROM, MINUTES_OF_DAY - NIGHT_FROM)]
        .map(|(from, width)| view! { <rect class="band__night" x=from width=width height=HEIGHT /> });
    let city = move || app.times.shown().viewer.city();
    view! {
        <figure class="band">
            <svg
                class="band__strip"
                viewBox=format!("0 0 {MINUTES_OF_DAY} {HEIGHT}")
                preserveAspectRatio="none"
                role="img"
                aria-label=words
            >
                {night.into_iter().collect_view()}
                {bars}
                {now}
            </svg>
            <figcaption class="band__hours" aria-hidden="true">
                <span>"0"</span>
                <span>"6"</span>
                <span>"12"</span>
                <span>"18"</span>
                <span>"24 " {city}</span>
            </figcaption>
        </figure>
    }
}

fn bars(app: App, shown: &Shown, sessions: &[&'static Session]) -> impl IntoView + use<> {
    let spans: Vec<Span> = sessions.iter().map(|session| session.span()).collect();
    let lanes = lanes(&spans);
    let height = HEIGHT / (lanes.iter().max().copied().unwrap_or(0) + 1);
    let bars = sessions.iter().zip(lanes).flat_map(|(session, lane)| {
        let hue = app.agenda.hue_of(session).map(|hue| hue.class()).unwrap_or_default();
        pieces(&shown.viewer, session.span()).into_iter().map(move |piece| {
            view! {
                <rect class=format!("band__bar {hue}") x=piece.from width=piece.minutes() y=lane * height height=height />
            }
        })
    });
    bars.collect_view()
}

fn words(app: App, shown: &Shown, sessions: &[&'static Session]) -> String {
    let readings: Vec<Reading> = sessions
        .iter()
        .map(|session| Reading::new(&shown.viewer, session.span(), app.agenda.day_of(session), shown.cycle))
        .collect();
    let times: Vec<String> = readings
        .iter()
        .map(|reading| match &reading.day {
            Some(day) => format!("{} {day}", reading.range),
            None => reading.range.clone(),
        })
        .collect();
    let nights = readings.iter().filter(|reading| reading.night).count();
    let night = match nights {
        0 => "none in your night".to_owned(),
        nights => format!("{nights} in your night"),
    };
    format!("24 hours in {}: {}; {night}", shown.viewer.city(), times.join(", "))
}
