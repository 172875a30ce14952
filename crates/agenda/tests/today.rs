//! What the last version before the Leptos app stored and wrote
//! (`tests/fixtures/today` of the repository) is read and written as it was.
#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use agenda::Agenda;
use agenda::backup::Backup;
use agenda::bookmarks::{BookmarkKey, BookmarkKind, BookmarkSet, Entry, Stored};
use agenda::calendar::{Calendar, Feed, write};
use agenda::share;
use agenda::snapshot::Snapshot;
use chrono::FixedOffset;
use serde_json::{Value, json};

/// Where the site was served that wrote the files.
const SITE: &str = "http://127.0.0.1:4190/";

/// Prefix of the keys of the event in storage.
const PREFIX: &str = "meridian/gnm2021/";

fn file(name: &str) -> String {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(top.join(name)).expect(name)
}

fn fixture(name: &str) -> String {
    file(&format!("tests/fixtures/today/{name}"))
}

/// The programme, with so many sessions.
fn programme(sessions: usize) -> Agenda {
    let mut agenda: Value = serde_json::from_str(&file("public/agenda.json")).expect("JSON");
    let list = agenda.pointer_mut("/sessions").and_then(Value::as_array_mut).expect("sessions");
    let first = list.first().cloned().expect("a session");
    for index in list.len()..sessions {
        let mut more = first.clone();
        let members = more.as_object_mut().expect("a session");
        members.insert("id".to_owned(), json!(format!("more-{index}")));
        members.extend(["talks", "recordings", "repeats", "links", "notes"].map(|name| (name.to_owned(), json!([]))));
        list.push(more);
    }
    Agenda::read(&agenda.to_string(), &|_, _| FixedOffset::east_opt(7_200)).expect("an agenda")
}

/// The items that were stored, and what was not of this event's bookmarks.
fn stored() -> (BookmarkSet, Vec<String>) {
    let texts: BTreeMap<String, String> = serde_json::from_str(&fixture("storage.json")).expect("texts");
    let (mut bookmarks, mut others) = (BookmarkSet::default(), Vec::new());
    for (name, text) in texts {
        let name = name.strip_prefix(PREFIX).expect("a key of the event");
        let Some(key) = BookmarkKey::parse(name) else {
            others.push(name.to_owned());
            continue;
        };
        assert_eq!(key.text(), name);
        let stored = key.decode(&text);
        match &stored {
            Stored::Entry(entry) => assert_eq!(entry.encode(), text, "{name}"),
            Stored::Newer(_) | Stored::Corrupt => assert_eq!(name, "star/wed-lac"),
        }
        bookmarks.absorb(key, stored);
    }
    (bookmarks, others)
}

#[test]
fn bookmarks_are_read_and_written_as_they_were() {
    let (bookmarks, others) = stored();
    assert_eq!(others, ["aside/note/wed-lac", "aside/star/wed-lac", "set/clock", "set/colours", "set/hours"]);
    let on = |kind| bookmarks.on(kind).collect::<Vec<_>>();
    let starred = ["fri-battle", "mon-theme-1", "thu-obis", "tue-theme-2", "tue-workshop", "wed-africa", "wed-asia"];
    assert_eq!(on(BookmarkKind::Star), [&starred[..], &["wed-lac"]].concat());
    assert_eq!(on(BookmarkKind::Maybe), ["wed-africa"]);
    assert_eq!(on(BookmarkKind::Watched), ["ala-alignment", "strategic-plan", "welcome"]);
    assert_eq!(on(BookmarkKind::Reminder), ["mon-theme-1", "thu-obis"]);
    let note = "Ask about “sampling events”\nof our coast,  and tides: 50 % — 潮 🌊";
    assert_eq!(bookmarks.text(BookmarkKind::Note, "thu-obis"), Some(note));
    assert_eq!(bookmarks.text(BookmarkKind::Note, "mon-theme-1"), Some(" spaces stay "));
    let snapshots = on(BookmarkKind::Snapshot);
    assert_eq!(snapshots.len(), 9);
    for id in snapshots {
        let text = bookmarks.text(BookmarkKind::Snapshot, id).expect(id);
        assert_eq!(Snapshot::decode(text).expect(id).encode(), text);
    }
}

