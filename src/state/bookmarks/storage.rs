//! How bookmarks and storage are kept equal, and what happens when they cannot be.

use std::collections::BTreeSet;

use agenda::bookmarks::{BookmarkKey, BookmarkKind, Entry, Stored};
use leptos::prelude::*;

use super::Bookmarks;
use crate::platform::storage::Store;
use crate::state::notices::Notice;

impl Bookmarks {
    /// Reads what the store holds, and keeps changes there.
    pub fn open(self, store: Option<Store>) {
        self.store.set_value(store);
        self.read_again();
    }

    /// Takes in what storage holds of an item now.
    pub fn read_item(self, key: &BookmarkKey) {
        let Some(store) = self.store.get_value() else { return };
        let Some(text) = store.read(&key.text()) else {
            if self.saved.with_value(|saved| saved.contains(key)) {
                self.read_again();
            }
            return;
        };
        if self.absorb(&store, key, &text) {
            self.notify([key]);
        }
        self.note_saved([key.clone()]);
        if self.notices.is_shown(Notice::Removed) {
            // It may be what was missed.
            self.read_again();
        }
    }

    /// Takes in what storage holds now, and gives it what it lacks.
    pub fn read_again(self) {
        let Some(store) = self.store.get_value() else { return };
        let mut found = BTreeSet::new();
        let mut changed = Vec::new();
        for key in store.keys().iter().filter_map(|key| BookmarkKey::parse(key)) {
            let Some(text) = store.read(&key.text()) else { continue };
            if self.absorb(&store, &key, &text) {
                changed.push(key.clone());
            }
            found.insert(key);
        }
        let removed = self.set.with_value(|set| {
            // A snapshot of a session is written again without being asked for.
            let is_own =
                |key: &&BookmarkKey| key.kind != BookmarkKind::Snapshot && set.text(key.kind, &key.id).is_some();
            self.saved.with_value(|saved| saved.difference(&found).any(|key| is_own(&key)))
        });
        self.note_saved(found);
        self.notify(&changed);
        if removed {
            self.notices.say(Notice::Removed);
        } else {
            self.notices.dismiss(Notice::Removed);
        }
        self.save_what_differs(&store);
    }

    /// Keeps again what was removed by another tab or the browser.
    pub fn save_again(self) {
        let keys = self.saved.get_value();
        self.notices.dismiss(Notice::Removed);
        for key in keys {
            self.save(&key);
        }
    }

    /// Agrees that what was removed is gone.
    pub fn agree_to_removal(self) {
        let Some(store) = self.store.get_value() else { return };
        self.notices.dismiss(Notice::Removed);
        let saved = self.saved.get_value();
        let (gone, left): (BTreeSet<_>, BTreeSet<_>) =
            saved.into_iter().partition(|key| store.read(&key.text()).is_none());
        self.saved.set_value(left);
        self.set.update_value(|set| gone.iter().for_each(|key| set.remove(key)));
        self.notify(&gone);
    }

    /// The visitor's preferences as they are stored, by key, to be carried to another browser.
    pub fn settings(self) -> Vec<(String, String)> {
        let Some(store) = self.store.get_value() else { return Vec::new() };
        let keys = store.keys().into_iter().filter(|key| key.starts_with("set/"));
        keys.filter_map(|key| store.read(&key).map(|text| (key, text))).collect()
    }

    /// Stores preferences of another browser.
    pub fn put_settings(self, settings: &[(String, String)]) {
        let Some(store) = self.store.get_value() else { return };
        for (key, text) in settings {
            // A lost preference is nothing that a visitor must be told of.
            let _ = store.write(key, text);
        }
    }

    /// Writes an item into storage, and says whether it is there.
    pub(super) fn save(self, key: &BookmarkKey) -> bool {
        let Some(store) = self.store.get_value() else { return false };
        let Some(text) = self.set.with_value(|set| set.entry(key).map(Entry::encode)) else { return false };
        let is_saved = self.may_overwrite(&store, key) && store.write(&key.text(), &text).is_ok();
        if is_saved {
            self.note_saved([key.clone()]);
            self.unsaved.update_value(|unsaved| {
                unsaved.remove(key);
            });
        } else {
            self.unsaved.update_value(|unsaved| {
                unsaved.insert(key.clone());
            });
        }
        if self.unsaved.with_value(BTreeSet::is_empty) {
            self.notices.dismiss(Notice::Full);
        } else {
            self.notices.say(Notice::Full);
        }
        is_saved
    }

    /// Takes in a text that storage holds, and says whether that changed an item.
    fn absorb(self, store: &Store, key: &BookmarkKey, text: &str) -> bool {
        let stored = key.decode(text);
        if stored == Stored::Corrupt {
            // Where there is no room for a copy, the text stays where it is.
            let _ = self.set_aside(store, key, text);
        }
        self.set.try_update_value(|set| set.absorb(key.clone(), stored)).unwrap_or(false)
    }

    /// Writes items that are in memory and not, or not so, in storage; those that were removed from
    /// there wait for the visitor's answer.
    fn save_what_differs(self, store: &Store) {
        let (saved, unsaved) = (self.saved.get_value(), self.unsaved.get_value());
        let differs = |key: &BookmarkKey, text: &str| match store.read(&key.text()) {
            None => !saved.contains(key),
            Some(kept) if key.decode(&kept) == Stored::Corrupt => unsaved.contains(key),
            Some(kept) => kept != text,
        };
        let keys: Vec<BookmarkKey> = self.set.with_value(|set| {
            let writable = set.writable().filter(|(key, entry)| differs(key, &entry.encode()));
            writable.map(|(key, _)| key.clone()).collect()
        });
        for key in keys {
            self.save(&key);
        }
    }

    /// Whether nothing is lost by writing over what storage holds of an item: a text that cannot be
    /// read has to be copied aside first.
    fn may_overwrite(self, store: &Store, key: &BookmarkKey) -> bool {
        let kept = store.read(&key.text());
        kept.is_none_or(|kept| key.decode(&kept) != Stored::Corrupt || self.set_aside(store, key, &kept))
    }

    /// Remembers that these items were seen in storage.
    fn note_saved(self, keys: impl IntoIterator<Item = BookmarkKey>) {
        self.saved.update_value(|saved| saved.extend(keys));
    }

    /// Copies a text that cannot be read to a place of its own, once. Returns whether the copy is there.
    fn set_aside(self, store: &Store, key: &BookmarkKey, text: &str) -> bool {
        let aside = format!("aside/{}", key.text());
        if store.read(&aside).is_some() {
            return true;
        }
        let is_copied = store.write(&aside, text).is_ok();
        self.notices.say(if is_copied { Notice::SetAside } else { Notice::Full });
        is_copied
    }
}
