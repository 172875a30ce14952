//! iCalendar (RFC 5545), as calendars, Sched and many conference sites export it.

use agenda::model::{LinkKind, Status};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use icalendar::parser::{Component, Property, read_calendar_simple, unfold};
use std::collections::BTreeMap;

use super::draft::{Draft, End, LinkDraft, ORIGIN, SessionDraft, When};
use super::ical_text::{apart, lines_before, refuse_hostile};
use super::lost::Lost;
use super::prose::{self, Lines, href};
use super::times;

/// Reads a calendar.
///
/// # Errors
/// The text is no iCalendar, or an event has no time that can be read.
pub(super) fn read(text: &str) -> Result<Draft, String> {
    refuse_hostile(text)?;
    let unfolded = unfold(text);
    let (heads, parts) = apart(&unfolded);
    let heads = read_calendar_simple(&heads).map_err(|_| "this is no iCalendar, apart from its events".to_owned())?;
    let calendars: Vec<&Component> = heads.iter().filter(|component| component.name == "VCALENDAR").collect();
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
    }
    for (at, part) in parts {
        let components = read_calendar_simple(part).map_err(|error| {
            let line = 1 + lines_before(&unfolded, at + part.len().saturating_sub(error.input.len()));
            format!("line {line} (continued lines counted as one): this is no iCalendar")
        })?;
        for component in &components {
            match component.name.as_str() {
                "VEVENT" => {
                    let session = session(component, &mut draft.lost)?;
                    draft.add(session)?;
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
