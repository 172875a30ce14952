//! `meridian check`: finds every fault of an agenda at once. Those of shape hide none of the rules.

pub(super) mod lint;
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
use std::path::{Path, PathBuf};

use agenda::model::Document;
use agenda::rules::check_except;
use agenda::suggest::nearest;
use agenda::{Agenda, Fault, ReadError, Rule, Severity};
use chrono::{DateTime, Utc};

use super::command::{Format, Outcome};
use super::zones::offset_at;
use lint::Against;
use report::{Report, count, severity};
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

/// How an agenda is to be checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// How to report.
    pub format: Format,
    /// Rules that are switched off; errors cannot be.
    pub allow: Vec<Rule>,
    /// Whether a warning is a failure.
    pub deny_warnings: bool,
    /// The programme before this one.
    pub previous: Option<PathBuf>,
    /// The time it is.
    pub now: Option<DateTime<Utc>>,
}

/// Reads the file and reports on it.
pub fn check(file: &Path, order: &Order) -> Outcome {
    let name = file.display().to_string();
    match fs::read(file) {
        Ok(bytes) => check_bytes(&name, &bytes, order),
        Err(error) => Outcome::refused(unread(&name, &error)),
    }
}

/// Reports on what a file of that name holds.
pub fn check_bytes(name: &str, bytes: &[u8], order: &Order) -> Outcome {
    let Order { format, allow, deny_warnings, previous, now } = order;
    let previous = match previous.as_deref().map(document).transpose() {
        Ok(previous) => previous,
        Err(said) => return Outcome::refused(said),
    };
    let (agenda, report) = match checked(name, bytes, allow, &Against { now: *now, previous }) {
        Ok(checked) => checked,
        Err(said) => return Outcome::refused(said),
    };
    let said = match format {
        Format::Text => report.text(),
        Format::Json => report.json(),
        Format::Github => report.github(),
    };
    if agenda.is_none() || *deny_warnings && report.has_warnings() {
        Outcome::faulty(said)
    } else {
        Outcome::fine(said)
    }
}

/// A rule that is named on the command line, to be switched off.
///
/// # Errors
/// There is none of that name, or the app could not show an agenda that breaks it.
pub(super) fn switched_off(name: &str) -> Result<Rule, String> {
    let rule = Rule::ALL.iter().find(|rule| rule.name() == name).copied();
    let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    let meant = || nearest(name, &names).map(|meant| format!("; did you mean `{meant}`?")).unwrap_or_default();
    let rule = rule.ok_or_else(|| format!("there is no such rule{}; `meridian check --rules` lists them", meant()))?;
    if rule.severity() == Severity::Error {
        return Err("this rule cannot be switched off, as the app cannot show what breaks it".to_owned());
    }
    Ok(rule)
}

/// Every rule with its severity and what it asks for.
pub(super) fn rules() -> String {
    let line = |rule: &Rule| format!("{:<19}{:<9}{}\n", rule.name(), severity(*rule), rule.document());
    Rule::ALL.iter().map(line).collect()
}

/// A programme to compare with; whether it keeps every rule does not matter.
pub(super) fn document(file: &Path) -> Result<Document, String> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| unread(&name, &error))?;
    Document::read(&text).map_err(|error| format!("{name}: {error}. Check it alone, with `meridian check {name}`.\n"))
}

/// Reads what a file of that name holds, for a site; notes and what is unused are left to `meridian check`.
///
/// # Errors
/// The bytes are not UTF-8, and from where on.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Checked, String> {
    let is_left = |rule: &&Rule| rule.severity() == Severity::Note || **rule == Rule::Unused;
    let left: Vec<Rule> = Rule::ALL.iter().filter(is_left).copied().collect();
    let (agenda, report) = checked(name, bytes, &left, &Against::default())?;
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

fn checked<'a>(
    name: &'a str,
    bytes: &'a [u8],
    allow: &[Rule],
    against: &Against,
) -> Result<(Option<Agenda>, Report<'a>), String> {
    let text = str::from_utf8(bytes).map_err(|error| not_utf8(name, bytes, error.valid_up_to()))?;
    let text = text.trim_start_matches('\u{feff}');
    let mut faults = all_faults(text, against)?;
    faults.retain(|placed| !allow.contains(&placed.fault.rule));
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
fn all_faults(text: &str, against: &Against) -> Result<Vec<Placed>, String> {
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
        found.extend(lint::faults(&document, &source.value, &sound.placeholders, against));
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
