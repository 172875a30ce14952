//! One item: its kind, its key, and its text in storage.

/// Version of the text of an item.
const VERSION: u32 = 1;

/// The last clock that the app can have written, in milliseconds since 1970: the
/// end of the year 4999. A later one was edited in, and would win for ever.
pub(super) const LAST_CLOCK: u64 = 95_617_583_999_999;

/// What a bookmark says. The words in storage are those of the first versions.
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
    /// The session as the visitor last saw it, written by [`Snapshot`](crate::snapshot::Snapshot), by session id.
    Snapshot,
    /// Watched talks, by talk id, and recordings, by [`Recorded::id`](crate::recorded::Recorded::id).
    Watched,
}

/// One bookmark. The order is that of changes: the greater is the later.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Logical clock of the change: milliseconds since 1970, or one more than the clock before.
    pub clock: u64,
    /// Whether it is set, or was removed.
    pub on: bool,
    /// Its text; always empty for kinds that only mark.
    pub text: String,
}

/// What the text of an item turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// An item that this version can read and write.
    Entry(Entry),
    /// An item of a newer version, read as far as it can be, and not to be written.
    Newer(Entry),
    /// Something else. That the key exists says that the item was once set.
    Corrupt,
}

/// The key of one item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookmarkKey {
    /// The kind.
    pub kind: BookmarkKind,
    /// The id; it may name something that the programme no longer has.
    pub id: String,
}

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

    /// Whether its items have a text.
    pub(super) fn has_text(self) -> bool {
        match self {
            Self::Note | Self::Reminder | Self::Snapshot => true,
            Self::Star | Self::Maybe | Self::Watched => false,
        }
    }
}

impl BookmarkKey {
    /// The key of an item.
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
    /// Its text in storage: version, clock, `on` or `off`, and its own text.
    pub fn encode(&self) -> String {
        let joint = if self.text.is_empty() { "" } else { " " };
        format!("{VERSION} {} {}{joint}{}", self.clock, if self.on { "on" } else { "off" }, self.text)
    }
}
