//! Reports as they are read.

use std::path::Path;

use serde_json::json;

use super::*;
use crate::sample;

/// The report on the sample with each `from` replaced by its `to`.
fn report_on(changes: &[(&str, &str)]) -> Outcome {
    plain(check_bytes("a.json", sample::with(changes).as_bytes(), &text()))
}

fn text() -> Order {
    Order::default()
}

fn json_order() -> Order {
    Order { format: Format::Json, ..Order::default() }
}

/// What is printed where there are no colours.
fn plain(outcome: Outcome) -> Outcome {
    let answer = anstream::adapter::strip_str(&outcome.answer).to_string();
    Outcome { answer, ..outcome }
}

#[test]
fn a_valid_agenda_is_summed_up() {
    let report = "a.json is valid: 3 sessions, 1 talk, 1 recording, 1 person\n";
    assert_eq!(report_on(&[]), Outcome::fine(report.to_owned()));
}

#[test]
fn a_warning_alone_is_no_failure() {
    let outcome = report_on(&[("\"level\"", "\"levle\"")]);
    assert_eq!(outcome.code, 0);
    assert!(
        outcome
            .answer
            .starts_with("warning[unknown-member]: session `opening`: the format has no member `levle` here\n")
    );
    assert!(outcome.answer.ends_with("1 warning; the agenda can be used all the same\n"), "{}", outcome.answer);
}

#[test]
fn shows_every_fault_in_the_order_of_the_file() {
    let outcome = report_on(&[
        ("T17:00:00+02:00", "T15:00:00+02:00"),
        ("\"title\": \"Hall\"", "\"titel\": \"Hall\""),
        ("\"kind\": \"talk\"", "\"kind\": \"tlak\""),
    ]);
    assert_eq!(outcome.code, 1);
    assert_eq!(outcome.answer, REPORT);
}

const REPORT: &str = r#"error[missing-member]: room `hall`: `title` is missing
  --> a.json:14:13
   |
14 |   "rooms": [{ "id": "hall", "titel": "Hall" }],
   |             ^

warning[unknown-member]: room `hall`: the format has no member `titel` here
  --> a.json:14:29
   |
14 |   "rooms": [{ "id": "hall", "titel": "Hall" }],
   |                             ^^^^^^^ did you mean `title`?

error[unknown-reference]: session `opening`: refers to kind `tlak`, and there is none
  --> a.json:19:15
   |
19 |       "kind": "tlak", "themes": ["sea"], "room": "hall", "summary": "Hello.", "people": [{ "person": "zoe", "role": "chair" }],
   |               ^^^^^^ did you mean `talk`?

error[end-before-start]: session `closing`: ends 15:00 before it starts 16:00
  --> a.json:32:89
   |
32 |       "id": "closing", "title": "Closing", "start": "2021-06-29T16:00:00+02:00", "end": "2021-06-29T15:00:00+02:00",
   |                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ swap `start` and `end`?

3 errors, 1 warning
"#;

#[test]
fn reports_have_colours_for_terminals() {
    let outcome = check_bytes("a.json", b"{a: 1}", &text());
    assert!(outcome.answer.contains("\u{1b}["), "{}", outcome.answer);
}

#[test]
fn a_text_that_is_not_strict_json_has_one_error_with_its_place() {
    let said = |text: &str| {
        let outcome = check_bytes("a.json", text.as_bytes(), &json_order());
        let report: serde_json::Value = serde_json::from_str(&outcome.answer).expect("JSON");
        let fault = &report["faults"][0];
        assert_eq!((outcome.code, &report["errors"]), (1, &json!(1)), "{text}");
        format!("{}:{} {}", fault["line"], fault["column"], fault["problem"].as_str().unwrap_or_default())
    };
    let texts =
        ["", "{\n  \"a\": 1,\n}", "{ // note\n}", "[1 2]", "{a: 1}", "\"a\nb\"", "\"é\\x\"", "1 1", "[1", "[01]"];
    let expected = [
        "1:1 The file is empty",
        "2:9 Trailing commas are not allowed",
        "1:3 Comments are not allowed",
        "1:3 Expected comma",
        "1:2 Expected string for object property",
        "2:1 control character (\\u0000-\\u001F) found while parsing a string",
        "1:3 Invalid escape",
        "1:3 Text cannot contain more than one JSON value",
        "1:1 Unterminated array",
        "1:3 Expected comma",
    ];
    assert_eq!(texts.map(said), expected);
    let comment = plain(check_bytes("a.json", b"{ // note\n}", &text())).answer;
    assert!(comment.contains("browsers read strict JSON only"), "{comment}");
    for deep in ["[".repeat(100_000), format!("{{\"x\": {}", "[".repeat(100_000))] {
        assert_eq!(check_bytes("a.json", deep.as_bytes(), &text()).code, 1);
    }
}

#[test]
fn says_where_a_text_stops_being_utf8() {
    let outcome = check_bytes("a.json", b"{\n\"caf\xe9\": 1}", &text());
    let said = "a.json:2:5 the text is not UTF-8 from here on. Save the file again with the encoding UTF-8.\n";
    assert_eq!(outcome, Outcome::refused(said.to_owned()));
}

#[test]
fn says_what_to_do_about_a_file_that_cannot_be_read() {
    let missing = "public/agenda.jsn: there is no such file. Check the path; it starts from the folder you are in.\n";
    assert_eq!(check(Path::new("public/agenda.jsn"), &text()), Outcome::refused(missing.to_owned()));
    let folder = "src: this is a folder. Name the agenda in it, such as `src/agenda.json`.\n";
    assert_eq!(check(Path::new("src"), &text()), Outcome::refused(folder.to_owned()));
}

#[test]
fn says_the_same_to_machines() {
    let source = sample::with(&[("\"level\"", "\"levle\""), ("\"hue\": 0", "\"hue\": 360")]);
    let outcome = check_bytes("a.json", source.as_bytes(), &json_order());
    let report: serde_json::Value = serde_json::from_str(&outcome.answer).expect("JSON");
    assert_eq!(outcome.code, 1);
    assert_eq!((&report["file"], &report["errors"], &report["warnings"]), (&"a.json".into(), &1.into(), &1.into()));
    let expected = json!({
        "file": "a.json", "severity": "error", "rule": "wrong-value", "line": 13, "column": 53, "pointer": "/kinds/0/hue", "subject": "kind `talk`",
        "problem": "360 is not a hue from 0 to 359", "remedy": "", "message": "kind `talk`: 360 is not a hue from 0 to 359",
    });
    assert_eq!(report["faults"][0], expected);
    assert_eq!(report["faults"][1]["pointer"], "/sessions/0/levle");
    assert!(outcome.answer.ends_with("}\n"));
}

#[test]
fn a_valid_agenda_is_an_object_without_faults() {
    let outcome = check_bytes("a.json", sample::SOURCE.as_bytes(), &json_order());
    let report: serde_json::Value = serde_json::from_str(&outcome.answer).expect("JSON");
    assert_eq!(outcome.code, 0);
    assert_eq!(report, json!({ "file": "a.json", "errors": 0, "warnings": 0, "notes": 0, "faults": [] }));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_taken() {
    let source = format!("\u{feff}{}", sample::SOURCE.replace('\n', "\r\n"));
    assert_eq!(check_bytes("a.json", source.as_bytes(), &text()).code, 0);
}
