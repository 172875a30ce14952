//! Time zones from the database that comes with the tool, so that a check has
//! the same result on every machine.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use chrono::{DateTime, FixedOffset, Utc};

/// The offset from UTC of a zone's clocks; `None` when there is no such zone.
pub fn offset_at(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    // The database also has names for "unknown zone" and for a machine that was not set up, which browsers refuse.
    let zone = TimeZone::get(zone).ok().filter(|zone| !zone.is_unknown() && zone.iana_name() != Some("Factory"))?;
    // Outside the years that jiff covers, clocks stay as in the nearest one.
    let nearest = at.timestamp().clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
    let at = Timestamp::from_second(nearest).ok()?;
    FixedOffset::east_opt(zone.to_offset(at).seconds())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_zones_by_their_old_and_new_names() {
        let summer = "2021-06-28T12:00:00Z".parse().expect("an instant");
        for (zone, minutes) in [
            ("Europe/Copenhagen", 120),
            ("Asia/Kathmandu", 345),
            ("Asia/Katmandu", 345),
            ("America/St_Johns", -150),
            ("UTC", 0),
        ] {
            assert_eq!(offset_at(zone, summer), FixedOffset::east_opt(minutes * 60), "{zone}");
        }
    }

    #[test]
    fn has_no_zone_that_does_not_exist() {
        for zone in ["", "Mars/Olympus", "Etc/Unknown", "Factory", "factory", "+02:00", "../etc/passwd"] {
            assert_eq!(offset_at(zone, DateTime::UNIX_EPOCH), None, "{zone}");
        }
    }

    #[test]
    fn has_an_answer_for_the_ends_of_time() {
        for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            assert_eq!(offset_at("UTC", at), FixedOffset::east_opt(0));
        }
    }
}
