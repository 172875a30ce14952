//! A small agenda for tests of the core.

use super::Agenda;
use super::zone::tests::offset;
use unicode_normalization::UnicodeNormalization;

/// The sample as a file.
pub(crate) const SOURCE: &str = include_str!("sample.json");

/// The sample as an agenda, each `from` replaced by its `to` once.
pub(crate) fn changed(changes: &[(&str, &str)]) -> Agenda {
    let source = changes.iter().fold(SOURCE.to_owned(), |source, (from, to)| {
        assert!(source.contains(from), "the sample has `{from}`");
        source.replacen(from, to, 1)
    });
    Agenda::read(&source, &offset).expect("it keeps every rule")
}

/// The sample as an agenda.
pub(crate) fn agenda() -> Agenda {
    Agenda::read(SOURCE, &offset).expect("the sample keeps every rule")
}

/// A text decomposed as the reader has it.
pub(crate) fn decompose(text: &str) -> String {
    text.nfkd().collect()
}
