//! What the visitor keeps, in storage and in sight: stars and watched talks.

use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use super::notices::{Notice, Notices};
use crate::agenda::picks::{Key, Picks, Shelf, Stored};
use crate::browser::clock;
use crate::browser::storage::{Refusal, Store, ask_to_persist};

/// Stars and watched talks.
#[derive(Clone, Copy)]
pub struct Kept {
    picks: RwSignal<Picks>,
    /// `None` where the browser keeps nothing; all is then in memory only.
    store: StoredValue<Option<Store>, LocalStorage>,
    /// Items that were seen in storage, in order, so that their removal is noticed.
    saved: StoredValue<Vec<Key>>,
    /// Items that storage would not take, in order.
    unsaved: StoredValue<Vec<Key>>,
    notices: Notices,
}

impl Kept {
    /// Reads what is kept.
    pub fn new(store: Result<Store, Refusal>, notices: Notices) -> Self {
        let kept = Self {
            picks: RwSignal::new(Picks::default()),
            store: StoredValue::new_local(store.ok()),
            saved: StoredValue::new(Vec::new()),
            unsaved: StoredValue::new(Vec::new()),
            notices,
        };
        kept.read_again();
        kept
    }

    /// Whether an item is on its shelf.
    pub fn has(&self, kind: Shelf, id: &str) -> bool {
        self.picks.with(|picks| picks.has(&Key::new(kind, id)))
    }

    /// Ids of what is on a shelf.
    pub fn on(&self, kind: Shelf) -> Vec<String> {
        self.picks.with(|picks| picks.on(kind).map(str::to_owned).collect())
    }

    /// Whether anything outlives the page.
    pub fn is_lasting(&self) -> bool {
        self.store.with_value(Option::is_some)
    }

    /// Puts an item on its shelf, or takes it off.
    pub fn toggle(&self, kind: Shelf, id: &str) {
        // What another tab did a moment ago is part of what is toggled.
        self.read_again();
        let key = Key::new(kind, id);
        let mut picks = self.picks.get_untracked();
        if picks.toggle(&key, clock::milliseconds()).is_err() {
            self.notices.say(Notice::Newer);
            return;
        }
        let is_first = self.picks.with_untracked(Picks::is_empty);
        self.picks.set(picks);
        if self.is_lasting() {
            self.save(&key);
            if is_first {
                ask_to_persist();
            }
        } else {
            self.notices.say_once(Notice::Blocked);
        }
    }

    /// Takes in what storage holds now, and gives it what it lacks.
    pub fn read_again(&self) {
        let Some(store) = self.store.get_value() else { return };
        let before = self.picks.get_untracked();
        let mut picks = before.clone();
        let mut found = Vec::new();
        for key in store.keys().iter().filter_map(|key| Key::parse(key)) {
            let Some(text) = store.read(&key.text()) else { continue };
            let stored = Stored::decode(&text);
            if stored == Stored::Corrupt {
                // Where there is no room for a copy, the text stays where it is.
                let _ = self.set_aside(&store, &key, &text);
            }
            picks.absorb(key.clone(), stored);
            insert(&mut found, key);
        }
        self.note_saved(&found);
        let is_gone = |key: &Key| picks.has(key) && found.binary_search(key).is_err();
        let removed = self.saved.with_value(|saved| saved.iter().any(is_gone));
        if picks != before {
            self.picks.set(picks);
        }
        if removed {
            self.notices.say(Notice::Removed);
        } else {
            self.notices.dismiss(Notice::Removed);
        }
        self.save_what_differs(&store);
    }

    /// Keeps again what was removed behind the app's back.
    pub fn save_again(&self) {
        let keys = self.saved.get_value();
        self.notices.dismiss(Notice::Removed);
        for key in keys {
            self.save(&key);
        }
    }

    /// Agrees that what was removed is gone.
    pub fn let_go(&self) {
        let Some(store) = self.store.get_value() else { return };
        self.notices.dismiss(Notice::Removed);
        let gone = |key: &Key| store.read(&key.text()).is_none();
        let keys: Vec<Key> = self.saved.with_value(|saved| saved.iter().filter(|key| gone(key)).cloned().collect());
        self.saved.update_value(|saved| saved.retain(|key| !keys.contains(key)));
        self.picks.update(|picks| keys.iter().for_each(|key| picks.forget(key)));
    }

    /// Writes items that are in memory and not, or not so, in storage; those
    /// that were removed from there wait for the visitor's word.
    fn save_what_differs(&self, store: &Store) {
        let (saved, unsaved) = (self.saved.get_value(), self.unsaved.get_value());
        let differs = |key: &Key, text: &str| match store.read(&key.text()) {
            None => saved.binary_search(key).is_err(),
            Some(kept) if Stored::decode(&kept) == Stored::Corrupt => unsaved.binary_search(key).is_ok(),
            Some(kept) => kept != text,
        };
        let keys: Vec<Key> = self.picks.with_untracked(|picks| {
            let writable = picks.writable().filter(|(key, entry)| differs(key, &entry.encode()));
            writable.map(|(key, _)| key.clone()).collect()
        });
        for key in keys {
            self.save(&key);
        }
    }

    fn save(&self, key: &Key) {
        let Some(store) = self.store.get_value() else { return };
        let text = self.picks.with_untracked(|picks| {
            let entry = picks.writable().find(|(other, _)| *other == key).map(|(_, entry)| entry);
            entry.map(crate::agenda::picks::Entry::encode)
        });
        let Some(text) = text else { return };
        if self.may_overwrite(&store, key) && store.write(&key.text(), &text).is_ok() {
            self.note_saved(std::slice::from_ref(key));
            self.unsaved.update_value(|unsaved| unsaved.retain(|other| other != key));
        } else {
            self.unsaved.update_value(|unsaved| insert(unsaved, key.clone()));
        }
        if self.unsaved.with_value(Vec::is_empty) {
            self.notices.dismiss(Notice::Full);
        } else {
            self.notices.say(Notice::Full);
        }
    }

    /// Whether nothing is lost by writing over what is kept of an item: a text
    /// that cannot be read has to be copied aside first.
    fn may_overwrite(&self, store: &Store, key: &Key) -> bool {
        let kept = store.read(&key.text());
        kept.is_none_or(|kept| Stored::decode(&kept) != Stored::Corrupt || self.set_aside(store, key, &kept))
    }

    /// Remembers that these items were seen in storage.
    fn note_saved(&self, keys: &[Key]) {
        self.saved.update_value(|saved| keys.iter().for_each(|key| insert(saved, key.clone())));
    }

    /// Copies a text that cannot be read to a place of its own, once. Returns
    /// whether the copy is there.
    fn set_aside(&self, store: &Store, key: &Key, text: &str) -> bool {
        let aside = format!("aside/{}", key.text());
        if store.read(&aside).is_some() {
            return true;
        }
        let is_copied = store.write(&aside, text).is_ok();
        self.notices.say(if is_copied { Notice::SetAside } else { Notice::Full });
        is_copied
    }
}

/// Puts a key in its place among keys in order, once.
fn insert(keys: &mut Vec<Key>, key: Key) {
    if let Err(index) = keys.binary_search(&key) {
        keys.insert(index, key);
    }
}
