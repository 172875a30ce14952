//! Merging, keys and texts of bookmarks.

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
    fn a_change_always_wins_over_what_was_stored((key, entry) in any_item(), clock in 0..LAST_CLOCK, now in any::<u64>(), text in prop::option::of(".{0,3}")) {
        let mut bookmarks = BookmarkSet::default();
        bookmarks.absorb(key.clone(), Stored::Entry(Entry { clock, ..entry }));
        let before = bookmarks.clone();
        bookmarks.set(&key, text.as_deref(), now).expect("not locked");
        prop_assert_eq!(bookmarks.text(key.kind, &key.id).is_some(), text.is_some());
        prop_assert_eq!(merged(&before, &bookmarks), bookmarks);
    }
}

#[test]
fn keys_read_back_and_others_are_ignored() {
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
fn an_item_that_cannot_be_read_counts_as_set() {
    for text in ["", "true", "{\"on\":true}", "1", "1 5", "1 5 maybe", "1 -5 on", "1 5 on more", "0 5 on", "1 5 off "] {
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
fn a_text_follows_the_mark_for_kinds_that_have_one() {
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
