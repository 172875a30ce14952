//! All bookmarks and settings of a visitor as a file, for safety or for another browser.
//!
//! Its items are the texts of storage, so there is one format and one reader.

use super::bookmarks::{BookmarkKey, BookmarkKind, BookmarkSet, Entry, Stored};
use serde_json::Value;

use super::id::Id;

/// The kind of file.
const KIND: &str = "meridian-backup";

/// How every such file begins.
const OPENING: &str = "{\n  \"kind\": \"meridian-backup\"";

/// Version of the file.
const VERSION: u64 = 1;

/// The content of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The bookmarks.
    pub items: Vec<(BookmarkKey, Entry)>,
    /// Settings by their storage keys.
    pub settings: Vec<(String, String)>,
}

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is something else.
    Foreign,
    /// A part of it is missing or was changed.
    Damaged,
    /// A newer version of the app wrote it.
    Newer,
    /// It is about the event of this id.
    OtherEvent(String),
}

impl Backup {
    /// The text of the file, JSON with an item or setting in each line.
    pub fn write(event: &Id, bookmarks: &BookmarkSet, settings: &[(String, String)]) -> String {
        let items = bookmarks.writable().map(|(key, entry)| (key.text(), entry.encode()));
        let lines = |pairs: Vec<(String, String)>| {
            let lines = pairs.iter().map(|(name, text)| format!("\n    {}: {}", quote(name), quote(text)));
            lines.collect::<Vec<_>>().join(",")
        };
        format!(
            "{OPENING},\n  \"version\": {VERSION},\n  \"event\": {},\n  \"items\": {{{}\n  }},\n  \
             \"settings\": {{{}\n  }}\n}}\n",
            quote(event),
            lines(items.collect()),
            lines(settings.to_vec()),
        )
    }

    /// Reads a file.
    ///
    /// # Errors
    /// It is not a backup of this event that this version can read as a whole.
    pub fn read(text: &str, event: &Id) -> Result<Self, Refusal> {
        // Something that begins like a backup was one.
        let broken = if text.starts_with(OPENING) { Refusal::Damaged } else { Refusal::Foreign };
        let Ok(file) = serde_json::from_str::<Value>(text) else { return Err(broken) };
        if file.get("kind").and_then(Value::as_str) != Some(KIND) {
            return Err(broken);
        }
        match file.get("version").and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(_) => return Err(Refusal::Newer),
            None => return Err(Refusal::Damaged),
        }
        match file.get("event").and_then(Value::as_str) {
            Some(id) if *id == **event => {}
            Some(id) => return Err(Refusal::OtherEvent(id.to_owned())),
            None => return Err(Refusal::Damaged),
        }
        let items = pairs(file.get("items"))?.into_iter().map(|(name, text)| {
            let key = BookmarkKey::parse(&name).ok_or(Refusal::Damaged)?;
            match key.decode(&text) {
                Stored::Entry(entry) => Ok((key, entry)),
                Stored::Newer(_) => Err(Refusal::Newer),
                Stored::Corrupt => Err(Refusal::Damaged),
            }
        });
        let settings = pairs(file.get("settings"))?;
        if settings.iter().any(|(name, _)| !name.starts_with("set/")) {
            return Err(Refusal::Damaged);
        }
        Ok(Self { items: items.collect::<Result<_, _>>()?, settings })
    }

    /// The changes that restore it: items with their new text, or `None` to remove
    /// one. A star in the file comes back even if it was removed since: that is
    /// what a backup is for. Of everything else, the later change wins.
    pub fn news(&self, bookmarks: &BookmarkSet) -> Vec<(BookmarkKey, Option<String>)> {
        let is_news = |key: &BookmarkKey, entry: &Entry| match bookmarks.entry(key) {
            None => entry.on,
            Some(known) if key.kind == BookmarkKind::Star => entry.on && !known.on,
            Some(known) => entry > known && (entry.on, &entry.text) != (known.on, &known.text),
        };
        let news = self.items.iter().filter(|(key, entry)| is_news(key, entry));
        news.map(|(key, entry)| (key.clone(), entry.on.then(|| entry.text.clone()))).collect()
    }
}

