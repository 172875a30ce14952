//! Time zones from the database that comes with the tool, so that a check says
//! the same on every machine.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use agenda::time::Instant;

/// How many minutes the clocks of a zone are ahead of UTC; `None` when there is no such zone.
pub fn offset_at(zone: &str, at: Instant) -> Option<i32> {
    // The database also answers to a name that stands for "no zone known".
    let zone = TimeZone::get(zone).ok().filter(|zone| !zone.is_unknown())?;
    // Beyond the years that jiff knows, clocks stay as in the nearest.
    let nearest = at.0.clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
    let at = Timestamp::from_second(nearest).ok()?;
    Some(zone.to_offset(at).seconds() / 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_zones_by_their_old_and_new_names() {
        let summer = Instant::parse("2021-06-28T12:00:00Z").expect("an instant");
        for (zone, minutes) in [
            ("Europe/Copenhagen", 120),
            ("Asia/Kathmandu", 345),
            ("Asia/Katmandu", 345),
            ("America/St_Johns", -150),
            ("UTC", 0),
        ] {
            assert_eq!(offset_at(zone, summer), Some(minutes), "{zone}");
        }
    }

    #[test]
    fn knows_no_zone_that_there_is_not() {
        for zone in ["", "Mars/Olympus", "Etc/Unknown", "+02:00", "../etc/passwd"] {
            assert_eq!(offset_at(zone, Instant(0)), None, "{zone}");
        }
    }

    #[test]
    fn has_an_answer_for_the_ends_of_time() {
        for seconds in [i64::MIN, i64::MAX] {
            assert_eq!(offset_at("UTC", Instant(seconds)), Some(0));
        }
    }
}
