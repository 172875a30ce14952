//! How much time an agenda speaks of, for which clocks have to be known.

use super::model::Document;
use super::time::{Date, Instant, Moment, Span};

/// Two days on either side of the programme, so that every clock on Earth is covered.
const MARGIN: i64 = 2 * SECONDS_OF_DAY;

/// Seconds of a day of UTC.
pub(super) const SECONDS_OF_DAY: i64 = 86_400;

/// How far from the event's days an agenda can speak of, in days. A slip in a
/// year must not make a table of a century.
pub(super) const REACH: i32 = 366;

/// All the time that a document speaks of, with a margin.
pub(super) fn span(document: &Document) -> Span {
    let midnight = |date: Date| Instant(i64::from(date.0) * SECONDS_OF_DAY);
    let event = [midnight(document.event.start), midnight(Date(document.event.end.0 + 1))];
    let sessions = document.sessions.iter().flat_map(|session| [session.start, session.end]);
    let changes = document.revision.changes.iter().map(|change| match change.at {
        Moment::Day(date) => midnight(date),
        Moment::Instant(at) => at,
    });
    let all = || event.into_iter().chain(sessions.clone()).chain(changes.clone()).chain([document.revision.published]);
    let earliest = midnight(Date(document.event.start.0 - REACH));
    let latest = midnight(Date(document.event.end.0 + REACH));
    let start = all().min().unwrap_or(event[0]).max(earliest);
    let end = all().max().unwrap_or(event[1]).min(latest);
    Span { start: Instant(start.0 - MARGIN), end: Instant(end.0 + MARGIN) }
}
