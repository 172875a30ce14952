//! What the visitor keeps, in storage and in sight: stars with what is noted
//! about them, and watched talks.

use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::prelude::*;
use reactive_graph::signal::{ArcTrigger, RwSignal};

use super::notices::{Notice, Notices};
use crate::agenda::picks::{Entry, Key, Picks, Shelf, Stored};
use crate::browser::clock;
use crate::browser::storage::{Refusal, Store, ask_to_persist};

/// What an item should be: on its shelf with what is said about it, or off it.
pub type Item = (Key, Option<String>);

/// Stars with what is noted about them, and watched talks.
#[derive(Clone, Copy)]
pub struct Kept {
    picks: StoredValue<Picks>,
    /// Rung when an item changes, in order of the items. One for each, so that of a thousand
    /// stars in sight only the one that was pressed has anything to do.
    bells: StoredValue<Vec<(Key, ArcTrigger)>>,
    /// Turns when any item changes.
    any: RwSignal<bool>,
    /// `None` where the browser keeps nothing; all is then in memory only.
    pub(super) store: StoredValue<Option<Store>, LocalStorage>,
    /// Items that were seen in storage, in order, so that their removal is noticed.
    saved: StoredValue<Vec<Key>>,
    /// Items that storage would not take, in order.
    unsaved: StoredValue<Vec<Key>>,
    /// What was done last that can be undone: words for it, and how things were before.
    undo: StoredValue<(String, Vec<Item>)>,
    notices: Notices,
}

impl Kept {
    /// Reads what is kept.
    pub fn new(store: Result<Store, Refusal>, notices: Notices) -> Self {
        let kept = Self {
            picks: StoredValue::new(Picks::default()),
            bells: StoredValue::new(Vec::new()),
            any: RwSignal::new(false),
            store: StoredValue::new_local(store.ok()),
            saved: StoredValue::new(Vec::new()),
            unsaved: StoredValue::new(Vec::new()),
            undo: StoredValue::new((String::new(), Vec::new())),
            notices,
        };
        kept.read_again();
        kept
    }

    /// Whether an item is on its shelf.
    pub fn has(&self, kind: Shelf, id: &str) -> bool {
        self.text(kind, id).is_some()
    }

    /// What is said about an item that is on its shelf.
    pub fn text(&self, kind: Shelf, id: &str) -> Option<String> {
        let key = Key::new(kind, id);
        let bell = self.bells.try_update_value(|bells| match bells.binary_search_by(|(other, _)| other.cmp(&key)) {
            Ok(index) => bells.get(index).map(|(_, bell)| bell.clone()),
            Err(index) => {
                let bell = ArcTrigger::new();
                bells.insert(index, (key, bell.clone()));
                Some(bell)
            }
        });
        if let Some(bell) = bell.flatten() {
            bell.track();
        }
        self.picks.with_value(|picks| picks.text(kind, id).map(str::to_owned))
    }

    /// Ids of what is on a shelf.
    pub fn on(&self, kind: Shelf) -> Vec<String> {
        self.any.track();
        self.picks.with_value(|picks| picks.on(kind).map(str::to_owned).collect())
    }

    /// Looks at everything that is kept.
    pub fn with<T>(&self, look: impl FnOnce(&Picks) -> T) -> T {
        self.any.track();
        self.picks.with_value(look)
    }

    /// Whether anything outlives the page.
    pub fn is_lasting(&self) -> bool {
        self.store.with_value(Option::is_some)
    }

    /// Puts an item on its shelf, or takes it off.
    pub fn toggle(&self, kind: Shelf, id: &str) {
        let key = Key::new(kind, id);
        // What another tab did a moment ago is part of what is toggled.
        self.read_item(&key);
        let is_on = self.picks.with_value(|picks| picks.text(kind, id).is_some());
        self.change(&[(key, (!is_on).then(String::new))]);
    }

    /// Makes items what they should be, and returns what they were.
    pub fn change(&self, items: &[Item]) -> Vec<Item> {
        let is_first = self.picks.with_value(Picks::is_empty);
        let before: Vec<Item> = items.iter().map(|(key, text)| (key.clone(), self.set(key, text.as_deref()))).collect();
        self.ring(before.iter().map(|(key, _)| key));
        // There may be room now for what found none.
        let mut unsaved = self.unsaved.get_value().into_iter();
        while unsaved.next().is_some_and(|key| self.save(&key)) {}
        if !self.is_lasting() {
            self.notices.say_once(Notice::Blocked);
        } else if is_first {
            ask_to_persist();
        }
        before
    }

    /// Makes items what they should be, says so, and offers to undo it.
    pub fn change_with_undo(&self, words: String, items: &[Item]) {
        let before = self.change(items);
        self.undo.set_value((words, before));
        // Said anew, in the new words.
        self.notices.dismiss(Notice::Undo);
        self.notices.say(Notice::Undo);
    }

    /// What was done last that can be undone, in words.
    pub fn undo_words(&self) -> String {
        self.undo.with_value(|(words, _)| words.clone())
    }

