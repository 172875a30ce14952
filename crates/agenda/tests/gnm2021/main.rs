//! The agenda of the GBIF Global Nodes Meeting 2021, compared with what the
//! meeting itself published. Those facts are outside this repository: where
//! they are absent, the tests print that and pass.

mod facts;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use facts::{Fallible, Meeting, NOTHING, find, list, member, text, texts, with_facts, words};
use serde_json::Value;

/// Members that hold sentences. Titles and names are facts and may be equal.
const PROSE: [&str; 10] =
    ["closed", "format", "goal", "instructions", "missing", "questions", "summary", "tagline", "text", "topics"];

/// What the pages of the meeting got wrong, and must not appear again.
const DEFECTS: [&str; 10] =
    ["insert missing video", "Bagaard", "fro OBIS", "&amp;", "tbc", "Ressource", "GrSciColl", "Github", "  ", "â€"];

/// As many words in a row, found in a source, count as copied.
const COPIED: usize = 6;

fn count(meeting: &Meeting, member: &str) -> usize {
    meeting.sessions().iter().map(|session| list(session, member).len()).sum()
}

/// The ids of the recordings that a slot should have, by theme.
fn published(slot: &Value) -> BTreeMap<&str, &str> {
    let by_theme = member(slot, "recordings").as_object().into_iter().flatten();
    let whole = member(slot, "recordingVimeoId").as_str();
    by_theme
        .map(|(theme, id)| (theme.as_str(), id.as_str().unwrap_or_default()))
        .chain(whole.map(|id| ("", id)))
        .collect()
}

/// The ids of the recordings that a session has, by theme.
fn recorded(session: &Value) -> BTreeMap<&str, &str> {
    list(session, "recordings")
        .iter()
        .map(|recording| (text(recording, "theme"), text(member(recording, "video"), "id")))
        .collect()
}

/// The shape that a page gave to a player by its padding.
fn aspect(fact: &Value) -> &str {
    match text(fact, "aspect") {
        "56.25%" => "16:9",
        "75%" => "4:3",
        other => other,
    }
}

#[test]
fn nothing_is_left_out() -> Fallible<()> {
    with_facts(|meeting| {
        let counts = member(&meeting.facts, "counts");
        let talks = count(meeting, "talks");
        let recordings = count(meeting, "recordings");
        assert_eq!(meeting.sessions().len(), 18);
        assert_eq!(talks, 31);
        assert_eq!(recordings, 10);
        assert_eq!(*member(counts, "talksIncludingNonVimeo"), Value::from(talks));
        assert_eq!(*member(counts, "recordings"), Value::from(recordings));
    })
}

#[test]
fn sessions_keep_their_hours() -> Fallible<()> {
    with_facts(|meeting| {
        assert_eq!(meeting.slots().len(), meeting.sessions().len());
        for slot in meeting.slots() {
            let id = text(slot, "slotId");
            let session = meeting.session(id);
            assert_eq!(text(session, "start"), text(slot, "startLocal"), "{id}");
            assert_eq!(text(session, "end"), text(slot, "endLocal"), "{id}");
            assert_eq!(text(session, "kind"), text(slot, "kind"), "{id}");
        }
    })
}

#[test]
fn those_who_lead_a_session_are_named() -> Fallible<()> {
    with_facts(|meeting| {
        for slot in meeting.slots() {
            let id = text(slot, "slotId");
            let named: BTreeSet<&str> = list(meeting.session(id), "people")
                .iter()
                .flat_map(|part| meeting.names(text(part, "person")))
                .collect();
            for chair in texts(slot, "chairs") {
                assert!(named.contains(chair), "{id} does not name {chair}");
            }
        }
    })
}

#[test]
fn talks_have_their_videos_and_speakers() -> Fallible<()> {
    with_facts(|meeting| {
        for fact in list(&meeting.facts, "preRecordedTalks") {
            let title = text(fact, "title");
            let session = meeting.session_of(text(fact, "session"));
            let talk = list(session, "talks")
                .iter()
                .find(|talk| text(member(talk, "video"), "id") == text(fact, "vimeoId"))
                .unwrap_or(&NOTHING);
            assert!(!talk.is_null(), "no talk has the video of “{title}”");
            assert_eq!(text(member(talk, "video"), "aspect"), aspect(fact), "{title}");
            assert_speakers(meeting, talk, &texts(fact, "speakers"));
        }
    })
}

