//! The report on one agenda file: every fault with its place, and a last line
//! that says how the file stands.

use std::fs;
use std::io;
use std::path::Path;

use super::command::Outcome;
use super::zones::offset_at;
use crate::agenda::json::line_column;
use crate::agenda::{Agenda, Fault, Reading, Severity};

/// Reads the file and reports on it.
pub fn check(file: &Path) -> Outcome {
    let name = file.display().to_string();
    match fs::read(file) {
        Ok(bytes) => judge(&name, bytes),
        Err(error) => Outcome::refused(unread(&name, &error)),
    }
}

/// Reports on what a file of that name holds.
pub fn judge(name: &str, bytes: Vec<u8>) -> Outcome {
    let source = match String::from_utf8(bytes) {
        Ok(source) => source,
        Err(error) => return Outcome::refused(not_utf8(name, error.as_bytes(), error.utf8_error().valid_up_to())),
    };
    let Reading { agenda, mut faults } = Agenda::read(&source, &offset_at);
    faults.sort_by_key(|fault| fault.at);
    let mut report: String = faults.iter().map(|fault| line(name, &source, fault)).collect();
    let last = match &agenda {
        Some(agenda) if faults.is_empty() => format!("{name} keeps every rule: {}", contents(agenda)),
        Some(_) | None => tally(&faults),
    };
    report.push_str(&last);
    report.push('\n');
    match agenda {
        Some(_) => Outcome::fine(report),
        None => Outcome::faulty(report),
    }
}

/// A fault as compilers write theirs, so that editors can jump to it.
fn line(name: &str, source: &str, fault: &Fault) -> String {
    let (line, column) = line_column(source, fault.at);
    let severity = match fault.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    format!("{name}:{line}:{column} {severity}: {fault}\n")
}

/// As in `2 errors, 1 warning`.
fn tally(faults: &[Fault]) -> String {
    let warnings = faults.iter().filter(|fault| fault.severity == Severity::Warning).count();
    match (faults.len() - warnings, warnings) {
        (0, warnings) => format!("{}; the agenda can be used all the same", count(warnings, "warning", "warnings")),
        (errors, 0) => count(errors, "error", "errors"),
        (errors, warnings) => {
            format!("{}, {}", count(errors, "error", "errors"), count(warnings, "warning", "warnings"))
        }
    }
}

/// How much of everything there is, for hosts to compare with what they expect.
fn contents(agenda: &Agenda) -> String {
    [
        count(agenda.sessions().len(), "session", "sessions"),
        count(agenda.talks().count(), "talk", "talks"),
        count(agenda.recordings().count(), "recording", "recordings"),
        count(agenda.people().len(), "person", "people"),
    ]
    .join(", ")
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Why a file could not be read, and what to do.
fn unread(name: &str, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        return format!("{name}: there is no such file. Check the path; it starts from the folder you are in.\n");
    }
    if Path::new(name).is_dir() {
        return format!("{name}: this is a folder. Name the agenda in it, such as `{name}/agenda.json`.\n");
    }
    format!("{name}: the file cannot be read ({error}). Check that you may open it.\n")
}

/// Where a file stops being UTF-8, and what to do.
fn not_utf8(name: &str, bytes: &[u8], valid_up_to: usize) -> String {
    let (line, column) = line_column(&String::from_utf8_lossy(bytes), valid_up_to);
    format!("{name}:{line}:{column} the text is not UTF-8 from here on. Save the file again with the encoding UTF-8.\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::sample;

    /// The report on the sample with each `from` replaced by its `to`.
    fn report_on(changes: &[(&str, &str)]) -> Outcome {
        let source = changes.iter().fold(sample::SOURCE.to_owned(), |source, (from, to)| {
            assert!(source.contains(from), "the sample has `{from}`");
            source.replacen(from, to, 1)
        });
        judge("a.json", source.into_bytes())
    }

    #[test]
    fn says_what_a_sound_agenda_holds() {
        let report = "a.json keeps every rule: 3 sessions, 1 talk, 1 recording, 1 person\n";
        assert_eq!(report_on(&[]), Outcome::fine(report.to_owned()));
    }

    #[test]
    fn a_warning_alone_is_no_failure() {
        let report = "a.json:19:68 warning: session `opening`: `sumary` means nothing to this app; \
            did you mean `summary`?\n1 warning; the agenda can be used all the same\n";
        assert_eq!(report_on(&[("\"summary\"", "\"sumary\"")]), Outcome::fine(report.to_owned()));
    }

    #[test]
    fn names_every_fault_in_the_order_of_the_file() {
        let outcome = report_on(&[
            ("T17:00:00+02:00", "T15:00:00+02:00"),
            ("\"summary\"", "\"sumary\""),
            ("\"kind\": \"talk\"", "\"kind\": \"tlak\""),
        ]);
        let report = "a.json:19:15 error: session `opening`: refers to kind `tlak`, and there is none; \
            add it, or correct the id\n\
            a.json:19:68 warning: session `opening`: `sumary` means nothing to this app; did you mean `summary`?\n\
            a.json:32:89 error: session `closing`: ends 15:00 before it starts 16:00; swap `start` and `end`?\n\
            2 errors, 1 warning\n";
        assert_eq!(outcome, Outcome::faulty(report.to_owned()));
    }

    #[test]
    fn a_text_that_is_not_json_has_one_error() {
        let report = "a.json:1:2 error: a member name in double quotes was expected here\n1 error\n";
        assert_eq!(judge("a.json", b"{a: 1}".to_vec()), Outcome::faulty(report.to_owned()));
    }

    #[test]
    fn says_where_a_text_stops_being_utf8() {
        let outcome = judge("a.json", b"{\n\"caf\xe9\": 1}".to_vec());
        let said = "a.json:2:5 the text is not UTF-8 from here on. Save the file again with the encoding UTF-8.\n";
        assert_eq!(outcome, Outcome::refused(said.to_owned()));
    }

    #[test]
    fn says_what_to_do_about_a_file_that_cannot_be_read() {
        let missing =
            "public/agenda.jsn: there is no such file. Check the path; it starts from the folder you are in.\n";
        assert_eq!(check(Path::new("public/agenda.jsn")), Outcome::refused(missing.to_owned()));
        let folder = "public: this is a folder. Name the agenda in it, such as `public/agenda.json`.\n";
        assert_eq!(check(Path::new("public")), Outcome::refused(folder.to_owned()));
    }
}
