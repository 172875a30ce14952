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
pub enum BookmarkKind {
    /// Starred sessions, by session id.
    Star,
    /// Sessions that the visitor may or may not go to, by session id.
    Maybe,
    /// The visitor's note about a session, by session id.
    Note,
    /// How long before a session to be reminded, in minutes, by session id.
    Reminder,
    /// What was known of a session, as [`Snapshot`](super::snapshot::Snapshot) writes it, by session id.
    Snapshot,
    /// Watched talks, by talk id, and recordings, by [`Recorded::id`](super::recorded::Recorded::id).
    Watched,
}

/// What is kept about one item. The order is that of changes: the greater is the later.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Logical clock of the change: milliseconds since 1970, or one more than the clock before.
    pub clock: u64,
    /// Whether it is on the kind, or was taken off.
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

/// One item by its kind and id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookmarkKey {
    /// The kind.
    pub kind: BookmarkKind,
    /// The id; it may name something that the programme no longer has.
    pub id: String,
}

/// Everything a visitor keeps, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BookmarkSet {
    /// In order of their keys.
    entries: Vec<(BookmarkKey, Kept)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    entry: Entry,
    locked: bool,
}

/// An item that a newer version of the app keeps; it can be changed only there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locked;

impl BookmarkKind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Star, Self::Maybe, Self::Note, Self::Reminder, Self::Snapshot, Self::Watched];

    /// Its part of a storage key.
    pub fn word(self) -> &'static str {
        match self {
            Self::Star => "star",
            Self::Maybe => "maybe",
            Self::Note => "note",
            Self::Reminder => "lead",
            Self::Snapshot => "known",
            Self::Watched => "watched",
        }
    }

    /// Whether something is said about what is on it.
    fn has_text(self) -> bool {
        match self {
            Self::Note | Self::Reminder | Self::Snapshot => true,
            Self::Star | Self::Maybe | Self::Watched => false,
        }
    }
}

impl BookmarkKey {
    /// The item of that id on that kind.
    pub fn new(kind: BookmarkKind, id: &str) -> Self {
        Self { kind, id: id.to_owned() }
    }

