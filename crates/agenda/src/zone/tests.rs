//! Tables of offsets against an independent tz database.

use super::*;
use crate::time::{minute_of_day, parse_instant};
use proptest::prelude::*;

/// Offsets by an independent tz database.
pub(crate) fn offset(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    let seconds = zone.to_offset(jiff::Timestamp::from_second(at.timestamp()).ok()?).seconds();
    FixedOffset::east_opt(seconds)
}

fn at(text: &str) -> DateTime<Utc> {
    parse_instant(text).expect(text).to_utc()
}

fn minutes(minutes: i32) -> FixedOffset {
    FixedOffset::east_opt(minutes * 60).expect("within a day")
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
        inside in 0..(400 * SECONDS_OF_DAY),
    ) {
        let span = Span { start: from_unix(start), end: from_unix(start + 400 * SECONDS_OF_DAY) };
        let table = Zone::sample(ZONES[zone], span, &offset).expect("a zone that exists");
        let at = from_unix(start + inside);
        prop_assert_eq!(Some(table.offset_at(at)), offset(ZONES[zone], at));
    }
}

#[test]
fn finds_a_half_hour_shift_to_the_second() {
    let span = Span { start: at("2021-04-01T00:00:00Z"), end: at("2021-04-05T00:00:00Z") };
    let zone = Zone::sample("Australia/Lord_Howe", span, &offset).expect("Lord Howe");
    let shifts: Vec<Shift> = zone.shifts_in(span).collect();
    assert_eq!(shifts, [Shift { at: at("2021-04-03T15:00:00Z"), before: minutes(660), after: minutes(630) }]);
    assert_eq!(minute_of_day(&zone.local(at("2021-04-03T14:59:59Z"))), 119);
    assert_eq!(minute_of_day(&zone.local(at("2021-04-03T15:00:00Z"))), 90);
}

#[test]
fn tells_apart_what_the_wall_shows_twice() {
    let span = Span { start: at("2026-10-24T00:00:00Z"), end: at("2026-10-27T00:00:00Z") };
    let zone = Zone::sample("Europe/Copenhagen", span, &offset).expect("Copenhagen");
    for (time, turn) in [
        ("2026-10-24T23:59:59Z", None),
        ("2026-10-25T00:00:00Z", Some(Turn::First)),
        ("2026-10-25T00:59:59Z", Some(Turn::First)),
        ("2026-10-25T01:00:00Z", Some(Turn::Second)),
        ("2026-10-25T01:59:59Z", Some(Turn::Second)),
        ("2026-10-25T02:00:00Z", None),
    ] {
        assert_eq!(zone.turn_at(at(time)), turn, "{time}");
    }
    // Going forward shows nothing twice.
    let span = Span { start: at("2026-03-28T00:00:00Z"), end: at("2026-03-30T00:00:00Z") };
    let zone = Zone::sample("Europe/Copenhagen", span, &offset).expect("Copenhagen");
    for time in ["2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"] {
        assert_eq!(zone.turn_at(at(time)), None, "{time}");
    }
}

#[test]
fn dates_are_right_on_either_side_of_the_date_line() {
    let noon = at("2021-06-28T12:00:00Z");
    let span = Span { start: noon, end: from_unix(noon.timestamp() + SECONDS_OF_DAY) };
    for (zone, date, minute) in [
        ("Pacific/Kiritimati", "2021-06-29", 120),
        ("Pacific/Pago_Pago", "2021-06-28", 60),
        ("Asia/Kathmandu", "2021-06-28", 17 * 60 + 45),
    ] {
        let local = Zone::sample(zone, span, &offset).expect(zone).local(noon);
        assert_eq!((local.date_naive().to_string().as_str(), minute_of_day(&local)), (date, minute), "{zone}");
    }
}

#[test]
fn finds_whether_two_clocks_agree() {
    let zone = |name: &str, span| Zone::sample(name, span, &offset).expect("a zone");
    let summer = Span { start: at("2021-06-28T00:00:00Z"), end: at("2021-07-02T00:00:00Z") };
    let autumn = Span { start: at("2021-10-25T00:00:00Z"), end: at("2021-11-02T00:00:00Z") };
    assert!(zone("Europe/Copenhagen", summer).agrees_with(&zone("Africa/Johannesburg", summer), summer));
    assert!(!zone("Europe/Copenhagen", autumn).agrees_with(&zone("Africa/Johannesburg", autumn), autumn));
}

#[test]
fn an_unknown_zone_has_no_table() {
    let span = Span { start: from_unix(0), end: from_unix(1) };
    assert_eq!(Zone::sample("Mars/Olympus", span, &offset), None);
}

#[test]
fn an_unknown_zone_has_the_offsets_that_are_written() {
    let times = |texts: &'static [&str]| texts.iter().map(|text| parse_instant(text).expect(text));
    let written = |texts| Zone::written("America/Coyhaique", times(texts));
    let zone = written(&["2026-04-03T09:00:00-03:00", "2026-04-05T09:00:00-04:00", "2026-04-06T09:00:00-04:00"]);
    for (at_, minutes_) in
        [("2026-01-01T00:00:00Z", -180), ("2026-04-03T12:00:00Z", -180), ("2026-04-05T13:00:00Z", -240)]
    {
        assert_eq!((zone.city().as_str(), zone.offset_at(at(at_))), ("Coyhaique", minutes(minutes_)), "{at_}");
    }
    // What tells nothing of the place must not pass for its hours.
    assert_eq!(written(&["2026-04-03T09:00:00Z"]).city(), "UTC");
    assert_eq!(written(&[]).city(), "UTC");
}

#[test]
fn names_places_as_people_do() {
    assert_eq!(city("Asia/Katmandu"), "Kathmandu");
    assert_eq!(city("America/Argentina/Buenos_Aires"), "Buenos Aires");
    assert_eq!(city("UTC"), "UTC");
    assert_eq!(city("America/Bogota"), "Bogotá");
}

#[test]
fn zones_of_no_place_are_named_by_their_offset() {
    for (zone, name) in [
        ("Etc/GMT+5", "UTC−5"),
        ("Etc/GMT-14", "UTC+14"),
        ("Etc/GMT0", "UTC"),
        ("Etc/GMT", "UTC"),
        ("Etc/UTC", "UTC"),
        ("GMT", "UTC"),
    ] {
        assert_eq!(city(zone), name, "{zone}");
    }
}

#[test]
fn browsers_that_hide_claim_to_be_in_few_zones() {
    for (zone, hides) in [
        ("UTC", true),
        ("Etc/UTC", true),
        ("Atlantic/Reykjavik", true),
        ("Etc/GMT+5", false),
        ("Africa/Abidjan", false),
    ] {
        assert_eq!(may_hide(zone), hides, "{zone}");
    }
}
