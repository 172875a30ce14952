//! The day band: a strip of one zone's 24 hours with sessions drawn to scale.
//!
//! It shows the hour, not the date: what crosses midnight is drawn at both
//! ends, and words beside it name another day.

use super::clock::{NIGHT_FROM, NIGHT_TO};
use super::time::{MINUTES_OF_DAY, Span, from_unix, minute_of_day};
use super::zone::Zone;

/// A piece of the strip, in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it starts, 0 to 1439.
    pub from: i32,
    /// Where it ends, 1 to 1440.
    pub to: i32,
}

impl Piece {
    /// How long it is, in minutes.
    pub fn minutes(self) -> i32 {
        self.to - self.from
    }
}

/// The pieces of the strip that a span covers on that zone's clocks, in the
/// order in which they happen: one, or two where it crosses midnight.
pub fn pieces(zone: &Zone, span: Span) -> Vec<Piece> {
    let from = minute_of_day(&zone.local(span.start));
    let length = i32::try_from(span.minutes()).unwrap_or(MINUTES_OF_DAY).clamp(0, MINUTES_OF_DAY);
    let to = from + length;
    let first = Piece { from, to: to.min(MINUTES_OF_DAY) };
    let second = Piece { from: 0, to: (to - MINUTES_OF_DAY).max(0) };
    [first, second].into_iter().filter(|piece| piece.minutes() > 0).collect()
}

/// The parts of a span that are night on that zone's clocks, in order.
pub fn nights(zone: &Zone, span: Span) -> Vec<Span> {
    let mut nights: Vec<Span> = Vec::new();
    // Offsets, and the night's ends, are whole quarters of an hour.
    let mut start = from_unix(span.start.timestamp() - i64::from(minute_of_day(&zone.local(span.start)) % 15) * 60);
    while start < span.end {
        let end = from_unix(start.timestamp() + 15 * 60);
        let minute = minute_of_day(&zone.local(start));
        if !(NIGHT_TO..NIGHT_FROM).contains(&minute) {
            let part = Span { start: start.max(span.start), end: end.min(span.end) };
            match nights.last_mut() {
                Some(last) if last.end == part.start => last.end = part.end,
                _ => nights.push(part),
            }
        }
        start = end;
    }
    nights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_instant;
    use crate::zone::tests::offset;
    use chrono::{Offset, Utc};
    use proptest::prelude::*;

    fn utc(start: i64, minutes: i64) -> Vec<(i32, i32)> {
        let span = Span { start: from_unix(start * 60), end: from_unix((start + minutes) * 60) };
        let utc = Zone::sample("UTC", span, &|_, _| Some(Utc.fix())).expect("a zone without shifts");
        pieces(&utc, span).iter().map(|piece| (piece.from, piece.to)).collect()
    }

    #[test]
    fn draws_a_span_where_its_hours_are() {
        assert_eq!(utc(540, 90), [(540, 630)]);
        assert_eq!(utc(1_380, 120), [(1_380, 1_440), (0, 60)]);
        assert_eq!(utc(1_380, 60), [(1_380, 1_440)]);
        assert_eq!(utc(0, 3_000), [(0, 1_440)]);
    }

    #[test]
    fn nights_are_those_of_the_zone() {
        let at = |text: &str| parse_instant(text).expect(text).to_utc();
        let day = Span { start: at("2021-06-28T07:00:00Z"), end: at("2021-06-28T17:30:00Z") };
        for (name, expected) in [
            ("Europe/Copenhagen", vec![]),
            // From 16:15 UTC on, which is 22:00 there.
            ("Asia/Kathmandu", vec![("2021-06-28T16:15:00Z", "2021-06-28T17:30:00Z")]),
            ("America/Bogota", vec![("2021-06-28T07:00:00Z", "2021-06-28T12:00:00Z")]),
            ("Pacific/Kiritimati", vec![("2021-06-28T08:00:00Z", "2021-06-28T17:00:00Z")]),
        ] {
            let zone = Zone::sample(name, day, &offset).expect(name);
            let expected: Vec<_> =
                expected.iter().map(|(start, end)| Span { start: at(start), end: at(end) }).collect();
            assert_eq!(nights(&zone, day), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn what_has_a_night_is_in_the_night(start in 0..3_000_i64, minutes in 1..1_440_i64) {
            let span = Span { start: from_unix(start * 60), end: from_unix((start + minutes) * 60) };
            let utc = Zone::sample("UTC", span, &|_, _| Some(Utc.fix())).expect("a zone without shifts");
            let nights = nights(&utc, span);
            prop_assert_eq!(!nights.is_empty(), crate::clock::is_in_night(&utc, span));
            prop_assert!(nights.iter().all(|night| span.start <= night.start && night.start < night.end && night.end <= span.end));
        }

        #[test]
        fn pieces_are_as_long_as_the_span_and_stay_on_the_strip(start in 0..10_000_i64, minutes in 1..1_440_i64) {
            let pieces = utc(start, minutes);
            prop_assert_eq!(i64::from(pieces.iter().map(|(from, to)| to - from).sum::<i32>()), minutes);
            prop_assert!(pieces.iter().all(|(from, to)| 0 <= *from && from < to && *to <= 1_440));
        }
    }
}