    /// Undoes what was done last.
    pub fn undo(&self) {
        self.notices.dismiss(Notice::Undo);
        let (_, before) = self.undo.get_value();
        self.change(&before);
    }

    /// Takes in what storage holds of an item now.
    pub fn read_item(&self, key: &Key) {
        let Some(store) = self.store.get_value() else { return };
        let Some(text) = store.read(&key.text()) else {
            if self.saved.with_value(|saved| saved.binary_search(key).is_ok()) {
                self.read_again();
            }
            return;
        };
        if self.absorb(&store, key, &text) {
            self.ring([key]);
        }
        self.note_saved(std::slice::from_ref(key));
        if self.notices.is_shown(Notice::Removed) {
            // It may be what was missed.
            self.read_again();
        }
    }

    /// Takes in what storage holds now, and gives it what it lacks.
    pub fn read_again(&self) {
        let Some(store) = self.store.get_value() else { return };
        let mut found = Vec::new();
        let mut changed = Vec::new();
        for key in store.keys().iter().filter_map(|key| Key::parse(key)) {
            let Some(text) = store.read(&key.text()) else { continue };
            if self.absorb(&store, &key, &text) {
                changed.push(key.clone());
            }
            insert(&mut found, key);
        }
        self.note_saved(&found);
        self.ring(&changed);
        let is_gone = |key: &Key| found.binary_search(key).is_err();
        let removed = self.picks.with_value(|picks| {
            // What was known of a session is written down again by itself.
            let is_own = |key: &Key| key.shelf != Shelf::Known && picks.text(key.shelf, &key.id).is_some();
            let is_missed = |key: &&Key| is_own(key) && is_gone(key);
            self.saved.with_value(|saved| saved.iter().any(|key| is_missed(&key)))
        });
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
        self.saved.update_value(|saved| saved.retain(|key| keys.binary_search(key).is_err()));
        self.picks.update_value(|picks| keys.iter().for_each(|key| picks.forget(key)));
        self.ring(&keys);
    }

    /// Makes an item what it should be, and returns what it was.
    fn set(&self, key: &Key, text: Option<&str>) -> Option<String> {
        self.read_item(key);
        let before = self.picks.with_value(|picks| picks.text(key.shelf, &key.id).map(str::to_owned));
        let set = self.picks.try_update_value(|picks| picks.set(key, text, clock::milliseconds()));
        if set.is_some_and(|set| set.is_err()) {
            self.notices.say(Notice::Newer);
        } else if self.is_lasting() {
            self.save(key);
        }
        before
    }

    /// Takes in a text that storage holds, and says whether that changed what is known.
    fn absorb(&self, store: &Store, key: &Key, text: &str) -> bool {
        let stored = key.decode(text);
        if stored == Stored::Corrupt {
            // Where there is no room for a copy, the text stays where it is.
            let _ = self.set_aside(store, key, text);
        }
        self.picks.try_update_value(|picks| picks.absorb(key.clone(), stored)).unwrap_or(false)
    }

    /// Tells whoever reads these items, and whoever reads any.
    fn ring<'a>(&self, keys: impl IntoIterator<Item = &'a Key>) {
        let mut bells = Vec::new();
        let mut is_any = false;
        self.bells.with_value(|all| {
            for key in keys {
                is_any = true;
                let index = all.binary_search_by(|(other, _)| other.cmp(key));
                bells.extend(index.ok().and_then(|index| all.get(index)).map(|(_, bell)| bell.clone()));
            }
        });
        bells.iter().for_each(ArcTrigger::notify);
        if is_any {
            self.any.update(|any| *any = !*any);
        }
    }

    /// Writes items that are in memory and not, or not so, in storage; those
    /// that were removed from there wait for the visitor's word.
    fn save_what_differs(&self, store: &Store) {
        let (saved, unsaved) = (self.saved.get_value(), self.unsaved.get_value());
        let differs = |key: &Key, text: &str| match store.read(&key.text()) {
            None => saved.binary_search(key).is_err(),
            Some(kept) if key.decode(&kept) == Stored::Corrupt => unsaved.binary_search(key).is_ok(),
            Some(kept) => kept != text,
        };
        let keys: Vec<Key> = self.picks.with_value(|picks| {
            let writable = picks.writable().filter(|(key, entry)| differs(key, &entry.encode()));
            writable.map(|(key, _)| key.clone()).collect()
        });
        for key in keys {
            self.save(&key);
        }
    }

    /// Writes an item into storage, and says whether it is there.
    fn save(&self, key: &Key) -> bool {
        let Some(store) = self.store.get_value() else { return false };
        let Some(text) = self.picks.with_value(|picks| picks.entry(key).map(Entry::encode)) else { return false };
        let is_saved = self.may_overwrite(&store, key) && store.write(&key.text(), &text).is_ok();
        if is_saved {
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
        is_saved
    }

    /// Whether nothing is lost by writing over what is kept of an item: a text
    /// that cannot be read has to be copied aside first.
    fn may_overwrite(&self, store: &Store, key: &Key) -> bool {
        let kept = store.read(&key.text());
        kept.is_none_or(|kept| key.decode(&kept) != Stored::Corrupt || self.set_aside(store, key, &kept))
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
