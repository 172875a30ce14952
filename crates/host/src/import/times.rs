//! Hours of clocks as instants, by the time zone database.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::draft::When;
use crate::zones::offset_at;

/// An instant, and what was strange about the hour that named it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Resolved {
    /// In the offset of the venue.
    pub(super) at: DateTime<FixedOffset>,
    pub(super) oddity: Option<Oddity>,
}

/// What can be strange about an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Oddity {
    /// The clocks were put forward over it; the hour after is meant.
    Gap,
    /// The clocks showed it twice; the first is meant.
    Twice,
}

/// The instant, in the offset of the venue.
///
/// # Errors
/// There is no such zone, or the time lies beyond what can be counted.
pub(super) fn resolve(when: &When, venue: &str) -> Result<Resolved, String> {
    match when {
        When::Instant(at) => Ok(Resolved { at: in_zone(*at, venue)?, oddity: None }),
        When::Venue(clock) => local(*clock, venue, venue),
        When::Zone(clock, zone) => local(*clock, zone, venue),
    }
}

fn in_zone(at: DateTime<FixedOffset>, zone: &str) -> Result<DateTime<FixedOffset>, String> {
    let offset = offset_at(zone, at.to_utc()).ok_or_else(|| unknown(zone))?;
    let at = at.with_timezone(&offset);
    // Years of other lengths are written in a way that nothing reads again.
    if (1..=9_999).contains(&at.year()) { Ok(at) } else { Err(format!("{at} is not a time that can be counted")) }
}

fn local(clock: NaiveDateTime, zone: &str, venue: &str) -> Result<Resolved, String> {
    let tz = TimeZone::get(zone).ok().filter(|zone| !zone.is_unknown()).ok_or_else(|| unknown(zone))?;
    let beyond = || format!("{clock} is not a time that can be counted");
    let civil = civil_of(clock).ok_or_else(beyond)?;
    let ambiguous = tz.to_ambiguous_timestamp(civil);
    let oddity = match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { .. } => Some(Oddity::Gap),
        AmbiguousOffset::Fold { .. } => Some(Oddity::Twice),
    };
    let stamp = ambiguous.compatible().map_err(|_| beyond())?;
    let at = DateTime::from_timestamp(stamp.as_second(), 0).ok_or_else(beyond)?;
    Ok(Resolved { at: in_zone(at.fixed_offset(), venue)?, oddity })
}

fn civil_of(clock: NaiveDateTime) -> Option<civil::DateTime> {
    let small = |number: u32| i8::try_from(number).ok();
    civil::DateTime::new(
        i16::try_from(clock.year()).ok()?,
        small(clock.month())?,
        small(clock.day())?,
        small(clock.hour())?,
        small(clock.minute())?,
        small(clock.second())?,
        0,
    )
    .ok()
}

/// What is wrong with a zone that the database does not have.
pub(super) fn unknown(zone: &str) -> String {
    format!(
        "there is no time zone `{}`. Name one of the IANA database, such as `--timezone Europe/Brussels`.",
        agenda::clip(zone)
    )
}

/// Whether the database has a zone of that name.
pub(super) fn is_zone(name: &str) -> bool {
    offset_at(name, DateTime::UNIX_EPOCH).is_some()
}

/// Reads a date and time as any of the sources may write it: with an offset it is an instant, without one an hour at the venue.
pub(super) fn moment(text: &str) -> Option<When> {
    let text = text.trim();
    let normal = text.replacen(' ', "T", 1);
    if let Some(at) = agenda::time::parse_instant(&normal) {
        return Some(When::Instant(at));
    }
    // An offset without a colon, or a time without seconds.
    if let Ok(at) = DateTime::parse_from_str(&normal, "%Y-%m-%dT%H:%M:%S%z")
        .or_else(|_| DateTime::parse_from_str(&normal, "%Y-%m-%dT%H:%M%:z"))
    {
        return Some(When::Instant(at));
    }
    if let Some(clock) = normal.strip_suffix('Z') {
        return clock_of(clock).map(|clock| When::Instant(clock.and_utc().fixed_offset()));
    }
    clock_of(&normal).map(When::Venue)
}

fn clock_of(text: &str) -> Option<NaiveDateTime> {
    let formats = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
    formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok()?.with_nanosecond(0))
}

/// Reads a date, alone or at the start of a date and time.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    agenda::time::parse_date(text.trim().get(..10)?)
}