/// All who spoke are named. Where nobody was, an organisation is.
fn assert_speakers(meeting: &Meeting, talk: &Value, expected: &[&str]) {
    let title = text(talk, "title");
    let speakers = texts(talk, "speakers");
    assert_eq!(speakers.len(), expected.len().max(1), "{title}");
    for name in expected {
        let named = speakers.iter().any(|id| meeting.names(id).contains(name));
        assert!(named, "“{title}” does not name {name}");
    }
}

#[test]
fn a_talk_without_video_says_why() -> Fallible<()> {
    with_facts(|meeting| {
        let talks = meeting.sessions().iter().flat_map(|it| list(it, "talks"));
        let silent: Vec<&Value> = talks.filter(|talk| text(member(talk, "video"), "id").is_empty()).collect();
        assert_eq!(silent.len(), 1);
        for talk in silent {
            assert_ne!(text(member(talk, "video"), "missing"), "");
            assert_eq!(text(find(list(talk, "links"), "kind", "slides"), "kind"), "slides");
        }
    })
}

#[test]
fn recordings_are_at_their_sessions() -> Fallible<()> {
    with_facts(|meeting| {
        for slot in meeting.slots() {
            let id = text(slot, "slotId");
            let session = meeting.session(id);
            assert_eq!(recorded(session), published(slot), "{id}");
            assert_eq!(list(session, "recordings").len(), published(slot).len(), "{id}");
        }
    })
}

#[test]
fn chapters_begin_where_they_should() -> Fallible<()> {
    with_facts(|meeting| {
        for slot in meeting.slots() {
            let id = text(slot, "slotId");
            let marks = list(member(slot, "recordingChapters"), "marks");
            let chapters: Vec<Value> = list(meeting.session(id), "recordings")
                .iter()
                .flat_map(|recording| list(recording, "chapters"))
                .map(|chapter| Value::from(vec![text(chapter, "at"), text(chapter, "title")]))
                .collect();
            assert_eq!(chapters, marks, "{id}");
        }
    })
}

#[test]
fn themes_keep_number_and_title() -> Fallible<()> {
    with_facts(|meeting| {
        let themes = list(&meeting.agenda, "themes");
        let known: Vec<&Value> = list(&meeting.inventory, "sessions")
            .iter()
            .map(|page| member(page, "theme"))
            .filter(|theme| theme.is_object())
            .collect();
        assert_eq!(themes.len(), 4);
        assert_eq!(known.len(), themes.len());
        for (theme, fact) in themes.iter().zip(known) {
            assert_eq!(member(theme, "number"), member(fact, "number"));
            assert_eq!(text(theme, "title"), text(fact, "title"));
        }
    })
}

#[test]
fn demos_come_in_three_groups() -> Fallible<()> {
    with_facts(|meeting| {
        let groups: Vec<&Value> = list(&meeting.inventory, "sessions")
            .iter()
            .filter(|page| member(page, "group").is_number())
            .map(|page| meeting.session_of(text(page, "id")))
            .collect();
        assert_eq!(groups.len(), 3);
        for group in groups {
            assert_eq!(text(group, "kind"), "demo");
        }
    })
}

#[test]
fn old_mistakes_stay_away() -> Fallible<()> {
    with_facts(|meeting| {
        for (member, passage) in meeting.passages() {
            for defect in DEFECTS {
                let searchable = member == "aliases" && defect == "Bagaard";
                assert!(searchable || !passage.contains(defect), "“{defect}” in {member}: {passage}");
            }
        }
    })
}

#[test]
fn private_addresses_stay_private() -> Fallible<()> {
    with_facts(|meeting| {
        for (member, passage) in meeting.passages() {
            let private = passage.contains('@') || passage.contains("zoom.us");
            assert!(!private, "a private address in {member}: {passage}");
        }
    })
}

#[test]
fn every_sentence_is_our_own() -> Fallible<()> {
    with_facts(|meeting| {
        let sources: Vec<Vec<String>> = meeting.sources.iter().map(|it| words(it)).collect();
        let known: HashSet<&[String]> = sources.iter().flat_map(|it| it.windows(COPIED)).collect();
        for (member, passage) in meeting.passages() {
            if PROSE.contains(&member) {
                let written = words(passage);
                let copied = written.windows(COPIED).find(|run| known.contains(*run));
                assert_eq!(copied, None, "copied, in {member}: {passage}");
            }
        }
    })
}
