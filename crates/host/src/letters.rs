//! Texts compared without case and marks, as visitors search for them.

use meridian::platform::letters::decompose;

/// A text without case and marks.
pub(crate) fn fold(text: &str) -> String {
    agenda::search::fold(text, decompose)
}