    /// Reads the part of a storage key that follows the event's prefix.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, id) = text.split_once('/')?;
        let kind = BookmarkKind::ALL.into_iter().find(|kind| kind.word() == word)?;
        (!id.is_empty()).then(|| Self::new(kind, id))
    }

    /// The part of its storage key that follows the event's prefix.
    pub fn text(&self) -> String {
        format!("{}/{}", self.kind.word(), self.id)
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
            (Some(VERSION), Some(clock), Some(on)) if rest.is_none() || (on && self.kind.has_text()) => {
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

impl BookmarkSet {
    /// Takes in what storage holds of an item, and says whether that changed
    /// what is known. The later change wins; of two changes with the same
    /// clock, the one that keeps the item.
    pub fn absorb(&mut self, key: BookmarkKey, stored: Stored) -> bool {
        let (entry, locked) = match stored {
            Stored::Entry(entry) => (entry, false),
            Stored::Newer(entry) => (entry, true),
            Stored::Corrupt => (Entry { on: true, ..Entry::default() }, false),
        };
        let found = Kept { entry, locked };
        let is_news = match self.get(key.kind, &key.id) {
            Some(known) => *known != found && (locked || found.entry >= known.entry),
            None => true,
        };
        if is_news {
            self.put(key, found);
        }
        is_news
    }

    /// Puts an item on its kind, with what is said about it, or takes it off,
    /// at that time in milliseconds since 1970.
    ///
    /// # Errors
    /// The item is kept by a newer version of the app; nothing changed.
    pub fn set(&mut self, key: &BookmarkKey, text: Option<&str>, now: u64) -> Result<(), Locked> {
        let known = self.get(key.kind, &key.id);
        if known.is_some_and(|kept| kept.locked) {
            return Err(Locked);
        }
        // A clock that was set back must not make this change older than the last.
        let last = known.map_or(0, |kept| kept.entry.clock + 1);
        let entry = Entry {
            clock: now.max(last).min(LAST_CLOCK),
            on: text.is_some(),
            text: text.filter(|_| key.kind.has_text()).unwrap_or_default().to_owned(),
        };
        self.put(key.clone(), Kept { entry, locked: false });
        Ok(())
    }

    /// Forgets an item, as when the visitor deleted it elsewhere and agrees.
    pub fn remove(&mut self, key: &BookmarkKey) {
        self.entries.retain(|(other, _)| other != key);
    }

    /// Whether nothing was ever kept.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What is said about an item that is on its kind; `None` where it is not.
    pub fn text(&self, kind: BookmarkKind, id: &str) -> Option<&str> {
        self.get(kind, id).filter(|kept| kept.entry.on).map(|kept| kept.entry.text.as_str())
    }

    /// Ids of what is on a kind, in order of the alphabet.
    pub fn on(&self, wanted: BookmarkKind) -> impl Iterator<Item = &str> {
        let on_shelf = move |(key, kept): &&(BookmarkKey, Kept)| key.kind == wanted && kept.entry.on;
        self.entries.iter().filter(on_shelf).map(|(key, _)| key.id.as_str())
    }

    /// Every item that this version may write, with what is known of it.
    pub fn writable(&self) -> impl Iterator<Item = (&BookmarkKey, &Entry)> {
        self.entries.iter().filter(|(_, kept)| !kept.locked).map(|(key, kept)| (key, &kept.entry))
    }

    /// What is known of an item, if this version may write it.
    pub fn entry(&self, key: &BookmarkKey) -> Option<&Entry> {
        self.get(key.kind, &key.id).filter(|kept| !kept.locked).map(|kept| &kept.entry)
    }

    fn get(&self, kind: BookmarkKind, id: &str) -> Option<&Kept> {
        let index = self.find(kind, id).ok()?;
        self.entries.get(index).map(|(_, kept)| kept)
    }

    fn put(&mut self, key: BookmarkKey, kept: Kept) {
        match self.find(key.kind, &key.id) {
            Ok(index) => {
                if let Some((_, known)) = self.entries.get_mut(index) {
                    *known = kept;
                }
            }
            Err(index) => self.entries.insert(index, (key, kept)),
        }
    }

    fn find(&self, kind: BookmarkKind, id: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(other, _)| (other.kind, other.id.as_str()).cmp(&(kind, id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn star(id: &str) -> BookmarkKey {
        BookmarkKey::new(BookmarkKind::Star, id)
    }

    fn marked(clock: u64, on: bool) -> Entry {
        Entry { clock, on, text: String::new() }
    }

    fn any_key() -> impl Strategy<Value = BookmarkKey> {
        (prop::sample::select(&BookmarkKind::ALL[..]), "[ab]").prop_map(|(kind, id)| BookmarkKey::new(kind, &id))
    }

    fn any_entry(kind: BookmarkKind) -> impl Strategy<Value = Entry> {
        (0..4_u64, any::<bool>(), ".{0,3}").prop_map(move |(clock, on, text)| {
            let text = if on && kind.has_text() { text } else { String::new() };
            Entry { clock, on, text }
        })
    }

    fn any_item() -> impl Strategy<Value = (BookmarkKey, Entry)> {
        any_key().prop_flat_map(|key| any_entry(key.kind).prop_map(move |entry| (key.clone(), entry)))
    }

    fn any_bookmarks() -> impl Strategy<Value = BookmarkSet> {
        prop::collection::vec(any_item(), 0..6).prop_map(|items| {
            let mut bookmarks = BookmarkSet::default();
            for (key, entry) in items {
                bookmarks.absorb(key, Stored::Entry(entry));
            }
            bookmarks
        })
    }

    fn merged(a: &BookmarkSet, b: &BookmarkSet) -> BookmarkSet {
        let mut both = a.clone();
        for (key, entry) in b.writable() {
            both.absorb(key.clone(), Stored::Entry(entry.clone()));
        }
        both
    }

    proptest! {
        #[test]
        fn merging_is_commutative_associative_and_idempotent(a in any_bookmarks(), b in any_bookmarks(), c in any_bookmarks()) {
            prop_assert_eq!(merged(&a, &b), merged(&b, &a));
            prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
            prop_assert_eq!(merged(&a, &a), a);
        }

        #[test]
        fn only_what_changes_something_is_news(a in any_bookmarks(), (key, entry) in any_item()) {
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
            let _ = (key.decode(&text), BookmarkKey::parse(&text));
        }

        #[test]
        fn a_change_always_wins_over_what_was_known((key, entry) in any_item(), clock in 0..LAST_CLOCK, now in any::<u64>(), text in prop::option::of(".{0,3}")) {
            let mut bookmarks = BookmarkSet::default();
            bookmarks.absorb(key.clone(), Stored::Entry(Entry { clock, ..entry }));
            let before = bookmarks.clone();
            bookmarks.set(&key, text.as_deref(), now).expect("not locked");
            prop_assert_eq!(bookmarks.text(key.kind, &key.id).is_some(), text.is_some());
            prop_assert_eq!(merged(&before, &bookmarks), bookmarks);
        }
    }

    #[test]
    fn keys_read_back_and_others_are_passed_over() {
        for key in [
            star("thu-obis"),
            BookmarkKey::new(BookmarkKind::Watched, "thu-qa.1"),
            BookmarkKey::new(BookmarkKind::Snapshot, "a/b"),
        ] {
            assert_eq!(BookmarkKey::parse(&key.text()), Some(key));
        }
        for other in ["", "star", "star/", "set/zone", "aside/star/a"] {
            assert_eq!(BookmarkKey::parse(other), None, "{other}");
        }
    }

    #[test]
    fn an_item_that_cannot_be_read_counts_as_kept() {
        for text in
            ["", "true", "{\"on\":true}", "1", "1 5", "1 5 maybe", "1 -5 on", "1 5 on more", "0 5 on", "1 5 off "]
        {
            assert_eq!(star("a").decode(text), Stored::Corrupt, "{text}");
        }
        let mut bookmarks = BookmarkSet::default();
        bookmarks.absorb(star("a"), Stored::Corrupt);
        assert_eq!(bookmarks.text(BookmarkKind::Star, "a"), Some(""));
    }

    #[test]
    fn a_clock_that_was_put_there_by_hand_does_not_win_for_ever() {
        let far = format!("1 {} on", u64::MAX);
        assert_eq!(star("a").decode(&far), Stored::Entry(marked(0, true)));
        let mut bookmarks = BookmarkSet::default();
        bookmarks.absorb(star("a"), star("a").decode(&far));
        assert_eq!(bookmarks.set(&star("a"), None, 7), Ok(()));
        assert_eq!(bookmarks.entry(&star("a")), Some(&marked(7, false)));
    }

    #[test]
    fn what_is_said_stands_after_the_mark_and_only_where_something_is_said() {
        let note = BookmarkKey::new(BookmarkKind::Note, "a");
        let mut bookmarks = BookmarkSet::default();
        assert_eq!(bookmarks.set(&note, Some("ask about  maps\nand tea"), 5), Ok(()));
        assert_eq!(bookmarks.set(&star("a"), Some("nothing"), 5), Ok(()));
        let texts: Vec<String> = bookmarks.writable().map(|(_, entry)| entry.encode()).collect();
        assert_eq!(texts, ["1 5 on", "1 5 on ask about  maps\nand tea"]);
        assert_eq!(bookmarks.text(BookmarkKind::Note, "a"), Some("ask about  maps\nand tea"));
    }

    #[test]
    fn an_item_of_a_newer_version_is_read_and_never_changed() {
        let mut bookmarks = BookmarkSet::default();
        bookmarks.absorb(star("a"), star("a").decode("2 99 on maybe note"));
        bookmarks.absorb(star("b"), star("b").decode("7 {}"));
        assert_eq!(bookmarks.on(BookmarkKind::Star).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(bookmarks.set(&star("a"), None, 100), Err(Locked));
        assert_eq!(bookmarks.writable().count(), 0);
    }
}
