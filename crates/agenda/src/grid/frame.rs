//! From when to when each session is drawn on a day.

use chrono::NaiveDate;

use crate::Agenda;
use crate::model::Session;
use crate::time::Span;

/// The sessions with what is drawn of them, in order of that. What goes on from the day before, or to the day after, is
/// drawn from the first to the last time of all others, where those leave something of each: an exhibition must not
/// stretch the day to 24 hours.
pub(super) fn drawn<'a>(agenda: &Agenda, day: NaiveDate, sessions: &[&'a Session]) -> Vec<(Span, &'a Session)> {
    let part = |session: &Session| agenda.part_on(session, day).unwrap_or(session.span());
    // The times of day that sessions themselves have.
    let times = sessions.iter().flat_map(|session| {
        let (own, part) = (session.span(), part(session));
        [Some(own.start).filter(|at| *at == part.start), Some(own.end).filter(|at| *at == part.end)]
    });
    let frame = times.flatten().map(|at| Span { start: at, end: at }).reduce(Span::joined);
    let within = |session: &Session| {
        let (own, part) = (session.span(), part(session));
        let frame = frame.unwrap_or(part);
        let start = if own.start < part.start { frame.start.max(part.start) } else { part.start };
        let end = if own.end > part.end { frame.end.min(part.end) } else { part.end };
        Span { start, end }
    };
    let is_enough = sessions.iter().map(|session| within(session)).all(|span| span.start < span.end);
    // They are in order already but for what is long; inserting has less code than sorting.
    let mut all: Vec<(Span, &Session)> = Vec::with_capacity(sessions.len());
    for session in sessions {
        let span = if is_enough { within(session) } else { part(session) };
        let place = all.partition_point(|(other, _)| (other.start, other.end) <= (span.start, span.end));
        all.insert(place, (span, session));
    }
    all
}
