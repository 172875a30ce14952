//! How times are written: hours, ranges, and the marks that keep a visitor
//! from coming at the wrong hour.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike, Utc};

use super::time::words::short_date;
use super::time::{MINUTES_OF_DAY, Span, duration, minute_of_day, minutes_since};
use super::zone::{Turn, Zone};

/// First minute of the night, 22:00.
pub const NIGHT_FROM: i32 = 22 * 60;
/// First minute after the night, 07:00.
pub const NIGHT_TO: i32 = 7 * 60;

/// How hours are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HourCycle {
    /// 00:00 to 23:59.
    H24,
    /// 12:00 am to 11:59 pm.
    H12,
}

/// A span as some clock shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// As in `23:30–01:00` or `11:30 pm–1:00 am`; with dates where it [spells them](Reading::has_dates).
    pub range: String,
    /// As in `+1 day`: the date there against the day of the event, at the start. Nothing where dates are spelt.
    pub day: Option<String>,
}

impl HourCycle {
    /// A time of day, as in `14:05` or `2:05 pm`.
    pub fn time(self, time: NaiveTime) -> String {
        match self {
            Self::H24 => self.digits(time),
            Self::H12 => format!("{} {}", self.digits(time), half(time)),
        }
    }

    /// Two times of day with a dash between; am or pm is written once where both
    /// are in the same half of the day. What the wall shows twice has a word for which it is.
    fn range(self, zone: &Zone, span: Span) -> String {
        let (start, end) = (zone.local(span.start), zone.local(span.end));
        let is_same_day = start.date_naive() == end.date_naive();
        let (from, to) = (start.time(), end.time());
        let shared = self == Self::H12 && half(from) == half(to) && is_same_day;
        let first = if shared { self.digits(from) } else { self.time(from) };
        let (first, last) = (turned(zone, span.start, first), turned(zone, span.end, self.time(to)));
        if Reading::has_dates(zone, span) {
            let (from, to) = (short_date(start.date_naive()), short_date(end.date_naive()));
            // A line may end after the dash, and does not begin with it.
            return format!("{from}, {first}\u{a0}– {to}, {last}");
        }
        format!("{first}–{last}")
    }

    fn digits(self, time: NaiveTime) -> String {
        let minute = time.minute();
        match self {
            Self::H24 => format!("{:02}:{minute:02}", time.hour()),
            Self::H12 => format!("{}:{minute:02}", time.hour12().1),
        }
    }
}

impl Reading {
    /// What the clock of that zone shows for a span that belongs to that day of the event.
    pub fn new(zone: &Zone, span: Span, day: NaiveDate, cycle: HourCycle) -> Self {
        let days = (zone.local(span.start).date_naive() - day).num_days();
        let day = if Self::has_dates(zone, span) { None } else { day_mark(days) };
        Self { range: cycle.range(zone, span), day }
    }

    /// Whether its range spells both dates: hours alone would not tell that it goes on for so long.
    pub fn has_dates(zone: &Zone, span: Span) -> bool {
        span.is_long() && zone.local(span.start).date_naive() != zone.local(span.end).date_naive()
    }
}

/// As in `+1 day` or `−1 day`; nothing for the same day.
pub fn day_mark(days: i64) -> Option<String> {
    let sign = if days < 0 { '−' } else { '+' };
    match days.abs() {
        0 => None,
        1 => Some(format!("{sign}1 day")),
        more => Some(format!("{sign}{more} days")),
    }
}

/// Whether any of the span falls between 22:00 and 07:00 on that zone's clocks.
pub fn is_in_night(zone: &Zone, span: Span) -> bool {
    let start = minute_of_day(&zone.local(span.start));
    let end = start + i32::try_from(span.minutes()).unwrap_or(MINUTES_OF_DAY).min(MINUTES_OF_DAY);
    start < NIGHT_TO || end > NIGHT_FROM
}

/// Whether a span takes sleep from somebody in that zone. Of what takes more than half a day that goes without saying.
pub fn disturbs_night(zone: &Zone, span: Span) -> bool {
    !span.is_long() && is_in_night(zone, span)
}

/// What a change of a zone's clocks does, as in `go forward by 1 h`.
pub fn shift_words(before: FixedOffset, after: FixedOffset) -> String {
    let seconds = after.local_minus_utc() - before.local_minus_utc();
    let way = if seconds > 0 { "forward" } else { "back" };
    format!("go {way} by {}", duration(i64::from(seconds.abs() / 60)))
}

/// How long until a moment, as in `in 2 h 5 min` or `in 3 days`.
pub fn until(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    match minutes_since(at, now) {
        ..=0 => "now".to_owned(),
        minutes @ 1..=1_439 => format!("in {}", duration(minutes)),
        1_440..=1_499 => "in 1 day".to_owned(),
        minutes @ 1_500..=2_879 => format!("in 1 day {} h", minutes % 1_440 / 60),
        minutes => format!("in {} days", minutes / 1_440),
    }
}

/// How long ago a moment was, as in `2 h ago`.
pub fn ago(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    match minutes_since(now, at) {
        ..=1 => "just now".to_owned(),
        minutes @ 2..=59 => format!("{minutes} min ago"),
        minutes @ 60..=2_879 => format!("{} h ago", minutes / 60),
        minutes => format!("{} days ago", minutes / 1_440),
    }
}

fn turned(zone: &Zone, at: DateTime<Utc>, time: String) -> String {
    match zone.turn_at(at) {
        Some(Turn::First) => format!("first {time}"),
        Some(Turn::Second) => format!("second {time}"),
        None => time,
    }
}

