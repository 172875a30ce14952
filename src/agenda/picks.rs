//! What a visitor keeps: starred sessions and watched talks.
//!
//! Each item is kept under a key of its own, so that two tabs that write at
//! once never undo one another; the later change of an item wins by a logical
//! clock. Nothing is ever deleted: taking a star away is written down as well.

/// Version of the text of an item.
const VERSION: u32 = 1;

/// What is kept of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Starred sessions, by session id.
    Star,
    /// Watched talks, by talk id, and recordings, by [`Recorded::id`](super::recorded::Recorded::id).
    Watched,
}

/// What is kept about one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Logical clock of the change: milliseconds since 1970, or one more than the clock before.
    pub clock: u64,
    /// Whether it is on the shelf, or was taken off.
    pub on: bool,
}

/// What the text of an item turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// An item that this version can read and write.
    Entry(Entry),
    /// An item of a newer version, read as far as it can be, and not to be written.
    Newer(Entry),
    /// Something else. That the key is there says that the item was once kept.
    Corrupt,
}

/// One item by its shelf and id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The shelf.
    pub shelf: Shelf,
    /// The id; it may name something that the programme no longer has.
    pub id: String,
}

/// Everything a visitor keeps, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picks {
    /// In order of their keys.
    entries: Vec<(Key, Kept)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kept {
    entry: Entry,
    locked: bool,
}

/// An item that a newer version of the app keeps; it can be changed only there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locked;

impl Shelf {
    /// Its part of a storage key.
    pub fn word(self) -> &'static str {
        match self {
            Self::Star => "star",
            Self::Watched => "watched",
        }
    }
}

impl Key {
    /// The item of that id on that shelf.
    pub fn new(shelf: Shelf, id: &str) -> Self {
        Self { shelf, id: id.to_owned() }
    }

    /// Reads the part of a storage key that follows the event's prefix.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, id) = text.split_once('/')?;
        let shelf = [Shelf::Star, Shelf::Watched].into_iter().find(|shelf| shelf.word() == word)?;
        (!id.is_empty()).then(|| Self::new(shelf, id))
    }

    /// The part of its storage key that follows the event's prefix.
    pub fn text(&self) -> String {
        format!("{}/{}", self.shelf.word(), self.id)
    }
}

impl Entry {
    /// The text under which it is kept: version, clock, and `on` or `off`.
    pub fn encode(self) -> String {
        format!("{VERSION} {} {}", self.clock, if self.on { "on" } else { "off" })
    }
}

impl Stored {
    /// Reads the text of an item. Newer versions begin with the same three
    /// words, whatever they add.
    pub fn decode(text: &str) -> Self {
        let mut words = text.split(' ');
        let version = words.next().and_then(|word| word.parse::<u32>().ok());
        let clock = words.next().and_then(|word| word.parse().ok());
        let on = words.next().and_then(|word| match word {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        });
        match (version, clock, on, words.next()) {
            (Some(VERSION), Some(clock), Some(on), None) => Self::Entry(Entry { clock, on }),
            (Some(newer), clock, on, _) if newer > VERSION => {
                Self::Newer(Entry { clock: clock.unwrap_or(0), on: on.unwrap_or(true) })
            }
            _ => Self::Corrupt,
        }
    }
}

impl Picks {
    /// Takes in what storage holds of an item. The later change wins; of two
    /// changes with the same clock, the one that keeps the item.
    pub fn absorb(&mut self, key: Key, stored: Stored) {
        let (entry, locked) = match stored {
            Stored::Entry(entry) => (entry, false),
            Stored::Newer(entry) => (entry, true),
            Stored::Corrupt => (Entry { clock: 0, on: true }, false),
        };
        let is_later = |known: Kept| (entry.clock, entry.on) >= (known.entry.clock, known.entry.on);
        if locked || self.get(&key).is_none_or(is_later) {
            self.put(key, Kept { entry, locked });
        }
    }

    /// Puts an item on its shelf, or takes it off, at that time in milliseconds since 1970.
    ///
    /// # Errors
    /// The item is kept by a newer version of the app; nothing changed.
    pub fn toggle(&mut self, key: &Key, now: u64) -> Result<Entry, Locked> {
        let known = self.get(key);
        if known.is_some_and(|kept| kept.locked) {
            return Err(Locked);
        }
        // A clock that was set back must not make this change older than the last.
        let last = known.map_or(0, |kept| kept.entry.clock.saturating_add(1));
        let entry = Entry { clock: now.max(last), on: !self.has(key) };
        self.put(key.clone(), Kept { entry, locked: false });
        Ok(entry)
    }

    /// Forgets an item, as when the visitor deleted it elsewhere and agrees.
    pub fn forget(&mut self, key: &Key) {
        self.entries.retain(|(other, _)| other != key);
    }

