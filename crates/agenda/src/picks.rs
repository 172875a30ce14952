//! What a visitor keeps: starred sessions, what they noted about them, and
//! watched talks.
//!
//! Each item is kept under a key of its own, so that two tabs that write at
//! once never undo one another; the later change of an item wins by a logical
//! clock. Nothing is ever deleted: taking a star away is written down as well.
//! What is noted about a session has keys of its own too, so that a star of the
//! first version of the app is read and written by every later one, and the
//! other way round.

/// Version of the text of an item.
const VERSION: u32 = 1;

/// The last clock that we can have written, in milliseconds since 1970: the end
/// of the year 4999. A later one was put there by hand, and would win for ever.
const LAST_CLOCK: u64 = 95_617_583_999_999;

/// What is kept of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Starred sessions, by session id.
    Star,
    /// Sessions that the visitor may or may not go to, by session id.
    Maybe,
    /// The visitor's note about a session, by session id.
    Note,
    /// How long before a session to be reminded, in minutes, by session id.
    Lead,
    /// What was known of a session, as [`Known`](super::known::Known) writes it, by session id.
    Known,
    /// Watched talks, by talk id, and recordings, by [`Recorded::id`](super::recorded::Recorded::id).
    Watched,
}

/// What is kept about one item. The order is that of changes: the greater is the later.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Logical clock of the change: milliseconds since 1970, or one more than the clock before.
    pub clock: u64,
    /// Whether it is on the shelf, or was taken off.
    pub on: bool,
    /// What is said about it; always empty on shelves that only mark.
    pub text: String,
}

/// What the text of an item turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
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

#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    entry: Entry,
    locked: bool,
}

/// An item that a newer version of the app keeps; it can be changed only there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locked;

impl Shelf {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Star, Self::Maybe, Self::Note, Self::Lead, Self::Known, Self::Watched];

    /// Its part of a storage key.
    pub fn word(self) -> &'static str {
        match self {
            Self::Star => "star",
            Self::Maybe => "maybe",
            Self::Note => "note",
            Self::Lead => "lead",
            Self::Known => "known",
            Self::Watched => "watched",
        }
    }

    /// Whether something is said about what is on it.
    fn has_text(self) -> bool {
        match self {
            Self::Note | Self::Lead | Self::Known => true,
            Self::Star | Self::Maybe | Self::Watched => false,
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
        let shelf = Shelf::ALL.into_iter().find(|shelf| shelf.word() == word)?;
        (!id.is_empty()).then(|| Self::new(shelf, id))
    }

    /// The part of its storage key that follows the event's prefix.
    pub fn text(&self) -> String {
        format!("{}/{}", self.shelf.word(), self.id)
    }

    /// Reads the text of this item. Newer versions begin with the same three
    /// words, whatever they add.
    pub fn decode(&self, text: &str) -> Stored {
        let mut words = text.splitn(4, ' ');
        let version = words.next().and_then(|word| word.parse::<u32>().ok());
        let clock = words.next().and_then(|word| word.parse().ok());
        let clock = clock.map(|clock| if clock > LAST_CLOCK { 0 } else { clock });
        let on = words.next().and_then(|word| match word {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        });
        let rest = words.next();
        match (version, clock, on) {
            (Some(VERSION), Some(clock), Some(on)) if rest.is_none() || (on && self.shelf.has_text()) => {
                Stored::Entry(Entry { clock, on, text: rest.unwrap_or_default().to_owned() })
            }
            (Some(newer), clock, on) if newer > VERSION => {
                Stored::Newer(Entry { clock: clock.unwrap_or(0), on: on.unwrap_or(true), text: String::new() })
            }
            _ => Stored::Corrupt,
        }
    }
}

impl Entry {
    /// The text under which it is kept: version, clock, `on` or `off`, and what is said about it.
    pub fn encode(&self) -> String {
        let joint = if self.text.is_empty() { "" } else { " " };
        format!("{VERSION} {} {}{joint}{}", self.clock, if self.on { "on" } else { "off" }, self.text)
    }
}

