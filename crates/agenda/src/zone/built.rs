//! The offsets that a build knew, which travel with the pages: a browser with older rules shows the hours of the build.

use chrono::{DateTime, FixedOffset};

use super::{OffsetAt, Shift, Zone};
use crate::Agenda;
use crate::time::{SECONDS_OF_DAY, Span, from_unix};

/// How much longer than the programme what is known covers, in seconds: a newer programme may take the place of the one
/// that was built.
const MARGIN: i64 = 31 * SECONDS_OF_DAY;

/// The zones of the venue and of the event's cities, over the time of the programme and a month more at either end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltZones {
    span: Span,
    zones: Vec<Zone>,
}

impl BuiltZones {
    /// The zones of an agenda.
    pub fn of(agenda: &Agenda, offset_at: OffsetAt) -> Self {
        let (event, span) = (agenda.event(), agenda.span());
        let (start, end) = (span.start.timestamp() - MARGIN, span.end.timestamp() + MARGIN);
        let span = Span { start: from_unix(start), end: from_unix(end) };
        let cities = event.cities.iter().map(|city| &*city.zone);
        let mut names: Vec<&str> = cities.chain([&*event.timezone]).collect();
        names.sort_unstable();
        names.dedup();
        Self { span, zones: names.into_iter().filter_map(|name| Zone::sample(name, span, offset_at)).collect() }
    }

    /// As one line: the span, then each zone with its first offset and, for each change of it, the instant and the
    /// offset from then on. All in seconds, as in `1592524800 1656590400;Asia/Kathmandu 20700`.
    pub fn text(&self) -> String {
        let seconds = |offset: FixedOffset| offset.local_minus_utc();
        let zones = self.zones.iter().map(|zone| {
            let shifts = zone.shifts.iter().map(|shift| format!(" {} {}", shift.at.timestamp(), seconds(shift.after)));
            format!(";{} {}{}", zone.name, seconds(zone.first), shifts.collect::<String>())
        });
        format!("{} {}{}", self.span.start.timestamp(), self.span.end.timestamp(), zones.collect::<String>())
    }

    /// Reads such a line; `None` for any other.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(';');
        let (start, end) = parts.next()?.split_once(' ')?;
        let span = Span { start: instant(start)?, end: instant(end)? };
        Some(Self { span, zones: parts.map(zone).collect::<Option<_>>()? })
    }

    /// The offset of a zone's clocks, where the build knew it.
    pub fn offset_at(&self, zone: &str, at: DateTime<chrono::Utc>) -> Option<FixedOffset> {
        let is_covered = self.span.start <= at && at <= self.span.end;
        let zone = self.zones.iter().find(|known| is_covered && known.name == zone)?;
        Some(zone.offset_at(at))
    }
}

fn zone(text: &str) -> Option<Zone> {
    let mut words = text.split(' ');
    let (name, first) = (words.next()?.to_owned(), offset(words.next()?)?);
    let (mut shifts, mut before) = (Vec::new(), first);
    while let Some(at) = words.next() {
        let after = offset(words.next()?)?;
        shifts.push(Shift { at: instant(at)?, before, after });
        before = after;
    }
    Some(Zone { name, first, shifts })
}

fn instant(text: &str) -> Option<DateTime<chrono::Utc>> {
    Some(from_unix(text.parse().ok()?))
}

fn offset(text: &str) -> Option<FixedOffset> {
    FixedOffset::east_opt(text.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::zone::tests::offset as known;
    use proptest::prelude::*;

    /// The sample in the week before clocks change.
    fn built() -> BuiltZones {
        let autumn = sample::SOURCE.replace("2021-06-2", "2021-10-2");
        BuiltZones::of(&Agenda::read(&autumn, &known).expect("an agenda"), &known)
    }

    proptest! {
        #[test]
        fn a_reader_has_the_offsets_of_the_build(seconds in 0..=70 * SECONDS_OF_DAY) {
            let built = built();
            let read = BuiltZones::read(&built.text());
            prop_assert_eq!(read.as_ref(), Some(&built));
            let at = from_unix(built.span.start.timestamp() + seconds.min((built.span.end - built.span.start).num_seconds()));
            for zone in ["Europe/Copenhagen", "Asia/Kathmandu"] {
                prop_assert_eq!(built.offset_at(zone, at), known(zone, at), "{} at {}", zone, at);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "[0-9 ;A-Za-z/-]{0,40}") {
            let _ = BuiltZones::read(&text);
        }
    }

    #[test]
    fn it_has_no_answer_beyond_what_the_build_knew() {
        let built = built();
        let inside = built.span.start;
        assert_eq!(built.offset_at("America/Bogota", inside), None);
        assert_eq!(built.offset_at("Europe/Copenhagen", from_unix(inside.timestamp() - 1)), None);
    }
}
