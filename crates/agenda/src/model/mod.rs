//! What an agenda is made of. Each type is declared once: serde reads it from
//! `agenda.json` and names the first fault, and under the feature `schema` its
//! doc comments and attributes become the JSON Schema.
//!
//! A new optional member is an `Option`, or takes `or_default`: a member that is `null` counts as absent.

mod event;
mod level;
mod session;

use serde::Deserialize;

use crate::deserialize::or_default;
use crate::id::Id;
use crate::scalar::{Hue, Line, Number, Version};
use crate::text::Text;

pub use event::{Action, Change, ChangeDate, City, Event, Image, Mode, Revision, Section};
pub use level::Level;
pub use session::{Chapter, Link, LinkKind, Note, NoteKind, Part, Recording, Session, Status, Talk};

/// One event and its whole programme, as a host keeps it in `agenda.json`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Where editors find the schema of this file; Meridian does not read it.
    #[serde(rename = "$schema")]
    pub schema: Option<Line>,
    /// Version of the format. This app reads version 1.
    pub format: Version,
    /// The event itself.
    pub event: Event,
    /// Which edition of the programme this is and what changed before it.
    pub revision: Revision,
    /// Themes that talks and sessions belong to.
    #[serde(default, deserialize_with = "or_default")]
    pub themes: Vec<Theme>,
    /// Kinds of session, with what sessions of a kind share.
    #[serde(default, deserialize_with = "or_default")]
    pub kinds: Vec<Kind>,
    /// Rooms, real or virtual.
    #[serde(default, deserialize_with = "or_default")]
    pub rooms: Vec<Room>,
    /// People, and organisations where no person is named.
    #[serde(default, deserialize_with = "or_default")]
    pub people: Vec<Person>,
    /// Everything that has a start and an end.
    #[serde(default, deserialize_with = "or_default")]
    pub sessions: Vec<Session>,
}

/// A theme: its place in the programme and its look.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Theme {
    /// Names it in links.
    pub id: Id,
    /// Its number, where the event numbers its themes.
    pub number: Option<Number>,
    /// Its title.
    pub title: Line,
    /// What it is about.
    pub summary: Option<Text>,
    /// Hue of its badge and artwork, 0 to 359 degrees on the OKLCH wheel.
    pub hue: Hue,
    /// What its artwork is drawn with.
    #[serde(default, deserialize_with = "or_default")]
    pub motif: Motif,
}

/// What a theme's artwork is drawn with. Meridian lines by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Motif {
    /// A globe with its meridians.
    #[default]
    Meridians,
    /// The veins of two pairs of wings.
    Wings,
    /// A stem with leaves.
    Leaves,
    /// Swell upon swell.
    Waves,
}

/// A kind of session, with what its sessions share.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Kind {
    /// Names it in links and filters.
    pub id: Id,
    /// What one session of it is called.
    pub title: Line,
    /// Hue of sessions that have no theme.
    pub hue: Hue,
    /// What sessions of this kind are for; a session's own goal wins.
    pub goal: Option<Text>,
    /// How they work; a session's own format wins.
    pub format: Option<Text>,
    /// What to do before or during one.
    pub instructions: Option<Text>,
}

/// A room, real or virtual.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Room {
    /// Names it in the file.
    pub id: Id,
    /// What it is called.
    pub title: Line,
    /// How many people it has seats for.
    pub capacity: Option<Number>,
}

impl Room {
    /// As in `120 seats`.
    pub fn seats(&self) -> Option<String> {
        self.capacity.map(|Number(count)| if count == 1 { "1 seat".to_owned() } else { format!("{count} seats") })
    }
}

/// Someone who speaks, moderates or facilitates.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// Names the person in links.
    pub id: Id,
    /// The name as they write it.
    pub name: Line,
    /// The name by which lists are sorted, such as `Ångström, Zoë`; else the name as it is written.
    pub sort_name: Option<Line>,
    /// Other spellings by which people may search.
    #[serde(default, deserialize_with = "or_default")]
    pub aliases: Vec<Line>,
    /// Office and organisation.
    pub affiliation: Option<Line>,
    /// Whether this is an organisation rather than a person.
    #[serde(default, deserialize_with = "or_default")]
    pub organisation: bool,
}
