//! Reading and writing of dates and instants, against an independent calendar.

use super::words::{day_month, day_month_year, days, full_date, long_date, weekday_name};
use super::*;
use jiff::civil;
use proptest::prelude::*;

proptest! {
    #[test]
    fn dates_agree_with_an_independent_calendar(days in -719_000..2_900_000_i32) {
        let theirs = civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(days)).expect("in range");
        let ours = parse_date(&theirs.to_string()).expect("a date");
        prop_assert_eq!(ours.to_string(), theirs.to_string());
        prop_assert_eq!(ours, from_unix(i64::from(days) * SECONDS_OF_DAY).date_naive());
        let weekday = format!("{:?}", theirs.weekday());
        prop_assert_eq!(weekday_name(ours), weekday);
    }

    #[test]
    fn instants_agree_with_an_independent_reader(
        seconds in -60_000_000_000..250_000_000_000_i64,
        offset in -1_439..1_440_i32,
    ) {
        let offset = jiff::tz::Offset::from_seconds(offset * 60).expect("within a day");
        let theirs = jiff::Timestamp::from_second(seconds).expect("in range");
        let text = theirs.display_with_offset(offset).to_string();
        let ours = parse_instant(&text).map(|at| (at.timestamp(), at.offset().local_minus_utc()));
        prop_assert_eq!(ours, Some((seconds, offset.seconds())), "{}", text);
        prop_assert_eq!(rfc3339(from_unix(seconds)), theirs.to_string());
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,30}") {
        let _ = (parse_instant(&text), parse_date(&text));
    }
}

#[test]
fn refuses_dates_and_times_that_do_not_exist() {
    for bad in
        ["2021-02-29", "2021-13-01", "2021-00-10", "2021-06-31", "2021-6-1", "21-06-01", "2021-06-28 ", "+021-06-28"]
    {
        assert_eq!(parse_date(bad), None, "{bad}");
    }
    for bad in [
        "2021-06-28T09:00:00",
        "2021-06-28T24:00:00Z",
        "2021-06-28T09:60:00Z",
        "2021-06-28T09:00:60Z",
        "2021-06-28T09:00Z",
        "2021-06-28T09:00:00+0200",
        "2021-06-28T09:00:00\u{2212}02:00",
        "2021-06-28T09:00:00.Z",
        "2021-06-28T09-00-00Z",
        "2021-06-28",
    ] {
        assert_eq!(parse_instant(bad), None, "{bad}");
    }
}

#[test]
fn parts_of_a_second_are_dropped() {
    let at = |text| parse_instant(text).map(|at| at.to_utc());
    assert_eq!(at("2021-06-28T09:00:00.999+02:00"), at("2021-06-28t07:00:00z"));
}

#[test]
fn dates_are_written_in_english() {
    let date = parse_date("2021-06-28").expect("a date");
    assert_eq!(day_month(date), "28 June");
    assert_eq!(long_date(date), "Monday 28 June");
    assert_eq!(day_month_year(parse_date("2021-07-01").expect("a date")), "1 July 2021");
    assert_eq!(full_date(date), "Monday 28 June 2021");
    for (start, end, said) in [
        ("2026-12-24", "2026-12-24", "24 December 2026"),
        ("2026-07-01", "2026-07-02", "1 to 2 July 2026"),
        ("2021-06-28", "2021-07-02", "28 June to 2 July 2021"),
        ("2026-12-30", "2027-01-02", "30 December 2026 to 2 January 2027"),
        ("2026-07-01", "2027-07-01", "1 July 2026 to 1 July 2027"),
    ] {
        let date = |text| parse_date(text).expect("a date");
        assert_eq!(days(date(start), date(end)), said);
    }
}

#[test]
fn a_length_is_in_hours_and_minutes() {
    for (minutes, said) in [
        (45, "45 min"),
        (60, "1 h"),
        (90, "1 h 30 min"),
        (0, "0 min"),
        (1_440, "24 h"),
        (2_880, "2 days"),
        (57 * 60, "2 days 9 h"),
    ] {
        assert_eq!(duration(minutes), said);
    }
}

#[test]
fn spans_that_touch_do_not_overlap() {
    let span = |start, end| Span { start: from_unix(start), end: from_unix(end) };
    assert!(!span(0, 10).overlaps(span(10, 20)));
    assert!(span(0, 11).overlaps(span(10, 20)));
    assert!(span(0, 10).contains(from_unix(0)) && !span(0, 10).contains(from_unix(10)));
}
