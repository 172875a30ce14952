//! `schedule.json`, version 1.

use serde_json::{Map, Value, json};

use super::sessions::{Entry, Reference};
use super::{Day, Schedule, generator};
use crate::build::address::is_web;
use crate::build::colour::Tint;

/// The file.
///
/// # Errors
/// It cannot be written as JSON.
pub(super) fn write(schedule: &Schedule) -> Result<Vec<u8>, String> {
    let (name, version) = generator();
    let agenda = schedule.agenda;
    let event = agenda.event();
    let days = schedule.days();
    let mut conference = json!({
        "acronym": schedule.acronym(),
        "title": &*event.title,
        "start": event.start.to_string(),
        "end": event.end.to_string(),
        "daysCount": days.len(),
        "timeslot_duration": "00:05",
        "time_zone_name": &*event.timezone,
        "rooms": agenda.rooms().iter().map(|room| {
            let capacity = room.capacity.map(|capacity| capacity.0);
            json!({
                "name": &*room.title, "slug": &*room.id, "guid": schedule.guid("room", &room.id), "capacity": capacity,
            })
        }).collect::<Vec<_>>(),
        "tracks": agenda.themes().iter().map(|theme| {
            json!({ "name": &*theme.title, "slug": &*theme.id, "color": Tint::of(Some(theme.hue)).art.to_string() })
        }).collect::<Vec<_>>(),
        "days": days.iter().map(day).collect::<Vec<_>>(),
    });
    if let Some(conference) = conference.as_object_mut() {
        let url = event.url.as_ref().filter(|url| is_web(url)).map(|url| Value::from(&**url));
        add(conference, "url", url);
        add(conference, "description", event.tagline.as_ref().map(|tagline| Value::from(&**tagline)));
    }
    let mut body = json!({ "version": schedule.version(), "conference": conference });
    if let Some(body) = body.as_object_mut() {
        add(body, "base_url", schedule.base_url().map(Value::from));
    }
    let root = json!({
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": { "name": name, "version": version },
        "schedule": body,
    });
    serde_json::to_vec(&root).map_err(|error| error.to_string())
}

fn add(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    object.extend(value.map(|value| (name.to_owned(), value)));
}

fn day(day: &Day) -> Value {
    let Day { index, date, start, end, rooms } = day;
    let rooms = rooms.iter().map(|(name, entries)| {
        let events: Vec<Value> = entries.iter().map(event).collect();
        ((*name).to_owned(), Value::from(events))
    });
    json!({
        "index": index, "date": date.to_string(), "day_start": start, "day_end": end,
        "rooms": rooms.collect::<Map<String, Value>>(),
    })
}

fn event(entry: &Entry) -> Value {
    let Entry {
        id,
        guid,
        slug,
        date,
        start,
        duration,
        room,
        title,
        track,
        kind,
        language,
        summary,
        description,
        people,
        links,
        attachments,
        url,
        feedback,
        is_unrecorded,
    } = entry;
    let mut event = json!({
        "id": id, "guid": guid, "slug": slug, "url": url, "logo": null, "date": date, "start": start,
        "duration": format!("{:02}:{:02}", duration.0, duration.1),
        "room": room, "title": title, "subtitle": "", "track": track, "type": kind, "language": language,
        "abstract": summary, "description": description, "recording_license": "", "do_not_record": is_unrecorded,
        "persons": people.iter().map(|(id, name)| json!({ "id": id, "public_name": name })).collect::<Vec<_>>(),
        "links": links.iter().map(reference).collect::<Vec<_>>(),
        "attachments": attachments.iter().map(reference).collect::<Vec<_>>(),
    });
    if let Some(event) = event.as_object_mut() {
        add(event, "feedback_url", feedback.clone().map(Value::from));
    }
    event
}

fn reference(reference: &Reference) -> Value {
    let Reference { label, url, is_slides } = reference;
    if *is_slides {
        json!({ "title": label, "url": url, "type": "slides" })
    } else {
        json!({ "title": label, "url": url })
    }
}