#[test]
fn a_backup_restores_all_and_is_written_the_same() {
    let (bookmarks, _) = stored();
    let agenda = programme(0);
    let text = fixture("backup.json");
    let backup = Backup::read(&text, &agenda.event().id).expect("a backup");
    assert_eq!(backup.news(&bookmarks), []);
    let mut restored = BookmarkSet::default();
    for (key, text) in backup.news(&restored) {
        restored.set(&key, text.as_deref(), 1).expect("nothing is locked");
    }
    for kind in BookmarkKind::ALL {
        let of = |set: &BookmarkSet| {
            set.on(kind).map(|id| (id.to_owned(), set.text(kind, id).map(str::to_owned))).collect::<Vec<_>>()
        };
        assert_eq!(of(&restored), of(&bookmarks), "{kind:?}");
    }
    let written = Backup::write(&agenda.event().id, &bookmarks, &backup.settings);
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    assert_eq!(json(&written), json(&text));
}

#[test]
fn shared_links_lead_to_the_same_sessions_and_are_made_the_same() {
    let links: BTreeMap<String, Value> = serde_json::from_str(&fixture("links.json")).expect("links");
    let mut tried = 0;
    for (name, link) in links {
        let Some(sessions) = link["sessions"].as_array() else { continue };
        let mut sessions: Vec<String> = sessions.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        let code = link["path"].as_str().and_then(|path| path.strip_prefix("/mine/#~")).expect("a schedule");
        let of = link["of"].as_u64().and_then(|of| usize::try_from(of).ok()).unwrap_or(0);
        let agenda = programme(of);
        assert_eq!(share::encode(&agenda, &sessions), code, "{name}");
        let shared = share::decode(&agenda, code).expect(&name);
        sessions.retain(|id| agenda.session(id).is_some());
        let mut found = shared.sessions;
        found.sort();
        sessions.sort();
        assert_eq!(found, sessions, "{name}");
        tried += 1;
    }
    assert_eq!(tried, 6);
}

#[test]
fn calendars_have_the_same_bytes() {
    let agenda = programme(0);
    let day = agenda.days().into_iter().find(|day| day.to_string() == "2021-06-30").expect("a day");
    let site = agenda.event().site();
    for (name, feed) in [
        ("all.ics", Feed::All),
        ("day.ics", Feed::Day(day)),
        ("theme.ics", Feed::Theme(agenda.theme("theme-3").expect("a theme"))),
        ("person.ics", Feed::Person(agenda.person("abby-benson").expect("a person"))),
    ] {
        assert_eq!(feed.file(&agenda, site.as_deref()), fixture(name), "{name}");
    }
    let obis = agenda.session("thu-obis").expect("a session");
    assert_eq!(Feed::Session(obis).file(&agenda, Some(SITE)), fixture("session.ics"));
}

#[test]
fn a_schedule_with_its_reminders_has_the_same_bytes() {
    let (bookmarks, _) = stored();
    let agenda = programme(0);
    let title = format!("{}: My schedule", agenda.event().title);
    let calendar = Calendar { title: &title, site: Some(SITE), feed: None };
    let is_on = |id: &str| bookmarks.text(BookmarkKind::Star, id).is_some();
    let sessions: Vec<_> = agenda.sessions().iter().filter(|session| is_on(&session.id)).collect();
    let lead = |id: &str| bookmarks.text(BookmarkKind::Reminder, id)?.parse().ok();
    let written = write(&agenda, &calendar, &sessions, &|session| lead(&session.id));
    assert_eq!(written, fixture("my-schedule.ics"));
}

#[test]
fn a_later_change_wins_over_what_was_stored() {
    let (mut bookmarks, _) = stored();
    let star = BookmarkKey::new(BookmarkKind::Star, "thu-obis");
    let before = bookmarks.entry(&star).cloned().expect("a star");
    bookmarks.set(&star, None, 1).expect("not locked");
    let after = Entry { clock: before.clock + 1, on: false, text: String::new() };
    assert_eq!(bookmarks.entry(&star), Some(&after));
}
