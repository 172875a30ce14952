//! Ids: readable, and the same from one import of an event to the next.
//!
//! A session's id is made from what its source names it by and never from its title, as titles
//! change. Rooms, tracks, kinds and people have nothing but their names.

use std::collections::{BTreeMap, BTreeSet};

use agenda::id::{Id, MAX_ID};
use deunicode::deunicode;

/// The longest id that is made, so that a number fits behind it.
const LONGEST: usize = MAX_ID - 8;

/// Hexadecimal digits that are kept of a name that is nothing else.
const HEX: usize = 10;

/// The words of a text as lower-case ASCII with hyphens; empty when there is none.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in deunicode(text).chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && character != '\'' {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    let Some(cut) = slug.get(..LONGEST) else { return slug.to_owned() };
    // At the end of a word, unless that leaves too little.
    let words = cut.rsplit_once('-').map_or(cut, |(words, _)| words);
    if words.len() > LONGEST / 2 { words.to_owned() } else { cut.to_owned() }
}

/// A name as an id; where it has no letter to begin with, after the noun.
pub(super) fn named(noun: &str, name: &str) -> String {
    if Id::new(name).is_some() {
        return name.to_owned();
    }
    let slug = slug(name);
    if Id::new(&slug).is_some() {
        return slug;
    }
    let id = if slug.is_empty() { noun.to_owned() } else { format!("{noun}-{slug}") };
    id.get(..MAX_ID).map_or(id.as_str(), |cut| cut).trim_end_matches('-').to_owned()
}

/// The id of a session from what its source names it by.
pub(super) fn session(key: &str) -> String {
    // What follows the `@` of a UID is the site that made it.
    let own = key.split_once('@').map_or(key, |(own, _)| own);
    let bare = own.replace('-', "");
    let is_hash = bare.len() >= 24 && bare.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash {
        let start = bare.get(..HEX).unwrap_or_default().to_ascii_lowercase();
        return format!("session-{start}");
    }
    named("session", own)
}

/// An id for each distinct name. Names that come to the same id are numbered, in alphabetical order.
pub(super) fn by_name<'a>(noun: &str, names: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, Id> {
    let names: BTreeSet<&str> = names.into_iter().collect();
    let mut taken = Taken::default();
    let mut ids = BTreeMap::new();
    for name in names {
        if let Some(id) = taken.free(&named(noun, name)) {
            ids.insert(name.to_owned(), id);
        }
    }
    ids
}

/// Ids that are given.
#[derive(Default)]
pub(super) struct Taken {
    ids: BTreeSet<String>,
    /// The last number that an id was continued with, so that none is tried twice.
    numbers: BTreeMap<String, u32>,
}

impl Taken {
    /// These ids, which were given already.
    pub(super) fn of<'a>(ids: impl Iterator<Item = &'a String>) -> Self {
        Self { ids: ids.cloned().collect(), numbers: BTreeMap::new() }
    }

    /// The id, or the first free one that continues it with a number.
    pub(super) fn free(&mut self, wanted: &str) -> Option<Id> {
        let mut id = wanted.to_owned();
        while !self.ids.insert(id.clone()) {
            let number = self.numbers.entry(wanted.to_owned()).or_insert(1);
            *number = number.checked_add(1)?;
            id = format!("{wanted}-{number}");
        }
        Id::new(&id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_readable_whatever_the_source_looks_like() {
        for (key, id) in [
            ("11223", "session-11223"),
            ("MJA8QY", "mja8qy"),
            ("3JA8QY", "session-3ja8qy"),
            ("201@lca2020.linux.org.au", "session-201"),
            ("60d293f6385215465dadcf5225bb7996", "session-60d293f638"),
            ("fc1eabb6-63ee-4b6c-ab8e-f78b10481265", "session-fc1eabb663"),
            ("fc1eabb6-63ee-4b6c-ab8e-f78b10481265@x.example", "session-fc1eabb663"),
            ("", "session"),
        ] {
            assert_eq!(session(key), id, "{key}");
        }
        for (name, id) in [
            ("Zoë Ångström", "zoe-angstrom"),
            ("Семён", "semion"),
            ("O'Neil", "oneil"),
            ("H.1301 (Cornil)", "h-1301-cornil"),
            ("1.4", "room-1-4"),
            ("!!", "room"),
        ] {
            assert_eq!(named("room", name), id, "{name}");
        }
        for long in ["a".repeat(200), "wort ".repeat(60), "é1".repeat(99), "9".repeat(99)] {
            assert!(Id::new(&named("room", &long)).is_some_and(|id| id.len() < MAX_ID), "{long}");
        }
    }

    #[test]
    fn names_that_come_to_one_id_are_numbered_in_any_order() {
        let ids = by_name("room", ["Änna", "Anna", "Anna", "anna!"]);
        let mut reversed = vec!["anna!", "Anna", "Änna"];
        reversed.reverse();
        assert_eq!(ids, by_name("room", reversed));
        let all: BTreeSet<&str> = ids.values().map(|id| &**id).collect();
        assert_eq!(all.into_iter().collect::<Vec<_>>(), ["anna", "anna-2", "anna-3"]);
    }
}
