//! Lenient reading of JSON values: tools differ in what they write for "nothing".

use serde_json::Value;

/// What is read from a JSON value.
pub(super) trait Lenient {
    /// The member as text: a string, or a number as it is written; empty when there is none.
    fn text(&self, name: &str) -> String;
    /// The member as a list; empty when there is none.
    fn list(&self, name: &str) -> &[Value];
    /// The member as a truth; false when there is none.
    fn is(&self, name: &str) -> bool;
    /// The value itself as text.
    fn as_text(&self) -> String;
}

impl Lenient for Value {
    fn text(&self, name: &str) -> String {
        self.get(name).map(Self::as_text).unwrap_or_default()
    }

    fn list(&self, name: &str) -> &[Value] {
        self.get(name).and_then(Self::as_array).map_or(&[], Vec::as_slice)
    }

    fn is(&self, name: &str) -> bool {
        match self.get(name) {
            Some(Self::Bool(is)) => *is,
            Some(Self::String(word)) => matches!(word.to_ascii_lowercase().as_str(), "true" | "yes" | "1"),
            Some(Self::Number(number)) => number.as_i64() == Some(1),
            Some(Self::Null | Self::Array(_) | Self::Object(_)) | None => false,
        }
    }

    /// A text in several languages, as pretalx writes it, is the first that says something.
    fn as_text(&self) -> String {
        match self {
            Self::String(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Object(languages) => {
                let texts = languages.values().filter_map(Self::as_str).map(str::trim);
                texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
            }
            Self::Null | Self::Bool(_) | Self::Array(_) => String::new(),
        }
    }
}
