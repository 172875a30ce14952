//! Sessions with their talks, recordings, links and notes.

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;

use crate::deserialize::{instant, or_default};
use crate::id::Id;
use crate::link::Href;
use crate::model::level::Level;
use crate::scalar::{Language, Line, Mark};
use crate::text::Text;
use crate::time::Span;
use crate::video::Video;

/// Something that starts and ends.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// Stable for ever: links, bookmarks and calendar UIDs are made from it.
    pub id: Id,
    /// Its title.
    pub title: Line,
    /// Its kind.
    pub kind: Id,
    /// The themes it belongs to, if any.
    #[serde(default, deserialize_with = "or_default")]
    pub themes: Vec<Id>,
    /// Where it takes place.
    pub room: Option<Id>,
    /// When it starts: date and time with offset (RFC 3339).
    #[serde(deserialize_with = "instant")]
    pub start: DateTime<FixedOffset>,
    /// When it ends: date and time with offset (RFC 3339).
    #[serde(deserialize_with = "instant")]
    pub end: DateTime<FixedOffset>,
    /// Whether it will take place.
    #[serde(default, deserialize_with = "or_default")]
    pub status: Status,
    /// For whom it is, by how much they know already.
    pub level: Option<Level>,
    /// What it is, in a sentence or two.
    pub summary: Option<Text>,
    /// What it is for, where that differs from its kind's goal.
    pub goal: Option<Text>,
    /// How it works, where that differs from its kind's format.
    pub format: Option<Text>,
    /// What is covered.
    #[serde(default, deserialize_with = "or_default")]
    pub topics: Vec<Text>,
    /// Questions to discuss.
    #[serde(default, deserialize_with = "or_default")]
    pub questions: Vec<Line>,
    /// Who leads it, and as what.
    #[serde(default, deserialize_with = "or_default")]
    pub people: Vec<Part>,
    /// Recorded talks that belong to it, in order.
    #[serde(default, deserialize_with = "or_default")]
    pub talks: Vec<Talk>,
    /// Recordings of the session itself.
    #[serde(default, deserialize_with = "or_default")]
    pub recordings: Vec<Recording>,
    /// The live room.
    pub join: Option<Href>,
    /// Documents, courses and other links.
    #[serde(default, deserialize_with = "or_default")]
    pub links: Vec<Link>,
    /// What a visitor should know about the facts above.
    #[serde(default, deserialize_with = "or_default")]
    pub notes: Vec<Note>,
    /// Sessions that hold the same again; one direction is enough.
    #[serde(default, deserialize_with = "or_default")]
    pub repeats: Vec<Id>,
    /// Its language where it differs from the event's, as a BCP 47 tag.
    pub language: Option<Language>,
}

impl Session {
    /// From its start to its end.
    pub fn span(&self) -> Span {
        Span { start: self.start.to_utc(), end: self.end.to_utc() }
    }
}

/// Whether a session will take place. Confirmed by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It will.
    #[default]
    Confirmed,
    /// It may.
    Tentative,
    /// It will not.
    Cancelled,
}

/// A person's part in a session.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part {
    /// The person.
    pub person: Id,
    /// What they are there, such as `moderator` or `facilitator`.
    pub role: Line,
}

/// A recorded talk.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Talk {
    /// Names it on its session's page; unique in the whole agenda.
    pub id: Id,
    /// Its title.
    pub title: Line,
    /// Its theme.
    pub theme: Option<Id>,
    /// Who speaks.
    #[serde(default, deserialize_with = "or_default")]
    pub speakers: Vec<Id>,
    /// The recording, or why there is none.
    pub video: Video,
    /// Slides, documents and other links.
    #[serde(default, deserialize_with = "or_default")]
    pub links: Vec<Link>,
}

/// A recording of a session, or of a part of it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recording {
    /// Which part it shows, where there are several.
    pub title: Option<Line>,
    /// The theme it belongs to, where the session has several.
    pub theme: Option<Id>,
    /// The recording.
    pub video: Video,
    /// Where its parts begin.
    #[serde(default, deserialize_with = "or_default")]
    pub chapters: Vec<Chapter>,
}

/// A part of a recording.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chapter {
    /// Where it begins, from the start of the recording.
    pub at: Mark,
    /// What it is about.
    pub title: Line,
}

/// A link with the words it is shown by.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Link {
    /// What the link says.
    pub label: Line,
    /// Where it leads.
    pub href: Href,
    /// What is behind it.
    #[serde(default, deserialize_with = "or_default")]
    pub kind: LinkKind,
    /// A warning or an aside, such as "draft".
    pub note: Option<Line>,
}

/// What is behind a link. A web page by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// A web page.
    #[default]
    Page,
    /// A document.
    Document,
    /// A course.
    Course,
    /// A discussion.
    Forum,
    /// The slides of a talk.
    Slides,
    /// Where a fact comes from.
    Source,
    /// Where visitors say how it was, shown once the session is over.
    Feedback,
    /// A recording that is watched elsewhere; one that the page plays belongs into `recordings`.
    Recording,
}

/// Something a visitor should know about a session's facts.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// What sort of note it is.
    pub kind: NoteKind,
    /// What there is to know.
    pub text: Text,
    /// Where that can be checked.
    #[serde(default, deserialize_with = "or_default")]
    pub sources: Vec<Href>,
}

/// What sort of note it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// Something worth knowing.
    Information,
    /// The fact was derived from others.
    Derived,
    /// Sources contradict each other.
    Conflicting,
    /// The fact was wrong in an earlier revision.
    Correction,
}

impl LinkKind {
    /// The word as the agenda writes it and pages show it; nothing for the default.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Page => None,
            Self::Document => Some("document"),
            Self::Course => Some("course"),
            Self::Forum => Some("forum"),
            Self::Slides => Some("slides"),
            Self::Source => Some("source"),
            Self::Feedback => Some("feedback"),
            Self::Recording => Some("recording"),
        }
    }
}

impl NoteKind {
    /// The word as the agenda writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Derived => "derived",
            Self::Conflicting => "conflicting",
            Self::Correction => "correction",
        }
    }
}
