//! A small agenda for tests of the core.

use super::Agenda;
use super::zone::tests::offset;

/// The sample as a file.
pub(crate) const SOURCE: &str = include_str!("sample.json");

/// The sample as an agenda.
pub(crate) fn agenda() -> Agenda {
    Agenda::read(SOURCE, &offset).expect("the sample keeps every rule")
}
