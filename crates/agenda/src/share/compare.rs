//! Two schedules side by side, and the time that both have free.

use chrono::NaiveDate;

use super::super::Agenda;
use super::super::model::Session;
use super::super::plan::{frame, gaps};
use super::super::time::Span;

/// In whose schedule a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// In both.
    Both,
    /// In the visitor's own.
    Mine,
    /// In the other one.
    Theirs,
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part<'a> {
    /// A session of one or both.
    Session(&'a Session, Whose),
    /// Time that both have free.
    Free(Span),
}

/// What both hold, by days on which either has something, in order of time.
pub fn compare<'a>(agenda: &'a Agenda, mine: &[String], theirs: &[String]) -> Vec<(NaiveDate, Vec<Part<'a>>)> {
    let whose = |session: &Session| match (has(mine, session), has(theirs, session)) {
        (true, true) => Some(Whose::Both),
        (true, false) => Some(Whose::Mine),
        (false, true) => Some(Whose::Theirs),
        (false, false) => None,
    };
    let day = |date: NaiveDate| {
        let mut parts: Vec<Part> = Vec::new();
        let mut either: Vec<&Session> = Vec::new();
        for session in agenda.sessions_on(date) {
            if let Some(whose) = whose(session) {
                parts.push(Part::Session(session, whose));
                either.push(session);
            }
        }
        let frame = frame(agenda.sessions_on(date)).filter(|_| !either.is_empty());
        for free in frame.map(|frame| gaps(frame, &either)).unwrap_or_default() {
            let place = parts.partition_point(|part| part.span().start <= free.start);
            parts.insert(place, Part::Free(free));
        }
        (date, parts)
    };
    agenda.days().into_iter().map(day).filter(|(_, parts)| !parts.is_empty()).collect()
}

fn has(ids: &[String], session: &Session) -> bool {
    ids.iter().any(|id| **id == *session.id)
}

impl Part<'_> {
    /// When it is.
    pub fn span(&self) -> Span {
        match self {
            Self::Session(session, _) => session.span(),
            Self::Free(span) => *span,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn compared(mine: &[&str], theirs: &[&str]) -> Vec<String> {
        let agenda = sample::agenda();
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let words = |part: Part| match part {
            Part::Session(session, whose) => format!("{} {whose:?}", session.id),
            Part::Free(span) => format!("free {} min", span.minutes()),
        };
        let days = compare(&agenda, &ids(mine), &ids(theirs)).into_iter();
        days.flat_map(|(date, parts)| [date.to_string()].into_iter().chain(parts.into_iter().map(words))).collect()
    }

    #[test]
    fn each_session_has_its_owner() {
        assert_eq!(
            compared(&["opening", "late", "gone"], &["late", "closing"]),
            ["2021-06-28", "opening Mine", "free 660 min", "late Both", "2021-06-29", "closing Theirs"]
        );
    }

    #[test]
    fn free_is_what_neither_has_of_the_days_programme() {
        assert_eq!(compared(&["opening"], &[]), ["2021-06-28", "opening Mine", "free 780 min"]);
        assert_eq!(compared(&[], &["late"]), ["2021-06-28", "free 720 min", "late Theirs"]);
        assert_eq!(compared(&[], &[]), [""; 0]);
    }
}
