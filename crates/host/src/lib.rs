//! What hosts run on their own machine: import a programme, check an agenda, write its schema, build the site.
//!
//! Everything here returns values; only the binary prints.

mod build;
mod check;
mod command;
mod diff;
mod html;
mod import;
mod letters;
mod prerender;
mod zones;

#[cfg(test)]
mod sample;

pub use build::{Order, build};
pub use check::{Order as CheckOrder, check, check_bytes};
pub use command::{Format, Outcome, Tell, run};
pub use import::{Order as ImportOrder, import};
pub use zones::offset_at;
