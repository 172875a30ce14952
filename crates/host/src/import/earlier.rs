//! The agenda of an earlier import, which the new one replaces: what of it stays.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use serde_json::Value;

use super::assemble::written;
use super::document::Document;
use super::json::Lenient;

/// The agenda that stands where the new one is to be written.
pub(super) struct Earlier(Option<(String, Value)>);

impl Earlier {
    /// Reads it, when there is one.
    ///
    /// # Errors
    /// There is a file, and it is no agenda.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let name = path.display().to_string();
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self(None)),
            Err(error) => return Err(format!("{name}: the file cannot be read ({error})")),
        };
        let value: Option<Value> = serde_json::from_str(&text).ok();
        let agenda = value.filter(|value| value.get("event").is_some_and(|event| !event.text("id").is_empty()));
        let said = || format!("{name}: there is a file already, and it is no agenda. Name another with -o.");
        agenda.map(|agenda| Self(Some((name.clone(), agenda)))).ok_or_else(said)
    }

    /// Keeps what the host has added to the event, and counts the revision up where anything differs.
    ///
    /// # Errors
    /// It is the agenda of another event.
    pub(super) fn keep_in(&self, document: &mut Document, published: DateTime<FixedOffset>) -> Result<(), String> {
        let Some((name, earlier)) = &self.0 else { return Ok(()) };
        let id = earlier.get("event").map(|event| event.text("id")).unwrap_or_default();
        if id != document.event.id {
            let new = &document.event.id;
            return Err(format!(
                "{name}: there is the agenda of another event already (`{id}`, and this is `{new}`). \
                 Name another file with -o, or the same event with --id {id}."
            ));
        }
        let revision = earlier.get("revision").unwrap_or(&Value::Null);
        let known = serde_json::to_value(&document.event).unwrap_or_default();
        for (member, value) in earlier.get("event").and_then(Value::as_object).into_iter().flatten() {
            if known.get(member).is_none() {
                document.event.added.insert(member.clone(), value.clone());
            }
        }
        document.revision.changes = revision.list("changes").to_vec();
        document.revision.number = revision.text("number").parse().unwrap_or(1);
        document.revision.published = revision.text("published");
        if serde_json::to_value(&*document).ok().as_ref() != Some(earlier) {
            document.revision.number = document.revision.number.saturating_add(1);
            document.revision.published = written(published);
        }
        Ok(())
    }
}
