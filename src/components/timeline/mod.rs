//! My schedule to scale: each day with its hours, what overlaps in lanes, what is free, my night,
//! and the present.
//!
//! It is made once the app is live, so places and lengths are handed to the stylesheet as custom
//! properties: minutes from the top, and lanes.

pub mod drawn;

use super::past_fold::PastFold;
use crate::prelude::*;
use crate::state::clocks::use_clocks;
use crate::state::now::use_now;
use crate::state::plan::use_plan;
use crate::state::programme::use_agenda;
use agenda::model::Session;
use agenda::time::Span;
use agenda::time::words::long_date;
use drawn::{Drawn, Ground, Slots};

/// The days on which something is starred.
#[component]
pub fn Timeline() -> impl IntoView {
    let (agenda, clocks, plan) = (use_agenda(), use_clocks(), use_plan());
    let days = move || {
        let (shown, starred) = (clocks.shown(), plan.starred());
        let drawn = |day| {
            let sessions = starred.iter().copied().filter(|session| agenda.is_on(session, day));
            let sessions: Vec<&'static Session> = sessions.collect();
            (Drawn::new(agenda, day, shown.clone(), &sessions), sessions)
        };
        let days = agenda.days_of(starred.iter().copied());
        let days: Vec<(Drawn, Vec<&'static Session>)> = days.into_iter().map(drawn).collect();
        // Side by side, days begin at the same height when they begin at the same hour.
        let first = days.iter().map(|(drawn, _)| drawn.begins()).min().unwrap_or_default();
        let day = |(drawn, sessions): (Drawn, Vec<&'static Session>)| {
            let later = drawn.begins() - first;
            view! {
                <PastFold day=drawn.day>
                    <Day drawn=drawn.clone() later sessions=sessions.clone()/>
                </PastFold>
            }
        };
        days.into_iter().map(day).collect_view()
    };
    view! { <div class="timelines">{move || days()}</div> }
}

#[component]
fn Day(
    /// The day, and how it is drawn.
    drawn: Drawn,
    /// How many minutes later in the day it begins than the earliest that is shown.
    later: i64,
    /// What is starred.
    sessions: Vec<&'static Session>,
) -> impl IntoView {
    let whose = drawn.shown.clocks.first();
    let whose = whose.map(|clock| format!("Hours in {} · {}", clock.city(), clock.whose_words()));
    let (day, frame, length) = (drawn.day, drawn.frame, drawn.frame.minutes().to_string());
    view! {
        <section class="timeline" id=day.to_string()>
            <div class="timeline__head">
                <h2>{long_date(day)}</h2>
                {whose.map(|words| view! { <p class="aside">{words}</p> })}
            </div>
            <div class="timeline__stage" style:--for=length style:--later=later.to_string()>
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
