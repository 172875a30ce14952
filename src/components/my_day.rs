//! A day of my schedule: between its sessions stands what is free.

use agenda::model::Session;
use agenda::time::Span;
use chrono::NaiveDate;

use super::bookmark::Bookmark;
use super::card::Card;
use super::day::DayFrame;
use super::gap::{Gap, gaps};
use super::past_fold::PastFold;
use crate::prelude::*;
use crate::state::now::use_now;
use crate::state::plan::use_plan;
use crate::state::programme::use_agenda;

/// What stands in a day, in order of time.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Entry {
    Session(&'static Session),
    Gap(Span),
}

impl Entry {
    fn start(self) -> i64 {
        match self {
            Self::Session(session) => session.span().start.timestamp(),
            Self::Gap(gap) => gap.start.timestamp(),
        }
    }

    /// Tells it from every other of the day.
    fn key(self) -> String {
        match self {
            Self::Session(session) => session.id.to_string(),
            Self::Gap(gap) => format!("{} {}", gap.start.timestamp(), gap.end.timestamp()),
        }
    }
}

/// The days on which there are sessions of my schedule.
#[component]
pub fn MyDays(
    /// The sessions, in order of time.
    sessions: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let agenda = use_agenda();
    let days = move || {
        let mut days: Vec<NaiveDate> = sessions.read().iter().map(|session| agenda.day_of(session)).collect();
        days.dedup();
        days
    };
    let day = move |day: NaiveDate| view! { <PastFold day><MyDay day sessions/></PastFold> };
    view! { <For each=days key=|day| *day children=day/> }
}

/// A day of my schedule.
#[component]
fn MyDay(
    /// The day.
    day: NaiveDate,
    /// The sessions of all days.
    sessions: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let (agenda, plan, now) = (use_agenda(), use_plan(), use_now());
    let on_day = Memo::new(move |_| {
        let sessions = sessions.read();
        sessions.iter().copied().filter(|session| agenda.day_of(session) == day).collect::<Vec<_>>()
    });
    let entries = move || {
        let mut entries: Vec<Entry> = on_day.get().into_iter().map(Entry::Session).collect();
        // By inserting, which takes less code than sorting.
        for gap in gaps(agenda, day, &plan.starred(), now.get()).into_iter().map(Entry::Gap) {
            let at = entries.partition_point(|entry| entry.start() <= gap.start());
            entries.insert(at, gap);
        }
        entries
    };
    let item = move |entry: Entry| match entry {
        Entry::Gap(gap) => view! { <li><Gap day gap/></li> },
        Entry::Session(session) => view! { <li><Card session><Bookmark session/></Card></li> },
    };
    view! {
        <DayFrame day sessions=on_day>
            <ul class="cards">
                <For each=entries key=|entry| entry.key() children=item/>
            </ul>
        </DayFrame>
    }
}
