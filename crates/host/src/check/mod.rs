//! `meridian check`: finds every fault of an agenda at once. Those of shape hide none of the rules.

mod lint;
mod meant;
mod members;
mod remedy;
mod report;
mod shape;
mod source;
mod stamp;
mod subject;
mod words;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::Path;

use agenda::rules::check_except;
use agenda::{Agenda, Fault, ReadError, Rule, Severity};

use super::command::{Format, Outcome};
use super::zones::offset_at;
use report::{Report, count};
use shape::Shape;
use source::{Placed, Source, line_column};

/// An agenda file as it was read.
pub(super) struct Checked {
    /// The agenda; there is none when a fault is an error.
    pub(super) agenda: Option<Agenda>,
    /// Every fault, without a last line.
    pub(super) faults: String,
    /// The whole report.
    pub(super) report: String,
}

/// Reads the file and reports on it.
pub fn check(file: &Path, format: Format) -> Outcome {
    let name = file.display().to_string();
    match fs::read(file) {
        Ok(bytes) => check_bytes(&name, &bytes, format),
        Err(error) => Outcome::refused(unread(&name, &error)),
    }
}

/// Reports on what a file of that name holds.
pub fn check_bytes(name: &str, bytes: &[u8], format: Format) -> Outcome {
    let (agenda, report) = match checked(name, bytes) {
        Ok(checked) => checked,
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

/// Reads what a file of that name holds, for a site.
///
/// # Errors
/// The bytes are not UTF-8, and from where on.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Checked, String> {
    let (agenda, report) = checked(name, bytes)?;
    Ok(Checked { agenda, faults: report.faults(), report: report.text() })
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

fn checked<'a>(name: &'a str, bytes: &'a [u8]) -> Result<(Option<Agenda>, Report<'a>), String> {
    let text = str::from_utf8(bytes).map_err(|error| not_utf8(name, bytes, error.valid_up_to()))?;
    let text = text.trim_start_matches('\u{feff}');
    let mut faults = all_faults(text)?;
    let is_error = |placed: &Placed| placed.fault.rule.severity() == Severity::Error;
    // What the app itself reads is what counts in the end.
    let agenda = match Agenda::read(text, &offset_at) {
        Ok(agenda) => (!faults.iter().any(is_error)).then_some(agenda),
        Err(error) => {
            if !faults.iter().any(is_error) {
                faults.push(refused(text, error));
            }
            None
        }
    };
    let contents = agenda.as_ref().map(contents).unwrap_or_default();
    Ok((agenda, Report::new(name, text, faults, contents)))
}

/// Every fault of a text: first those of JSON, as the rest needs values, then those of shape and of the rules.
fn all_faults(text: &str) -> Result<Vec<Placed>, String> {
    let source = match Source::parse(text) {
        Ok(source) => source,
        Err(fault) => return Ok(vec![fault]),
    };
    let shape = Shape::new()?;
    let mut faults = members::faults(&source, &shape.schema);
    let sound = shape.check(&source.value);
    let mut found = sound.faults;
    if let Some(document) = sound.document {
        let broken = check_except(&document, &offset_at, &sound.placeholders);
        found.extend(broken.into_iter().map(|fault| remedy::refined(fault, &document, &source.value)));
        found.extend(lint::faults(&document, &source.value, &sound.placeholders));
    }
    faults.extend(found.into_iter().map(|fault| Placed { range: source.place(&fault.pointer), fault }));
    Ok(faults)
}

/// A fault that the app alone finds.
fn refused(text: &str, error: ReadError) -> Placed {
    let ReadError { path, line, column, problem } = error;
    let at = source::offset(text, line, column);
    let (subject, remedy) = (String::new(), String::new());
    let fault = Fault { rule: Rule::WrongValue, pointer: path, subject, problem, remedy };
    Placed { range: at..at, fault }
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

/// Where a file stops being UTF-8, and what to do.
fn not_utf8(name: &str, bytes: &[u8], valid_up_to: usize) -> String {
    let (line, column) = line_column(&String::from_utf8_lossy(bytes), valid_up_to);
    format!("{name}:{line}:{column} the text is not UTF-8 from here on. Save the file again with the encoding UTF-8.\n")
}