/// A text as a JSON string.
fn quote(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// The members of an object whose values are texts.
fn pairs(value: Option<&Value>) -> Result<Vec<(String, String)>, Refusal> {
    let Some(Value::Object(members)) = value else { return Err(Refusal::Damaged) };
    let pairs = members.iter().map(|(name, text)| Some((name.clone(), text.as_str()?.to_owned())));
    pairs.collect::<Option<_>>().ok_or(Refusal::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event() -> Id {
        Id::new("gnm2021").expect("an id")
    }

    fn any_bookmarks() -> impl Strategy<Value = BookmarkSet> {
        let item = (prop::sample::select(&BookmarkKind::ALL[..]), "[ab]", prop::option::of("(?s).{0,5}"), 0..9_u64);
        prop::collection::vec(item, 0..8).prop_map(|items| {
            let mut bookmarks = BookmarkSet::default();
            for (kind, id, text, now) in items {
                bookmarks.set(&BookmarkKey::new(kind, &id), text.as_deref(), now).expect("not locked");
            }
            bookmarks
        })
    }

    /// The bookmarks after the file was restored.
    fn restored(bookmarks: &BookmarkSet, backup: &Backup) -> BookmarkSet {
        let mut after = bookmarks.clone();
        for (key, text) in backup.news(bookmarks) {
            after.set(&key, text.as_deref(), 100).expect("not locked");
        }
        after
    }

    fn is_same(a: &BookmarkSet, b: &BookmarkSet) -> bool {
        BookmarkKind::ALL
            .iter()
            .all(|&kind| a.on(kind).map(|id| (id, a.text(kind, id))).eq(b.on(kind).map(|id| (id, b.text(kind, id)))))
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_and_restores_all(bookmarks in any_bookmarks(), setting in "(?s).{0,5}") {
            let settings = vec![("set/clock".to_owned(), setting)];
            let backup = Backup::read(&Backup::write(&event(), &bookmarks, &settings), &event()).expect("a backup");
            prop_assert_eq!(&backup.settings, &settings);
            prop_assert!(backup.news(&bookmarks).is_empty(), "nothing is news where it was written");
            prop_assert!(is_same(&restored(&BookmarkSet::default(), &backup), &bookmarks));
        }

        #[test]
        fn no_star_is_lost_by_restoring_and_doing_it_twice_changes_nothing(mine in any_bookmarks(), other in any_bookmarks()) {
            let backup = Backup::read(&Backup::write(&event(), &other, &[]), &event()).expect("a backup");
            let after = restored(&mine, &backup);
            for id in mine.on(BookmarkKind::Star).chain(other.on(BookmarkKind::Star)) {
                prop_assert!(after.text(BookmarkKind::Star, id).is_some());
            }
            prop_assert!(backup.news(&after).is_empty());
        }

        #[test]
        fn a_file_that_was_cut_off_is_refused(bookmarks in any_bookmarks(), part in 0.0..1.0_f64) {
            let whole = Backup::write(&event(), &bookmarks, &[]);
            let end = (0..whole.trim_end().len()).filter(|&at| whole.is_char_boundary(at));
            let ends: Vec<usize> = end.collect();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "an index")]
            let end = ends[(part * ends.len() as f64) as usize];
            prop_assert!(Backup::read(&whole[..end], &event()).is_err());
        }

        #[test]
        fn no_text_makes_it_panic(text in "(?s).*") {
            let _ = Backup::read(&text, &event());
        }
    }

    #[test]
    fn what_is_not_a_backup_of_this_event_and_version_is_refused() {
        let good = Backup::write(&event(), &BookmarkSet::default(), &[]);
        let item = |item: &str| good.replacen("\"items\": {", &format!("\"items\": {{ {item}"), 1);
        let table = [
            ("", Refusal::Foreign),
            ("{}", Refusal::Foreign),
            ("[1]", Refusal::Foreign),
            (&good.replacen("\"version\": 1", "\"version\": 2", 1), Refusal::Newer),
            (&good.replacen("\"version\": 1", "\"version\": true", 1), Refusal::Damaged),
            (&good.replacen("gnm2021", "gnm2023", 1), Refusal::OtherEvent("gnm2023".into())),
            (&item("\"star/a\": \"2 5 on\""), Refusal::Newer),
            (&item("\"star/a\": \"on\""), Refusal::Damaged),
            (&item("\"star/a\": 5"), Refusal::Damaged),
            (&item("\"kind/a\": \"1 5 on\""), Refusal::Damaged),
            (&good.replacen("\"settings\": {", "\"settings\": {\"star/a\": \"\"", 1), Refusal::Damaged),
        ];
        for (text, refusal) in table {
            assert_eq!(Backup::read(text, &event()), Err(refusal), "{text}");
        }
        assert!(Backup::read(&item("\"star/a\": \"1 5 on\""), &event()).is_ok());
    }
}
