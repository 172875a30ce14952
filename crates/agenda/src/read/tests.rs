//! What is said of a text that is no agenda.

use super::*;
use crate::{sample, zone};

#[test]
fn the_first_fault_comes_with_its_place() {
    let cases = [
        ("\"mode\": \"virtual\"", "\"mode\": \"online\"", "/event/mode", "unknown variant `online`, expected one of"),
        (
            "\"format\": 1",
            "\"format\": 2",
            "/format",
            "this is format 2, and this app reads format 1; use a newer Meridian",
        ),
        ("\"title\": \"Opening\", ", "", "/sessions/0", "missing field `title`"),
        (
            "\"title\": \"Opening\", ",
            "\"title\": \"Opening\", \"title\": \"Again\", ",
            "/sessions/0/title",
            "duplicate field `title`",
        ),
        ("\"title\": \"Opening\"", "\"title\": 7", "/sessions/0/title", "invalid type: integer `7`, expected a string"),
        ("\"title\": \"Opening\"", "\"title\": \" \"", "/sessions/0/title", "` ` is not one line of text"),
        ("\"title\": \"Opening\"", "\"title\": null", "/sessions/0/title", "null"),
        (
            "https://sea.example/",
            "javascript:alert(1)",
            "/sessions/0/links/0/href",
            "`javascript:alert(1)` is not a link",
        ),
        ("\"Hello.\"", "\"[x](javascript:alert)\"", "/sessions/0/summary", "which is not allowed"),
        ("2021-06-28T11:00:00+02:00", "noon", "/sessions/0/start", "`noon` is not a date and time with offset such as"),
        ("\"at\": \"2021-06-26\"", "\"at\": \"26 June\"", "/revision/changes/0/at", "`26 June` is not a date, or"),
        ("\"id\": \"sea\"", "\"id\": \"Sea\"", "/themes/0/id", "`Sea` is not an id: lower-case letters"),
        (
            "\"id\": \"1\" }",
            "\"id\": \"one\" }",
            "/sessions/1/talks/0/video",
            "a Vimeo video wants an `id` made of digits",
        ),
    ];
    for (from, to, path, problem) in cases {
        assert!(sample::SOURCE.contains(from), "the sample has `{from}`");
        let source = sample::SOURCE.replacen(from, to, 1);
        let error = Agenda::read(&source, &zone::tests::offset).expect_err(to);
        assert_eq!(error.path, path, "{to}: {error}");
        assert!(error.problem.contains(problem), "{to}: {error}");
        assert!(error.line > 1 && error.column > 1, "{to}: {error}");
    }
}

#[test]
fn a_broken_rule_comes_with_its_path() {
    let source = sample::SOURCE.replacen("\"kind\": \"talk\"", "\"kind\": \"tlak\"", 1);
    let error = Agenda::read(&source, &zone::tests::offset).expect_err("no such kind");
    let said =
        "/sessions/0/kind: session `opening`: refers to kind `tlak`, and there is none; add it, or correct the id";
    assert_eq!(error.to_string(), said);
}

#[test]
fn a_text_that_is_not_json_has_a_place_too() {
    let error = Document::read("{\n  \"format\": 1,\n}").expect_err("a comma too many");
    assert_eq!(error.to_string(), "line 3, column 1: trailing comma");
    for text in ["", "[", "{} {}", &"[".repeat(100_000), &format!("{{\"x\": {}", "[".repeat(100_000))] {
        assert!(Document::read(text).is_err());
    }
    let twice = format!("{} {}", sample::SOURCE, sample::SOURCE);
    assert!(Document::read(&twice).is_err_and(|error| error.problem == "trailing characters"));
}

#[test]
fn unknown_members_and_a_byte_order_mark_are_skipped() {
    let source = sample::SOURCE.replacen("\"summary\"", "\"sumary\": { \"a\": [null, 1.5] }, \"summary\"", 1);
    assert_eq!(Agenda::read(&format!("\u{feff}{source}"), &zone::tests::offset), Ok(sample::agenda()));
}

/// The path is found in the text; natively a library follows serde to it.
#[cfg(feature = "schema")]
#[test]
fn the_path_is_the_one_that_a_library_finds() {
    let parts: Vec<&str> = sample::SOURCE.split_inclusive('"').collect();
    let mut tried = 0;
    // Each string in turn becomes a list, and then nothing.
    for index in (1..parts.len()).step_by(2) {
        let (before, after) = (parts[..index].concat(), parts[index + 1..].concat());
        let is_name = after.trim_start().starts_with(':');
        for value in if is_name { ["\"x\"", "\"y\""] } else { ["[]", "\"\""] } {
            let source = format!("{}{value}{after}", &before[..before.len() - 1]);
            let Err(error) = Document::read(&source) else { continue };
            let json = serde_json::from_str(&source).expect("JSON");
            let native = Document::from_value(&json).expect_err("a fault");
            assert_eq!(error.path, native.path, "{}", error.problem);
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}
