//! My schedule to scale: each day with its hours, what overlaps in lanes, what is free, my night,
//! and the present.
//!
//! It is made once the app is live, so places and lengths are handed to the stylesheet as custom
//! properties: minutes from the top, and lanes.

pub mod drawn;

use agenda::model::Session;
use agenda::time::Span;
use agenda::time::words::long_date;
use chrono::NaiveDate;

use crate::prelude::*;
use crate::routes::{View, use_links};
use crate::state::address::use_address;
use crate::state::clocks::{Shown, use_clocks};
use crate::state::now::use_now;
use crate::state::plan::use_plan;
use crate::state::programme::use_agenda;
use drawn::{Drawn, Ground, Slots};

/// The ways in which my schedule can be shown.
#[component]
pub fn Views() -> impl IntoView {
    let (address, links) = (use_address(), use_links());
    let entry = |(view, words): (View, &'static str)| {
        let current = move || (address.view() == view).then_some("page");
        view! {
            <li>
                <a href=links.to_view(view) aria-current=move || current()>{words}</a>
            </li>
        }
    };
    view! {
        <nav class="views" aria-label="Views of my schedule">
            <ul class="days">{[(View::List, "List"), (View::Timeline, "Timeline")].map(entry).collect_view()}</ul>
        </nav>
    }
}

/// The days on which something is starred.
#[component]
pub fn Timeline() -> impl IntoView {
    let (agenda, clocks, plan) = (use_agenda(), use_clocks(), use_plan());
    view! {
        {move || {
            let (shown, starred) = (clocks.shown(), plan.starred());
            let days = starred.chunk_by(|one, next| agenda.day_of(one) == agenda.day_of(next));
            let day = |sessions: &[&'static Session]| {
                let day = agenda.day_of(sessions.first()?);
                Some(view! { <Day day shown=shown.clone() sessions=sessions.to_vec()/> })
            };
            days.filter_map(day).collect_view()
        }}
    }
}

#[component]
fn Day(
    /// The day of the event.
    day: NaiveDate,
    /// The clocks that are shown.
    shown: Shown,
    /// What is starred.
    sessions: Vec<&'static Session>,
) -> impl IntoView {
    let whose = shown.clocks.first().map(|clock| format!("Hours in {} · {}", clock.city(), clock.whose_words()));
    let drawn = Drawn::new(use_agenda(), day, shown, &sessions);
    let (frame, length) = (drawn.frame, drawn.frame.minutes().to_string());
    view! {
        <section class="timeline" id=day.to_string()>
            <div class="timeline__head">
                <h2>{long_date(day)}</h2>
                {whose.map(|words| view! { <p class="aside">{words}</p> })}
            </div>
            <div class="timeline__stage" style:--for=length>
                <Ground drawn=drawn.clone()/>
                <ol class="timeline__slots">
                    <Slots drawn sessions/>
                </ol>
                <NowLine frame/>
            </div>
        </section>
    }
}

/// The line that marks the present, while the day is on.
#[component]
fn NowLine(
    /// What the day is drawn from and to.
    frame: Span,
) -> impl IntoView {
    let (clocks, now) = (use_clocks(), use_now());
    view! {
        {move || {
            let now = now.get().filter(|now| frame.contains(*now))?;
            let shown = clocks.shown();
            let words = format!("Now, {}", shown.cycle.time(shown.first().local(now).time()));
            let from = (now - frame.start).num_minutes().to_string();
            Some(view! { <p class="timeline__now" style:--from=from><span>{words}</span></p> })
        }}
    }
}