    /// Whether nothing was ever kept.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether the item is on its shelf.
    pub fn has(&self, key: &Key) -> bool {
        self.get(key).is_some_and(|kept| kept.entry.on)
    }

    /// Ids of what is on a shelf, in order of the alphabet.
    pub fn on(&self, wanted: Shelf) -> impl Iterator<Item = &str> {
        let on_shelf = move |(key, kept): &&(Key, Kept)| key.shelf == wanted && kept.entry.on;
        self.entries.iter().filter(on_shelf).map(|(key, _)| key.id.as_str())
    }

    /// Every item that this version may write, with what is known of it.
    pub fn writable(&self) -> impl Iterator<Item = (&Key, Entry)> {
        self.entries.iter().filter(|(_, kept)| !kept.locked).map(|(key, kept)| (key, kept.entry))
    }

    fn get(&self, key: &Key) -> Option<Kept> {
        let index = self.find(key).ok()?;
        self.entries.get(index).map(|(_, kept)| *kept)
    }

    fn put(&mut self, key: Key, kept: Kept) {
        match self.find(&key) {
            Ok(index) => {
                if let Some((_, known)) = self.entries.get_mut(index) {
                    *known = kept;
                }
            }
            Err(index) => self.entries.insert(index, (key, kept)),
        }
    }

    fn find(&self, key: &Key) -> Result<usize, usize> {
        self.entries.binary_search_by(|(other, _)| other.cmp(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn star(id: &str) -> Key {
        Key::new(Shelf::Star, id)
    }

    fn any_picks() -> impl Strategy<Value = Picks> {
        let item = ("[ab]", any::<bool>(), 0..4_u64, any::<bool>());
        prop::collection::vec(item, 0..6).prop_map(|items| {
            let mut picks = Picks::default();
            for (id, watched, clock, on) in items {
                let shelf = if watched { Shelf::Watched } else { Shelf::Star };
                picks.absorb(Key::new(shelf, &id), Stored::Entry(Entry { clock, on }));
            }
            picks
        })
    }

    fn merged(a: &Picks, b: &Picks) -> Picks {
        let mut both = a.clone();
        b.writable().for_each(|(key, entry)| both.absorb(key.clone(), Stored::Entry(entry)));
        both
    }

    proptest! {
        #[test]
        fn merging_is_commutative_associative_and_idempotent(a in any_picks(), b in any_picks(), c in any_picks()) {
            prop_assert_eq!(merged(&a, &b), merged(&b, &a));
            prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
            prop_assert_eq!(merged(&a, &a), a);
        }

        #[test]
        fn what_is_written_reads_back(clock in any::<u64>(), on in any::<bool>()) {
            let entry = Entry { clock, on };
            prop_assert_eq!(Stored::decode(&entry.encode()), Stored::Entry(entry));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = (Stored::decode(&text), Key::parse(&text));
        }

        #[test]
        fn a_toggle_always_wins_over_what_was_known(clock in any::<u64>(), now in any::<u64>(), on in any::<bool>()) {
            prop_assume!(clock < u64::MAX);
            let mut picks = Picks::default();
            picks.absorb(star("a"), Stored::Entry(Entry { clock, on }));
            let before = picks.clone();
            let entry = picks.toggle(&star("a"), now).expect("not locked");
            prop_assert_eq!(entry.on, !on);
            prop_assert_eq!(merged(&before, &picks), picks);
        }
    }

    #[test]
    fn keys_read_back_and_others_are_passed_over() {
        for key in [star("thu-obis"), Key::new(Shelf::Watched, "thu-qa.1"), star("a/b")] {
            assert_eq!(Key::parse(&key.text()), Some(key));
        }
        for other in ["", "star", "star/", "set/zone", "aside/star/a"] {
            assert_eq!(Key::parse(other), None, "{other}");
        }
    }

    #[test]
    fn an_item_that_cannot_be_read_counts_as_kept() {
        for text in ["", "true", "{\"on\":true}", "1", "1 5", "1 5 maybe", "1 -5 on", "1 5 on more", "0 5 on"] {
            assert_eq!(Stored::decode(text), Stored::Corrupt, "{text}");
        }
        let mut picks = Picks::default();
        picks.absorb(star("a"), Stored::Corrupt);
        assert!(picks.has(&star("a")));
    }

    #[test]
    fn an_item_of_a_newer_version_is_read_and_never_changed() {
        let mut picks = Picks::default();
        picks.absorb(star("a"), Stored::decode("2 99 on maybe note"));
        picks.absorb(star("b"), Stored::decode("7 {}"));
        assert!(picks.has(&star("a")) && picks.has(&star("b")));
        assert_eq!(picks.toggle(&star("a"), 100), Err(Locked));
        assert_eq!(picks.writable().count(), 0);
    }
}