fn half(time: NaiveTime) -> &'static str {
    if time.hour12().0 { "pm" } else { "am" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{from_unix, parse_date, parse_instant};
    use crate::zone::tests::offset;

    fn at(text: &str) -> DateTime<Utc> {
        parse_instant(text).expect(text).to_utc()
    }

    fn reading(zone: &str, start: &str, end: &str, day: &str, cycle: HourCycle) -> (String, Option<String>, bool) {
        let span = Span { start: at(start), end: at(end) };
        // Sampled with a margin, as that of an agenda is.
        let wide = |at: DateTime<Utc>, days: i64| from_unix(at.timestamp() + days * 86_400);
        let wide = Span { start: wide(span.start, -2), end: wide(span.end, 2) };
        let zone = Zone::sample(zone, wide, &offset).expect(zone);
        let Reading { range, day } = Reading::new(&zone, span, parse_date(day).expect(day), cycle);
        (range, day, is_in_night(&zone, span))
    }

    #[test]
    fn reads_a_span_on_any_clock() {
        let cases = [
            ("Europe/Copenhagen", "14:00–15:30", None, false),
            ("America/Bogota", "07:00–08:30", None, false),
            ("Asia/Kathmandu", "17:45–19:15", None, false),
            ("Pacific/Kiritimati", "02:00–03:30", Some("+1 day"), true),
            ("Pacific/Pago_Pago", "01:00–02:30", None, true),
            ("Australia/Lord_Howe", "22:30–00:00", None, true),
        ];
        for (zone, range, day, night) in cases {
            let read = reading(zone, "2021-06-28T12:00:00Z", "2021-06-28T13:30:00Z", "2021-06-28", HourCycle::H24);
            assert_eq!(read, (range.to_owned(), day.map(str::to_owned), night), "{zone}");
        }
    }

    #[test]
    fn the_night_runs_from_22_to_7() {
        for (start, end, night) in [
            ("T05:30:00Z", "T06:59:00Z", true),
            ("T07:00:00Z", "T22:00:00Z", false),
            ("T07:00:00Z", "T22:01:00Z", true),
            ("T22:00:00Z", "T22:30:00Z", true),
        ] {
            let (start, end) = (format!("2021-06-28{start}"), format!("2021-06-28{end}"));
            assert_eq!(reading("UTC", &start, &end, "2021-06-28", HourCycle::H24).2, night, "{start}");
        }
    }

    #[test]
    fn twelve_hours_have_am_or_pm() {
        for (start, end, range) in [
            ("T00:00:00Z", "T01:30:00Z", "12:00–1:30 am"),
            ("T11:30:00Z", "T12:30:00Z", "11:30 am–12:30 pm"),
            ("T13:05:00Z", "T14:00:00Z", "1:05–2:00 pm"),
        ] {
            let (start, end) = (format!("2021-06-28{start}"), format!("2021-06-28{end}"));
            assert_eq!(reading("UTC", &start, &end, "2021-06-28", HourCycle::H12).0, range);
        }
    }

    #[test]
    fn a_long_span_names_both_dates_and_a_repeated_hour_which_it_is() {
        for (start, end, range) in [
            ("2026-10-26T17:00:00Z", "2026-10-27T17:00:00Z", "Mon 26 Oct, 18:00\u{a0}– Tue 27 Oct, 18:00"),
            ("2026-10-24T07:00:00Z", "2026-10-26T16:00:00Z", "Sat 24 Oct, 09:00\u{a0}– Mon 26 Oct, 17:00"),
            ("2026-10-24T20:00:00Z", "2026-10-24T23:00:00Z", "22:00–01:00"),
            ("2026-10-24T06:00:00Z", "2026-10-24T21:00:00Z", "08:00–23:00"),
            ("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "first 02:30–second 02:30"),
            ("2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z", "first 02:45–second 02:15"),
            ("2026-10-24T23:00:00Z", "2026-10-25T02:00:00Z", "01:00–03:00"),
        ] {
            let read = reading("Europe/Copenhagen", start, end, "2026-10-20", HourCycle::H24);
            assert_eq!(read.0, range, "{start}");
            assert_eq!(read.1.is_none(), range.contains("Oct"), "{start}");
        }
        let (start, end) = ("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z");
        let half_day = reading("Europe/Copenhagen", start, end, "2026-10-25", HourCycle::H12);
        assert_eq!(half_day.0, "first 2:30–second 2:30 am");
    }

    #[test]
    fn marks_the_day_that_differs() {
        for (days, mark) in [(0, None), (1, Some("+1 day")), (-1, Some("−1 day")), (2, Some("+2 days"))] {
            assert_eq!(day_mark(days).as_deref(), mark);
        }
    }

    #[test]
    fn shifts_and_times_until_something_in_words() {
        let ahead = |minutes: i32| FixedOffset::east_opt(minutes * 60).expect("within a day");
        assert_eq!(shift_words(ahead(60), ahead(120)), "go forward by 1 h");
        assert_eq!(shift_words(ahead(660), ahead(630)), "go back by 30 min");
        let now = at("2021-06-28T12:00:00Z");
        for (minutes, said) in [
            (0, "now"),
            (5, "in 5 min"),
            (125, "in 2 h 5 min"),
            (1_450, "in 1 day"),
            (1_500, "in 1 day 1 h"),
            (4_400, "in 3 days"),
        ] {
            assert_eq!(until(from_unix(now.timestamp() + minutes * 60), now), said);
        }
    }
}
