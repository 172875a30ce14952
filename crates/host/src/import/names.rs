//! Names: as lines of text, and in an order in which a person finds them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use agenda::id::Id;

use super::summary;

/// Names with their ids: those that the source lists in its order, then the others as a person would sort them.
pub(super) fn in_order<'a>(
    ids: &'a BTreeMap<String, Id>,
    listed: &[String],
) -> impl Iterator<Item = (&'a str, &'a Id)> {
    let mut all: Vec<(&str, &Id)> = ids.iter().map(|(name, id)| (name.as_str(), id)).collect();
    // The first of those that are listed twice.
    let places: BTreeMap<&str, usize> = listed.iter().enumerate().rev().map(|(place, name)| (&**name, place)).collect();
    all.sort_by_cached_key(|(name, _)| {
        let place = places.get(name).copied().unwrap_or(usize::MAX);
        (place, natural(name), (*name).to_owned())
    });
    all.into_iter()
}

/// What there is to say of names for which the file has several ids. In real files they are one person with several
/// accounts nearly always, and so they are one here.
pub(super) fn namesakes(accounts: &BTreeMap<String, BTreeSet<String>>) -> Option<String> {
    // An id that stands beside several names is that of something else.
    let mut names: BTreeMap<&str, u32> = BTreeMap::new();
    accounts.values().flatten().for_each(|id| *names.entry(id).or_default() += 1);
    let ids = |ids: &BTreeSet<String>| ids.iter().filter(|id| names.get(id.as_str()) == Some(&1)).count();
    let several: Vec<String> =
        accounts.iter().filter(|(_, own)| ids(own) > 1).filter_map(|(name, _)| line(name)).collect();
    let heading = format!(
        "People for whom the file has several ids ({}); each name is one person here. \
         Where two persons have one name, tell them apart at the source, as by a middle initial",
        several.len()
    );
    summary::listed(&heading, &several)
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
