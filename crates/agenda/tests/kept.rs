//! What a visitor keeps, over the life of an event and of this app: a session
//! that moves again and again, and what each version of the app wrote.
#![expect(clippy::expect_used, reason = "a test says what it expects")]

use agenda::Agenda;
use agenda::backup::Backup;
use agenda::bookmarks::{BookmarkKey, BookmarkKind, Entry, Stored};
use agenda::snapshot::{Change, Snapshot};
use chrono::FixedOffset;

const AGENDA: &str = include_str!("../../../public/agenda.json");

/// The programme with the session of OBIS at another time; the rest is as it was in the end.
fn programme(start: &str, end: &str) -> Agenda {
    let (from, to) = ("2021-07-01T18:00:00+02:00", "2021-07-01T19:30:00+02:00");
    let source = AGENDA.replace(from, start).replace(to, end);
    let offset_at = |_: &str, _| FixedOffset::east_opt(7_200);
    Agenda::read(&source, &offset_at).expect("the programme keeps every rule")
}

fn obis(agenda: &Agenda) -> Snapshot {
    Snapshot::of(agenda, agenda.session("thu-obis").expect("the session of OBIS"))
}

#[test]
fn each_move_of_the_session_of_obis_is_a_change() {
    // As published on 10 June, and as the meeting held it since 30 June.
    let june_10 = programme("2021-07-01T19:00:00+02:00", "2021-07-01T20:30:00+02:00");
    let june_30 = programme("2021-07-01T18:00:00+02:00", "2021-07-01T19:30:00+02:00");
    let starred = obis(&june_10);
    let kept = Snapshot::decode(&starred.encode()).expect("what was written reads back");
    assert_eq!(kept.changes(Some(&obis(&june_10)), june_10.running()), [], "nothing has moved yet");
    assert_eq!(kept.changes(Some(&obis(&june_30)), june_30.running()), [Change::Moved(starred.span)]);
    assert_eq!((starred.span.start - obis(&june_30).span.start).num_minutes(), 60);
    // The visitor was told; the old time that came back on 7 July is a move again.
    let told = obis(&june_30);
    assert_eq!(told.changes(Some(&obis(&june_30)), june_30.running()), []);
    assert_eq!(told.changes(Some(&obis(&june_10)), june_10.running()), [Change::Moved(told.span)]);
    for agenda in [&june_10, &june_30] {
        for session in agenda.sessions().iter().filter(|session| &*session.id != "thu-obis") {
            let (before, after) = (june_10.session(&session.id), june_30.session(&session.id));
            let known = before
                .zip(after)
                .map(|(before, after)| (Snapshot::of(&june_10, before), Snapshot::of(&june_30, after)));
            let (before, after) = known.expect("both have it");
            assert_eq!(before.changes(Some(&after), None), [], "{}", session.id);
        }
    }
}

/// What the first version of the app wrote: keys after the event's prefix, and texts.
const OF_THE_FIRST_VERSION: [(&str, &str, BookmarkKind, bool); 4] = [
    ("star/thu-obis", "1 1625000000000 on", BookmarkKind::Star, true),
    ("star/fri-battle", "1 1625000000001 off", BookmarkKind::Star, false),
    ("watched/mon-theme-1/welcome", "1 5 on", BookmarkKind::Watched, true),
    ("watched/mon-theme-1/welcome", "1 6 off", BookmarkKind::Watched, false),
];

#[test]
fn what_the_first_version_wrote_is_read_and_written_as_it_was() {
    for (key, text, kind, on) in OF_THE_FIRST_VERSION {
        let read = BookmarkKey::parse(key).expect(key);
        assert_eq!((read.kind, read.text().as_str()), (kind, key));
        let Stored::Entry(entry) = read.decode(text) else { panic!("{key}: {text}") };
        assert_eq!(entry.on, on, "{key}");
        assert_eq!(entry.encode(), text, "the first version still reads what this one writes of {key}");
    }
}

#[test]
fn what_later_versions_added_has_keys_of_its_own() {
    // A version that does not know a kind passes it over, so nothing is lost by going back to it.
    for kind in [BookmarkKind::Maybe, BookmarkKind::Note, BookmarkKind::Reminder, BookmarkKind::Snapshot] {
        let key = BookmarkKey::new(kind, "thu-obis").text();
        assert!(!key.starts_with("star/") && !key.starts_with("watched/") && !key.starts_with("set/"), "{key}");
    }
    let star = BookmarkKey::new(BookmarkKind::Star, "thu-obis");
    let entry = Entry { clock: 7, on: true, text: String::new() };
    assert_eq!((star.text().as_str(), entry.encode().as_str()), ("star/thu-obis", "1 7 on"));
}

#[test]
fn a_backup_of_the_first_version_that_wrote_one_is_read() {
    let text = include_str!("kept/backup-1.json");
    let agenda = programme("2021-07-01T18:00:00+02:00", "2021-07-01T19:30:00+02:00");
    let backup = Backup::read(text, &agenda.event().id).expect("a whole backup");
    let starred = backup.items.iter().filter(|(key, entry)| key.kind == BookmarkKind::Star && entry.on);
    let starred: Vec<&str> = starred.map(|(key, _)| key.id.as_str()).collect();
    assert_eq!(starred, ["mon-theme-1", "thu-obis"]);
    assert_eq!(backup.settings, [("set/clock".to_owned(), "both".to_owned())]);
}
