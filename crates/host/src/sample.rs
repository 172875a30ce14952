//! The small agenda of the domain's tests.

use agenda::Agenda;

/// The sample as a file.
pub(crate) const SOURCE: &str = include_str!("../../agenda/src/sample.json");

/// The sample as a file, each `from` replaced by its `to` once.
pub(crate) fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SOURCE.to_owned(), |source, (from, to)| {
        assert!(source.contains(from), "the sample has `{from}`");
        source.replacen(from, to, 1)
    })
}

/// The sample as an agenda.
pub(crate) fn agenda() -> Agenda {
    Agenda::read(SOURCE, &crate::offset_at).expect("the sample keeps every rule")
}
