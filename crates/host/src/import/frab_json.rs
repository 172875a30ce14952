//! `schedule.json` as frab, pretalx and the CCC write it: version 1 with days, rooms and events,
//! version 2 with a flat list of events.

use std::collections::BTreeMap;

use agenda::clip;
use agenda::link::Href;
use serde_json::Value;
use url::Url;

use super::draft::{DayDraft, Draft, EventDraft, TrackDraft};
use super::frab::{self, Facts, Person, Reference, session};
use super::json::Lenient;
use super::prose::{self, Lines};
use super::times;

/// Reads a `schedule.json`.
///
/// # Errors
/// The file breaks the published schema in a way that leaves it unclear what is meant.
pub(super) fn read(root: &Value) -> Result<Draft, String> {
    let is_ours = root.get("generator").is_some_and(|generator| frab::is_ours(&generator.text("name")));
    let schedule = root.get("schedule").ok_or("it has no `schedule`")?;
    let conference = schedule.get("conference").ok_or("its `schedule` has no `conference`")?;
    let events = events(schedule, conference)?;
    let faults = faults(schedule, &events);
    if !faults.is_empty() {
        return Err(format!(
            "it breaks the schema of schedule.json, so that its ids cannot be relied upon:\n  {}\n\
             Mend it at its source and export it again.",
            faults.join("\n  ")
        ));
    }
    let mut draft = Draft { event: event(conference, schedule, is_ours), ..Draft::default() };
    if is_ours {
        draft.event.day_start =
            conference.list("days").first().and_then(|day| times::minute_of(&day.text("day_start")));
    }
    let base = draft.event.url.as_ref().and_then(|url| Url::parse(url).ok());
    for room in conference.list("rooms") {
        draft.lost.add_some("descriptions of rooms", &room.text("description"));
        draft.add_room(room.text("name"), &room.text("capacity"));
    }
    for track in conference.list("tracks") {
        let summary = prose::read(&track.text("description"), Lines::Wrapped, base.as_ref(), &mut draft.lost);
        draft.tracks.push(TrackDraft { name: track.text("name"), colour: colour(track), summary });
    }
    let listed = conference.list("tracks").iter().rev();
    let tracks: BTreeMap<String, String> = listed.map(|track| (track.text("slug"), track.text("name"))).collect();
    for person in schedule.list("persons") {
        draft.lost.add_some("biographies of people", &person.text("biography"));
    }
    for Placed { day, room, event, .. } in events {
        let facts = facts(event, room, &tracks, &mut draft);
        let mut session = session(facts, is_ours, base.as_ref(), &mut draft)?;
        session.day = day;
        draft.add(session)?;
    }
    let names: Vec<String> = draft.tracks.iter().map(|track| track.name.clone()).collect();
    frab::unused_tracks(names.iter().map(String::as_str), &mut draft);
    Ok(draft)
}

/// An event with its place in the file.
struct Placed<'a> {
    pointer: String,
    /// The day that it is listed under.
    day: Option<DayDraft>,
    /// The room that it is listed under.
    room: &'a str,
    event: &'a Value,
}

fn events<'a>(schedule: &'a Value, conference: &'a Value) -> Result<Vec<Placed<'a>>, String> {
    if let Some(events) = schedule.get("events").and_then(Value::as_array) {
        let placed = events.iter().enumerate();
        let place = |index: usize| format!("/schedule/events/{index}");
        let placed = placed.map(|(index, event)| Placed { pointer: place(index), day: None, room: "", event });
        return Ok(placed.collect());
    }
    let mut placed = Vec::new();
    if conference.get("days").is_none() {
        return Err("it has neither `schedule.events` nor `schedule.conference.days`".to_owned());
    }
    for (day_index, day) in conference.list("days").iter().enumerate() {
        let listed = DayDraft { date: times::date(&day.text("date")), start: times::moment(&day.text("day_start")) };
        for (room, events) in day.get("rooms").and_then(Value::as_object).into_iter().flatten() {
            for (index, event) in events.as_array().into_iter().flatten().enumerate() {
                let pointer = format!("/schedule/conference/days/{day_index}/rooms/{room}/{index}");
                placed.push(Placed { pointer, day: Some(listed.clone()), room, event });
            }
        }
    }
    Ok(placed)
}

