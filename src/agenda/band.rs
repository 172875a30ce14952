//! The day band: a strip of one zone's 24 hours with sessions drawn to scale.
//!
//! It shows the hour, not the date: what crosses midnight is drawn at both
//! ends, and the day that differs is told beside it in words.

use super::time::{MINUTES_OF_DAY, Span};
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
    let from = zone.local(span.start).minute;
    let length = i32::try_from(span.minutes()).unwrap_or(MINUTES_OF_DAY).clamp(0, MINUTES_OF_DAY);
    let to = from + length;
    let first = Piece { from, to: to.min(MINUTES_OF_DAY) };
    let second = Piece { from: 0, to: (to - MINUTES_OF_DAY).max(0) };
    [first, second].into_iter().filter(|piece| piece.minutes() > 0).collect()
}

/// For each span the lowest lane in which it overlaps none before it, so that
/// sessions held at the same time are drawn one above the other.
pub fn lanes(spans: &[Span]) -> Vec<usize> {
    let mut taken: Vec<usize> = Vec::with_capacity(spans.len());
    for (index, span) in spans.iter().enumerate() {
        let before = || spans.iter().take(index).zip(&taken);
        let is_free = |lane: &usize| !before().any(|(other, taken)| taken == lane && other.overlaps(*span));
        let lane = (0..=index).find(is_free).unwrap_or(index);
        taken.push(lane);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::time::Instant;
    use proptest::prelude::*;

    fn utc(start: i64, minutes: i64) -> Vec<(i32, i32)> {
        let span = Span { start: Instant(start * 60), end: Instant((start + minutes) * 60) };
        let utc = Zone::sample("UTC", span, &|_, _| Some(0)).expect("a zone without shifts");
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
    fn sessions_held_at_once_lie_in_lanes_of_their_own() {
        let span = |start, end| Span { start: Instant(start), end: Instant(end) };
        let spans = [span(0, 10), span(5, 15), span(10, 20), span(15, 16), span(16, 17)];
        assert_eq!(lanes(&spans), [0, 1, 0, 1, 1]);
    }

    proptest! {
        #[test]
        fn pieces_are_as_long_as_the_span_and_stay_on_the_strip(start in 0..10_000_i64, minutes in 1..1_440_i64) {
            let pieces = utc(start, minutes);
            prop_assert_eq!(i64::from(pieces.iter().map(|(from, to)| to - from).sum::<i32>()), minutes);
            prop_assert!(pieces.iter().all(|(from, to)| 0 <= *from && from < to && *to <= 1_440));
        }
    }
}
