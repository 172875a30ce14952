//! Lenient reading of JSON values: tools differ in what they write for "nothing".

use std::collections::BTreeMap;

use serde_json::Value;

/// How many commas a file of JSON may have: its values are as many at most, and FOSDEM has a hundredth of it.
const MOST_COMMAS: usize = 4_000_000;

/// Reads a text as JSON. What lies deep in itself is refused by `serde_json`.
///
/// # Errors
/// It is no JSON, or holds more values than memory should.
pub(super) fn parse(text: &str) -> Result<Value, String> {
    refuse_huge(text)?;
    serde_json::from_str(text).map_err(|error| format!("this is no JSON that can be read ({error})"))
}

/// Refuses what would grow into gigabytes once it is read.
///
/// # Errors
/// There are too many values in it.
pub(super) fn refuse_huge(text: &str) -> Result<(), String> {
    let commas = text.bytes().filter(|byte| *byte == b',').count();
    if commas <= MOST_COMMAS {
        return Ok(());
    }
    Err(format!("there are more than {} million values in it. Is it a schedule?", MOST_COMMAS / 1_000_000))
}

/// The objects of a list by the member that names them; of those that share a name the first.
pub(super) struct Index<'a>(BTreeMap<String, &'a Value>);

impl<'a> Index<'a> {
    pub(super) fn of(list: &'a [Value], member: &str) -> Self {
        Self(list.iter().rev().map(|item| (item.text(member), item)).collect())
    }

    /// The object of that name; an empty one names nothing.
    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|_| !name.is_empty()).copied()
    }
}

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
