//! What hosts run on their own machine: check an agenda, write its schema.
//!
//! Everything here returns values; only the binary prints.

mod check;
mod command;
mod zones;

pub use check::{check, judge};
pub use command::{HELP, Outcome, run};
pub use zones::offset_at;
