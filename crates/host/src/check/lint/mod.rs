//! What an agenda that can be shown had better be: the rules that are warnings or notes, and those for which
//! only this tool has the data.

mod language;
mod media;
mod sessions;
mod times;

use agenda::model::Document;
use agenda::rules::is_own;
use agenda::{Fault, Rule};
use serde_json::Value;

use super::subject::subject;

/// Everything that these rules find. `placeholders` stand in the document for values that could not be read: no rule
/// judges those.
pub(super) fn faults(document: &Document, root: &Value, placeholders: &[String]) -> Vec<Fault> {
    let mut lint = Lint { document, root, placeholders, faults: Vec::new() };
    lint.languages();
    lint.changes();
    for (index, session) in document.sessions.iter().enumerate() {
        lint.times(session, index);
        lint.recordings(session, index);
    }
    lint.media();
    lint.faults
}

struct Lint<'a> {
    document: &'a Document,
    /// The file as it is.
    root: &'a Value,
    placeholders: &'a [String],
    faults: Vec<Fault>,
}

impl Lint<'_> {
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

    /// The text of the file at a pointer.
    fn text(&self, pointer: &str) -> &str {
        self.root.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }
}
