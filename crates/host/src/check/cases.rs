//! Every kind of fault and its message: alone in the sample, several at once, and whole files.

use std::fs;
use std::path::Path;

use super::*;
use crate::sample;

/// Every message about a text, after its line.
fn said_of(text: &str) -> Vec<String> {
    let faults = all_faults(text).expect("a schema");
    let mut said: Vec<(usize, String)> =
        faults.iter().map(|placed| (line_column(text, placed.range.start).0, placed.fault.to_string())).collect();
    said.sort();
    said.into_iter().map(|(line, said)| format!("{line} {said}")).collect()
}

#[test]
fn each_fault_is_found_and_described() {
    let cases = [
        (
            "T11:00:00+02:00\", \"end",
            "T13:00:00+02:00\", \"end",
            "18 session `opening`: ends 12:00 before it starts 13:00; swap `start` and `end`?",
        ),
        (
            "\"end\": \"2021-06-29\"",
            "\"end\": \"2021-06-27\"",
            "4 event: ends on 2021-06-27 before it starts on 2021-06-28; swap `start` and `end`?",
        ),
        ("\"end\": \"2021-06-29\"", "\"end\": \"9999-06-29\"", "longer than a year; is the year right?"),
        ("2021-06-28T12:00:00+02:00", "9999-06-28T12:00:00+02:00", "and ends on 9999-06-28; is the date right?"),
        ("2021-06-28T11:00:00+02:00", "2022-06-28T11:00:00+02:00", "before it starts 2022-06-28 11:00"),
        ("Europe/Copenhagen", "Europe/Kopenhagen", "event: there is no time zone `Europe/Kopenhagen`; use an IANA"),
        ("Asia/Kathmandu", "Asia/Nowhere", "there is no time zone `Asia/Nowhere`"),
        ("\"id\": \"late\"", "\"id\": \"opening\"", "session `opening`: has the same id as an earlier one; give it"),
        ("\"kind\": \"talk\"", "\"kind\": \"tlak\"", "session `opening`: refers to kind `tlak`, and there is none"),
        ("\"themes\": [\"sea\"]", "\"themes\": [\"see\"]", "refers to theme `see`"),
        ("\"room\": \"hall\"", "\"room\": \"hell\"", "refers to room `hell`"),
        ("\"person\": \"zoe\"", "\"person\": \"joe\"", "refers to person `joe`"),
        ("\"speakers\": [\"zoe\"]", "\"speakers\": [\"joe\"]", "refers to person `joe`"),
        ("\"repeats\": [\"opening\"]", "\"repeats\": [\"closing\"]", "is said to repeat itself"),
        ("\"repeats\": [\"opening\"]", "\"repeats\": [\"gone\"]", "refers to session `gone`"),
        ("\"sessions\": [\"late\"]", "\"sessions\": [\"gone\"]", "speaks of session `gone`"),
        ("2021-06-28T11:00", "2020-06-28T11:00", "starts on 2020-06-28, outside the event's days"),
        ("\"at\": \"0:30\"", "\"at\": \"9:30\"", "out of order"),
        ("\"summary\"", "\"sumary\"", "the format has no member `sumary` here; did you mean `summary`?"),
        ("\"summary\"", "\"weather\"", "the format has no member `weather` here; it is ignored"),
        (
            "\"mode\": \"virtual\"",
            "\"mode\": \"virtul\"",
            "event: `virtul` is not one of `virtual`, `in-person`, `hybrid`; did you mean `virtual`?",
        ),
        ("\"format\": 1", "\"format\": 2", "this is format 2, and this app reads format 1; use a newer Meridian"),
        ("\"format\": 1", "\"format\": \"1\"", "here is a string, where a format version was expected"),
        ("\"title\": \"Opening\", ", "", "session `opening`: `title` is missing"),
        (
            "\"title\": \"Opening\", ",
            "\"title\": \"Opening\", \"title\": \"Again\", ",
            "session `opening`: `title` appears twice; remove one",
        ),
        ("\"title\": \"Opening\"", "\"title\": 7", "here is a number, where one line of text"),
        ("\"room\": \"hall\"", "\"room\": null", "here is `null`, where an id: lower-case letters"),
        ("\"title\": \"Opening\"", "\"title\": null", "here is `null`, where one line of text"),
        ("\"hue\": 225", "\"hue\": \"225\"", "theme `sea`: here is a string, where a hue from 0 to 359 was expected"),
        ("\"hue\": 225", "\"hue\": -1", "theme `sea`: `-1` is not a hue from 0 to 359"),
        ("\"hue\": 225", "\"hue\": 7.5", "theme `sea`: `7.5` is not a hue from 0 to 359"),
        ("\"themes\": [\"sea\"]", "\"themes\": \"sea\"", "here is a string, where a list was expected"),
        (
            "\"people\": [{ \"person\": \"zoe\", \"role\": \"chair\" }]",
            "\"people\": [\"zoe\"]",
            "session `opening`: here is a string, where an object with `person` and `role` was expected",
        ),
        ("\"start\": \"2021-06-28\"", "\"start\": \"28 June\"", "event: `28 June` is not a date such as `2021-06-28`"),
        ("T11:00:00+02:00\"", "T11:00\"", "`2021-06-28T11:00` is not a date and time with offset such as"),
        (
            "\"at\": \"2021-06-26\"",
            "\"at\": \"June\"",
            "revision: `June` is not a date, or a date and time with offset",
        ),
        ("https://sea.example/", "javascript:alert(1)", "`javascript:alert(1)` is not a link"),
        ("https://sea.example/", "https:///sea", "`https:///sea` is not a link"),
        ("\"Hello.\"", "\"[x](javascript:alert)\"", "which is not allowed"),
        ("\"id\": \"1\" }", "\"id\": \"one\" }", "talk `tides`: a Vimeo video wants an `id` made of digits"),
        (
            "\"provider\": \"vimeo\", \"id\": \"1\"",
            "\"id\": \"1\"",
            "a video has a `provider`, or says why it is `missing`",
        ),
        (
            "\"provider\": \"vimeo\", \"id\": \"1\"",
            "\"provider\": \"vimo\"",
            "one of `vimeo`, `youtube`, `file`; did you mean",
        ),
    ];
    for (from, to, said) in cases {
        let all = said_of(&sample::with(&[(from, to)]));
        assert!(all.iter().any(|one| one.contains(said)), "{from} → {to}: {all:#?}");
        assert!(all.iter().all(|one| !one.contains("(the ")), "{all:#?}");
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "one fault is reported once: {all:#?}");
    }
}

