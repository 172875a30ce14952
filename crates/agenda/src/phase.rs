//! Whether the event, and each session, is ahead, on or over.

use chrono::{DateTime, NaiveDate, Utc};

use super::Agenda;
use super::model::{Session, Status};
use super::time::Span;

/// The phase of a session at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It has yet to start.
    Ahead,
    /// It is on.
    Live,
    /// It is over.
    Over,
}

/// The phase of the event at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// Its first day is this many days away, at the venue.
    Before(i64),
    /// It is on: between the start of its first day and the end of its last session.
    During,
    /// It is over.
    After,
}

impl Phase {
    /// The phase of a session.
    pub fn of(session: &Session, now: DateTime<Utc>) -> Self {
        if now < session.start {
            Self::Ahead
        } else if now < session.end {
            Self::Live
        } else {
            Self::Over
        }
    }
}

impl Season {
    /// When the event begins and when it is over.
    pub fn turns(agenda: &Agenda) -> Span {
        Span { start: agenda.start_of(agenda.event().start), end: agenda.held().end }
    }

    /// The phase of the event.
    pub fn of(agenda: &Agenda, now: DateTime<Utc>) -> Self {
        let turns = Self::turns(agenda);
        if now < turns.start {
            Self::Before((agenda.event().start - agenda.day_then(now)).num_days())
        } else if now >= turns.end {
            Self::After
        } else {
            Self::During
        }
    }
}

/// Whether a day of the event is over while the event goes on.
pub fn is_past_day(agenda: &Agenda, day: NaiveDate, now: DateTime<Utc>) -> bool {
    Season::of(agenda, now) == Season::During && agenda.sessions_on(day).all(|session| session.end <= now)
}

/// Sessions that take place and are on, or, next, start together.
#[derive(Debug, Clone, PartialEq)]
pub struct NowAndNext<'a> {
    /// What is on.
    pub now: Vec<&'a Session>,
    /// What starts next; several when they start together.
    pub next: Vec<&'a Session>,
}

/// What is on and what starts next among the sessions, cancelled ones left out.
pub fn now_and_next<'a>(sessions: impl Iterator<Item = &'a Session>, now: DateTime<Utc>) -> NowAndNext<'a> {
    let held: Vec<&Session> = sessions.filter(|session| session.status != Status::Cancelled).collect();
    let in_phase = |phase| held.iter().copied().filter(move |session| Phase::of(session, now) == phase);
    let start = in_phase(Phase::Ahead).map(|session| session.start).min();
    NowAndNext {
        now: in_phase(Phase::Live).collect(),
        next: in_phase(Phase::Ahead).filter(|session| Some(session.start) == start).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::time::parse_instant;

    fn at(text: &str) -> DateTime<Utc> {
        parse_instant(text).expect(text).to_utc()
    }

    #[test]
    fn an_event_begins_when_its_first_day_does() {
        let agenda = sample::changed(&[("\"mode\"", "\"day_start\": \"05:00\", \"mode\"")]);
        for (now, season) in [
            ("2021-06-27T02:59:59Z", Season::Before(2)),
            ("2021-06-28T02:59:59Z", Season::Before(1)),
            ("2021-06-28T03:00:00Z", Season::During),
        ] {
            assert_eq!(Season::of(&agenda, at(now)), season, "{now}");
        }
    }

    #[test]
    fn the_event_goes_through_its_seasons_at_the_venue() {
        let agenda = sample::agenda();
        for (now, season) in [
            ("2021-06-26T21:59:59Z", Season::Before(2)),
            ("2021-06-26T22:00:00Z", Season::Before(1)),
            ("2021-06-27T22:00:00Z", Season::During),
            ("2021-06-29T14:59:59Z", Season::During),
            ("2021-06-29T15:00:00Z", Season::After),
        ] {
            assert_eq!(Season::of(&agenda, at(now)), season, "{now}");
        }
    }

    #[test]
    fn a_day_is_past_once_its_sessions_are_over_and_until_the_event_is() {
        let agenda = sample::agenda();
        let is_past = |day: &str, now| is_past_day(&agenda, crate::time::parse_date(day).expect(day), at(now));
        assert!(!is_past("2021-06-28", "2021-06-28T22:59:59Z"), "its last session ends at 23:00");
        assert!(is_past("2021-06-28", "2021-06-28T23:00:00Z"));
        assert!(!is_past("2021-06-29", "2021-06-28T23:00:00Z"));
        assert!(!is_past("2021-06-28", "2021-06-29T15:00:00Z"), "the event is over");
    }

    #[test]
    fn a_session_is_live_from_its_start_until_its_end() {
        let agenda = sample::agenda();
        let opening = agenda.session("opening").expect("in the sample");
        for (now, phase) in [
            ("2021-06-28T08:59:59Z", Phase::Ahead),
            ("2021-06-28T09:00:00Z", Phase::Live),
            ("2021-06-28T09:59:59Z", Phase::Live),
            ("2021-06-28T10:00:00Z", Phase::Over),
        ] {
            assert_eq!(Phase::of(opening, at(now)), phase, "{now}");
        }
    }

    #[test]
    fn next_is_what_starts_first_of_what_takes_place() {
        let agenda = sample::agenda();
        let ids = |now| {
            let found = now_and_next(agenda.sessions().iter(), at(now));
            let ids = |sessions: Vec<&Session>| sessions.iter().map(|s| s.id.to_string()).collect::<Vec<_>>();
            (ids(found.now), ids(found.next))
        };
        let none = Vec::<String>::new();
        assert_eq!(ids("2021-06-28T09:30:00Z"), (vec!["opening".to_owned()], vec!["late".to_owned()]));
        assert_eq!(ids("2021-06-29T16:00:00Z"), (none.clone(), none));
    }
}
