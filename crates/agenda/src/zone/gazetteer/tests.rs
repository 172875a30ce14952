//! What people type, and the zones that it leads to.

use super::*;
use crate::sample::decompose;
use crate::time::parse_instant;
use crate::zone::tests::offset as known;
use proptest::prelude::*;

const TEXT: &str = "\
    Asia/Shanghai\tChina\tCST\tPeking;Shanghai;Beijing\n\
    Asia/Kolkata\tIndia\tIST\tBangalore;Mumbai;Delhi\n\
    America/New_York\tUnited States\tEST;EDT\tUSA;New York;Washington, D.C.\n\
    America/Sao_Paulo\tBrazil\tBRT\tSao Paulo\n\
    America/Bogota\tColombia\tCOT\tBogotá;Cali\n\
    Asia/Jerusalem\tIsrael\tIST;IDT\tTel Aviv\n\
    Europe/Istanbul\tTurkey\t\tIstanbul\n\
    Asia/Kathmandu\tNepal\tNPT\tKathmandu;Pokhara\n\
    Europe/Kyiv\tUkraine\tEET;EEST\tKyiv;Odessa\n\
    America/Indiana/Indianapolis\tUnited States\tEST;EDT\tIndianapolis\n\
    UTC\t\tGMT\t\n";

/// The words that are offered.
fn words(typed: &str) -> Vec<String> {
    let at = parse_instant("2021-06-28T12:00:00Z").expect("an instant").to_utc();
    let offers = Gazetteer::new(TEXT.to_owned()).search(typed, &|zone| known(zone, at), decompose);
    offers.into_iter().map(|offer| offer.words).collect()
}

#[test]
fn what_people_call_a_place_leads_to_its_zone() {
    for (typed, first) in [
        ("Beijing", "Beijing (time of Shanghai)"),
        ("mumb", "Mumbai (time of Kolkata)"),
        ("Bangalore", "Bangalore (time of Kolkata)"),
        ("Nepal", "Nepal (time of Kathmandu)"),
        ("Bogota", "Bogotá, Colombia"),
        ("são p", "São Paulo, Brazil"),
        ("Kiev", "Kyiv, Ukraine"),
        ("KYIV", "Kyiv, Ukraine"),
        ("asia/katm", "Kathmandu, Nepal"),
        ("katmandu", "Kathmandu, Nepal"),
        ("washington dc", "Washington, D.C. (time of New York)"),
        ("york", "New York, United States"),
        ("utc", "UTC"),
    ] {
        let offered = words(typed);
        assert_eq!(offered.first().map(String::as_str), Some(first), "{typed}: {offered:?}");
    }
    for typed in ["gota", "  ", "-", "es", "Atlantis"] {
        assert_eq!(words(typed), [""; 0], "{typed}");
    }
}

#[test]
fn what_is_said_whole_comes_before_what_begins_so() {
    assert_eq!(words("India"), ["India (time of Kolkata)", "Indianapolis, United States"]);
    assert_eq!(words("IST"), ["IST (time of Kolkata)", "IST (time of Jerusalem)", "Istanbul, Turkey"]);
    assert_eq!(words("EST"), ["EST (time of New York)", "EST (time of Indianapolis)"]);
}

#[test]
fn an_offset_leads_to_the_zones_that_have_it_at_the_event() {
    for (typed, offered) in [
        ("+5:30", vec!["Kolkata, India"]),
        ("UTC+0530", vec!["Kolkata, India"]),
        ("gmt + 5:45", vec!["Kathmandu, Nepal"]),
        ("UTC-5", vec!["UTC−5", "Bogotá, Colombia"]),
        ("utc−05:00", vec!["UTC−5", "Bogotá, Colombia"]),
        ("+0", vec!["UTC"]),
        ("+3", vec!["UTC+3", "Jerusalem, Israel", "Istanbul, Turkey", "Kyiv, Ukraine"]),
        ("+25", vec![]),
        ("+5:99", vec![]),
        ("530", vec![]),
    ] {
        assert_eq!(words(typed), offered, "{typed}");
    }
}

#[test]
fn what_the_reader_does_not_know_is_offered_by_its_old_name_or_not_at_all() {
    let old = |zone: &str| matches!(zone, "Europe/Kiev").then(|| FixedOffset::east_opt(7_200))?;
    let places = Gazetteer::new(TEXT.to_owned());
    let offers = places.search("Kyiv", &old, decompose);
    assert_eq!(offers, [Offer { zone: "Europe/Kiev".to_owned(), words: "Kyiv, Ukraine".to_owned() }]);
    assert_eq!(places.search("India", &old, decompose), []);
}

#[test]
fn names_alone_are_enough() {
    let names = Gazetteer::new("Asia/Katmandu\nAmerica/Bogota".to_owned());
    let offers = names.search("kath", &|_| FixedOffset::east_opt(0), decompose);
    assert_eq!(offers, [Offer { zone: "Asia/Katmandu".to_owned(), words: "Kathmandu".to_owned() }]);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(typed in ".{0,12}") {
        let _ = words(&typed);
    }
}
