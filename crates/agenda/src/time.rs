//! Instants, dates and spans: what a calendar and a clock are made of.
//!
//! Civil dates after Howard Hinnant, "chrono-Compatible Low-Level Date
//! Algorithms" (proleptic Gregorian calendar). Our own because `chrono` costs
//! the visitor five times as much; tested against `jiff`.

use std::fmt;

const DAY: i64 = 86_400;

/// Minutes of a whole day.
pub const MINUTES_OF_DAY: i32 = 1_440;

/// Names of the days, Monday first.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment in time: whole seconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

/// A calendar date: days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub i32);

/// A date, or an instant, as a change was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Only the day is known.
    Day(Date),
    /// The exact time is known.
    Instant(Instant),
}

/// A stretch of time from `start` up to, not including, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First instant inside.
    pub start: Instant,
    /// First instant after.
    pub end: Instant,
}

/// What a clock and a calendar on the wall show in some zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Local {
    /// The date there.
    pub date: Date,
    /// Minutes since midnight there, 0 to 1439.
    pub minute: i32,
}

impl Instant {
    /// Reads an RFC 3339 date and time with its offset; parts of a second are dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let (clock, rest) = rest.split_at_checked(8)?;
        let (hours, minutes, seconds) =
            (number(clock.get(0..2)?)?, number(clock.get(3..5)?)?, number(clock.get(6..8)?)?);
        let colons = clock.get(2..3)? == ":" && clock.get(5..6)? == ":";
        if !colons || hours > 23 || minutes > 59 || seconds > 59 {
            return None;
        }
        let offset = offset_seconds(after_fraction(rest)?)?;
        let days = i64::from(Date::parse(date)?.0);
        Some(Self(days * DAY + hours * 3_600 + minutes * 60 + seconds - offset))
    }

    /// What the wall shows where clocks are `offset` minutes ahead of UTC.
    pub fn local(self, offset: i32) -> Local {
        let seconds = self.0 + i64::from(offset) * 60;
        let minute = seconds.rem_euclid(DAY) / 60;
        Local { date: Date(narrow(seconds.div_euclid(DAY))), minute: narrow(minute) }
    }

    /// Whole minutes from `earlier` to this, rounded down.
    pub fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(60)
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC, as `2021-06-28T12:10:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Local { date, minute } = self.local(0);
        let second = self.0.rem_euclid(60);
        write!(f, "{date}T{:02}:{:02}:{second:02}Z", minute / 60, minute % 60)
    }
}

impl Date {
    /// The date of that year, month (1 to 12) and day (1 to 31), when there is one.
    pub fn from_ymd(year: i32, month: i32, day: i32) -> Option<Self> {
        let shifted = year - i32::from(month <= 2);
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let date = Self(era * 146_097 + day_of_era - 719_468);
        (date.ymd() == (year, month, day)).then_some(date)
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn ymd(self) -> (i32, i32, i32) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        (year_of_era + era * 400 + i32::from(month <= 2), month, day)
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let dashes = text.get(4..5)? == "-" && text.get(7..8)? == "-";
        if !dashes || text.len() != 10 {
            return None;
        }
        let (year, month, day) = (number(text.get(..4)?)?, number(text.get(5..7)?)?, number(text.get(8..)?)?);
        Self::from_ymd(narrow(year), narrow(month), narrow(day))
    }

    /// Days since Monday, 0 to 6.
    pub fn weekday(self) -> i32 {
        (self.0 + 3).rem_euclid(7)
    }

    /// English name of the day of the week.
    pub fn weekday_name(self) -> &'static str {
        name_at(&WEEKDAYS, self.weekday())
    }

    /// English name of the month.
    pub fn month_name(self) -> &'static str {
        name_at(&MONTHS, self.ymd().1 - 1)
    }

    /// As in `28 June`.
    pub fn day_month(self) -> String {
        format!("{} {}", self.ymd().2, self.month_name())
    }

    /// As in `Monday 28 June`.
    pub fn long(self) -> String {
        format!("{} {}", self.weekday_name(), self.day_month())
    }

    /// As in `28 June 2021`.
    pub fn day_month_year(self) -> String {
        format!("{} {}", self.day_month(), self.ymd().0)
    }
}

impl fmt::Display for Date {
    /// ISO 8601, as `2021-06-28`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Moment {
    /// Reads a date, or a date and time with offset.
    pub fn parse(text: &str) -> Option<Self> {
        Date::parse(text).map(Self::Day).or_else(|| Instant::parse(text).map(Self::Instant))
    }
}

impl Span {
    /// Whether the instant lies inside.
    pub fn contains(self, at: Instant) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the two share any time.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Its length in whole minutes.
    pub fn minutes(self) -> i64 {
        self.end.minutes_since(self.start)
    }

    /// From the earlier start to the later end.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// As in `1 h 30 min`, `45 min` or `2 h`.
pub fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

fn name_at(names: &[&'static str], index: i32) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// An unsigned number made of digits only.
fn number(digits: &str) -> Option<i64> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// What follows an optional fraction of a second.
fn after_fraction(text: &str) -> Option<&str> {
    let Some(fraction) = text.strip_prefix('.') else {
        return Some(text);
    };
    let rest = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
    (rest.len() < fraction.len()).then_some(rest)
}

/// `Z` or `±HH:MM` in seconds east of UTC.
fn offset_seconds(text: &str) -> Option<i64> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3_600 + minutes * 60))
}

/// Dates and minutes of the years 0 to 9999 fit; what does not is clamped.
fn narrow(wide: i64) -> i32 {
    i32::try_from(wide).unwrap_or(if wide < 0 { i32::MIN / 2 } else { i32::MAX / 2 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn dates_agree_with_an_independent_calendar(days in -719_000..2_900_000_i32) {
            let theirs = civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(days)).expect("in range");
            let ours = Date(days);
            let (year, month, day) = ours.ymd();
            prop_assert_eq!(ours.to_string(), theirs.to_string());
            prop_assert_eq!(ours.weekday(), i32::from(theirs.weekday().to_monday_zero_offset()));
            prop_assert_eq!(Date::from_ymd(year, month, day), Some(ours));
            prop_assert_eq!(Date::parse(&ours.to_string()), Some(ours));
        }

        #[test]
        fn instants_agree_with_an_independent_reader(
            seconds in -60_000_000_000..250_000_000_000_i64,
            offset in -1_439..1_440_i32,
        ) {
            let offset = jiff::tz::Offset::from_seconds(offset * 60).expect("within a day");
            let theirs = jiff::Timestamp::from_second(seconds).expect("in range");
            let text = theirs.display_with_offset(offset).to_string();
            prop_assert_eq!(Instant::parse(&text), Some(Instant(seconds)), "{}", text);
            prop_assert_eq!(Instant(seconds).to_string(), theirs.to_string());
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,30}") {
            let _ = (Instant::parse(&text), Date::parse(&text), Moment::parse(&text));
        }
    }

    #[test]
    fn refuses_dates_and_times_that_do_not_exist() {
        for bad in ["2021-02-29", "2021-13-01", "2021-00-10", "2021-06-31", "2021-6-1", "21-06-01", "2021-06-28 "] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        for bad in [
            "2021-06-28T09:00:00",
            "2021-06-28T24:00:00Z",
            "2021-06-28T09:60:00Z",
            "2021-06-28T09:00Z",
            "2021-06-28T09:00:00+0200",
            "2021-06-28T09:00:00.Z",
            "2021-06-28T09-00-00Z",
            "2021-06-28",
        ] {
            assert_eq!(Instant::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn says_a_length_as_people_do() {
        for (minutes, said) in [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (0, "0 min")] {
            assert_eq!(duration(minutes), said);
        }
    }

    #[test]
    fn spans_that_touch_do_not_overlap() {
        let span = |start, end| Span { start: Instant(start), end: Instant(end) };
        assert!(!span(0, 10).overlaps(span(10, 20)));
        assert!(span(0, 11).overlaps(span(10, 20)));
        assert!(span(0, 10).contains(Instant(0)) && !span(0, 10).contains(Instant(10)));
    }
}
