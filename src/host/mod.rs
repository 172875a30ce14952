//! What hosts run on their own machine: check an agenda, write its schema.
//!
//! Everything here returns values; only the binary prints.

mod check;
mod command;
mod html;
mod prerender;
mod zones;

pub use check::{check, judge};
pub use command::{HELP, Outcome, run};
pub use prerender::{Prerender, way_up};
pub use zones::offset_at;
