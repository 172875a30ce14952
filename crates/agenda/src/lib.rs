//! The domain: what an agenda is, and everything that can be known from it
//! without a browser, a clock or a network.

mod agenda;
mod day_start;
mod deserialize;
mod fault;
mod fingerprint;
mod read;
mod rule;
mod scalar;
#[cfg(feature = "schema")]
mod schema;
mod span;

pub mod address;
pub mod artwork;
pub mod backup;
pub mod band;
pub mod bookmarks;
pub mod brief;
pub mod calendar;
pub mod clock;
pub mod few;
pub mod filter;
pub mod grid;
pub mod id;
pub mod lanes;
pub mod language;
pub mod letters;
pub mod link;
pub mod model;
pub mod page;
pub mod phase;
pub mod plan;
pub mod recorded;
pub mod rules;
pub mod search;
pub mod share;
pub mod site;
pub mod snapshot;
pub mod suggest;
pub mod text;
pub mod time;
pub mod video;
pub mod zone;

#[cfg(test)]
pub(crate) mod sample;

pub use agenda::Agenda;
pub use day_start::DayStart;
pub use fault::{Fault, clip};
pub use fingerprint::fingerprint;
pub use read::ReadError;
pub use rule::{Rule, Severity};
pub use scalar::{FORMAT, Hue, Language, Line, Mark, Number, Version, ZoneName};
#[cfg(feature = "schema")]
pub use schema::{kind, placeholder, schema};
