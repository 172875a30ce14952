//! How the text of an `agenda.json` becomes an agenda, in two steps: serde
//! reads each value, then the rules judge the whole. A browser on a slow device
//! can answer its visitor between them.

use std::fmt;

use serde_path_to_error::{Path, Segment};

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
        let mut json = serde_json::Deserializer::from_str(source.trim_start_matches('\u{feff}'));
        let document = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = pointer(error.path());
            ReadError { path, ..ReadError::of(error.inner()) }
        })?;
        json.end().map_err(|error| ReadError::of(&error))?;
        Ok(document)
    }

    /// The same from a JSON value. The host tool finds every fault with it: while there is an error, put what
    /// [`placeholder`](crate::placeholder) makes of the schema at its path, and read again.
    ///
    /// # Errors
    /// The first value that is not of its type; it has no line.
    #[cfg(feature = "schema")]
    pub fn from_value(value: &serde_json::Value) -> Result<Self, ReadError> {
        serde_path_to_error::deserialize(value).map_err(|error| ReadError {
            path: pointer(error.path()),
            problem: error.inner().to_string(),
            ..ReadError::default()
        })
    }
}

impl ReadError {
    /// The problem of a text with its place, which serde appends to its words.
    fn of(error: &serde_json::Error) -> Self {
        let words = error.to_string();
        let problem = words.rsplit_once(" at line ").map_or(words.as_str(), |(problem, _)| problem).to_owned();
        Self { path: String::new(), line: error.line(), column: error.column(), problem }
    }
}

/// A path as a JSON pointer.
fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer.extend(["/", &index.to_string()]),
            Segment::Map { key } => pointer.extend(["/", &key.replace('~', "~0").replace('/', "~1")]),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{sample, zone};

    #[test]
    fn the_first_fault_comes_with_its_place() {
        let cases = [
            (
                "\"mode\": \"virtual\"",
                "\"mode\": \"online\"",
                "/event/mode",
                "unknown variant `online`, expected one of",
            ),
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
                "/sessions/0",
                "duplicate field `title`",
            ),
            (
                "\"title\": \"Opening\"",
                "\"title\": 7",
                "/sessions/0/title",
                "invalid type: integer `7`, expected a string",
            ),
            ("\"title\": \"Opening\"", "\"title\": \" \"", "/sessions/0/title", "` ` is not one line of text"),
            ("\"room\": \"hall\"", "\"room\": null", "/sessions/0/room", "null"),
            (
                "https://sea.example/",
                "javascript:alert(1)",
                "/sessions/0/links/0/href",
                "`javascript:alert(1)` is not a link",
            ),
            ("\"Hello.\"", "\"[x](javascript:alert)\"", "/sessions/0/summary", "which is not allowed"),
            (
                "2021-06-28T11:00:00+02:00",
                "noon",
                "/sessions/0/start",
                "`noon` is not a date and time with offset such as",
            ),
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
}