/// Reads an hour such as `9:30`, `09:30:00`, `9:30 pm` or `930 AM`.
pub(super) fn hour(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_ascii_lowercase();
    let (digits, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(digits), _) => (digits.trim(), Some(0)),
        (_, Some(digits)) => (digits.trim(), Some(12)),
        (None, None) => (text.as_str(), None),
    };
    let mut parts = digits.split(':');
    let (hours, minutes) = (parts.next()?.parse::<u32>().ok()?, parts.next().map_or(Ok(0), str::parse).ok()?);
    let seconds = parts.next().map_or(Ok(0), str::parse).ok()?;
    let hours = match half {
        Some(half) if (1..=12).contains(&hours) => hours % 12 + half,
        Some(_) => return None,
        None => hours,
    };
    NaiveTime::from_hms_opt(hours, minutes, seconds)
}

/// The minute of the day.
pub(super) fn minute(at: NaiveTime) -> u32 {
    at.hour() * 60 + at.minute()
}

/// The minute of the day that a date and time with offset names.
pub(super) fn minute_of(text: &str) -> Option<u32> {
    agenda::time::parse_instant(text).map(|at| minute(at.time()))
}

/// Reads a length such as `0:45`, `01:30:00` or `45`, in minutes.
pub(super) fn minutes(text: &str) -> Option<i64> {
    let parts: Vec<i64> = text.trim().split(':').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let most = 60 * 24 * 366;
    let minutes = match parts.as_slice() {
        [minutes] => *minutes,
        [hours, minutes] | [hours, minutes, _] => hours.checked_mul(60)?.checked_add(*minutes)?,
        [days, hours, minutes, _] => {
            days.checked_mul(24)?.checked_add(*hours)?.checked_mul(60)?.checked_add(*minutes)?
        }
        _ => return None,
    };
    (0..=most).contains(&minutes).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn venue(text: &str) -> Resolved {
        resolve(&moment(text).expect(text), "America/New_York").expect(text)
    }

    #[test]
    fn finds_the_instant_of_an_hour_at_the_venue() {
        for (text, at, oddity) in [
            ("2024-03-09T12:00:00", "2024-03-09T12:00:00-05:00", None),
            ("2024-03-10 12:00:00", "2024-03-10T12:00:00-04:00", None),
            ("2024-03-10T02:30", "2024-03-10T03:30:00-04:00", Some(Oddity::Gap)),
            ("2024-11-03T01:30:00", "2024-11-03T01:30:00-04:00", Some(Oddity::Twice)),
            ("2024-03-10T12:00:00Z", "2024-03-10T08:00:00-04:00", None),
            ("2024-03-10T12:00:00+0100", "2024-03-10T07:00:00-04:00", None),
            ("2024-03-10T12:00:00.5", "2024-03-10T12:00:00-04:00", None),
        ] {
            let resolved = venue(text);
            assert_eq!((resolved.at.to_rfc3339().as_str(), resolved.oddity), (at, oddity), "{text}");
        }
        let elsewhere = When::Zone(clock_of("2024-03-10T12:00").expect("a clock"), "Asia/Kolkata".into());
        assert_eq!(resolve(&elsewhere, "UTC").expect("a time").at.to_rfc3339(), "2024-03-10T06:30:00+00:00");
        let nowhere = resolve(&elsewhere, "Mars/Olympus").expect_err("no zone");
        assert!(nowhere.contains("there is no time zone `Mars/Olympus`"), "{nowhere}");
    }

    #[test]
    fn reads_hours_and_lengths() {
        for (text, minute) in [("9:30", 570), ("09:30:00", 570), ("9:30 PM", 1_290), ("12:00am", 0), ("12 pm", 720)] {
            assert_eq!(hour(text).map(|hour| hour.num_seconds_from_midnight() / 60), Some(minute), "{text}");
        }
        for bad in ["", "25:00", "13:00 pm", "noon", "9:xx"] {
            assert_eq!(hour(bad), None, "{bad}");
        }
        for (text, length) in [("0:45", 45), ("01:30:00", 90), ("45", 45), ("12:59", 779), ("1:02:30:00", 1_590)] {
            assert_eq!(minutes(text), Some(length), "{text}");
        }
        for bad in ["", "x", "-1:00", "99999999999999999:00", "1:2:3:4:5"] {
            assert_eq!(minutes(bad), None, "{bad}");
        }
        assert_eq!(moment("tomorrow"), None);
    }
}
