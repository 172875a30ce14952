//! When days begin, and under which day a file lists what is past midnight.

use super::*;

/// A `schedule.xml` of two days: their beginnings, the `day_change`, and the starts of the sessions that each lists.
fn two_days(change: &str, begin: &str, first: &[&str], second: &[&str]) -> String {
    let day = |date: &str, starts: &[&str]| {
        let events = starts.iter().map(|start| {
            format!("<event id='1' guid='{start}'><title>{start}</title><date>{start}</date><duration>0:30</duration></event>")
        });
        let events: String = events.collect();
        format!("<day date='{date}' start='{begin}'><room name='Hall'>{events}</room></day>").replace("DATE", date)
    };
    format!(
        "<schedule><conference><title>Days</title><time_zone_name>Europe/Lisbon</time_zone_name>{change}</conference>{}{}</schedule>",
        day("2026-10-24", first),
        day("2026-10-25", second)
    )
}

#[test]
fn what_is_listed_with_the_evening_tells_when_days_begin() {
    let evening = ["2026-10-24T10:00:00+01:00", "2026-10-25T00:30:00+01:00"];
    let late = ["2026-10-24T10:00:00+01:00", "2026-10-25T06:10:00+00:00"];
    let own = ["2026-10-25T09:30:00+00:00"];
    let change = "<day_change>04:00:00</day_change>";
    for (name, file, day_start, end) in [
        ("said", two_days(change, "", &evening, &own), Some("04:00"), "2026-10-25"),
        ("said by each day", two_days("", "DATET06:00:00+01:00", &evening, &own), Some("06:00"), "2026-10-25"),
        (
            "begin of the first session",
            two_days("", "DATET10:00:00+01:00", &evening, &own),
            Some("05:00"),
            "2026-10-25",
        ),
        ("listed later than usual", two_days("", "", &late, &own), Some("07:00"), "2026-10-25"),
        (
            "a date of UTC",
            two_days("", "2026-10-24T23:30:00Z", &["2026-10-25T13:00:00+00:00"], &[]),
            None,
            "2026-10-25",
        ),
        (
            "said by each day, and of no effect",
            two_days("", "DATET09:00:00+01:00", &evening[..1], &own),
            None,
            "2026-10-25",
        ),
        ("midnight", two_days("", "", &evening[..1], &own), None, "2026-10-25"),
        ("an evening", two_days("<day_change>18:00</day_change>", "", &evening[..1], &own), None, "2026-10-25"),
    ] {
        let (agenda, said) = import_in(&Folder::new(), &[("a.xml", &file)], "").expect(name);
        let event = &agenda["event"];
        assert_eq!((event["day_start"].as_str(), event["end"].as_str()), (day_start, Some(end)), "{name}: {said}");
        assert!(!said.contains("hour at which"), "{name}: {said}");
    }
}

#[test]
fn days_that_no_hour_explains_are_said() {
    let mixed = ["2026-10-25T09:00:00+00:00", "2026-10-25T01:00:00+00:00"];
    let file = two_days("", "", &mixed, &["2026-10-25T08:00:00+00:00"]);
    let (agenda, said) = import_in(&Folder::new(), &[("a.xml", &file)], "").expect("a programme");
    assert_eq!(agenda["event"].get("day_start"), None);
    assert!(said.contains("lists under another day, in a way that no hour at which days begin explains (2)"), "{said}");
    let (agenda, said) = import_in(&Folder::new(), &[("a.xml", &file)], "--day-start 03:30").expect("a programme");
    assert_eq!(agenda["event"]["day_start"], "03:30");
    assert!(!said.contains("explains"), "{said}");
}

#[test]
fn nights_of_other_formats_are_pointed_out() {
    let file = "title,start,end\nParty,2026-10-25 01:30,2026-10-25 03:00\nTalk,2026-10-24 10:00,2026-10-24 11:00\n";
    let flags = "--timezone Europe/Lisbon --title Days";
    let (agenda, said) = import_in(&Folder::new(), &[("a.csv", file)], flags).expect("a programme");
    assert_eq!(agenda["event"]["end"], "2026-10-25");
    assert!(said.contains("With --day-start 05:00 they stand with the evening before"), "{said}");
    let flags = format!("{flags} --day-start 05:00");
    let (agenda, said) = import_in(&Folder::new(), &[("a.csv", file)], &flags).expect("a programme");
    assert_eq!((&agenda["event"]["end"], &agenda["event"]["day_start"]), (&"2026-10-24".into(), &"05:00".into()));
    assert!(!said.contains("--day-start"), "{said}");
}
