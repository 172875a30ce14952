//! iCalendar (RFC 5545), as calendars, Sched and many conference sites export it.

use agenda::model::{LinkKind, Status};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use icalendar::parser::{Component, Property, read_calendar_simple, unfold};
use std::collections::BTreeMap;

use super::draft::{Draft, End, LinkDraft, ORIGIN, SessionDraft, When};
use super::lost::Lost;
use super::prose::{self, Lines, href};
use super::times;

/// How deep components may lie in one another. Calendars need three.
const DEEPEST: usize = 16;

/// How many properties a component may have. Events need twenty, and some have a guest list.
const MOST_PROPERTIES: usize = 1_000;

/// Reads a calendar.
///
/// # Errors
/// The text is no iCalendar, or an event has no time that can be read.
pub(super) fn read(text: &str) -> Result<Draft, String> {
    refuse_hostile(text)?;
    let unfolded = unfold(text);
    let components = read_calendar_simple(&unfolded).map_err(|error| {
        let line = 1 + unfolded.len().checked_sub(error.input.len()).map_or(0, |at| lines_before(&unfolded, at));
        format!("line {line} (continued lines counted as one): this is no iCalendar")
    })?;
    let calendars: Vec<&Component> = components.iter().filter(|component| component.name == "VCALENDAR").collect();
    let mut draft = Draft::default();
    for calendar in &calendars {
        let some = |name: &str| calendar.find_prop(name).map(text_of).filter(|text| !text.is_empty());
        let event = &mut draft.event;
        event.title =
            event.title.take().or_else(|| some("NAME")).or_else(|| some("X-WR-CALNAME")).or_else(|| some("SUMMARY"));
        let description = some("X-WR-CALDESC");
        if event.title.is_none() {
            event.title = description;
        } else if description != event.title {
            draft.lost.add_some("description of the calendar", &description.unwrap_or_default());
        }
        draft.event.timezone =
            draft.event.timezone.take().or_else(|| some("X-WR-TIMEZONE")).or_else(|| some("TIMEZONE-ID"));
        for component in &calendar.components {
            match component.name.as_str() {
                "VEVENT" => {
                    let session = session(component, &mut draft.lost)?;
                    draft.sessions.push(session);
                }
                "VTIMEZONE" => {}
                other => draft.lost.add(&format!("entries of the sort {other}"), &some_text(component, "SUMMARY")),
            }
        }
    }
    if calendars.is_empty() {
        return Err("there is no VCALENDAR in it".to_owned());
    }
    if draft.event.timezone.is_none() {
        draft.event.timezone = most_named_zone(&draft.sessions);
    }
    Ok(draft)
}

/// Refuses what would keep the parser busy for long: it calls itself for each component inside of another, and
/// goes over a component again for each of its properties.
fn refuse_hostile(text: &str) -> Result<(), String> {
    // How many properties each open component has.
    let mut open: Vec<usize> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let starts = |word: &str| line.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        let said = |what: String| Err(format!("line {}: {what}", index + 1));
        if starts("BEGIN:") {
            open.push(0);
        } else if starts("END:") {
            open.pop();
        } else if !line.starts_with([' ', '\t'])
            && let Some(properties) = open.last_mut()
        {
            *properties += 1;
            if *properties > MOST_PROPERTIES {
                return said(format!("a component has more than {MOST_PROPERTIES} properties"));
            }
        }
        if open.len() > DEEPEST {
            return said(format!("components lie more than {DEEPEST} deep in one another"));
        }
    }
    if open.is_empty() { Ok(()) } else { Err("the file ends inside of a component. Is it whole?".to_owned()) }
}

fn lines_before(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count()
}