/// What breaks the schema where it matters: ids, and facts that stand where no reader looks for them.
fn faults(schedule: &Value, events: &[Placed]) -> Vec<String> {
    let mut faults = Vec::new();
    let is_whole = |id: Option<&Value>| id.is_none_or(|id| id.is_null() || id.as_u64().is_some());
    let is_code = |code: &str| code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if schedule.get("rooms").is_some() {
        faults.push("/schedule/rooms: rooms belong into `schedule.conference`".to_owned());
    }
    for Placed { pointer: place, event, .. } in events {
        if !is_whole(event.get("id")) {
            faults.push(format!("{place}/id: `{}` is no whole number", clip(&event.text("id"))));
        }
        for (index, person) in event.list("persons").iter().enumerate() {
            if !is_whole(person.get("id")) {
                faults.push(format!("{place}/persons/{index}/id: `{}` is no whole number", clip(&person.text("id"))));
            }
            let code = person.text("code");
            if !is_code(&code) {
                let what = "has other characters than A to Z and 0 to 9";
                faults.push(format!("{place}/persons/{index}/code: `{}` {what}", clip(&code)));
            }
        }
    }
    if faults.len() > 10 {
        let more = faults.len() - 10;
        faults.truncate(10);
        faults.push(format!("and {more} more"));
    }
    faults
}

fn event(conference: &Value, schedule: &Value, is_ours: bool) -> EventDraft {
    let some = |name: &str| Some(conference.text(name)).filter(|text| !text.is_empty());
    let url = some("url").unwrap_or_else(|| schedule.text("base_url"));
    EventDraft {
        id: some("acronym"),
        title: some("title"),
        tagline: some("description").filter(|text| !text.contains('\n')),
        start: times::date(&conference.text("start")),
        end: times::date(&conference.text("end")),
        timezone: some("time_zone_name"),
        url: Href::new(&url),
        revision: is_ours.then(|| frab::revision(&schedule.text("version"))).flatten(),
        ..EventDraft::default()
    }
}

fn colour(track: &Value) -> Option<String> {
    let light = track.get("colors").map(|colours| colours.text("light")).filter(|colour| !colour.is_empty());
    light.or_else(|| Some(track.text("color")).filter(|colour| !colour.is_empty()))
}

fn facts(event: &Value, room: &str, tracks: &BTreeMap<String, String>, draft: &mut Draft) -> Facts {
    let references = |name: &str| -> Vec<Reference> {
        let items = event.list(name).iter();
        items
            .map(|item| Reference { url: item.text("url"), title: item.text("title"), kind: item.text("type") })
            .collect()
    };
    // In version 2 a room and a track are objects.
    let named = |name: &str| match event.get(name) {
        Some(Value::Object(_)) => {
            let value = event.get(name).unwrap_or(&Value::Null);
            let (own, slug) = (value.text("name"), value.text("slug"));
            let listed = tracks.get(&slug).cloned();
            if own.is_empty() { listed.unwrap_or(slug) } else { own }
        }
        _ => event.text(name),
    };
    let people = if event.get("participants").is_some() { "participants" } else { "persons" };
    let mut persons = Vec::new();
    for person in event.list(people) {
        let name =
            Some(person.text("public_name")).filter(|name| !name.is_empty()).unwrap_or_else(|| person.text("name"));
        draft.lost.add_some("biographies of people", &person.text("biography"));
        draft.lost.add_some("pictures of people", &person.text("avatar"));
        persons.push(Person { id: person.text("id"), name, role: person.text("role") });
    }
    for answer in event.list("answers") {
        draft.lost.add("answers to questions", &answer.text("answer"));
    }
    let own_room = named("room");
    let start = event.text("date");
    let feedback = event.get("feedback").map(|feedback| feedback.text("url")).unwrap_or_default();
    Facts {
        id: event.text("id"),
        guid: event.text("guid"),
        code: event.text("code"),
        slug: event.text("slug"),
        title: event.text("title"),
        subtitle: event.text("subtitle"),
        room: if own_room.is_empty() { room.to_owned() } else { own_room },
        date: if start.is_empty() { event.text("start") } else { start },
        end: event.text("end"),
        duration: event.text("duration"),
        track: named("track"),
        kind: event.text("type"),
        language: event.text("language"),
        summary: [event.text("abstract"), event.text("description")],
        persons,
        links: references("links"),
        attachments: references("attachments"),
        url: Some(event.text("origin_url")).filter(|url| !url.is_empty()).unwrap_or_else(|| event.text("url")),
        feedback: if feedback.is_empty() { event.text("feedback_url") } else { feedback },
        logo: event
            .get("logo")
            .map(|logo| if logo.is_object() { logo.text("url") } else { logo.as_text() })
            .unwrap_or_default(),
        licence: event.text("recording_license"),
        is_unrecorded: event.is("do_not_record"),
        is_cancelled: event.text("state").eq_ignore_ascii_case("canceled"),
    }
}
