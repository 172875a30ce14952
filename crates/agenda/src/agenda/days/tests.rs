//! On which days sessions stand.

use super::*;
use crate::phase::now_and_next;
use crate::time::{parse_date, parse_instant};
use crate::{sample, zone};
use chrono::Datelike;

/// An event with sessions from a time to another.
fn agenda(start: &str, end: &str, sessions: &[(&str, &str, &str)]) -> Agenda {
    agenda_from("00:00", start, end, sessions)
}

/// With days that begin at that time.
fn agenda_from(day_start: &str, start: &str, end: &str, sessions: &[(&str, &str, &str)]) -> Agenda {
    let sessions = sessions.iter().map(|(id, start, end)| {
        format!(r#"{{ "id": "{id}", "title": "x", "kind": "talk", "start": "{start}", "end": "{end}" }}"#)
    });
    let sessions = sessions.collect::<Vec<_>>().join(",");
    let (head, _) = sample::SOURCE.split_once("\"sessions\": [\n").expect("sessions");
    let source = format!("{head}\"sessions\": [{sessions}] }}");
    let source = source.replacen("\"mode\"", &format!("\"day_start\": \"{day_start}\", \"mode\""), 1);
    let source = source.replacen("2021-06-28", start, 1).replacen("2021-06-29", end, 1);
    Agenda::read(&source, &zone::tests::offset).expect("an agenda")
}

fn long() -> Agenda {
    agenda(
        "2026-10-24",
        "2026-10-27",
        &[
            ("hack", "2026-10-26T18:00:00+01:00", "2026-10-27T18:00:00+01:00"),
            ("expo", "2026-10-24T09:00:00+02:00", "2026-10-26T17:00:00+01:00"),
            ("party", "2026-10-24T22:00:00+02:00", "2026-10-25T01:00:00+02:00"),
            ("all-day", "2026-10-27T00:00:00+01:00", "2026-10-28T00:00:00+01:00"),
        ],
    )
}

/// The clocks go back in the night to the 25th.
fn nights() -> Agenda {
    agenda_from(
        "05:00",
        "2026-10-24",
        "2026-10-25",
        &[
            ("dawn", "2026-10-24T05:00:00+02:00", "2026-10-24T06:00:00+02:00"),
            ("party", "2026-10-25T00:30:00+02:00", "2026-10-25T02:00:00+02:00"),
            // 02:30 on clocks that were just put back.
            ("again", "2026-10-25T01:30:00Z", "2026-10-25T03:00:00Z"),
            ("late", "2026-10-25T04:59:00+01:00", "2026-10-25T05:30:00+01:00"),
            ("early", "2026-10-25T05:00:00+01:00", "2026-10-25T06:00:00+01:00"),
            ("hack", "2026-10-24T18:00:00+02:00", "2026-10-26T05:00:00+01:00"),
            ("end", "2026-10-26T03:00:00+01:00", "2026-10-26T04:00:00+01:00"),
        ],
    )
}

#[test]
fn what_starts_before_days_begin_stands_with_its_evening() {
    let agenda = nights();
    let on = |day: &str| {
        let day = parse_date(day).expect("a date");
        let sessions = agenda.sessions().iter().filter(|session| agenda.day_of(session) == day);
        sessions.map(|session| session.id.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(on("2026-10-24"), "dawn hack party again late");
    assert_eq!(on("2026-10-25"), "early end");
    assert_eq!(agenda.days().len(), 2);
    // What is long ends with the day before the one that begins then.
    let hack = agenda.session("hack").expect("it");
    let parts = ["2026-10-24", "2026-10-25", "2026-10-26"].map(|day| {
        let part = agenda.part_on(hack, parse_date(day).expect("a date"));
        part.map(|part| part.minutes() / 60)
    });
    assert_eq!(parts, [Some(12), Some(24), None]);
    assert!(!agenda.is_on(hack, parse_date("2026-10-26").expect("a date")));
}

#[test]
fn the_present_day_ends_when_the_next_begins() {
    let agenda = nights();
    for (now, day) in [
        ("2026-10-24T02:59:59Z", "2026-10-23"),
        ("2026-10-24T03:00:00Z", "2026-10-24"),
        ("2026-10-25T03:59:59Z", "2026-10-24"),
        ("2026-10-25T04:00:00Z", "2026-10-25"),
    ] {
        let at = parse_instant(now).expect(now).to_utc();
        assert_eq!(agenda.day_then(at).to_string(), day, "{now}");
    }
    let party = agenda.session("party").expect("it");
    let now = parse_instant("2026-10-25T03:00:00Z").expect("an instant").to_utc();
    assert_eq!(agenda.day_at(party, now).to_string(), "2026-10-24");
}

#[test]
fn an_hour_that_the_clocks_skip_begins_a_day_when_they_have() {
    let one = ("a", "2026-03-28T10:00:00+01:00", "2026-03-28T11:00:00+01:00");
    let agenda = agenda_from("02:30", "2026-03-28", "2026-03-29", &[one]);
    let start = agenda.start_of(parse_date("2026-03-29").expect("a date"));
    assert_eq!(start.to_rfc3339(), "2026-03-29T01:30:00+00:00");
    let midnight = agenda.midnight_of(parse_date("2026-03-29").expect("a date"));
    assert_eq!(midnight.to_rfc3339(), "2026-03-28T23:00:00+00:00");
}

#[test]
fn a_session_is_found_today_where_it_stands_on_today() {
    let agenda = long();
    for (id, now, day) in [
        ("expo", "2026-10-25T10:00:00Z", "2026-10-25"),
        ("party", "2026-10-24T22:30:00Z", "2026-10-24"),
        ("hack", "2026-10-24T10:00:00Z", "2026-10-26"),
    ] {
        let session = agenda.session(id).expect(id);
        let now = parse_instant(now).expect(now).to_utc();
        assert_eq!(agenda.day_at(session, now), parse_date(day).expect(day), "{id} at {now}");
    }
}

#[test]
fn what_is_long_stands_on_each_day_it_touches() {
    let agenda = long();
    let on = |day: &str| {
        let sessions = agenda.sessions_on(parse_date(day).expect("a date"));
        sessions.map(|session| session.id.to_string()).collect::<Vec<_>>().join(" ")
    };
    for (day, sessions) in [
        ("2026-10-24", "expo party"),
        ("2026-10-25", "expo"),
        ("2026-10-26", "expo hack"),
        ("2026-10-27", "hack all-day"),
        ("2026-10-28", ""),
    ] {
        assert_eq!(on(day), sessions, "{day}");
    }
    assert_eq!(agenda.days().len(), 4);
}

#[test]
fn what_is_long_is_on_now_on_each_of_its_days() {
    let agenda = long();
    for now in ["2026-10-24T08:00:00Z", "2026-10-25T03:00:00Z", "2026-10-26T15:59:00Z"] {
        let now = parse_instant(now).expect("an instant").to_utc();
        let on = now_and_next(agenda.sessions().iter(), now).now;
        assert!(on.iter().any(|session| *session.id == *"expo"), "{now}");
    }
}

#[test]
fn a_day_has_its_part_of_what_is_long() {
    let agenda = long();
    let part = |id: &str, day: &str| {
        let part = agenda.part_on(agenda.session(id).expect(id), parse_date(day).expect("a date"));
        part.map(|part| part.minutes() / 60)
    };
    // The night of the change has an hour more.
    for (id, day, hours) in [
        ("expo", "2026-10-24", Some(15)),
        ("expo", "2026-10-25", Some(25)),
        ("expo", "2026-10-26", Some(17)),
        ("expo", "2026-10-27", None),
        ("party", "2026-10-24", Some(3)),
    ] {
        assert_eq!(part(id, day), hours, "{id} on {day}");
    }
}

#[test]
fn a_series_lists_the_days_that_have_sessions_with_their_months() {
    let months: Vec<String> = (1..=12).map(|month| format!("2026-{month:02}-05T18:00:00+01:00")).collect();
    let ids: Vec<String> = (1..=12).map(|month| format!("s{month}")).collect();
    let ends: Vec<String> = months.iter().map(|start| start.replace("T18", "T19")).collect();
    let sessions: Vec<(&str, &str, &str)> =
        ids.iter().zip(&months).zip(&ends).map(|((id, start), end)| (&**id, &**start, &**end)).collect();
    let series = agenda("2026-01-05", "2026-12-05", &sessions);
    let named: Vec<String> = series.named_days().into_iter().map(|(_, words)| words).collect();
    assert_eq!((named.len(), named[0].as_str(), named[11].as_str()), (12, "Mon 5 Jan", "Sat 5 Dec"));
}

#[test]
fn a_short_event_lists_each_of_its_days() {
    let named = |agenda: Agenda| agenda.named_days().into_iter().map(|(_, words)| words).collect::<Vec<_>>();
    let one = ("a", "2021-06-30T10:00:00+02:00", "2021-06-30T11:00:00+02:00");
    assert_eq!(named(agenda("2021-06-28", "2021-07-01", &[one])), ["Mon 28", "Tue 29", "Wed 30", "Thu 1"]);
    let after = ("b", "2021-07-02T10:00:00+02:00", "2021-07-02T11:00:00+02:00");
    assert_eq!(named(agenda("2021-06-30", "2021-06-30", &[one, after])), ["Wed 30", "Fri 2"]);
}

#[test]
fn what_lasts_half_a_year_stands_on_the_days_of_others() {
    let year = agenda(
        "2026-01-01",
        "2026-12-31",
        &[
            ("expo", "2026-02-01T09:00:00+01:00", "2026-09-01T17:00:00+02:00"),
            ("talk", "2026-05-05T09:00:00+02:00", "2026-05-05T10:00:00+02:00"),
        ],
    );
    let days = year.days();
    assert_eq!(days.iter().map(Datelike::ordinal).collect::<Vec<_>>(), [32, 125]);
    assert_eq!(year.sessions_on(days[1]).count(), 2);
}
