//! The ids of sessions.

use std::collections::{BTreeMap, BTreeSet};

use agenda::id::Id;

use super::ids;
use super::sessions::Timed;

/// Gives each session its id. Those that the source gives one and the same are told apart by
/// their guids, or else numbered in order of time.
pub(super) fn give(all: &mut [(Timed, String, String)], odd: &mut BTreeMap<&str, Vec<String>>) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, (session, key, _)) in all.iter().enumerate() {
        let id = if key.trim().is_empty() {
            let named = "Sessions without an id in the file; theirs is made from the title, and bookmarks are lost when that changes";
            odd.entry(named).or_default().push(session.title.clone());
            ids::named("session", &session.title)
        } else {
            ids::session(key)
        };
        groups.entry(id).or_default().push(index);
    }
    let mut taken = ids::Taken::of(groups.keys());
    for (wanted, mut group) in groups {
        if let [alone] = group.as_slice() {
            set_id(all, *alone, Id::new(&wanted));
            continue;
        }
        let key_of = |index: &usize| {
            all.get(*index).map(|(session, ..)| (session.start, session.room.clone(), session.title.clone()))
        };
        group.sort_by_key(key_of);
        let members = || group.iter().filter_map(|index| all.get(*index));
        let guids: Vec<String> = members().map(|(.., guid)| ids::slug(guid).replace('-', "")).collect();
        let are_told_apart = guids.iter().collect::<BTreeSet<_>>().len() == group.len();
        let named: Vec<String> = members().map(|(session, key, _)| format!("{key} “{}”", session.title)).collect();
        odd.entry("Sessions that share an id with others in the file; each has one of its own now")
            .or_default()
            .extend(named);
        for (place, (index, guid)) in group.into_iter().zip(guids).enumerate() {
            let id = match guid.get(..4) {
                Some(start) if are_told_apart => taken.free(&format!("{wanted}-{start}")),
                Some(_) | None if place > 0 => taken.free(&wanted),
                Some(_) | None => Id::new(&wanted),
            };
            set_id(all, index, id);
        }
    }
}

fn set_id(all: &mut [(Timed, String, String)], index: usize, id: Option<Id>) {
    if let (Some((session, ..)), Some(id)) = (all.get_mut(index), id) {
        session.id = id.to_string();
    }
}
