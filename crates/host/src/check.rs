//! The report on one agenda file: every fault with its place, and a last line
//! that says how the file stands.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::json;

use super::command::{Format, Outcome};
use super::zones::offset_at;
use agenda::json::line_column;
use agenda::{Agenda, Fault, Reading, Severity};

/// An agenda file as it was read: the agenda, unless it breaks a rule, and what there is to say.
pub(super) struct Judged {
    /// The agenda; there is none when a fault is an error.
    pub(super) agenda: Option<Agenda>,
    /// Every fault with its place.
    pub(super) report: Report,
}

/// Every fault of a file, in the order of the file.
pub(super) struct Report {
    name: String,
    faults: Vec<Placed>,
    /// What a file without a fault holds.
    contents: String,
}

/// A fault with its line and column, both counted from 1.
struct Placed {
    line: usize,
    column: usize,
    fault: Fault,
}

/// Reads the file and reports on it.
pub fn check(file: &Path, format: Format) -> Outcome {
    let name = file.display().to_string();
    match fs::read(file) {
        Ok(bytes) => judge(&name, &bytes, format),
        Err(error) => Outcome::refused(unread(&name, &error)),
    }
}

/// Reports on what a file of that name holds.
pub fn judge(name: &str, bytes: &[u8], format: Format) -> Outcome {
    let Judged { agenda, report } = match read(name, bytes) {
        Ok(judged) => judged,
        Err(said) => return Outcome::refused(said),
    };
    let said = match format {
        Format::Text => report.text(),
        Format::Json => report.json(),
    };
    match agenda {
        Some(_) => Outcome::fine(said),
        None => Outcome::faulty(said),
    }
}

/// Reads what a file of that name holds.
///
/// # Errors
/// The bytes are not UTF-8; says from where on.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Judged, String> {
    let source = str::from_utf8(bytes).map_err(|error| not_utf8(name, bytes, error.valid_up_to()))?;
    let Reading { agenda, mut faults } = Agenda::read(source, &offset_at);
    faults.sort_by_key(|fault| fault.at);
    let placed = faults.into_iter().map(|fault| {
        let (line, column) = line_column(source, fault.at);
        Placed { line, column, fault }
    });
    let contents = agenda.as_ref().map(contents).unwrap_or_default();
    let report = Report { name: name.to_owned(), faults: placed.collect(), contents };
    Ok(Judged { agenda, report })
}

/// Why a file could not be read, and what to do.
pub(super) fn unread(name: &str, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        return format!("{name}: there is no such file. Check the path; it starts from the folder you are in.\n");
    }
    if Path::new(name).is_dir() {
        return format!("{name}: this is a folder. Name the agenda in it, such as `{name}/agenda.json`.\n");
    }
    format!("{name}: the file cannot be read ({error}). Check that you may open it.\n")
}

impl Report {
    /// A line for each fault, and one that says how the file stands.
    pub(super) fn text(&self) -> String {
        let last = if self.faults.is_empty() {
            format!("{} keeps every rule: {}", self.name, self.contents)
        } else {
            self.tally()
        };
        format!("{}{last}\n", self.faults())
    }

    /// A line for each fault, as compilers write theirs, so that editors can jump to it.
    pub(super) fn faults(&self) -> String {
        let lines = self.faults.iter().map(|Placed { line, column, fault }| {
            format!("{}:{line}:{column} {}: {fault}\n", self.name, severity(fault))
        });
        lines.collect()
    }

    /// The same for machines: one JSON object.
    fn json(&self) -> String {
        let faults: Vec<_> = self
            .faults
            .iter()
            .map(|Placed { line, column, fault }| {
                json!({
                    "severity": severity(fault),
                    "line": line,
                    "column": column,
                    "pointer": fault.pointer,
                    "subject": fault.subject,
                    "problem": fault.problem,
                    "remedy": fault.remedy,
                    "message": fault.to_string(),
                })
            })
            .collect();
        let (errors, warnings) = self.counts();
        let report = json!({ "file": self.name, "errors": errors, "warnings": warnings, "faults": faults });
        format!("{report:#}\n")
    }

