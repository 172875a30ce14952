//! A visitor's bookmarks: stars, notes and reminders of sessions, and watched talks.
//!
//! Each item is stored under its own key, so that two tabs that write at once
//! never undo each other; the later change of an item wins by a logical clock.
//! Nothing is deleted: removing a star is written as well. Notes and reminders
//! have their own keys too, so that the first version of the app and every later
//! one read and write each other's stars.

mod entry;
#[cfg(test)]
mod tests;

use entry::LAST_CLOCK;
pub use entry::{BookmarkKey, BookmarkKind, Entry, Stored};

/// All bookmarks of a visitor, as far as storage has been read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BookmarkSet {
    /// In order of their keys.
    entries: Vec<(BookmarkKey, Slot)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Slot {
    entry: Entry,
    locked: bool,
}

/// An item that a newer version of the app wrote; only that version may change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locked;

impl BookmarkSet {
    /// Merges what storage holds of an item, and returns whether that changed
    /// anything. The later change wins; of two changes with the same clock, the
    /// one that sets the item.
    pub fn absorb(&mut self, key: BookmarkKey, stored: Stored) -> bool {
        let (entry, locked) = match stored {
            Stored::Entry(entry) => (entry, false),
            Stored::Newer(entry) => (entry, true),
            Stored::Corrupt => (Entry { on: true, ..Entry::default() }, false),
        };
        let found = Slot { entry, locked };
        let is_news = match self.get(key.kind, &key.id) {
            Some(known) => *known != found && (locked || found.entry >= known.entry),
            None => true,
        };
        if is_news {
            self.put(key, found);
        }
        is_news
    }

    /// Sets an item with its text, or removes it with `None`, at that time in
    /// milliseconds since 1970.
    ///
    /// # Errors
    /// A newer version of the app wrote the item; nothing changed.
    pub fn set(&mut self, key: &BookmarkKey, text: Option<&str>, now: u64) -> Result<(), Locked> {
        let known = self.get(key.kind, &key.id);
        if known.is_some_and(|slot| slot.locked) {
            return Err(Locked);
        }
        // A clock that was set back must not make this change older than the last.
        let last = known.map_or(0, |slot| slot.entry.clock + 1);
        let entry = Entry {
            clock: now.max(last).min(LAST_CLOCK),
            on: text.is_some(),
            text: text.filter(|_| key.kind.has_text()).unwrap_or_default().to_owned(),
        };
        self.put(key.clone(), Slot { entry, locked: false });
        Ok(())
    }

    /// Drops an item without a trace, as when the visitor deleted the data in another tab.
    pub fn remove(&mut self, key: &BookmarkKey) {
        self.entries.retain(|(other, _)| other != key);
    }

    /// Whether nothing was ever set.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The text of an item that is set; `None` where it is not.
    pub fn text(&self, kind: BookmarkKind, id: &str) -> Option<&str> {
        self.get(kind, id).filter(|slot| slot.entry.on).map(|slot| slot.entry.text.as_str())
    }

    /// Ids of the items of a kind that are set, in order of the alphabet.
    pub fn on(&self, wanted: BookmarkKind) -> impl Iterator<Item = &str> {
        let is_on = move |(key, slot): &&(BookmarkKey, Slot)| key.kind == wanted && slot.entry.on;
        self.entries.iter().filter(is_on).map(|(key, _)| key.id.as_str())
    }

    /// Every item that this version may write.
    pub fn writable(&self) -> impl Iterator<Item = (&BookmarkKey, &Entry)> {
        self.entries.iter().filter(|(_, slot)| !slot.locked).map(|(key, slot)| (key, &slot.entry))
    }

    /// An item, if this version may write it.
    pub fn entry(&self, key: &BookmarkKey) -> Option<&Entry> {
        self.get(key.kind, &key.id).filter(|slot| !slot.locked).map(|slot| &slot.entry)
    }

    fn get(&self, kind: BookmarkKind, id: &str) -> Option<&Slot> {
        let index = self.find(kind, id).ok()?;
        self.entries.get(index).map(|(_, slot)| slot)
    }

    fn put(&mut self, key: BookmarkKey, slot: Slot) {
        match self.find(key.kind, &key.id) {
            Ok(index) => {
                if let Some((_, known)) = self.entries.get_mut(index) {
                    *known = slot;
                }
            }
            Err(index) => self.entries.insert(index, (key, slot)),
        }
    }

    fn find(&self, kind: BookmarkKind, id: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(other, _)| (other.kind, other.id.as_str()).cmp(&(kind, id)))
    }
}
