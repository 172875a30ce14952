//! The day band: the visitor's 24 hours, and what falls where on them.

use agenda::Agenda;
use agenda::band::pieces;
use agenda::clock::{NIGHT_FROM, NIGHT_TO, Reading};
use agenda::lanes::lanes;
use agenda::model::Session;
use agenda::time::{MINUTES_OF_DAY, Span, minute_of_day};
use chrono::{DateTime, NaiveDate, Utc};

use super::range::range_words;
use crate::prelude::*;
use crate::state::clocks::{Shown, use_clocks};
use crate::state::now::use_now;
use crate::state::programme::use_agenda;

/// Height of the strip in its own units; its width is a minute a unit.
const HEIGHT: usize = 60;

/// A bar of the strip, in its own units.
struct Bar {
    class: String,
    x: i32,
    width: i32,
    y: usize,
    height: usize,
}

/// Sessions of one day, drawn to scale. Words that say the same are its name.
#[component]
pub fn DayBand(
    /// The sessions.
    #[prop(into)]
    sessions: Signal<Vec<&'static Session>>,
    /// The day of the event, of which a session that goes on for longer is drawn.
    #[prop(optional)]
    day: Option<NaiveDate>,
) -> impl IntoView {
    let (agenda, clocks, now) = (use_agenda(), use_clocks(), use_now());
    let label = move || words(agenda, &clocks.shown(), &sessions.read());
    let drawn = move || bars(agenda, &clocks.shown(), &sessions.read(), day).into_iter().map(rect).collect_view();
    let line =
        move || now.get().and_then(|now| now_line(agenda, &clocks.shown(), &sessions.read(), day, now)).map(rect);
    let night = |x, width| rect(Bar { class: "band__night".to_owned(), x, width, y: 0, height: HEIGHT });
    view! {
        <figure class="band">
            <svg
                class="band__strip"
                viewBox=format!("0 0 {MINUTES_OF_DAY} {HEIGHT}")
                preserveAspectRatio="none"
                role="img"
                aria-label=move || label()
            >
                {night(0, NIGHT_TO)}
                {night(NIGHT_FROM, MINUTES_OF_DAY - NIGHT_FROM)}
                {move || drawn()}
                {move || line()}
            </svg>
            <figcaption class="band__hours" aria-hidden="true">
                <span>{"0"}</span>
                <span>{"6"}</span>
                <span>{"12"}</span>
                <span>{"18"}</span>
                <span>{"24"}</span>
                <span class="band__city">{move || clocks.shown().viewer.city()}</span>
            </figcaption>
        </figure>
    }
}

fn rect(Bar { class, x, width, y, height }: Bar) -> impl IntoView {
    view! {
        <rect
            class=class
            x=x.to_string()
            width=width.to_string()
            y=y.to_string()
            height=height.to_string()
        ></rect>
    }
}

fn bars(agenda: &Agenda, shown: &Shown, sessions: &[&Session], day: Option<NaiveDate>) -> Vec<Bar> {
    let part = |session: &Session| day.and_then(|day| agenda.part_on(session, day)).unwrap_or(session.span());
    let spans: Vec<Span> = sessions.iter().map(|session| part(session)).collect();
    let lanes = lanes(&spans);
    let height = HEIGHT / (lanes.iter().map(|lane| lane.index).max().unwrap_or(0) + 1);
    let bars = sessions.iter().zip(lanes).flat_map(|(session, lane)| {
        let class = format!("band__bar {}", agenda.hue_class(session));
        let bar = move |piece: agenda::band::Piece| Bar {
            class: class.clone(),
            x: piece.from,
            width: piece.minutes(),
            y: lane.index * height,
            height,
        };
        pieces(&shown.viewer, part(session)).into_iter().map(bar)
    });
    bars.collect()
}

/// The line that marks the present, on the day of the event that it is.
fn now_line(
    agenda: &Agenda,
    shown: &Shown,
    sessions: &[&Session],
    day: Option<NaiveDate>,
    now: DateTime<Utc>,
) -> Option<Bar> {
    let today = agenda.day_then(now);
    let is_today = match day {
        Some(day) => day == today,
        None => agenda.is_on(sessions.first()?, today),
    };
    let x = minute_of_day(&shown.viewer.local(now));
    is_today.then(|| Bar { class: "band__now".to_owned(), x, width: 4, y: 0, height: HEIGHT })
}

fn words(agenda: &Agenda, shown: &Shown, sessions: &[&Session]) -> String {
    let mut nights = 0;
    let times = sessions.iter().map(|session| {
        let reading = Reading::new(&shown.viewer, session.span(), agenda.day_of(session), shown.cycle);
        nights += i32::from(shown.is_night(session.span()));
        let range = range_words(&reading.range);
        reading.day.map_or_else(|| range.clone(), |day| format!("{range} {day}"))
    });
    let times: Vec<String> = times.collect();
    let night = match nights {
        _ if !shown.knows_viewer => String::new(),
        0 => "; none in your night".to_owned(),
        nights => format!("; {nights} in your night"),
    };
    format!("24 hours in {}: {}{night}", shown.viewer.city(), times.join(", "))
}
