//! Lanes: sessions held at the same time lie side by side.

use super::time::Span;

/// Where a span lies among those that it is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lane {
    /// Its lane, from 0.
    pub index: usize,
    /// How many lanes its cluster has: all that overlaps without a break.
    pub of: usize,
}

/// For each span, in order of their starts, the lowest lane that is free, and how
/// many lanes its cluster has: as many as are in use at once.
pub fn lanes(spans: &[Span]) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::with_capacity(spans.len());
    // When each lane of the cluster is free again.
    let mut free = Vec::new();
    let mut first = 0;
    for span in spans {
        if free.iter().all(|end| *end <= span.start) {
            close(&mut lanes, first, free.len());
            first = lanes.len();
            free.clear();
        }
        let index = free.iter().position(|end| *end <= span.start).unwrap_or(free.len());
        match free.get_mut(index) {
            Some(end) => *end = span.end,
            None => free.push(span.end),
        }
        lanes.push(Lane { index, of: 1 });
    }
    close(&mut lanes, first, free.len());
    lanes
}

/// Sets the number of lanes in a cluster that begins at `first`.
fn close(lanes: &mut [Lane], first: usize, of: usize) {
    lanes.iter_mut().skip(first).for_each(|lane| lane.of = of);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::from_unix;
    use chrono::{DateTime, Utc};
    use proptest::prelude::*;

    fn spans(minutes: &[(i64, i64)]) -> Vec<Span> {
        let span = |(start, end): &(i64, i64)| Span { start: from_unix(start * 60), end: from_unix(end * 60) };
        minutes.iter().map(span).collect()
    }

    #[test]
    fn sessions_held_at_once_lie_in_lanes_of_their_own() {
        let cases = [
            (vec![], vec![]),
            (vec![(0, 10), (10, 20)], vec![(0, 1), (0, 1)]),
            (vec![(0, 10), (5, 15), (10, 20), (15, 16), (16, 17)], vec![(0, 2), (1, 2), (0, 2), (1, 2), (1, 2)]),
            // Three regional meetings, and one after them.
            (vec![(600, 690), (600, 690), (660, 750), (1_020, 1_110)], vec![(0, 3), (1, 3), (2, 3), (0, 1)]),
        ];
        for (minutes, expected) in cases {
            let found: Vec<_> = lanes(&spans(&minutes)).iter().map(|lane| (lane.index, lane.of)).collect();
            assert_eq!(found, expected, "{minutes:?}");
        }
    }

    proptest! {
        #[test]
        fn lanes_never_overlap_and_are_as_few_as_can_be(starts in prop::collection::vec((0..300_i64, 1..90_i64), 0..40)) {
            let mut minutes: Vec<_> = starts.into_iter().map(|(start, length)| (start, start + length)).collect();
            minutes.sort_unstable();
            let spans = spans(&minutes);
            let lanes = lanes(&spans);
            prop_assert_eq!(lanes.len(), spans.len());
            for (index, (span, lane)) in spans.iter().zip(&lanes).enumerate() {
                prop_assert!(lane.index < lane.of);
                for (other, there) in spans.iter().zip(&lanes).take(index).filter(|(other, _)| other.overlaps(*span)) {
                    prop_assert!(lane.index != there.index, "{:?} {:?}", span, other);
                    prop_assert_eq!(lane.of, there.of);
                }
                // No cluster has more lanes than sessions at its busiest moment.
                let at_once = |at: DateTime<Utc>| spans.iter().filter(|other| other.contains(at)).count();
                let cluster = spans.iter().zip(&lanes).filter(|(_, there)| there.of == lane.of);
                let busiest = cluster.map(|(other, _)| at_once(other.start)).max();
                prop_assert!(busiest >= Some(lane.of));
            }
        }
    }
}
