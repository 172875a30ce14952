//! A time zone as a plain value: its offset from UTC over the stretch of time
//! that an agenda covers.
//!
//! The source of offsets (`Intl` in a browser, a tz database natively) is asked
//! once, when the table is made; everything after that is arithmetic.

mod built;
mod gazetteer;

use chrono::{DateTime, FixedOffset, Offset, Utc};

use super::time::{SECONDS_OF_DAY, Span, from_unix};

pub use built::BuiltZones;
pub use gazetteer::{Gazetteer, Offer};

/// Answers the offset from UTC of a zone's clocks at an instant; `None` when there is no such zone.
pub type OffsetAt<'a> = &'a dyn Fn(&str, DateTime<Utc>) -> Option<FixedOffset>;

/// A zone and its offsets over a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// IANA name, such as `Asia/Kathmandu`.
    pub name: String,
    first: FixedOffset,
    shifts: Vec<Shift>,
}

/// A change of a zone's offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// First instant with the new offset.
    pub at: DateTime<Utc>,
    /// The offset before.
    pub before: FixedOffset,
    /// The offset from then on.
    pub after: FixedOffset,
}

/// Which of two equal times of a night in which clocks go back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The one before the change.
    First,
    /// The one after it.
    Second,
}

impl Zone {
    /// Asks for the offset of each day of the span, and finds each change
    /// between two of them to the second.
    pub fn sample(name: &str, span: Span, offset_at: OffsetAt) -> Option<Self> {
        let ask = |at| offset_at(name, at);
        let first = ask(span.start)?;
        let mut shifts = Vec::new();
        let (mut at, mut before) = (span.start, first);
        while at < span.end {
            let next = from_unix(at.timestamp() + SECONDS_OF_DAY).min(span.end);
            let after = ask(next)?;
            if after != before {
                shifts.push(Shift { at: first_with(after, at, next, &ask)?, before, after });
            }
            (at, before) = (next, after);
        }
        Some(Self { name: name.to_owned(), first, shifts })
    }

    /// What times that were written with their offsets tell of a zone, in their order, for a reader who does not know it.
    /// Where all of them are in UTC they tell nothing, and so it is UTC.
    pub fn written(name: &str, times: impl Iterator<Item = DateTime<FixedOffset>>) -> Self {
        let utc = Utc.fix();
        let mut zone = Self { name: "UTC".to_owned(), first: utc, shifts: Vec::new() };
        for (index, time) in times.enumerate() {
            let (before, after) = (zone.offset_at(time.to_utc()), *time.offset());
            if index == 0 {
                zone.first = after;
            } else if after != before {
                zone.shifts.push(Shift { at: time.to_utc(), before, after });
            }
        }
        if zone.first != utc || !zone.shifts.is_empty() {
            name.clone_into(&mut zone.name);
        }
        zone
    }

    /// The offset from UTC. Outside the sampled span, that of its nearer end.
    pub fn offset_at(&self, at: DateTime<Utc>) -> FixedOffset {
        self.shifts.iter().rev().find(|shift| shift.at <= at).map_or(self.first, |shift| shift.after)
    }

    /// The date and time there.
    pub fn local(&self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        at.with_timezone(&self.offset_at(at))
    }

    /// Which of the two it is, where clocks that go back show this time twice.
    pub fn turn_at(&self, at: DateTime<Utc>) -> Option<Turn> {
        self.shifts.iter().find_map(|shift| {
            let back = shift.before.local_minus_utc() - shift.after.local_minus_utc();
            let since = at.timestamp() - shift.at.timestamp();
            match i64::from(back) {
                back if (-back..0).contains(&since) => Some(Turn::First),
                back if (0..back).contains(&since) => Some(Turn::Second),
                _ => None,
            }
        })
    }

    /// Changes of the offset inside the span.
    pub fn shifts_in(&self, span: Span) -> impl Iterator<Item = Shift> {
        self.shifts.iter().copied().filter(move |shift| span.contains(shift.at))
    }

    /// Whether the two clocks agree throughout the span.
    pub fn agrees_with(&self, other: &Self, span: Span) -> bool {
        let same_at = |at| self.offset_at(at) == other.offset_at(at);
        let shifts = self.shifts_in(span).chain(other.shifts_in(span));
        same_at(span.start) && shifts.map(|shift| shift.at).all(same_at)
    }

    /// The place it is named after, as people call it: `Kathmandu`.
    pub fn city(&self) -> String {
        city(&self.name)
    }
}

/// The place a zone is named after, as people call it. Those of no place are named by their offset, whose sign in their
/// name is that of going west: `Etc/GMT+5` is `UTC−5`.
pub fn city(zone: &str) -> String {
    let current = ALIASES.iter().find(|(_, old)| *old == zone).map_or(zone, |(new, _)| new);
    match current.strip_prefix("Etc/GMT").and_then(|west| west.parse::<i8>().ok()) {
        Some(west @ 1..) => format!("UTC−{west}"),
        Some(west @ ..0) => format!("UTC+{}", west.unsigned_abs()),
        Some(0) => "UTC".to_owned(),
        None if ["Etc/UTC", "Etc/GMT", "GMT"].contains(&current) => "UTC".to_owned(),
        None => current.rsplit('/').next().unwrap_or(current).replace('_', " "),
    }
}

/// Whether browsers that hide where they are claim to be in that zone.
pub fn may_hide(zone: &str) -> bool {
    zone == "Atlantic/Reykjavik" || city(zone) == "UTC"
}

/// Zones that browsers list by an old name (IANA `backward`) or without accents,
/// after the name that people use today.
const ALIASES: [(&str, &str); 19] = [
    ("America/Asunción", "America/Asuncion"),
    ("America/Bogotá", "America/Bogota"),
    ("America/Cancún", "America/Cancun"),
    ("America/Mérida", "America/Merida"),
    ("America/São_Paulo", "America/Sao_Paulo"),
    ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ("America/Nuuk", "America/Godthab"),
    ("Africa/Asmara", "Africa/Asmera"),
    ("Asia/Ho_Chi_Minh", "Asia/Saigon"),
    ("Asia/Kathmandu", "Asia/Katmandu"),
    ("Asia/Kolkata", "Asia/Calcutta"),
    ("Asia/Yangon", "Asia/Rangoon"),
    ("Atlantic/Faroe", "Atlantic/Faeroe"),
    ("Europe/Kyiv", "Europe/Kiev"),
    ("Pacific/Chuuk", "Pacific/Truk"),
    ("Pacific/Kanton", "Pacific/Enderbury"),
    ("Pacific/Pohnpei", "Pacific/Ponape"),
    ("Asia/Qostanay", "Asia/Kostanay"),
    ("America/Atikokan", "America/Coral_Harbour"),
];

/// The first instant after `low`, up to `high`, at which the offset is `offset`.
fn first_with(
    offset: FixedOffset,
    low: DateTime<Utc>,
    high: DateTime<Utc>,
    ask: &impl Fn(DateTime<Utc>) -> Option<FixedOffset>,
) -> Option<DateTime<Utc>> {
    let (mut low, mut high) = (low.timestamp(), high.timestamp());
    while high - low > 1 {
        let middle = low.midpoint(high);
        if ask(from_unix(middle))? == offset {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(from_unix(high))
}

#[cfg(test)]
pub(crate) mod tests;
