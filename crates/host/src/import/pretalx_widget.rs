//! The JSON from which pretalx's widget draws a schedule: talks that refer to rooms, tracks and speakers.

use std::collections::BTreeSet;

use agenda::model::Status;
use serde_json::Value;

use super::draft::{Draft, End, NOT_RECORDED, SPEAKER, SessionDraft, TrackDraft};
use super::json::{Index, Lenient};
use super::prose::{self, Lines};
use super::times;

/// What talks refer to.
struct Lists<'a> {
    rooms: Index<'a>,
    tracks: Index<'a>,
    speakers: Index<'a>,
}

/// Reads the widget's JSON.
///
/// # Errors
/// A talk has no time that can be read.
pub(super) fn read(root: &Value) -> Result<Draft, String> {
    let mut draft = Draft::default();
    let some = |name: &str| Some(root.text(name)).filter(|text| !text.is_empty());
    draft.event.timezone = some("timezone");
    draft.event.start = times::date(&root.text("event_start"));
    draft.event.end = times::date(&root.text("event_end"));
    draft.event.title = some("name").or_else(|| some("event"));
    for room in root.list("rooms") {
        draft.lost.add_some("descriptions of rooms", &room.text("description"));
        draft.add_room(room.text("name"), &room.text("capacity"));
    }
    for speaker in root.list("speakers") {
        draft.add_account(&speaker.text("name"), speaker.text("code"));
        draft.lost.add_some("pictures of people", &speaker.text("avatar"));
        draft.lost.add_some("biographies of people", &speaker.text("biography"));
    }
    let known = Lists {
        rooms: Index::of(root.list("rooms"), "id"),
        tracks: Index::of(root.list("tracks"), "id"),
        speakers: Index::of(root.list("speakers"), "code"),
    };
    for talk in root.list("talks") {
        let session = session(talk, &known, &mut draft)?;
        draft.add(session)?;
    }
    let used: BTreeSet<String> = draft.sessions.iter().flat_map(|session| session.tracks.iter().cloned()).collect();
    for track in root.list("tracks") {
        let name = track.text("name");
        if used.contains(&name) {
            let summary = prose::read(&track.text("description"), Lines::Wrapped, None, &mut draft.lost);
            let colour = Some(track.text("color")).filter(|colour| !colour.is_empty());
            draft.tracks.push(TrackDraft { name, colour, summary });
        } else {
            draft.lost.add_some("tracks without a session", &name);
        }
    }
    Ok(draft)
}

fn session(talk: &Value, known: &Lists, draft: &mut Draft) -> Result<SessionDraft, String> {
    let title = talk.text("title");
    let name = || format!("the talk `{}` (code {})", agenda::clip(&title), talk.text("code"));
    let start =
        times::moment(&talk.text("start")).ok_or_else(|| format!("{} has no start that can be read", name()))?;
    let end = match (times::moment(&talk.text("end")), times::minutes(&talk.text("duration"))) {
        (Some(end), _) => End::At(end),
        (None, Some(minutes)) => End::After(minutes),
        (None, None) => return Err(format!("{} has neither an end nor a duration that can be read", name())),
    };
    let code = talk.text("code");
    let key = if code.is_empty() { talk.text("id") } else { code };
    let named = |list: &Index, id: &str| list.get(id).map(|item| item.text("name")).filter(|name| !name.is_empty());
    let mut session = SessionDraft::new(key, title.clone(), start, end);
    session.guid = talk.text("id");
    session.kind = talk.text("session_type");
    session.tracks = named(&known.tracks, &talk.text("track")).into_iter().collect();
    session.room = named(&known.rooms, &talk.text("room"));
    session.language = Some(talk.text("content_locale")).filter(|language| !language.is_empty());
    session.summary = prose::read(&talk.text("abstract"), Lines::Wrapped, None, &mut draft.lost);
    for code in talk.list("speakers") {
        // Newer versions write the speaker in place of the code.
        let own = Some(code.text("name")).filter(|name| !name.is_empty());
        match own.or_else(|| named(&known.speakers, &code.as_text())) {
            Some(name) => session.people.push((name, SPEAKER.to_owned())),
            None => draft.lost.add("speakers whose name the file does not give", &code.as_text()),
        }
    }
    session.topics =
        talk.list("tags").iter().map(|tag| if tag.is_object() { tag.text("tag") } else { tag.as_text() }).collect();
    if talk.is("do_not_record") {
        session.notes.push(NOT_RECORDED.to_owned());
    }
    session.status = match talk.text("state").as_str() {
        "canceled" | "withdrawn" | "rejected" => Status::Cancelled,
        "accepted" => Status::Tentative,
        _ => Status::Confirmed,
    };
    Ok(session)
}
