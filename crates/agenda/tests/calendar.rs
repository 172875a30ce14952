//! Every calendar of a site, read back by a parser that is not ours, against
//! the agenda; and byte by byte against the rules for lines.
//!
//! What is written goes into a folder (`MERIDIAN_CALENDARS`, or one of cargo's)
//! where `tests/calendar/` reads it with Python.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use agenda::Agenda;
use agenda::calendar::{Calendar, Feed, write};
use agenda::model::{Session, Status};
use agenda::text::Text;
use agenda::time::{from_unix, rfc3339};
use chrono::{DateTime, FixedOffset, Utc};
use icalendar::{CalendarDateTime, Component, DatePerhapsTime, Event, EventLike};
use serde_json::{Value, json};

type Fallible<T = ()> = Result<T, Box<dyn Error>>;

const SITE: &str = "https://agenda.example/";

/// Offsets by an independent tz database.
fn offset_at(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    FixedOffset::east_opt(zone.to_offset(jiff::Timestamp::from_second(at.timestamp()).ok()?).seconds())
}

fn read(source: &str) -> Fallible<Agenda> {
    Ok(Agenda::read(source, &offset_at)?)
}

fn gnm() -> Fallible<String> {
    Ok(fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/agenda.json"))?)
}

/// An agenda of 2,000 sessions with titles and texts that want escaping, in
/// letters of one to four octets, from days with a change of clocks.
fn big() -> String {
    const TITLES: [&str; 6] = [
        "Data, models; and \\backslashes\\",
        "東京の生物多様性データと、その公開について長い題名を持つ講演",
        "𐍈𐍂𐌰𐌹𐌽 🦋🐝🌱 Große Übersicht über die Bestäuber: Vielfalt, Rückgang, Schutz; was nun?",
        "الاجتماع العالمي للعقد",
        "Plain",
        "A \"quoted\" title: with colon, and a very long tail that goes on and on until it has to be folded more than once",
    ];
    let many = |count: usize, make: &dyn Fn(usize) -> Value| (0..count).map(make).collect::<Vec<_>>();
    let title = |index: usize| TITLES.get(index % TITLES.len()).copied().unwrap_or_default();
    let sessions = many(2_000, &|index| {
        let start = 1_774_342_800 + i64::try_from(index).unwrap_or(0) * 600;
        let status = match index % 4 {
            1 => "tentative",
            3 => "cancelled",
            _ => "confirmed",
        };
        let mut session = json!({
            "id": format!("session-{index}"),
            "title": format!("{} {index}", title(index)),
            "kind": format!("kind-{}", index % 3),
            "themes": [format!("theme-{}", index % 7), format!("theme-{}", (index + 1) % 7)],
            "start": rfc3339(from_unix(start)),
            "end": rfc3339(from_unix(start + 300 + i64::try_from(index % 90).unwrap_or(0) * 60)),
            "status": status,
            "summary": format!("{}\n\n- one, two; three\\\\four\n- {}", title(index + 1), title(index + 2)),
            "people": [{ "person": format!("person-{}", index % 300), "role": "chair, and host" }],
            "links": [{ "label": title(index + 3), "href": format!("https://a.example/{index}?b=1,2;3&c=é") }],
        });
        let (name, value) = match index % 3 {
            0 => ("room", json!(format!("room-{}", index % 5))),
            1 => ("join", json!(format!("https://join.example/{index}?key=a,b;c"))),
            _ => (
                "talks",
                json!([{
                    "id": format!("talk-{index}"), "title": title(index + 4), "speakers": [format!("person-{}", index % 7)],
                    "video": { "provider": "vimeo", "id": index.to_string() },
                }]),
            ),
        };
        if let Value::Object(members) = &mut session {
            members.insert(name.to_owned(), value);
        }
        session
    });
    let agenda = json!({
        "format": 1,
        "event": {
            "id": "big", "title": "Big; very, very big", "start": "2026-03-24", "end": "2026-04-07", "mode": "hybrid",
            "timezone": "Europe/Copenhagen", "language": "en", "site_url": SITE,
        },
        "revision": { "number": 41, "published": "2026-03-01T12:30:15+01:00" },
        "themes": many(7, &|index| json!({ "id": format!("theme-{index}"), "title": format!("{}, {index}", title(index)), "hue": 15 * index })),
        "kinds": many(3, &|index| json!({ "id": format!("kind-{index}"), "title": format!("Kind; {index}"), "hue": 0 })),
        "rooms": many(5, &|index| json!({ "id": format!("room-{index}"), "title": format!("Room {index}, {}", title(index)) })),
        "people": many(300, &|index| json!({ "id": format!("person-{index}"), "name": format!("Zoë Ångström {index}") })),
        "sessions": sessions,
    });
    agenda.to_string()
}

/// What the rules for lines ask (RFC 5545, section 3.1), of the bytes as they are.
fn judge_lines(file: &str) -> Fallible {
    let bytes = file.as_bytes();
    if !bytes.ends_with(b"\r\n") || !bytes.starts_with(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") {
        return Err("it does not begin and end as a calendar".into());
    }
    let mut rest = bytes;
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let (line, more) = rest.split_at(end + 1);
        let line = line.strip_suffix(b"\r\n").ok_or("a line ends with LF alone")?;
        assert!(!line.is_empty() && line.len() <= 75, "{} octets", line.len());
        // Each line alone is UTF-8 when no letter is cut; a lone CR would be a control.
        let text = str::from_utf8(line)?;
        assert!(!text.contains(char::is_control), "{text:?}");
        rest = more;
    }
    Ok(())
}

