//! Time zones from the database that comes with the tool, so that a check has
//! the same result on every machine.

use jiff::Timestamp;
use jiff::tz::{TimeZone, db};

use agenda::suggest::nearest;
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, Utc};

/// The database's own placeholder for a clock that nobody has set; no browser takes it.
const UNSET: &str = "Factory";

/// The offset from UTC of a zone's clocks; `None` when there is no such zone, or browsers do not know it.
pub fn offset_at(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    // The database also has names for "unknown zone" and for a machine that was not set up, which browsers refuse.
    let zone = TimeZone::get(zone).ok().filter(|zone| !zone.is_unknown() && zone.iana_name() != Some(UNSET))?;
    // Outside the years that jiff covers, clocks stay as in the nearest one.
    let nearest = at.timestamp().clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
    let at = Timestamp::from_second(nearest).ok()?;
    FixedOffset::east_opt(zone.to_offset(at).seconds())
}

/// When the clocks of a zone show a date and time, the first where they do twice; `None` when they skip it, or where
/// there is no such zone.
pub(crate) fn at_wall(zone: &str, wall: NaiveDateTime) -> Option<DateTime<FixedOffset>> {
    let day = TimeDelta::days(1);
    let offsets = [offset_at(zone, (wall - day).and_utc())?, offset_at(zone, (wall + day).and_utc())?];
    let mut times = offsets.into_iter().filter_map(|offset| wall.and_local_timezone(offset).single());
    times.find(|at| offset_at(zone, at.to_utc()) == Some(*at.offset()))
}

/// The zone that was probably meant by a name: the one of that city, or one that is written nearly so.
pub(crate) fn meant(name: &str) -> Option<String> {
    let names: Vec<String> = db().available().map(|zone| zone.to_string()).filter(|zone| zone != UNSET).collect();
    let plain = |text: &str| text.replace([' ', '_', '-'], "").to_lowercase();
    let place = |zone: &str| plain(zone.rsplit('/').next().unwrap_or(zone));
    let city = || names.iter().find(|zone| zone.contains('/') && place(zone) == place(name));
    let near = || nearest(name, &names.iter().map(String::as_str).collect::<Vec<_>>()).map(str::to_owned);
    // Three or four letters are as a rule an abbreviation, which is near to many and stands for several.
    city().cloned().or_else(|| if name.len() > 4 { near() } else { None })
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
        for zone in [
            "",
            "Mars/Olympus",
            "Etc/Unknown",
            "+02:00",
            "../etc/passwd",
            "Factory",
            "factory",
            "posixrules",
            "localtime",
        ] {
            assert_eq!(offset_at(zone, DateTime::UNIX_EPOCH), None, "{zone}");
        }
    }

    #[test]
    fn clocks_show_most_times_once() {
        for (wall, at) in [
            ("2026-07-01T09:00:00", Some("2026-07-01T09:00:00+02:00")),
            ("2026-03-29T02:30:00", None),
            ("2026-10-25T02:30:00", Some("2026-10-25T02:30:00+02:00")),
        ] {
            let found = at_wall("Europe/Copenhagen", wall.parse().expect("a time"));
            assert_eq!(found.map(|at| at.to_rfc3339()).as_deref(), at, "{wall}");
        }
    }

    #[test]
    fn names_the_zone_that_was_meant() {
        for (name, zone) in [
            ("Europe/Kopenhagen", Some("Europe/Copenhagen")),
            ("Copenhagen", Some("Europe/Copenhagen")),
            ("America/New York", Some("America/New_York")),
            ("Europe/New_York", Some("America/New_York")),
            ("CEST", None),
            ("Mars/Olympus", None),
            ("Factory", None),
        ] {
            assert_eq!(meant(name).as_deref(), zone, "{name}");
        }
    }

    #[test]
    fn has_an_answer_for_the_ends_of_time() {
        for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            assert_eq!(offset_at("UTC", at), FixedOffset::east_opt(0));
        }
    }
}
