//! A fuzz target for everything that reads what comes from outside: storage,
//! links, backups. Whatever the text, nothing panics, and what was
//! understood is written and read as the same.
//!
//! `cargo nextest` runs it for a second; `make fuzz SECONDS=600` for longer.
//! The same seed gives the same texts.
#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::time::{Duration, Instant};

use agenda::Agenda;
use agenda::backup::Backup;
use agenda::bookmarks::{BookmarkKey, BookmarkKind, BookmarkSet, Stored};
use agenda::share::{decode, encode};
use agenda::snapshot::Snapshot;
use chrono::FixedOffset;

const AGENDA: &str = include_str!("../../../public/agenda.json");

/// Numbers that look like chance (xorshift64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn one<'a>(&mut self, seeds: &'a [String]) -> &'a [u8] {
        seeds.get(self.below(seeds.len())).map_or(&[], String::as_bytes)
    }

    /// A text that differs from a seed in a few places.
    fn mutated(&mut self, seeds: &[String]) -> String {
        let mut bytes = self.one(seeds).to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(bytes.len() + 1);
            match self.below(5) {
                0 => bytes.insert(at, u8::try_from(self.below(256)).unwrap_or(0)),
                1 => bytes.truncate(at),
                2 if at < bytes.len() => drop(bytes.remove(at)),
                3 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << self.below(8)),
                _ => {
                    let other = self.one(seeds);
                    let part = other.iter().skip(self.below(other.len())).take(self.below(24));
                    bytes.splice(at..at, part.copied());
                }
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// Reads the text in every way in which the app may come to read it.
fn target(agenda: &Agenda, text: &str) {
    for kind in BookmarkKind::ALL {
        let key = BookmarkKey::new(kind, "thu-obis");
        if let Stored::Entry(entry) = key.decode(text) {
            assert_eq!(key.decode(&entry.encode()), Stored::Entry(entry), "{text:?}");
        }
    }
    if let Some(key) = BookmarkKey::parse(text) {
        assert_eq!(BookmarkKey::parse(&key.text()), Some(key), "{text:?}");
    }
    if let Some(known) = Snapshot::decode(text) {
        assert_eq!(Snapshot::decode(&known.encode()), Some(known), "{text:?}");
    }
    if let Ok(backup) = Backup::read(text, &agenda.event().id) {
        let mut bookmarks = BookmarkSet::default();
        for (key, said) in backup.news(&bookmarks) {
            bookmarks.set(&key, said.as_deref(), 1).expect("nothing is locked");
        }
        let again = Backup::write(&agenda.event().id, &bookmarks, &backup.settings);
        assert!(Backup::read(&again, &agenda.event().id).is_ok(), "{text:?}");
    }
    if let Ok(shared) = decode(agenda, text) {
        let code = encode(agenda, &shared.sessions);
        let read = decode(agenda, &code).map(|again| again.sessions);
        assert_eq!(read.ok(), Some(shared.sessions), "{text:?}");
    }
}

#[test]
fn whatever_comes_from_outside_is_read_without_harm() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(1);
    let offset_at = |_: &str, _| FixedOffset::east_opt(7_200);
    let agenda = Agenda::read(AGENDA, &offset_at).expect("the agenda of the repository is sound");
    let ids: Vec<String> = agenda.sessions().iter().map(|session| session.id.to_string()).collect();
    let mut bookmarks = BookmarkSet::default();
    bookmarks.set(&BookmarkKey::new(BookmarkKind::Note, "thu-obis"), Some("“tides”\n"), 5).expect("nothing is locked");
    bookmarks.set(&BookmarkKey::new(BookmarkKind::Star, "thu-obis"), Some(""), 6).expect("nothing is locked");
    let known = agenda.sessions().first().map(|session| Snapshot::of(&agenda, session).encode());
    let mut seeds = vec![
        "1 5 on".to_owned(),
        "1 1625000000000 off".to_owned(),
        "2 99 on more".to_owned(),
        "star/thu-obis".to_owned(),
        Backup::write(&agenda.event().id, &bookmarks, &[("set/clock".to_owned(), "both".to_owned())]),
        encode(&agenda, &ids),
        encode(&agenda, &ids[..3]),
    ];
    seeds.extend(known);
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut texts = 0_u64;
    while Instant::now() < end {
        target(&agenda, &chance.mutated(&seeds));
        texts += 1;
    }
    assert!(texts > 100, "only {texts} texts were tried");
}