/// The moment of a time that is given in UTC, as all of ours are.
fn utc(at: Option<DatePerhapsTime>) -> Option<DateTime<Utc>> {
    match at? {
        DatePerhapsTime::DateTime(CalendarDateTime::Utc(at)) => Some(at),
        DatePerhapsTime::DateTime(_) | DatePerhapsTime::Date(_) => None,
    }
}

fn category_titles<'a>(agenda: &'a Agenda, session: &'a Session) -> Vec<&'a str> {
    let kind = agenda.kind(&session.kind).map(|kind| &*kind.title);
    kind.into_iter().chain(agenda.themes_of(session).map(|theme| &*theme.title)).collect()
}

/// Compares an event as the parser has it with its session.
fn compare(agenda: &Agenda, session: &Session, event: &Event, site: Option<&str>) {
    let id = &session.id;
    let revision = agenda.revision();
    assert_eq!(event.get_uid(), Some(format!("{id}@{}.meridian", agenda.event().id).as_str()));
    assert_eq!(utc(event.get_start()), Some(session.span().start), "{id}");
    assert_eq!(utc(event.get_end()), Some(session.span().end), "{id}");
    for stamp in [event.get_timestamp(), event.get_last_modified()] {
        assert_eq!(stamp, Some(revision.published.to_utc()), "{id}");
    }
    assert_eq!(event.get_sequence(), Some(revision.number.0), "{id}");
    let mark = if session.status == Status::Cancelled { "Cancelled: " } else { "" };
    assert_eq!(event.get_summary(), Some(format!("{mark}{}", session.title).as_str()), "{id}");
    let status = match session.status {
        Status::Confirmed => "CONFIRMED",
        Status::Tentative => "TENTATIVE",
        Status::Cancelled => "CANCELLED",
    };
    assert_eq!(event.property_value("STATUS"), Some(status), "{id}");
    let room = agenda.room_of(session).map(|room| &*room.title);
    assert_eq!(event.get_location(), room.or(session.join.as_deref()), "{id}");
    let page = site.map(|site| format!("{site}sessions/{id}/"));
    assert_eq!(event.get_url(), page.as_deref(), "{id}");
    let story = event.get_description().unwrap_or_default();
    let summary = session.summary.as_ref().map(Text::plain).unwrap_or_default();
    assert!(story.starts_with(&summary), "{id}: {story}");
    let names = agenda.people_of(session).map(|person| &*person.name);
    let links = session.links.iter().flat_map(|link| [&*link.label, &*link.href]);
    let talks = session.talks.iter().map(|talk| &*talk.title);
    for words in names.chain(links).chain(talks).chain(page.as_deref()) {
        assert!(story.contains(words), "{id}: {words} is not in {story}");
    }
}

fn events(file: &str) -> Fallible<Vec<Event>> {
    let calendar: icalendar::Calendar = file.parse()?;
    let count = calendar.components.len();
    let events: Vec<Event> = calendar.components.into_iter().filter_map(|part| part.as_event().cloned()).collect();
    // A calendar without events has a zone in their place, as it has to hold something.
    assert!(events.len() == count || events.is_empty() && count == 1, "nothing but events");
    Ok(events)
}

