//! What the command line understands.

use super::*;

fn ran(line: &str) -> Outcome {
    let arguments: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
    run(&arguments, &|_| {})
}

#[test]
fn shows_help_when_asked_or_without_arguments() {
    for line in ["", "help", "--help", "-h"] {
        let outcome = ran(line);
        assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""), "{line}");
        for word in ["check", "diff", "schema", "build", "Exit codes"] {
            assert!(outcome.answer.contains(word), "{line}: {}", outcome.answer);
        }
    }
}

#[test]
fn the_help_of_each_command_has_an_example_and_the_exit_codes() {
    for command in ["check", "diff", "schema", "build", "import"] {
        for line in [format!("{command} --help"), format!("help {command}")] {
            let outcome = ran(&line);
            assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""), "{line}");
            let examples = ["Example", "Examples"].map(|head| format!("{head}:\n  meridian {command}"));
            assert!(examples.iter().any(|text| outcome.answer.contains(text)), "{}", outcome.answer);
            assert!(outcome.answer.contains("Exit codes: 0 "), "{}", outcome.answer);
            assert!(outcome.answer.lines().all(|line| line.chars().count() <= 84), "{}", outcome.answer);
        }
    }
}

#[test]
fn prints_a_schema_that_is_json() {
    let outcome = ran("schema");
    let schema: serde_json::Value = serde_json::from_str(&outcome.answer).expect("JSON");
    assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""));
    assert!(schema["properties"]["sessions"].is_object());
    assert!(outcome.answer.ends_with("}\n"));
}

#[test]
fn what_is_not_understood_ends_with_a_hint() {
    for (line, hint) in [
        ("check", "agenda.json"),
        ("check a.json b.json", "b.json"),
        ("check --strict a.json", "--strict"),
        ("check a.json --format xml", "possible values: text, json, github"),
        ("check a.json --allow unknown-zone", "cannot be switched off"),
        ("check a.json --allow no-http", "did you mean `no-https`?"),
        ("check a.json --deny notes", "possible values: warnings"),
        ("diff a.json", "<new.json>"),
        ("schema x", "'x'"),
        ("build public --out dist", "--app <app>"),
        ("build --app dist/app --out dist", "<public>"),
        ("agenda.json", "write `meridian check agenda.json`"),
        ("chekc agenda.json", "'check'"),
    ] {
        let outcome = ran(line);
        assert_eq!((outcome.code, outcome.answer.as_str()), (2, ""), "{line}");
        assert!(outcome.complaint.contains(hint), "{line}: {}", outcome.complaint);
        assert!(outcome.complaint.contains("--help") || hint.starts_with("write"), "{line}: {}", outcome.complaint);
    }
}

#[test]
fn builds_from_the_folders_that_are_named() {
    let outcome = ran("build no-such-folder --app no-such-app --out no-such-site");
    assert_eq!((outcome.code, outcome.answer.as_str()), (2, ""));
    assert!(outcome.complaint.starts_with("no-such-folder: there is no such file"), "{}", outcome.complaint);
}

#[test]
fn checks_the_file_that_is_named() {
    for line in ["check public/no-such-agenda.json", "check public/no-such-agenda.json --format json"] {
        let outcome = ran(line);
        assert_eq!((outcome.code, outcome.answer.as_str()), (2, ""), "{line}");
        assert!(outcome.complaint.starts_with("public/no-such-agenda.json: there is no such file"), "{line}");
    }
}
