//! Offsets as `Intl` knows them, against ones that are known from elsewhere.

use agenda::clock::HourCycle;
use agenda::time::parse_instant;
use js_sys::{Array, Intl, Object, Reflect};
use meridian::platform::zones::{FULL_DAYS, HALF_DAYS, all_zones, device_zone, offset_at, usual_cycle, written_offset};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn offset(zone: &str, at: &str) -> Option<i32> {
    Some(offset_at(zone, parse_instant(at)?.to_utc())?.local_minus_utc() / 60)
}

#[wasm_bindgen_test]
fn offsets_of_a_day_in_june() {
    for (zone, minutes) in [
        ("UTC", 0),
        ("Asia/Kathmandu", 345),
        ("Pacific/Kiritimati", 840),
        ("Pacific/Pago_Pago", -660),
        ("America/St_Johns", -150),
        ("Australia/Lord_Howe", 630),
        ("Pacific/Chatham", 765),
        ("America/Bogota", -300),
        ("Europe/Copenhagen", 120),
    ] {
        // Just before midnight, noon, midnight: the date differs from that of UTC or not.
        for at in ["2021-06-27T23:59:59Z", "2021-06-28T00:00:00Z", "2021-06-28T12:00:00Z"] {
            assert_eq!(offset(zone, at), Some(minutes), "{zone} at {at}");
        }
    }
}

#[wasm_bindgen_test]
fn offsets_change_in_the_second_they_should() {
    for (zone, last, before, first, after) in [
        ("Australia/Lord_Howe", "2021-04-03T14:59:59Z", 660, "2021-04-03T15:00:00Z", 630),
        ("Australia/Lord_Howe", "2021-10-02T15:29:59Z", 630, "2021-10-02T15:30:00Z", 660),
        ("America/St_Johns", "2021-03-14T05:29:59Z", -210, "2021-03-14T05:30:00Z", -150),
        ("Europe/Copenhagen", "2021-03-28T00:59:59Z", 60, "2021-03-28T01:00:00Z", 120),
        ("Europe/Copenhagen", "2021-10-31T00:59:59Z", 120, "2021-10-31T01:00:00Z", 60),
        ("Asia/Kathmandu", "1985-12-31T18:29:59Z", 330, "1985-12-31T18:30:00Z", 345),
        // Samoa had no 30 December 2011.
        ("Pacific/Apia", "2011-12-30T09:59:59Z", -600, "2011-12-30T10:00:00Z", 840),
    ] {
        assert_eq!(offset(zone, last), Some(before), "{zone} at {last}");
        assert_eq!(offset(zone, first), Some(after), "{zone} at {first}");
    }
}

#[wasm_bindgen_test]
fn offsets_long_ago_and_long_from_now() {
    for (zone, at, minutes) in [
        ("Asia/Kathmandu", "1980-06-01T00:00:00Z", 330),
        ("Pacific/Kiritimati", "1980-06-01T00:00:00Z", -600),
        ("Europe/Copenhagen", "1980-07-01T00:00:00Z", 120),
        ("Europe/Copenhagen", "2040-01-01T00:00:00Z", 60),
        ("Europe/Copenhagen", "2040-07-01T00:00:00Z", 120),
        ("Europe/Copenhagen", "1969-12-31T23:59:59Z", 60),
        ("UTC", "1900-02-28T23:59:59Z", 0),
        ("UTC", "2400-02-29T12:00:00Z", 0),
    ] {
        assert_eq!(offset(zone, at), Some(minutes), "{zone} at {at}");
    }
}

#[wasm_bindgen_test]
fn an_unknown_zone_has_no_offset_however_often_it_is_asked() {
    for zone in ["Mars/Olympus", "", "Europe/Copenhagen ", "Mars/Olympus"] {
        assert_eq!(offset(zone, "2021-06-28T12:00:00Z"), None, "{zone:?}");
    }
}

#[wasm_bindgen_test]
fn the_device_has_the_zone_that_its_dates_are_in() {
    let now = js_sys::Date::new_0();
    let offset = device_zone().and_then(|zone| offset_at(&zone, meridian::platform::clock::now()?));
    let minutes = offset.map(|offset| f64::from(offset.local_minus_utc() / 60));
    assert_eq!(minutes, Some(-now.get_timezone_offset()));
}

#[wasm_bindgen_test]
fn zones_to_choose_from_are_all_known_and_utc_is_one() {
    let zones = all_zones();
    assert!(zones.len() > 300, "{}", zones.len());
    assert_eq!(zones.iter().filter(|zone| *zone == "UTC").count(), 1);
    let unknown: Vec<_> = zones.iter().filter(|zone| offset(zone, "2021-06-28T12:00:00Z").is_none()).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[wasm_bindgen_test]
fn both_ways_of_asking_agree_on_every_zone() {
    for zone in all_zones() {
        for at in ["1990-01-01T00:00:00Z", "2021-03-28T01:00:00Z", "2021-06-28T12:00:00Z", "2026-10-31T23:59:59Z"] {
            let written = parse_instant(at).and_then(|at| written_offset(&zone, at.to_utc()));
            let written = written.map(|offset| offset.local_minus_utc() / 60);
            assert_eq!(offset(&zone, at), written, "{zone} at {at}");
        }
    }
}

#[wasm_bindgen_test]
fn the_hours_of_listed_locales_are_those_that_the_browser_would_use() {
    let mut wrong = Vec::new();
    for (list, cycle) in [(HALF_DAYS, HourCycle::H12), (FULL_DAYS, HourCycle::H24)] {
        for locale in list.split(' ') {
            let options = Object::new();
            let _ = Reflect::set(&options, &"hour".into(), &"numeric".into());
            let format = Intl::DateTimeFormat::new(&Array::of1(&JsValue::from(locale)), &options);
            let used =
                Reflect::get(&format.resolved_options(), &"hourCycle".into()).ok().and_then(|used| used.as_string());
            let used = if used.as_deref() == Some("h12") { HourCycle::H12 } else { HourCycle::H24 };
            assert_eq!(usual_cycle(locale), Some(cycle), "{locale}");
            wrong.extend((used != cycle).then_some(locale));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(usual_cycle("tlh"), None);
}
