//! Every kind of fault and its message: alone in the sample, several at once, and whole files.

mod members;
mod references;
mod rules;
mod times;
mod values;

use std::fs;
use std::path::Path;

use super::*;
use crate::sample;

/// A passage of the sample, what takes its place, and a part of what is then said.
type Case = (&'static str, &'static str, &'static str);

/// Every message about a text, after its line.
fn said_of(text: &str) -> Vec<String> {
    let faults = all_faults(text, &Against::default()).expect("a schema");
    let mut said: Vec<(usize, String)> =
        faults.iter().map(|placed| (line_column(text, placed.range.start).0, placed.fault.to_string())).collect();
    said.sort();
    said.into_iter().map(|(line, said)| format!("{line} {said}")).collect()
}

#[test]
fn each_fault_is_found_and_described() {
    for (from, to, said) in [members::CASES, references::CASES, times::CASES, values::CASES].concat() {
        let all = said_of(&sample::with(&[(from, to)]));
        assert!(all.iter().any(|one| one.contains(said)), "{from} → {to}: {all:#?}");
        assert!(all.iter().all(|one| !one.contains("(the ") && !one.contains("an object was")), "{all:#?}");
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

/// The sample as an event in Copenhagen when the clocks change.
fn in_spring(start: &str, end: &str) -> Vec<String> {
    said_of(&sample::with(&[
        ("2021-06-28T11:00:00+02:00", start),
        ("2021-06-28T12:00:00+02:00", end),
        ("\"start\": \"2021-06-28\"", "\"start\": \"2021-03-28\""),
    ]))
}

#[test]
fn an_hour_that_the_clocks_skip_is_named() {
    let said = in_spring("2021-03-28T02:30:00+01:00", "2021-03-28T04:00:00+02:00");
    let expected = "18 session `opening`: starts at 02:30, an hour that the clocks of Europe/Copenhagen skip on 2021-03-28; \
                    as it is, visitors read 03:30 (+02:00); then write `2021-03-28T03:30:00+02:00`";
    assert_eq!(said, [expected]);
}

#[test]
fn utc_names_no_place_and_is_fine() {
    assert_eq!(in_spring("2021-03-28T10:00:00Z", "2021-03-28T11:00:00z"), [""; 0]);
    assert_eq!(in_spring("2021-03-28T10:00:00+00:00", "2021-03-28T11:00:00+00:00"), [""; 0]);
    // In London it is the offset of winter.
    let london = sample::with(&[("Europe/Copenhagen", "Europe/London"), ("28T11:00:00+02:00", "28T09:00:00+00:00")]);
    let said = said_of(&london);
    assert!(
        said.iter().any(|one| one.contains("starts at 09:00 (+00:00), which in Europe/London is 10:00 (+01:00)")),
        "{said:#?}"
    );
}

#[test]
fn null_is_as_good_as_absent() {
    let said = said_of(&sample::with(&[
        ("\"room\": \"hall\"", "\"room\": \"hall\", \"status\": null, \"talks\": null, \"language\": null"),
        ("\"level\": \"beginner\"", "\"level\": null, \"recordings\": null"),
        ("\"goal\": \"To part.\"", "\"goal\": \"To part.\", \"room\": null"),
        ("\"cities\": [{", "\"hero\": null, \"url\": null, \"cities\": [{"),
        ("\"hue\": 225 }", "\"hue\": 225, \"motif\": null, \"number\": null }"),
        ("\"aliases\": [\"Z. Angstrom\"]", "\"aliases\": null, \"organisation\": null"),
        (
            "{ \"provider\": \"vimeo\", \"id\": \"2\" }",
            "{ \"provider\": \"vimeo\", \"id\": \"2\", \"aspect\": null, \"missing\": null }",
        ),
    ]));
    assert_eq!(said, [""; 0]);
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
        (
            "atonce-1.json",
            &["`CEST`; use an IANA name", "theme `a`: here is a string, where a hue", "did you mean `talk`?"],
        ),
        (
            "atonce-2.json",
            &["`CEST`; use an IANA name", "refers to kind `tlak`, and there is none; did you mean `talk`?"],
        ),
        ("canceled.json", &["`canceled` is not one of", "did you mean `cancelled`?"]),
        ("zero.json", &["ends when it starts, at 09:00"]),
    ];
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let text = fs::read_to_string(&path).expect("a text");
        let said = said_of(&text);
        let warned: [(&str, &[&str]); 6] = [
            (
                "n1-double.json",
                &["`aula` holds session `one` at", "`zoe` takes part in session `one` at", "“Talk B” is session"],
            ),
            ("n2-long.json", &["has 240 characters", "has 308 characters"]),
            (
                "unused.json",
                &["room `unused`: no session has it", "person `zoe2`: “Zoë Person” is the name of `zoe` as well"],
            ),
            ("captions.json", &["send the header `Access-Control-Allow-Origin: *`"]),
            ("long.json", &["lasts 24 h", "lasts 30 h", "starts on 2026-10-24 and ends on 2026-10-26"]),
            (
                "offset.json",
                &["is at 09:00 (+01:00) to 10:00 (+01:00), which in Europe/Copenhagen is 10:00 (+02:00) to"],
            ),
        ];
        let warned = warned.iter().find(|(other, _)| *other == name).map(|(_, parts)| *parts);
        for part in warned.unwrap_or_default() {
            assert!(said.iter().any(|one| one.contains(part)), "{name}, {part}: {said:#?}");
        }
        let parts = expected.iter().find(|(other, _)| *other == name).map(|(_, parts)| *parts);
        for part in parts.unwrap_or_default() {
            assert!(said.iter().any(|one| one.contains(part)), "{name}, {part}: {said:#?}");
        }
        let is_sound = checked(name, text.as_bytes(), &[], &Against::default()).expect("a report").0.is_some();
        assert_eq!(is_sound, parts.is_none(), "{name}: {said:#?}");
        println!("{name}: {said:#?}");
    }
}
