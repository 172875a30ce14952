//! The free stretches of a day between the sessions that are starred, and what would fit there.

use agenda::Agenda;
use agenda::clock::Reading;
use agenda::model::Session;
use agenda::plan;
use agenda::time::{Span, duration, rfc3339};
use chrono::{DateTime, NaiveDate, Utc};

use super::card::{Card, counted};
use super::range::range_words;
use super::unfolding::Unfolding;
use crate::prelude::*;
use crate::state::address::use_address;
use crate::state::clocks::{Shown, use_clocks};
use crate::state::plan::use_plan;
use crate::state::programme::use_agenda;

/// The anchor of a gap in my schedule.
pub fn anchor(gap: Span) -> String {
    format!("free-{}", rfc3339(gap.start))
}

/// The free stretches of a day of the event that are not over.
pub fn gaps(agenda: &Agenda, day: NaiveDate, starred: &[&Session], now: Option<DateTime<Utc>>) -> Vec<Span> {
    let frame = plan::frame(agenda.sessions_on(day));
    let mut gaps = frame.map(|frame| plan::gaps(frame, starred)).unwrap_or_default();
    gaps.retain(|gap| now.is_none_or(|now| now < gap.end));
    gaps
}

/// A gap with what fits there.
#[component]
pub fn Gap(
    /// The day of the event.
    day: NaiveDate,
    /// The gap.
    gap: Span,
) -> impl IntoView {
    let (agenda, plan, address) = (use_agenda(), use_plan(), use_address());
    let fits = Memo::new(move |_| plan::fits(gap, agenda.sessions(), &plan.starred()));
    // Another order of what fits there closes nothing that is open.
    let fits_any = Memo::new(move |_| !fits.read().is_empty());
    let words = move || {
        let number = counted(fits.read().len(), "session")?;
        let verb = if fits.read().len() == 1 { "fits" } else { "fit" };
        Some(format!(" · {number} {verb} here"))
    };
    let summary = move || view! { <GapTime day gap/> {move || words()} };
    let is_here = Signal::derive(move || address.has_anchor(&anchor(gap)));
    view! {
        {move || if fits_any.get() {
            view! {
                <Unfolding class="gap" id=anchor(gap) open=is_here summary>
                    <ul class="cards">
                        <For
                            each=move || fits.get()
                            key=|session| session.id.to_string()
                            children=|session| view! { <li><Card session in_place=true/></li> }
                        />
                    </ul>
                </Unfolding>
            }
        } else {
            view! { <p class="gap" id=anchor(gap)><GapTime day gap/></p> }
        }}
    }
}

/// When a gap is, and how long.
#[component]
fn GapTime(
    /// The day of the event.
    day: NaiveDate,
    /// The gap.
    gap: Span,
) -> impl IntoView {
    let clocks = use_clocks();
    view! {
        <strong>{"Free "}</strong>
        {move || range(&clocks.shown(), day, gap)}
        {format!(" ({})", duration(gap.minutes()))}
    }
}

/// When a gap is on the clock to go by, and whose clock that is.
fn range(shown: &Shown, day: NaiveDate, gap: Span) -> String {
    let zone = shown.first();
    let reading = Reading::new(zone, gap, day, shown.cycle);
    let mark = reading.day.map(|day| format!(" {day}")).unwrap_or_default();
    format!("{}{mark}, {} time", range_words(&reading.range), zone.city())
}
