//! What the visitor keeps: stars with what is noted about them, and what they have watched.
//!
//! Each item has a trigger of its own, so that of a thousand stars in sight only the one that was
//! pressed has anything to do.

mod storage;

use std::collections::{BTreeMap, BTreeSet};

use agenda::bookmarks::{BookmarkKey, BookmarkKind, BookmarkSet};
use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;

use super::notices::{Notice, Notices};
use crate::platform::clock;
use crate::platform::storage::{Store, ask_to_persist};

/// What an item should be: on, with what is said about it, or off.
pub type Item = (BookmarkKey, Option<String>);

/// What the visitor keeps.
#[derive(Clone, Copy)]
pub struct Bookmarks {
    set: StoredValue<BookmarkSet>,
    /// Notified when an item changes, for those that are in sight.
    changed: StoredValue<BTreeMap<BookmarkKey, ArcTrigger>>,
    /// Notified when any item changes.
    any: StoredValue<ArcTrigger>,
    /// `None` until the app is live, and where the browser stores nothing: all is then in memory only.
    store: StoredValue<Option<Store>, LocalStorage>,
    /// Items that were seen in storage, so that their removal is noticed.
    saved: StoredValue<BTreeSet<BookmarkKey>>,
    /// Items that storage would not take.
    unsaved: StoredValue<BTreeSet<BookmarkKey>>,
    /// The last change that can be undone: words for it, and how things were before.
    undo: StoredValue<(String, Vec<Item>)>,
    notices: Notices,
}

/// Gives everything below it the bookmarks: none, until they are read.
pub fn provide_bookmarks(notices: Notices) -> Bookmarks {
    let bookmarks = Bookmarks {
        set: StoredValue::new(BookmarkSet::default()),
        changed: StoredValue::new(BTreeMap::new()),
        any: StoredValue::new(ArcTrigger::new()),
        store: StoredValue::new_local(None),
        saved: StoredValue::new(BTreeSet::new()),
        unsaved: StoredValue::new(BTreeSet::new()),
        undo: StoredValue::new((String::new(), Vec::new())),
        notices,
    };
    provide_context(bookmarks);
    bookmarks
}

/// What the visitor keeps.
pub fn use_bookmarks() -> Bookmarks {
    expect_context()
}

impl Bookmarks {
    /// Whether an item is on.
    pub fn has(self, kind: BookmarkKind, id: &str) -> bool {
        self.text(kind, id).is_some()
    }

    /// What is said about an item that is on.
    pub fn text(self, kind: BookmarkKind, id: &str) -> Option<String> {
        let key = BookmarkKey::new(kind, id);
        let trigger = self.changed.try_update_value(|changed| changed.entry(key).or_default().clone());
        if let Some(trigger) = trigger {
            trigger.track();
        }
        self.set.with_value(|set| set.text(kind, id).map(str::to_owned))
    }

    /// Ids of what is on, of a kind.
    pub fn on(self, kind: BookmarkKind) -> Vec<String> {
        self.with(|set| set.on(kind).map(str::to_owned).collect())
    }

    /// Reads all that is kept.
    pub fn with<T>(self, read: impl FnOnce(&BookmarkSet) -> T) -> T {
        self.any.with_value(ArcTrigger::track);
        self.set.with_value(read)
    }

    /// Whether anything outlives the page.
    pub fn is_lasting(self) -> bool {
        self.store.with_value(Option::is_some)
    }

    /// Switches an item on or off.
    pub fn toggle(self, kind: BookmarkKind, id: &str) {
        let key = BookmarkKey::new(kind, id);
        // What another tab did a moment ago is part of what is toggled.
        self.read_item(&key);
        let is_on = self.set.with_value(|set| set.text(kind, id).is_some());
        self.change(&[(key, (!is_on).then(String::new))]);
    }

    /// Makes items what they should be, and returns what they were.
    pub fn change(self, items: &[Item]) -> Vec<Item> {
        let is_first = self.set.with_value(BookmarkSet::is_empty);
        let before: Vec<Item> = items.iter().map(|(key, text)| (key.clone(), self.put(key, text.as_deref()))).collect();
        self.notify(before.iter().map(|(key, _)| key));
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
    pub fn change_with_undo(self, words: String, items: &[Item]) {
        let before = self.change(items);
        self.undo.set_value((words, before));
        // Said anew, in the new words.
        self.notices.dismiss(Notice::Undo);
        self.notices.say(Notice::Undo);
    }

    /// The last change that can be undone, in words.
    pub fn undo_words(self) -> String {
        self.undo.with_value(|(words, _)| words.clone())
    }

    /// Undoes the last change.
    pub fn undo(self) {
        self.notices.dismiss(Notice::Undo);
        let (_, before) = self.undo.get_value();
        self.change(&before);
    }

    /// Makes an item what it should be, and returns what it was.
    fn put(self, key: &BookmarkKey, text: Option<&str>) -> Option<String> {
        self.read_item(key);
        let before = self.set.with_value(|set| set.text(key.kind, &key.id).map(str::to_owned));
        let put = self.set.try_update_value(|set| set.set(key, text, clock::milliseconds()));
        if put.is_some_and(|put| put.is_err()) {
            self.notices.say(Notice::Newer);
        } else if self.is_lasting() {
            self.save(key);
        }
        before
    }

    /// Tells the views that show these items, and those that show any.
    fn notify<'a>(self, keys: impl IntoIterator<Item = &'a BookmarkKey>) {
        let mut keys = keys.into_iter().peekable();
        if keys.peek().is_none() {
            return;
        }
        let changed: Vec<ArcTrigger> =
            self.changed.with_value(|changed| keys.filter_map(|key| changed.get(key).cloned()).collect());
        changed.iter().for_each(ArcTrigger::notify);
        self.any.with_value(ArcTrigger::notify);
    }
}
