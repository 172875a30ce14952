//! Names: as lines of text, and in an order in which a person finds them.

use std::collections::BTreeMap;
use std::fmt::Write;

use agenda::id::Id;

/// Names with their ids: those that the source lists in its order, then the others as a person would sort them.
pub(super) fn in_order<'a>(
    ids: &'a BTreeMap<String, Id>,
    listed: &[String],
) -> impl Iterator<Item = (&'a str, &'a Id)> {
    let mut all: Vec<(&str, &Id)> = ids.iter().map(|(name, id)| (name.as_str(), id)).collect();
    all.sort_by_cached_key(|(name, _)| {
        let place = listed.iter().position(|other| other == name).unwrap_or(usize::MAX);
        (place, natural(name), (*name).to_owned())
    });
    all.into_iter()
}

/// A name by which `Room 2` comes before `Room 10`.
fn natural(name: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    for character in slug_with_spaces(name).chars().chain([' ']) {
        if character.is_ascii_digit() {
            digits.push(character);
        } else {
            if !digits.is_empty() {
                let _ = write!(key, "{digits:0>10}");
                digits.clear();
            }
            key.push(character);
        }
    }
    key
}

fn slug_with_spaces(name: &str) -> String {
    deunicode::deunicode(name).to_lowercase()
}

/// The text as one line; `None` when it says nothing.
pub(super) fn line(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}
