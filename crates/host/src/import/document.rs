//! The agenda as it is written: the members of the format that an import can fill, in its order.

use agenda::model::{Level, Mode, NoteKind, Status};
use serde::Serialize;
use serde_json::{Map, Value};

/// `agenda.json`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Document {
    pub(super) format: u32,
    pub(super) event: Event,
    pub(super) revision: Revision,
    pub(super) themes: Vec<Theme>,
    pub(super) kinds: Vec<Kind>,
    pub(super) rooms: Vec<Room>,
    pub(super) people: Vec<Person>,
    pub(super) sessions: Vec<Session>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Event {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tagline: Option<String>,
    pub(super) start: String,
    pub(super) end: String,
    pub(super) timezone: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) day_start: Option<String>,
    pub(super) language: String,
    pub(super) mode: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    /// What the host has added to the file of an earlier import.
    #[serde(flatten)]
    pub(super) added: Map<String, Value>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Revision {
    pub(super) number: u32,
    pub(super) published: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) changes: Vec<Value>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Theme {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) summary: Option<String>,
    pub(super) hue: u32,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Kind {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) hue: u32,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Room {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) capacity: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sort_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) affiliation: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Session {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) kind: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) themes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) room: Option<String>,
    pub(super) start: String,
    pub(super) end: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) summary: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) topics: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) people: Vec<Part>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) join: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) links: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<Note>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Part {
    pub(super) person: String,
    pub(super) role: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Link {
    pub(super) label: String,
    pub(super) href: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Note {
    pub(super) kind: &'static str,
    pub(super) text: String,
}

impl Document {
    /// The text of the file.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub(super) fn text(&self) -> Result<String, String> {
        let text = serde_json::to_string_pretty(self);
        text.map(|text| text + "\n").map_err(|error| format!("the agenda cannot be written as JSON ({error})"))
    }
}

/// The word of a mode.
pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Virtual => "virtual",
        Mode::InPerson => "in-person",
        Mode::Hybrid => "hybrid",
    }
}

/// The word of a status, unless it is the default.
pub(super) fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Confirmed => None,
        Status::Tentative => Some("tentative"),
        Status::Cancelled => Some("cancelled"),
    }
}

/// The word of a level.
pub(super) fn level(level: Level) -> &'static str {
    level.word()
}

/// A note that only informs.
pub(super) fn information(text: String) -> Note {
    Note { kind: NoteKind::Information.word(), text }
}
