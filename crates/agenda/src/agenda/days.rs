//! The days of the programme, and the sessions that stand on each.

#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::Agenda;
use crate::model::Session;
use crate::time::words::{short_date, weekday_day};
use crate::time::{Span, next_day};

/// An event of up to so many days lists each of them; of a longer one, a series as a rule, those that have sessions.
const FEW: i64 = 14;

/// Over how many days a date may be named without its month.
const MONTHLESS: i64 = 27;

impl Agenda {
    /// The days on which sessions stand, and all of a short event, in order.
    pub fn days(&self) -> Vec<NaiveDate> {
        let event = self.event();
        let mut days = self.days_of(self.sessions().iter());
        if (event.end - event.start).num_days() < FEW {
            event.start.iter_days().take_while(|day| *day <= event.end).for_each(|day| add(&mut days, day));
        }
        days
    }

    /// The days with what each is called beside the others: `Mon 28`, and with its month where they are spread.
    pub fn named_days(&self) -> Vec<(NaiveDate, String)> {
        let days = self.days();
        let spread = days.first().zip(days.last()).map_or(0, |(first, last)| (*last - *first).num_days());
        let words = if spread > MONTHLESS { short_date } else { weekday_day };
        days.into_iter().map(|day| (day, words(day))).collect()
    }

    /// The days on which some of its sessions stand, in order.
    pub fn days_of<'a>(&self, sessions: impl Iterator<Item = &'a Session>) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        for session in sessions {
            let (first, last) = self.touched(session).into_inner();
            // An exhibition of half a year stands on the days of the others, and makes none of its own.
            let is_short = (last - first).num_days() < FEW;
            first
                .iter_days()
                .take_while(|day| *day <= last && (is_short || *day == first))
                .for_each(|day| add(&mut days, day));
        }
        days
    }

    /// The sessions that stand on a day of the event.
    pub fn sessions_on(&self, day: NaiveDate) -> impl Iterator<Item = &Session> {
        self.sessions().iter().filter(move |session| self.is_on(session, day))
    }

    /// Whether a session stands on a day: it starts on it at the venue or, where it is long, goes on then.
    pub fn is_on(&self, session: &Session, day: NaiveDate) -> bool {
        self.touched(session).contains(&day)
    }

    /// The day on which a session is found at a moment: the present one where it stands on that, or else its first.
    pub fn day_at(&self, session: &Session, now: DateTime<Utc>) -> NaiveDate {
        let today = self.day_then(now);
        let is_found = self.is_on(session, today) && self.days().contains(&today);
        if is_found { today } else { self.day_of(session) }
    }

    /// What of a session belongs to a day: all of it, but where it is long.
    pub fn part_on(&self, session: &Session, day: NaiveDate) -> Option<Span> {
        let span = session.span();
        if span.is_long() {
            return span.common(Span { start: self.start_of(day), end: self.start_of(next_day(day)) });
        }
        Some(span)
    }

    fn touched(&self, session: &Session) -> RangeInclusive<NaiveDate> {
        let (first, span) = (self.day_of(session), session.span());
        if !span.is_long() {
            return first..=first;
        }
        // What ends when a day begins is not on that day.
        first..=self.day_then(span.end - TimeDelta::seconds(1))
    }
}

/// Adds a day in its place, once.
fn add(days: &mut Vec<NaiveDate>, day: NaiveDate) {
    if let Err(place) = days.binary_search(&day) {
        days.insert(place, day);
    }
}
