//! A time zone as a plain value: its offset from UTC over the stretch of time
//! that an agenda covers.
//!
//! Whoever knows zones (`Intl` in a browser, a tz database natively) is asked
//! once, when the table is made; everything after that is arithmetic.

use super::search::fold;
use super::time::{Instant, Local, Span};

/// Answers how many minutes a zone's clocks are ahead of UTC at an instant;
/// `None` when there is no such zone.
pub type OffsetAt<'a> = &'a dyn Fn(&str, Instant) -> Option<i32>;

const DAY: i64 = 86_400;

/// A zone and its offsets over a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// IANA name, such as `Asia/Kathmandu`.
    pub name: String,
    first: i32,
    shifts: Vec<Shift>,
}

/// A change of a zone's offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// First instant with the new offset.
    pub at: Instant,
    /// Minutes ahead of UTC before.
    pub before: i32,
    /// Minutes ahead of UTC from then on.
    pub after: i32,
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
            let next = Instant((at.0 + DAY).min(span.end.0));
            let after = ask(next)?;
            if after != before {
                shifts.push(Shift { at: first_with(after, at, next, &ask)?, before, after });
            }
            (at, before) = (next, after);
        }
        Some(Self { name: name.to_owned(), first, shifts })
    }

    /// Minutes ahead of UTC. Outside the sampled span, that of its nearer end.
    pub fn offset_at(&self, at: Instant) -> i32 {
        self.shifts.iter().rev().find(|shift| shift.at <= at).map_or(self.first, |shift| shift.after)
    }

    /// What the wall shows there.
    pub fn local(&self, at: Instant) -> Local {
        at.local(self.offset_at(at))
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

/// The place a zone is named after, as people call it.
pub fn city(zone: &str) -> String {
    let current = ALIASES.iter().find(|(_, old)| *old == zone).map_or(zone, |(new, _)| new);
    current.rsplit('/').next().unwrap_or(current).replace('_', " ")
}

/// Zones whose name or city begins a word with what was typed, best first.
/// Today's names find zones that the browser knows by an old one.
pub fn search<'a>(zones: &'a [String], typed: &str) -> Vec<&'a str> {
    let spaced = |name: &str| fold(name).replace(['/', '_', '-'], " ");
    let typed = spaced(typed);
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let found = |by_city: bool| {
        zones.iter().map(String::as_str).filter(move |zone| {
            let city = spaced(&city(zone));
            let names = format!(" {} {city}", spaced(zone));
            let is_city = city.starts_with(typed);
            if by_city { is_city } else { !is_city && names.contains(&format!(" {typed}")) }
        })
    };
    found(true).chain(found(false)).collect()
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
    offset: i32,
    mut low: Instant,
    mut high: Instant,
    ask: &impl Fn(Instant) -> Option<i32>,
) -> Option<Instant> {
    while high.0 - low.0 > 1 {
        let middle = Instant(low.0.midpoint(high.0));
        if ask(middle)? == offset {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::time::Date;
    use proptest::prelude::*;

    /// Offsets by an independent tz database.
    pub(crate) fn offset(zone: &str, at: Instant) -> Option<i32> {
        let zone = jiff::tz::TimeZone::get(zone).ok()?;
        let seconds = zone.to_offset(jiff::Timestamp::from_second(at.0).ok()?).seconds();
        Some(seconds / 60)
    }

    fn at(text: &str) -> Instant {
        Instant::parse(text).expect(text)
    }

    const ZONES: [&str; 10] = [
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "America/Bogota",
        "America/St_Johns",
        "Europe/Copenhagen",
        "Antarctica/Troll",
        "UTC",
    ];

    proptest! {
        #[test]
        fn a_table_agrees_with_its_source_at_every_instant(
            zone in 0..ZONES.len(),
            start in 1_500_000_000..1_700_000_000_i64,
            inside in 0..(400 * DAY),
        ) {
            let span = Span { start: Instant(start), end: Instant(start + 400 * DAY) };
            let table = Zone::sample(ZONES[zone], span, &offset).expect("a zone that exists");
            let at = Instant(start + inside);
            prop_assert_eq!(Some(table.offset_at(at)), offset(ZONES[zone], at));
        }
    }

    #[test]
    fn finds_a_half_hour_shift_to_the_second() {
        let span = Span { start: at("2021-04-01T00:00:00Z"), end: at("2021-04-05T00:00:00Z") };
        let zone = Zone::sample("Australia/Lord_Howe", span, &offset).expect("Lord Howe");
        let shifts: Vec<Shift> = zone.shifts_in(span).collect();
        assert_eq!(shifts, [Shift { at: at("2021-04-03T15:00:00Z"), before: 660, after: 630 }]);
        assert_eq!(zone.local(at("2021-04-03T14:59:59Z")).minute, 119);
        assert_eq!(zone.local(at("2021-04-03T15:00:00Z")).minute, 90);
    }

    #[test]
    fn tells_the_date_on_either_side_of_the_date_line() {
        let noon = at("2021-06-28T12:00:00Z");
        let span = Span { start: noon, end: Instant(noon.0 + DAY) };
        for (zone, date, minute) in [
            ("Pacific/Kiritimati", "2021-06-29", 120),
            ("Pacific/Pago_Pago", "2021-06-28", 60),
            ("Asia/Kathmandu", "2021-06-28", 17 * 60 + 45),
        ] {
            let local = Zone::sample(zone, span, &offset).expect(zone).local(noon);
            assert_eq!(local, Local { date: Date::parse(date).expect(date), minute }, "{zone}");
        }
    }

    #[test]
    fn knows_when_two_clocks_agree() {
        let zone = |name: &str, span| Zone::sample(name, span, &offset).expect("a zone");
        let summer = Span { start: at("2021-06-28T00:00:00Z"), end: at("2021-07-02T00:00:00Z") };
        let autumn = Span { start: at("2021-10-25T00:00:00Z"), end: at("2021-11-02T00:00:00Z") };
        assert!(zone("Europe/Copenhagen", summer).agrees_with(&zone("Africa/Johannesburg", summer), summer));
        assert!(!zone("Europe/Copenhagen", autumn).agrees_with(&zone("Africa/Johannesburg", autumn), autumn));
    }

    #[test]
    fn an_unknown_zone_has_no_table() {
        let span = Span { start: Instant(0), end: Instant(1) };
        assert_eq!(Zone::sample("Mars/Olympus", span, &offset), None);
    }

    #[test]
    fn names_places_as_people_do() {
        assert_eq!(city("Asia/Katmandu"), "Kathmandu");
        assert_eq!(city("America/Argentina/Buenos_Aires"), "Buenos Aires");
        assert_eq!(city("UTC"), "UTC");
        assert_eq!(city("America/Bogota"), "Bogotá");
    }

    #[test]
    fn search_finds_old_names_by_today_s_and_without_accents() {
        let zones: Vec<String> =
            ["America/Bogota", "America/Sao_Paulo", "Asia/Calcutta", "Asia/Katmandu", "Europe/Kiev", "UTC"]
                .map(str::to_owned)
                .to_vec();
        for (typed, found) in [
            ("kath", vec!["Asia/Katmandu"]),
            ("Katmandu", vec!["Asia/Katmandu"]),
            ("KOLKATA", vec!["Asia/Calcutta"]),
            ("são p", vec!["America/Sao_Paulo"]),
            ("bogotá", vec!["America/Bogota"]),
            ("asia/kat", vec!["Asia/Katmandu"]),
            ("utc", vec!["UTC"]),
            ("gota", vec![]),
            ("  ", vec![]),
        ] {
            assert_eq!(search(&zones, typed), found, "{typed}");
        }
    }
}