impl Picks {
    /// Takes in what storage holds of an item, and says whether that changed
    /// what is known. The later change wins; of two changes with the same
    /// clock, the one that keeps the item.
    pub fn absorb(&mut self, key: Key, stored: Stored) -> bool {
        let (entry, locked) = match stored {
            Stored::Entry(entry) => (entry, false),
            Stored::Newer(entry) => (entry, true),
            Stored::Corrupt => (Entry { on: true, ..Entry::default() }, false),
        };
        let found = Kept { entry, locked };
        let is_news = match self.get(key.shelf, &key.id) {
            Some(known) => *known != found && (locked || found.entry >= known.entry),
            None => true,
        };
        if is_news {
            self.put(key, found);
        }
        is_news
    }

    /// Puts an item on its shelf, with what is said about it, or takes it off,
    /// at that time in milliseconds since 1970.
    ///
    /// # Errors
    /// The item is kept by a newer version of the app; nothing changed.
    pub fn set(&mut self, key: &Key, text: Option<&str>, now: u64) -> Result<(), Locked> {
        let known = self.get(key.shelf, &key.id);
        if known.is_some_and(|kept| kept.locked) {
            return Err(Locked);
        }
        // A clock that was set back must not make this change older than the last.
        let last = known.map_or(0, |kept| kept.entry.clock + 1);
        let entry = Entry {
            clock: now.max(last).min(LAST_CLOCK),
            on: text.is_some(),
            text: text.filter(|_| key.shelf.has_text()).unwrap_or_default().to_owned(),
        };
        self.put(key.clone(), Kept { entry, locked: false });
        Ok(())
    }

    /// Forgets an item, as when the visitor deleted it elsewhere and agrees.
    pub fn forget(&mut self, key: &Key) {
        self.entries.retain(|(other, _)| other != key);
    }

    /// Whether nothing was ever kept.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What is said about an item that is on its shelf; `None` where it is not.
    pub fn text(&self, kind: Shelf, id: &str) -> Option<&str> {
        self.get(kind, id).filter(|kept| kept.entry.on).map(|kept| kept.entry.text.as_str())
    }

    /// Ids of what is on a shelf, in order of the alphabet.
    pub fn on(&self, wanted: Shelf) -> impl Iterator<Item = &str> {
        let on_shelf = move |(key, kept): &&(Key, Kept)| key.shelf == wanted && kept.entry.on;
        self.entries.iter().filter(on_shelf).map(|(key, _)| key.id.as_str())
    }

    /// Every item that this version may write, with what is known of it.
    pub fn writable(&self) -> impl Iterator<Item = (&Key, &Entry)> {
        self.entries.iter().filter(|(_, kept)| !kept.locked).map(|(key, kept)| (key, &kept.entry))
    }

    /// What is known of an item, if this version may write it.
    pub fn entry(&self, key: &Key) -> Option<&Entry> {
        self.get(key.shelf, &key.id).filter(|kept| !kept.locked).map(|kept| &kept.entry)
    }

    fn get(&self, kind: Shelf, id: &str) -> Option<&Kept> {
        let index = self.find(kind, id).ok()?;
        self.entries.get(index).map(|(_, kept)| kept)
    }

    fn put(&mut self, key: Key, kept: Kept) {
        match self.find(key.shelf, &key.id) {
            Ok(index) => {
                if let Some((_, known)) = self.entries.get_mut(index) {
                    *known = kept;
                }
            }
            Err(index) => self.entries.insert(index, (key, kept)),
        }
    }

