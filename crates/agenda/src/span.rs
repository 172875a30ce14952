//! The stretch of time that an agenda covers, for which zone offsets are needed.

use chrono::{Days, NaiveDate};

use super::model::{ChangeDate, Document};
use super::time::{Span, from_unix, midnight, next_day};

/// Two days on either side of the programme, so that every clock on Earth is covered.
const MARGIN: i64 = 2 * super::time::SECONDS_OF_DAY;

/// How far from the event's days an agenda can reach, in days. A slip in a
/// year must not make a table of a century.
pub(super) const REACH: u64 = 366;

/// All the time that a document covers, with a margin.
pub(super) fn span(document: &Document) -> Span {
    let event = &document.event;
    let published = document.revision.published.to_utc();
    let mut span = Span { start: midnight(event.start), end: midnight(next_day(event.end)) };
    let mut reach = |other: Span| span = span.joined(other);
    reach(Span { start: published, end: published });
    for session in &document.sessions {
        reach(session.span());
    }
    for change in &document.revision.changes {
        let at = match change.at {
            ChangeDate::Day(date) => midnight(date),
            ChangeDate::Instant(at) => at.to_utc(),
        };
        reach(Span { start: at, end: at });
    }
    let day = |date: Option<NaiveDate>, event: NaiveDate| midnight(date.unwrap_or(event));
    let start = span.start.max(day(event.start.checked_sub_days(Days::new(REACH)), event.start));
    let end = span.end.min(day(event.end.checked_add_days(Days::new(REACH)), event.end));
    Span { start: from_unix(start.timestamp() - MARGIN), end: from_unix(end.timestamp() + MARGIN) }
}
