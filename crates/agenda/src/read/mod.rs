//! How the text of an `agenda.json` becomes an agenda, in two steps: serde
//! reads each value, then the rules judge the whole. A browser on a slow device
//! can answer its visitor between them.

mod path;
#[cfg(test)]
mod tests;

use std::fmt;

#[cfg(feature = "schema")]
use serde_path_to_error::Segment;

use super::Agenda;
use super::fault::Fault;
use super::model::Document;
use super::zone::OffsetAt;

/// Why a text is no agenda: the first fault. `meridian check` lists them all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadError {
    /// Where in the agenda, as a JSON pointer (RFC 6901).
    pub path: String,
    /// Line in the file, from 1; 0 for a broken rule, whose place only the host tool finds.
    pub line: usize,
    /// Column in the line, from 1; 0 where there is no line.
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

impl From<Fault> for ReadError {
    fn from(fault: Fault) -> Self {
        Self { problem: fault.to_string(), path: fault.pointer, ..Self::default() }
    }
}

impl Agenda {
    /// Reads the text of an `agenda.json`, both steps at once.
    ///
    /// # Errors
    /// The first fault that keeps it from being an agenda.
    pub fn read(source: &str, offset_at: OffsetAt) -> Result<Self, ReadError> {
        Self::new(Document::read(source)?, offset_at)
    }
}

impl Document {
    /// Reads the text of an `agenda.json` without checking the rules; a byte order mark is skipped.
    ///
    /// # Errors
    /// The first value that is not of its type.
    pub fn read(source: &str) -> Result<Self, ReadError> {
        let source = source.trim_start_matches('\u{feff}');
        serde_json::from_str(source).map_err(|error| ReadError::of(source, &error))
    }

    /// The same from a JSON value. The host tool finds every fault with it: while there is an error, put what
    /// [`placeholder`](crate::placeholder) makes of the schema at its path, and read again.
    ///
    /// # Errors
    /// The first value that is not of its type; it has no line.
    #[cfg(feature = "schema")]
    pub fn from_value(value: &serde_json::Value) -> Result<Self, ReadError> {
        serde_path_to_error::deserialize(value).map_err(|error| {
            let steps = error.path().iter().map(|step| match step {
                Segment::Seq { index } => format!("/{index}"),
                Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
                Segment::Enum { .. } | Segment::Unknown => String::new(),
            });
            ReadError { path: steps.collect(), problem: error.inner().to_string(), ..ReadError::default() }
        })
    }
}

impl ReadError {
    /// The problem of a text with its place, which serde appends to its words.
    pub(crate) fn of(source: &str, error: &serde_json::Error) -> Self {
        let words = error.to_string();
        let problem = words.rsplit_once(" at line ").map_or(words.as_str(), |(problem, _)| problem).to_owned();
        let (line, column) = (error.line(), error.column());
        let before: usize = source.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        // A letter that no JSON has there belongs to no value.
        let end = (before + column).saturating_sub(usize::from(error.is_syntax()));
        let path = path::last_path(source.get(..end).unwrap_or_default());
        Self { path, line, column, problem }
    }
}
