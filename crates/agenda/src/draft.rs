//! How the text of an `agenda.json` becomes an agenda.

use std::fmt;

use super::fault::{Fault, Severity};
use super::field::{Field, Reader};
use super::json::{Json, line_column};
use super::model::Document;
use super::zone::OffsetAt;
use super::{Agenda, check};

/// Why a text is no agenda: the first fault, where there may be more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// Where in the agenda, as a JSON pointer (RFC 6901).
    pub path: String,
    /// Line in the file, from 1; 0 where it is not known.
    pub line: usize,
    /// Column in the line, from 1; 0 where it is not known.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}, column {}: ", self.line, self.column)?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.problem)
    }
}

impl std::error::Error for ReadError {}

/// An agenda, unless the file breaks a rule, and everything found wrong with it.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) agenda: Option<Agenda>,
    pub(crate) faults: Vec<Fault>,
}

impl Agenda {
    /// Reads the text of an `agenda.json`.
    ///
    /// # Errors
    /// The first fault that keeps it from being an agenda.
    pub fn read(source: &str, offset_at: OffsetAt) -> Result<Agenda, ReadError> {
        let Reading { agenda, faults } = Reading::of(source, offset_at);
        agenda.ok_or_else(|| {
            let first = faults.into_iter().find(|fault| fault.severity == Severity::Error);
            let (line, column) = first.as_ref().map_or((0, 0), |fault| line_column(source, fault.at));
            let problem = first.as_ref().map(ToString::to_string).unwrap_or_default();
            ReadError { path: first.map(|fault| fault.pointer).unwrap_or_default(), line, column, problem }
        })
    }
}

impl Reading {
    pub(crate) fn of(source: &str, offset_at: OffsetAt) -> Self {
        let json = match Json::parse(source) {
            Ok(json) => json,
            Err(error) => return Self { agenda: None, faults: vec![error.into()] },
        };
        let mut reader = Reader::default();
        let document = Document::read(&json, &mut reader);
        let mut faults = reader.faults;
        if is_sound(&faults) {
            faults.extend(check::check(&json, &document, offset_at));
        }
        let agenda = is_sound(&faults).then(|| Agenda::new(document, offset_at)).flatten();
        Self { agenda, faults }
    }
}

fn is_sound(faults: &[Fault]) -> bool {
    faults.iter().all(|fault| fault.severity == Severity::Warning)
}