    fn find(&self, kind: Shelf, id: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(other, _)| (other.shelf, other.id.as_str()).cmp(&(kind, id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn star(id: &str) -> Key {
        Key::new(Shelf::Star, id)
    }

    fn marked(clock: u64, on: bool) -> Entry {
        Entry { clock, on, text: String::new() }
    }

    fn any_key() -> impl Strategy<Value = Key> {
        (prop::sample::select(&Shelf::ALL[..]), "[ab]").prop_map(|(shelf, id)| Key::new(shelf, &id))
    }

    fn any_entry(shelf: Shelf) -> impl Strategy<Value = Entry> {
        (0..4_u64, any::<bool>(), ".{0,3}").prop_map(move |(clock, on, text)| {
            let text = if on && shelf.has_text() { text } else { String::new() };
            Entry { clock, on, text }
        })
    }

    fn any_item() -> impl Strategy<Value = (Key, Entry)> {
        any_key().prop_flat_map(|key| any_entry(key.shelf).prop_map(move |entry| (key.clone(), entry)))
    }

    fn any_picks() -> impl Strategy<Value = Picks> {
        prop::collection::vec(any_item(), 0..6).prop_map(|items| {
            let mut picks = Picks::default();
            for (key, entry) in items {
                picks.absorb(key, Stored::Entry(entry));
            }
            picks
        })
    }

    fn merged(a: &Picks, b: &Picks) -> Picks {
        let mut both = a.clone();
        for (key, entry) in b.writable() {
            both.absorb(key.clone(), Stored::Entry(entry.clone()));
        }
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
        fn only_what_changes_something_is_news(a in any_picks(), (key, entry) in any_item()) {
            let mut after = a.clone();
            prop_assert_eq!(after.absorb(key, Stored::Entry(entry)), after != a);
        }

        #[test]
        fn what_is_written_reads_back((key, entry) in any_item(), clock in 0..=LAST_CLOCK) {
            let entry = Entry { clock, ..entry };
            prop_assert_eq!(key.decode(&entry.encode()), Stored::Entry(entry));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".*", key in any_key()) {
            let _ = (key.decode(&text), Key::parse(&text));
        }

        #[test]
        fn a_change_always_wins_over_what_was_known((key, entry) in any_item(), clock in 0..LAST_CLOCK, now in any::<u64>(), text in prop::option::of(".{0,3}")) {
            let mut picks = Picks::default();
            picks.absorb(key.clone(), Stored::Entry(Entry { clock, ..entry }));
            let before = picks.clone();
            picks.set(&key, text.as_deref(), now).expect("not locked");
            prop_assert_eq!(picks.text(key.shelf, &key.id).is_some(), text.is_some());
            prop_assert_eq!(merged(&before, &picks), picks);
        }
    }

    #[test]
    fn keys_read_back_and_others_are_passed_over() {
        for key in [star("thu-obis"), Key::new(Shelf::Watched, "thu-qa.1"), Key::new(Shelf::Known, "a/b")] {
            assert_eq!(Key::parse(&key.text()), Some(key));
        }
        for other in ["", "star", "star/", "set/zone", "aside/star/a"] {
            assert_eq!(Key::parse(other), None, "{other}");
        }
    }

    #[test]
    fn an_item_that_cannot_be_read_counts_as_kept() {
        for text in
            ["", "true", "{\"on\":true}", "1", "1 5", "1 5 maybe", "1 -5 on", "1 5 on more", "0 5 on", "1 5 off "]
        {
            assert_eq!(star("a").decode(text), Stored::Corrupt, "{text}");
        }
        let mut picks = Picks::default();
        picks.absorb(star("a"), Stored::Corrupt);
        assert_eq!(picks.text(Shelf::Star, "a"), Some(""));
    }

    #[test]
    fn a_clock_that_was_put_there_by_hand_does_not_win_for_ever() {
        let far = format!("1 {} on", u64::MAX);
        assert_eq!(star("a").decode(&far), Stored::Entry(marked(0, true)));
        let mut picks = Picks::default();
        picks.absorb(star("a"), star("a").decode(&far));
        assert_eq!(picks.set(&star("a"), None, 7), Ok(()));
        assert_eq!(picks.entry(&star("a")), Some(&marked(7, false)));
    }

    #[test]
    fn what_is_said_stands_after_the_mark_and_only_where_something_is_said() {
        let note = Key::new(Shelf::Note, "a");
        let mut picks = Picks::default();
        assert_eq!(picks.set(&note, Some("ask about  maps\nand tea"), 5), Ok(()));
        assert_eq!(picks.set(&star("a"), Some("nothing"), 5), Ok(()));
        let texts: Vec<String> = picks.writable().map(|(_, entry)| entry.encode()).collect();
        assert_eq!(texts, ["1 5 on", "1 5 on ask about  maps\nand tea"]);
        assert_eq!(picks.text(Shelf::Note, "a"), Some("ask about  maps\nand tea"));
    }

    #[test]
    fn an_item_of_a_newer_version_is_read_and_never_changed() {
        let mut picks = Picks::default();
        picks.absorb(star("a"), star("a").decode("2 99 on maybe note"));
        picks.absorb(star("b"), star("b").decode("7 {}"));
        assert_eq!(picks.on(Shelf::Star).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(picks.set(&star("a"), None, 100), Err(Locked));
        assert_eq!(picks.writable().count(), 0);
    }
}
