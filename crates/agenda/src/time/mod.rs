//! Instants, dates and spans of time, on chrono.

pub mod words;

#[cfg(test)]
mod tests;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, SubsecRound, Timelike, Utc};

/// Minutes of a whole day.
pub const MINUTES_OF_DAY: i32 = 1_440;

/// Seconds of a day of UTC.
pub(crate) const SECONDS_OF_DAY: i64 = 86_400;

/// A stretch of time from `start` up to, not including, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// First instant inside.
    pub start: DateTime<Utc>,
    /// First instant after.
    pub end: DateTime<Utc>,
}

impl Span {
    /// Whether the instant lies inside.
    pub fn contains(self, at: DateTime<Utc>) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the two share any time.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Its length in whole minutes.
    pub fn minutes(self) -> i64 {
        minutes_since(self.end, self.start)
    }

    /// Whether it takes more than half a day, so that hours alone would not tell what it is.
    pub fn is_long(self) -> bool {
        self.minutes() > i64::from(MINUTES_OF_DAY / 2)
    }

    /// What both have in common; nothing where they share no time.
    pub fn common(self, other: Self) -> Option<Self> {
        self.overlaps(other).then(|| Self { start: self.start.max(other.start), end: self.end.min(other.end) })
    }

    /// From the earlier start to the later end.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// The instant so many seconds after 1970-01-01T00:00:00Z. One beyond what chrono counts becomes 1970.
pub fn from_unix(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

/// The start of a date in UTC.
pub(crate) fn midnight(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc()
}

/// RFC 3339 in UTC, as `2021-06-28T12:10:00Z`.
pub fn rfc3339(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Reads an RFC 3339 date and time with its offset; parts of a second are dropped. Stricter than chrono:
/// ASCII only, and no leap seconds.
pub fn parse_instant(text: &str) -> Option<DateTime<FixedOffset>> {
    let at = DateTime::parse_from_rfc3339(text).ok()?;
    (text.is_ascii() && at.nanosecond() < 1_000_000_000).then(|| at.trunc_subsecs(0))
}

/// Reads `YYYY-MM-DD`. Stricter than chrono, which takes signs, spaces and single digits.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?;
    let dashes = text.get(4..5)? == "-" && text.get(7..8)? == "-";
    let (year, month, day) = (number(text.get(..4)?)?, number(text.get(5..7)?)?, number(text.get(8..)?)?);
    if !dashes || text.len() != 10 {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Whole minutes from `earlier` to `later`, rounded down.
pub(crate) fn minutes_since(later: DateTime<Utc>, earlier: DateTime<Utc>) -> i64 {
    (later.timestamp() - earlier.timestamp()).div_euclid(60)
}

/// Minutes since midnight, 0 to 1439.
pub fn minute_of_day(time: &impl Timelike) -> i32 {
    i32::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(0)
}

/// The day after.
pub fn next_day(date: NaiveDate) -> NaiveDate {
    date.succ_opt().unwrap_or(date)
}

/// As in `1 h 30 min`, `45 min`, `2 h` or, of two days and more, `2 days 9 h`.
pub fn duration(minutes: i64) -> String {
    let day = i64::from(MINUTES_OF_DAY);
    if minutes >= 2 * day {
        let rest = if minutes % day == 0 { String::new() } else { format!(" {}", duration(minutes % day)) };
        return format!("{} days{rest}", minutes / day);
    }
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