    /// How many errors and warnings there are.
    fn counts(&self) -> (usize, usize) {
        let warnings = self.faults.iter().filter(|placed| placed.fault.severity == Severity::Warning).count();
        (self.faults.len() - warnings, warnings)
    }

    /// As in `2 errors, 1 warning`.
    fn tally(&self) -> String {
        match self.counts() {
            (0, warnings) => format!("{}; the agenda can be used all the same", count(warnings, "warning", "warnings")),
            (errors, 0) => count(errors, "error", "errors"),
            (errors, warnings) => {
                format!("{}, {}", count(errors, "error", "errors"), count(warnings, "warning", "warnings"))
            }
        }
    }
}

fn severity(fault: &Fault) -> &'static str {
    match fault.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
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

/// Where a file stops being UTF-8, and what to do.
fn not_utf8(name: &str, bytes: &[u8], valid_up_to: usize) -> String {
    let (line, column) = line_column(&String::from_utf8_lossy(bytes), valid_up_to);
    format!("{name}:{line}:{column} the text is not UTF-8 from here on. Save the file again with the encoding UTF-8.\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use agenda::sample;

    /// The report on the sample with each `from` replaced by its `to`.
    fn report_on(changes: &[(&str, &str)]) -> Outcome {
        let source = changes.iter().fold(sample::SOURCE.to_owned(), |source, (from, to)| {
            assert!(source.contains(from), "the sample has `{from}`");
            source.replacen(from, to, 1)
        });
        judge("a.json", source.as_bytes(), Format::Text)
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
        assert_eq!(judge("a.json", b"{a: 1}", Format::Text), Outcome::faulty(report.to_owned()));
    }

    #[test]
    fn says_where_a_text_stops_being_utf8() {
        let outcome = judge("a.json", b"{\n\"caf\xe9\": 1}", Format::Text);
        let said = "a.json:2:5 the text is not UTF-8 from here on. Save the file again with the encoding UTF-8.\n";
        assert_eq!(outcome, Outcome::refused(said.to_owned()));
    }

    #[test]
    fn says_what_to_do_about_a_file_that_cannot_be_read() {
        let missing =
            "public/agenda.jsn: there is no such file. Check the path; it starts from the folder you are in.\n";
        assert_eq!(check(Path::new("public/agenda.jsn"), Format::Text), Outcome::refused(missing.to_owned()));
        let folder = "public: this is a folder. Name the agenda in it, such as `public/agenda.json`.\n";
        assert_eq!(check(Path::new("public"), Format::Text), Outcome::refused(folder.to_owned()));
    }

    #[test]
    fn says_the_same_to_machines() {
        let source = sample::SOURCE.replacen("\"summary\"", "\"sumary\"", 1).replacen("\"hue\": 0", "\"hue\": 360", 1);
        let outcome = judge("a.json", source.as_bytes(), Format::Json);
        let report: serde_json::Value = serde_json::from_str(&outcome.answer).expect("JSON");
        assert_eq!(outcome.code, 1);
        assert_eq!((&report["file"], &report["errors"], &report["warnings"]), (&"a.json".into(), &1.into(), &1.into()));
        let expected = json!({
            "severity": "error", "line": 13, "column": 53, "pointer": "/kinds/0/hue", "subject": "kind `talk`",
            "problem": "360 is not a hue from 0 to 359", "remedy": "", "message": "kind `talk`: 360 is not a hue from 0 to 359",
        });
        assert_eq!(report["faults"][0], expected);
        assert_eq!(report["faults"][1]["pointer"], "/sessions/0/sumary");
        assert!(outcome.answer.ends_with("}\n"));
    }

    #[test]
    fn a_sound_agenda_is_an_object_without_faults() {
        let outcome = judge("a.json", sample::SOURCE.as_bytes(), Format::Json);
        let report: serde_json::Value = serde_json::from_str(&outcome.answer).expect("JSON");
        assert_eq!(outcome.code, 0);
        assert_eq!(report, json!({ "file": "a.json", "errors": 0, "warnings": 0, "faults": [] }));
    }
}
