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
    let mut span = Span { start: document.revision.published, end: document.revision.published };
    let mut reach = |at: Instant| span = span.joined(Span { start: at, end: at });
    reach(midnight(document.event.start));
    reach(midnight(Date(document.event.end.0 + 1)));
    for session in &document.sessions {
        reach(session.start);
        reach(session.end);
    }
    for change in &document.revision.changes {
        reach(match change.at {
            Moment::Day(date) => midnight(date),
            Moment::Instant(at) => at,
        });
    }
    let start = span.start.max(midnight(Date(document.event.start.0 - REACH)));
    let end = span.end.min(midnight(Date(document.event.end.0 + REACH)));
    Span { start: Instant(start.0 - MARGIN), end: Instant(end.0 + MARGIN) }
}