/// Judges every feed of an agenda, whether its site has it as a file or the app makes it.
fn judge(agenda: &Agenda, site: Option<&str>) -> Fallible<usize> {
    let people = agenda.people().iter().map(Feed::Person);
    let sessions = agenda.sessions().iter().map(Feed::Session);
    let feeds: Vec<Feed> = Feed::common(agenda).into_iter().chain(people).chain(sessions).collect();
    for feed in &feeds {
        let file = feed.file(agenda, site);
        judge_lines(&file).map_err(|why| format!("{}: {why}", feed.path()))?;
        let events = events(&file)?;
        let sessions = feed.sessions(agenda);
        assert_eq!(events.len(), sessions.len(), "{}", feed.path());
        for (session, event) in sessions.iter().zip(&events) {
            compare(agenda, session, event, site);
        }
        let own: BTreeSet<Option<&str>> = events.iter().map(Component::get_uid).collect();
        assert_eq!(own.len(), events.len(), "{}", feed.path());
    }
    Ok(feeds.len())
}

#[test]
fn every_calendar_of_the_meeting_reads_back_as_its_sessions() -> Fallible {
    let agenda = read(&gnm()?)?;
    assert!(judge(&agenda, None)? > 50);
    judge(&agenda, Some(SITE))?;
    Ok(())
}

#[test]
fn every_calendar_of_a_large_agenda_reads_back_as_its_sessions() -> Fallible {
    let agenda = read(&big())?;
    assert!(judge(&agenda, agenda.event().site().as_deref())? > 2_300);
    Ok(())
}

#[test]
fn categories_are_as_many_as_were_written_whatever_they_contain() -> Fallible {
    let agenda = read(&big())?;
    let file = Feed::All.file(&agenda, None).replace("\r\n ", "");
    let lines = file.split("\r\n").filter_map(|line| line.strip_prefix("CATEGORIES:"));
    for (session, line) in agenda.sessions().iter().zip(lines) {
        let plain = line.replace("\\\\", "\u{1}").replace("\\,", "\u{2}").replace("\\;", ";");
        let read: Vec<String> = plain.split(',').map(|one| one.replace('\u{2}', ",").replace('\u{1}', "\\")).collect();
        assert_eq!(read, category_titles(&agenda, session));
    }
    Ok(())
}

#[test]
fn each_alarm_is_as_early_as_was_asked() -> Fallible {
    let agenda = read(&big())?;
    let sessions: Vec<&Session> = agenda.sessions().iter().take(40).collect();
    let minutes = |session: &Session| if session.title.starts_with("Plain") { None } else { Some(45) };
    let file = write(&agenda, &Calendar { title: "Mine", site: None, feed: None }, &sessions, &minutes);
    judge_lines(&file)?;
    for (session, event) in sessions.iter().zip(events(&file)?) {
        let alarms = event.components();
        let has_alarm = minutes(session).is_some() && session.status != Status::Cancelled;
        assert_eq!(alarms.len(), usize::from(has_alarm), "{}", session.id);
        for alarm in alarms {
            assert_eq!(alarm.property_value("TRIGGER"), Some("-PT45M"));
            assert_eq!(alarm.property_value("ACTION"), Some("DISPLAY"));
        }
    }
    Ok(())
}

/// Leaves the agendas and their calendars where other programs can read them.
#[test]
fn calendars_are_left_for_other_programs() -> Fallible {
    let own = || Path::new(env!("CARGO_TARGET_TMPDIR")).join("calendars");
    let top = std::env::var_os("MERIDIAN_CALENDARS").map_or_else(own, PathBuf::from);
    let mut second: Value = serde_json::from_str(&gnm()?)?;
    second["revision"]["number"] = json!(second["revision"]["number"].as_u64().ok_or("a number")? + 1);
    second["revision"]["published"] = json!("2021-12-01T00:00:00Z");
    let sessions = second["sessions"].as_array_mut().ok_or("sessions")?;
    let session = |id: &str| sessions.iter().position(|session| session["id"] == id).ok_or(id.to_owned());
    let (moved, cancelled) = (session("thu-obis")?, session("fri-evaluation")?);
    sessions[moved]["start"] = json!("2021-07-01T20:00:00+02:00");
    sessions[moved]["end"] = json!("2021-07-01T21:30:00+02:00");
    sessions[cancelled]["status"] = json!("cancelled");
    for (name, source) in [("gnm", gnm()?), ("gnm-moved", second.to_string()), ("big", big())] {
        let agenda = read(&source)?;
        let folder = top.join(name);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("agenda.json"), &source)?;
        fs::write(folder.join("all.ics"), Feed::All.file(&agenda, agenda.event().site().as_deref()))?;
    }
    Ok(())
}
