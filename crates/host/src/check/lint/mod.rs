//! What an agenda that can be shown had better be: the rules that are warnings or notes, and those for which
//! only this tool has the data.

mod bookings;
mod dates;
pub(crate) mod language;
mod links;
mod media;
mod names;
mod previous;
mod sessions;
mod times;
mod unused;

use agenda::model::Document;
use agenda::rules::is_own;
use agenda::{Fault, Rule};
use chrono::{DateTime, Utc};
use serde_json::Value;

use super::source::join;
use super::subject::subject;

/// Everything that these rules find. `placeholders` stand in the document for values that could not be read: no rule
/// judges those.
pub(super) fn faults(document: &Document, root: &Value, placeholders: &[String], against: &Against) -> Vec<Fault> {
    let mut lint = Lint { document, root, placeholders, faults: Vec::new() };
    lint.dates(against.now);
    if let Some(previous) = &against.previous {
        lint.previous(previous);
    }
    lint.names();
    lint.letters();
    lint.links();
    lint.pictures();
    lint.bookings();
    lint.sames();
    lint.unused();
    lint.summaries();
    lint.languages();
    lint.changes();
    for (index, session) in document.sessions.iter().enumerate() {
        lint.times(session, index);
        lint.recordings(session, index);
    }
    lint.media();
    lint.faults
}

/// What an agenda is compared with.
#[derive(Default)]
pub(super) struct Against {
    /// The time; where there is none, nothing is said of the future.
    pub(super) now: Option<DateTime<Utc>>,
    /// The programme before this one.
    pub(super) previous: Option<Document>,
}

struct Lint<'a> {
    document: &'a Document,
    /// The file as it is.
    root: &'a Value,
    placeholders: &'a [String],
    faults: Vec<Fault>,
}

impl<'a> Lint<'a> {
    /// Reports a fault of a value, unless the value is a placeholder.
    fn fault(&mut self, rule: Rule, pointer: String, problem: String, remedy: impl Into<String>) {
        if self.is_own(&pointer) {
            let subject = subject(self.root, &pointer);
            self.faults.push(Fault { rule, pointer, subject, problem, remedy: remedy.into() });
        }
    }

    fn is_own(&self, pointer: &str) -> bool {
        is_own(pointer, self.placeholders)
    }

    /// Every text of the file with its pointer.
    fn texts(&self) -> Vec<(String, &'a str)> {
        let mut texts = Vec::new();
        collect(self.root, String::new(), &mut texts);
        texts
    }

    /// The text of the file at a pointer.
    fn text(&self, pointer: &str) -> &str {
        self.root.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }
}

/// Adds every text inside a value.
fn collect<'v>(value: &'v Value, pointer: String, texts: &mut Vec<(String, &'v str)>) {
    match value {
        Value::String(text) => texts.push((pointer, text)),
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, item)| collect(item, join(&pointer, &index.to_string()), texts));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| collect(member, join(&pointer, name), texts));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
