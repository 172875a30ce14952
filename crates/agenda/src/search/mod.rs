//! Finding sessions by words, and showing why they were found.
//!
//! [`Index`] holds every word of an agenda once, with the sessions and fields in which it stands. [`Index::query`]
//! finds what was typed among them; [`Query::marked`] and [`Query::excerpts`] say where.

mod fields;
mod fold;
mod index;
mod marks;
mod pieces;
mod term;
#[cfg(test)]
mod tests;
mod typos;

pub use fold::{Decompose, fold};
pub use index::{Index, Indexer, Query};
pub use marks::{Marked, Run};
