//! `schedule.xml`, as frab and pretalx write it.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::sessions::{Entry, Reference};
use super::{Day, Schedule, generator};

/// The longest duration that the schema takes, in hours.
const MOST_HOURS: i64 = 99;

type Out = Writer<Vec<u8>>;

/// The file.
///
/// # Errors
/// It cannot be written.
pub(super) fn write(schedule: &Schedule) -> Result<Vec<u8>, String> {
    let mut out = Writer::new(Vec::new());
    document(&mut out, schedule).map_err(|error| error.to_string())?;
    Ok(out.into_inner())
}

fn document(out: &mut Out, schedule: &Schedule) -> io::Result<()> {
    let event = schedule.agenda.event();
    let (name, version) = generator();
    let days = schedule.days();
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    open(out, "schedule", &[])?;
    open(out, "generator", &[("name", name), ("version", version)])?;
    close(out, "generator")?;
    leaf(out, "version", &[], &schedule.version())?;
    open(out, "conference", &[])?;
    leaf(out, "title", &[], &event.title)?;
    leaf(out, "acronym", &[], &schedule.acronym())?;
    leaf(out, "start", &[], &event.start.to_string())?;
    leaf(out, "end", &[], &event.end.to_string())?;
    leaf(out, "days", &[], &days.len().to_string())?;
    leaf(out, "timeslot_duration", &[], "00:05")?;
    if let Some(url) = schedule.base_url() {
        leaf(out, "base_url", &[], &url)?;
    }
    leaf(out, "time_zone_name", &[], &event.timezone)?;
    close(out, "conference")?;
    for day in &days {
        write_day(out, day)?;
    }
    close(out, "schedule")
}

fn write_day(out: &mut Out, day: &Day) -> io::Result<()> {
    let Day { index, date, start, end, rooms } = day;
    let (index, date) = (index.to_string(), date.to_string());
    open(out, "day", &[("index", &index), ("date", &date), ("start", start), ("end", end)])?;
    for (name, entries) in rooms {
        open(out, "room", &[("name", name)])?;
        for entry in entries {
            write_event(out, entry)?;
        }
        close(out, "room")?;
    }
    close(out, "day")
}

fn write_event(out: &mut Out, entry: &Entry) -> io::Result<()> {
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
        // The published structure has no place for it; it is among the links.
        feedback: _,
        is_unrecorded,
    } = entry;
    let (hours, minutes) = *duration;
    let duration = if hours > MOST_HOURS { format!("{MOST_HOURS}:59") } else { format!("{hours:02}:{minutes:02}") };
    open(out, "event", &[("id", &id.to_string()), ("guid", guid)])?;
    for (name, text) in [
        ("date", date.as_str()),
        ("start", start),
        ("duration", &duration),
        ("room", room),
        ("slug", slug),
        ("title", title),
        ("subtitle", ""),
        ("track", track.unwrap_or_default()),
        ("type", kind),
        ("language", language),
        ("abstract", summary),
        ("description", description),
    ] {
        leaf(out, name, &[], text)?;
    }
    if url.starts_with("http") {
        leaf(out, "url", &[], url)?;
    }
    open(out, "recording", &[])?;
    leaf(out, "license", &[], "")?;
    leaf(out, "optout", &[], if *is_unrecorded { "true" } else { "false" })?;
    close(out, "recording")?;
    open(out, "persons", &[])?;
    for (id, name) in people {
        leaf(out, "person", &[("id", &id.to_string())], name)?;
    }
    close(out, "persons")?;
    for (list, item, references) in [("links", "link", links), ("attachments", "attachment", attachments)] {
        open(out, list, &[])?;
        for Reference { label, url, is_slides: _ } in references {
            leaf(out, item, &[("href", url)], label)?;
        }
        close(out, list)?;
    }
    close(out, "event")
}

fn open(out: &mut Out, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
    out.write_event(Event::Start(start))
}

fn close(out: &mut Out, name: &str) -> io::Result<()> {
    out.write_event(Event::End(BytesEnd::new(name)))
}

fn leaf(out: &mut Out, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
    open(out, name, attributes)?;
    out.write_event(Event::Text(BytesText::new(text)))?;
    close(out, name)
}