#[test]
fn faults_of_shape_and_of_the_rules_are_reported_at_once() {
    let said = said_of(&sample::with(&[
        ("\"hue\": 225", "\"hue\": \"blue\""),
        ("\"mode\": \"virtual\"", "\"mode\": \"online\""),
        ("\"id\": \"1\" }", "\"id\": \"one\" }"),
        ("\"title\": \"Opening\", ", ""),
        ("\"kind\": \"talk\"", "\"kind\": \"tlak\""),
        ("T17:00:00+02:00", "T15:00:00+02:00"),
        ("Europe/Copenhagen", "CEST"),
        ("\"repeats\": [\"opening\"]", "\"repeats\": [\"gone\"]"),
    ]));
    let subjects =
        ["`online`", "`CEST`", "blue", "`title` is missing", "`tlak`", "Vimeo", "before it starts", "`gone`"];
    for subject in subjects {
        let found =
            said.iter().any(|one| one.contains(subject) || subject == "blue" && one.contains("theme `sea`: here"));
        assert!(found, "{subject}: {said:#?}");
    }
    assert_eq!(said.len(), subjects.len(), "{said:#?}");
}

#[test]
fn no_rule_judges_what_could_not_be_read() {
    let said = said_of(&sample::with(&[
        ("\"id\": \"talk\"", "\"id\": \"Talk\""),
        ("\"start\": \"2021-06-28\"", "\"start\": \"1 May\""),
        ("\"end\": \"2021-06-28T12:00:00+02:00\"", "\"end\": \"noon\""),
    ]));
    assert_eq!(said.len(), 3, "{said:#?}");
}

#[test]
fn everything_that_is_missing_is_named() {
    let said = said_of(r#"{"format": 1, "event": {"id": "A"}, "sessions": [{"id": "x", "start": "noon"}, {}, 7]}"#);
    for part in ["event: `A` is not an id", "`revision` is missing", "session `x`: `noon`", "1 `title` is missing"] {
        assert!(said.iter().any(|one| one.contains(part)), "{part}: {said:#?}");
    }
    assert_eq!(said_of("[]"), ["1 here is a list, where an object with `format`, `event` and `revision` was expected"]);
}

/// Files of other people, each with what has to be found in it; they lie outside this repository.
#[test]
fn the_shared_cases_are_reported_in_full() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("{} is not there: the cases in it were NOT checked", folder.display());
        return;
    };
    let expected: [(&str, &[&str]); 4] = [
        ("atonce-1.json", &[]),
        ("atonce-2.json", &[]),
        ("canceled.json", &["`canceled` is not one of", "did you mean `cancelled`?"]),
        ("zero.json", &["ends when it starts, at 09:00"]),
    ];
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let text = fs::read_to_string(&path).expect("a text");
        let said = said_of(&text);
        let parts = expected.iter().find(|(other, _)| *other == name).map(|(_, parts)| *parts);
        for part in parts.unwrap_or_default() {
            assert!(said.iter().any(|one| one.contains(part)), "{name}, {part}: {said:#?}");
        }
        let is_sound = checked(name, text.as_bytes()).expect("a report").0.is_some();
        assert_eq!(is_sound, parts.is_none(), "{name}: {said:#?}");
        println!("{name}: {said:#?}");
    }
}
