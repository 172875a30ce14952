//! Each rule broken once, in the sample.

use super::*;
use crate::{Agenda, Severity, sample, zone};

/// The sample with one passage replaced.
fn changed(from: &str, to: &str) -> Document {
    assert!(sample::SOURCE.contains(from), "the sample has `{from}`");
    Document::read(&sample::SOURCE.replacen(from, to, 1)).expect("each value is of its type")
}

/// What is said of it.
fn said_of(from: &str, to: &str) -> Vec<String> {
    let document = changed(from, to);
    let faults = check_except(&document, &zone::tests::offset, &[]);
    let broken = faults.iter().any(|fault| fault.rule != Rule::UnknownZone);
    assert_eq!(Agenda::new(document, &zone::tests::offset).is_err(), broken, "{from}");
    assert!(faults.iter().all(|fault| fault.rule.severity() == Severity::Error), "{from}");
    faults.iter().map(|fault| format!("{} {fault}", fault.pointer)).collect()
}

#[test]
fn the_sample_keeps_every_rule() {
    assert_eq!(said_of("Tides", "Tides"), [""; 0]);
}

#[test]
fn each_rule_names_place_problem_and_remedy() {
    let cases = [
        (
            "T11:00:00+02:00\", \"end",
            "T13:00:00+02:00\", \"end",
            "/sessions/0/end session `opening`: ends 12:00 before it starts 13:00; swap `start` and `end`?",
        ),
        (
            "\"end\": \"2021-06-29\"",
            "\"end\": \"2021-06-27\"",
            "/event/end event: ends on 2021-06-27 before it starts on 2021-06-28; swap `start` and `end`?",
        ),
        (
            "\"end\": \"2021-06-29\"",
            "\"end\": \"9999-06-29\"",
            "event: lasts from 2021-06-28 to 9999-06-29, longer than a year; is the year right?",
        ),
        (
            "2021-06-28T11:00:00+02:00",
            "2022-06-28T11:00:00+02:00",
            "ends 2021-06-28 12:00 before it starts 2022-06-28 11:00",
        ),
        (
            "2021-06-28T12:00:00+02:00",
            "2021-06-28T11:00:00+02:00",
            "session `opening`: ends when it starts, at 11:00; when does it end?",
        ),
        (
            "Europe/Copenhagen",
            "Europe/Kopenhagen",
            "event: there is no time zone `Europe/Kopenhagen`; use an IANA name such as `Europe/Copenhagen`",
        ),
        ("Asia/Kathmandu", "Asia/Nowhere", "there is no time zone `Asia/Nowhere`"),
        (
            "\"id\": \"late\"",
            "\"id\": \"opening\"",
            "session `opening`: has the same id as an earlier one; give it an id of its own",
        ),
        ("\"kind\": \"talk\"", "\"kind\": \"tlak\"", "session `opening`: refers to kind `tlak`, and there is none"),
        ("\"themes\": [\"sea\"]", "\"themes\": [\"see\"]", "refers to theme `see`"),
        ("\"room\": \"hall\"", "\"room\": \"hell\"", "refers to room `hell`"),
        ("\"person\": \"zoe\"", "\"person\": \"joe\"", "refers to person `joe`"),
        ("\"speakers\": [\"zoe\"]", "\"speakers\": [\"joe\"]", "refers to person `joe`"),
        ("\"repeats\": [\"opening\"]", "\"repeats\": [\"closing\"]", "is said to repeat itself"),
        ("\"repeats\": [\"opening\"]", "\"repeats\": [\"gone\"]", "refers to session `gone`"),
    ];
    for (from, to, said) in cases {
        let all = said_of(from, to);
        assert!(all.iter().any(|one| one.contains(said)), "{from} → {to}: {all:#?}");
    }
}

#[test]
fn what_only_holds_a_place_is_not_judged() {
    let pointers = |from: &str, to: &str, placeholders: &[&str]| {
        let placeholders: Vec<String> = placeholders.iter().map(|pointer| (*pointer).to_owned()).collect();
        let faults = check_except(&changed(from, to), &zone::tests::offset, &placeholders);
        faults.into_iter().map(|fault| fault.pointer).collect::<Vec<_>>()
    };
    let (start, late) = ("T11:00:00+02:00\", \"end", "T13:00:00+02:00\", \"end");
    assert_eq!(pointers(start, late, &["/themes/0/hue", "/sessions/1"]), ["/sessions/0/end"]);
    assert_eq!(pointers(start, late, &["/sessions/0/start"]), [""; 0]);
    assert_eq!(pointers(start, late, &["/sessions/0"]), [""; 0]);
    let (kind, wrong) = ("\"kind\": \"talk\"", "\"kind\": \"tlak\"");
    assert_eq!(pointers(kind, wrong, &["/kinds/0/hue", "/sessions/10"]), ["/sessions/0/kind"]);
    assert_eq!(pointers(kind, wrong, &["/sessions/0/kind"]), [""; 0]);
    assert_eq!(pointers(kind, wrong, &["/kinds/1/id"]), [""; 0]);
    assert_eq!(pointers(kind, wrong, &["/kinds"]), [""; 0]);
    let (id, twice) = ("\"id\": \"closing\"", "\"id\": \"opening\"");
    assert_eq!(pointers(id, twice, &[]), ["/sessions/2/id", "/sessions/2/repeats/0"]);
    assert_eq!(pointers(id, twice, &["/sessions/2/id"]), [""; 0]);
    let (end, early) = ("\"end\": \"2021-06-29\"", "\"end\": \"2021-06-27\"");
    assert_eq!(pointers(end, early, &["/event/start"]), [""; 0]);
}

#[test]
fn a_wrong_zone_hides_no_wrong_hour() {
    let wrong = sample::SOURCE.replacen("Europe/Copenhagen", "CEST", 1).replacen("T17:00:00+02", "T15:00:00+02", 1);
    let document = Document::read(&wrong).expect("each value is of its type");
    let said: Vec<String> =
        check_except(&document, &zone::tests::offset, &[]).iter().map(ToString::to_string).collect();
    let hours = "session `closing`: ends 15:00 before it starts 16:00; swap `start` and `end`?";
    assert!(said.len() == 2 && said.iter().any(|one| one == hours), "{said:#?}");
}

#[test]
fn a_fault_of_shape_hides_no_fault_of_the_rules() {
    let mut faults =
        check_except(&changed("Europe/Copenhagen", "CEST"), &zone::tests::offset, &["/themes/0/hue".to_owned()]);
    assert_eq!(faults.pop().map(|fault| fault.pointer).as_deref(), Some("/event/timezone"));
}

#[test]
fn a_zone_that_the_reader_does_not_know_takes_nothing_else_away() {
    let knows =
        |known: &'static str| move |zone: &str, at| zone.contains(known).then(|| zone::tests::offset(zone, at))?;
    let hour = |agenda: &Agenda| agenda.venue().local(agenda.sessions()[0].span().start).format("%H:%M").to_string();
    for (known, cities) in [("", 1), ("Europe", 0), ("Asia", 1), ("Mars", 0)] {
        let agenda = Agenda::read(sample::SOURCE, &knows(known)).expect("the file is right");
        assert_eq!((agenda.venue().city().as_str(), hour(&agenda).as_str()), ("Copenhagen", "11:00"), "{known}");
        assert_eq!(agenda.cities().count(), cities, "{known}");
    }
}