fn session(event: &Component, lost: &mut Lost) -> Result<SessionDraft, String> {
    let title = some_text(event, "SUMMARY");
    let uid = some_text(event, "UID");
    let named = || format!("the event `{}` (UID {})", agenda::clip(&title), agenda::clip(&uid));
    let at = |name: &str| -> Result<Option<(When, bool)>, String> {
        let Some(property) = event.find_prop(name) else { return Ok(None) };
        let said = || format!("{} has no {name} that can be read: `{}`", named(), agenda::clip(property.val.as_str()));
        moment(property).map(Some).ok_or_else(said)
    };
    let (start, is_day) = at("DTSTART")?.ok_or_else(|| format!("{} has no DTSTART", named()))?;
    let end = match (at("DTEND")?, event.find_prop("DURATION")) {
        (Some((end, _)), _) => End::At(end),
        (None, Some(length)) => {
            let said =
                || format!("{} has no DURATION that can be read: `{}`", named(), agenda::clip(length.val.as_str()));
            End::After(duration(length.val.as_str()).ok_or_else(said)?)
        }
        (None, None) => End::After(if is_day { 24 * 60 } else { 0 }),
    };
    let mut session = SessionDraft::new(uid.clone(), title.clone(), start, end);
    session.guid = uid;
    session.room = Some(some_text(event, "LOCATION")).filter(|room| !room.is_empty());
    session.status = match some_text(event, "STATUS").to_ascii_uppercase().as_str() {
        "CANCELLED" => Status::Cancelled,
        "TENTATIVE" => Status::Tentative,
        _ => Status::Confirmed,
    };
    session.summary = prose::read(&some_text(event, "DESCRIPTION"), Lines::Apart, None, lost);
    for property in event.properties.iter().filter(|property| property.name == "CATEGORIES") {
        let tracks = property.val.as_str().split(',').map(unescaped).map(|track| track.trim().to_owned());
        session.tracks.extend(tracks.filter(|track| !track.is_empty()));
    }
    let url = some_text(event, "URL");
    match href(&url, None) {
        Some(href) => session.links.push(LinkDraft { label: ORIGIN.to_owned(), href, kind: LinkKind::Source }),
        None => lost.add_some("links that lead to no web address", &url),
    }
    for property in &event.properties {
        match property.name.as_str() {
            "RRULE" | "RDATE" | "EXDATE" => {
                lost.add("repetitions (of a repeated event the first date is kept)", property.val.as_str());
            }
            "ATTENDEE" | "ORGANIZER" | "CONTACT" => {
                lost.add("attendees, organisers and contacts", property.val.as_str());
            }
            "ATTACH" => match href(property.val.as_str(), None) {
                Some(href) => session.links.push(LinkDraft { label: String::new(), href, kind: LinkKind::Document }),
                None => lost.add("attachments that are no web address", property.val.as_str()),
            },
            "GEO" => lost.add("places on the map", property.val.as_str()),
            "COMMENT" => lost.add("comments", property.val.as_str()),
            _ => {}
        }
    }
    Ok(session)
}

/// When it is, and whether it is a whole day.
fn moment(property: &Property) -> Option<(When, bool)> {
    let text = property.val.as_str().trim();
    let parameter = |name: &str| {
        let found = property.params.iter().find(|parameter| parameter.key.as_str().eq_ignore_ascii_case(name));
        found.and_then(|parameter| parameter.val.as_ref()).map(|value| value.as_str().trim_matches('"').to_owned())
    };
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y%m%d") {
        return Some((When::Venue(day.and_time(NaiveTime::MIN)), true));
    }
    let clock = |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok();
    if let Some(utc) = text.strip_suffix('Z') {
        return Some((When::Instant(clock(utc)?.and_utc().fixed_offset()), false));
    }
    let clock = clock(text)?;
    // A zone that the database does not have is told by its own definition; the venue's is meant, as a rule.
    Some((
        parameter("TZID")
            .filter(|zone| times::is_zone(zone))
            .map_or(When::Venue(clock), |zone| When::Zone(clock, zone)),
        false,
    ))
}

/// Reads `PT1H30M`, `P1D` or `P2W`, in minutes.
fn duration(text: &str) -> Option<i64> {
    let rest = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let mut minutes = 0_i64;
    let mut number = String::new();
    for character in rest.chars() {
        let unit = match character {
            '0'..='9' => {
                number.push(character);
                continue;
            }
            'T' => continue,
            'W' => 7 * 24 * 60,
            'D' => 24 * 60,
            'H' => 60,
            'M' => 1,
            'S' => 0,
            _ => return None,
        };
        let count: i64 = number.parse().ok()?;
        minutes = minutes.checked_add(count.checked_mul(unit)?)?;
        number.clear();
    }
    number.is_empty().then_some(minutes)
}

fn text_of(property: &Property) -> String {
    unescaped(property.val.as_str()).trim().to_owned()
}

fn some_text(component: &Component, name: &str) -> String {
    component.find_prop(name).map(text_of).unwrap_or_default()
}

/// A text value without its backslashes.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match (character, character == '\\') {
            (_, true) => match characters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            (character, false) => out.push(character),
        }
    }
    out
}

/// The zone that most starts are given in.
fn most_named_zone(sessions: &[SessionDraft]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for session in sessions {
        if let When::Zone(_, zone) = &session.start {
            *counts.entry(zone).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(zone, _)| zone.to_owned())
}
