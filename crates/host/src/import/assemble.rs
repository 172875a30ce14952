//! A draft as an agenda: ids given, hours resolved, every rule kept.

use std::collections::{BTreeMap, BTreeSet};

use agenda::fingerprint;
use agenda::id::Id;
use agenda::model::Mode;
use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use super::document::{self, Document, Event, Kind, Named, Person, Revision, Theme};
use super::draft::{Draft, EventDraft, PersonDraft, SessionDraft, TrackDraft};
use super::ids::{by_name, slug};
use super::names::{in_order, line};
use super::order::Order;
use super::sessions::{self, Timed};
use super::summary::Counts;
use crate::build::colour;

/// What sessions are called where nothing says.
pub(super) const SESSION: &str = "Session";

/// An agenda with what there is to say about it.
pub(super) struct Made {
    pub(super) document: Document,
    pub(super) counts: Counts,
    /// Facts that no file gave and no flag.
    pub(super) assumed: Vec<String>,
    pub(super) notes: Vec<String>,
}

/// The ids of everything that has nothing but a name.
pub(super) struct Names {
    pub(super) kinds: BTreeMap<String, Id>,
    pub(super) themes: BTreeMap<String, Id>,
    pub(super) rooms: BTreeMap<String, Id>,
    pub(super) people: BTreeMap<String, Id>,
}

/// What the flags say in the place of the file.
pub(super) fn with_flags(event: EventDraft, order: &Order) -> EventDraft {
    EventDraft {
        id: order.id.clone().or(event.id),
        title: order.title.clone().or(event.title),
        tagline: event.tagline,
        start: order.start.or(event.start),
        end: order.end.or(event.end),
        timezone: order.timezone.clone().or(event.timezone),
        language: order.language.clone().or(event.language),
        mode: order.mode.map(super::order::Meeting::mode).or(event.mode),
        url: event.url,
        revision: event.revision,
    }
}

/// Makes the agenda. Everything that is missing is asked for at once.
///
/// # Errors
/// What the file does not say, and with which flag to say it.
pub(super) fn assemble(draft: Draft, now: DateTime<FixedOffset>) -> Result<Made, String> {
    let Draft { event, rooms, tracks, people, sessions, lost: _, mut notes } = draft;
    let title = event.title.as_deref().and_then(line);
    let zone = event.timezone.clone();
    let (Some(title), Some(zone)) = (title.clone(), zone) else {
        return Err(missing(title.is_none(), event.timezone.is_none(), &sessions));
    };
    let mut timed = sessions::timed(sessions, &zone, &mut notes)?;
    timed.sort_by(|a, b| (a.start, a.end, &a.id).cmp(&(b.start, b.end, &b.id)));
    let dates = || timed.iter().map(|session| session.start.date_naive());
    let (Some(first), Some(last)) = (event.start.or(dates().min()), event.end.or(dates().max())) else {
        return Err(
            "there is no session in it, and no first and last day. Name them with --start and --end.".to_owned()
        );
    };
    let mut assumed = Vec::new();
    let language = language(&event, &timed, &mut assumed);
    let mode = event.mode.unwrap_or_else(|| {
        assumed.push("people meet in person; --mode says otherwise".to_owned());
        Mode::InPerson
    });
    let id = event_id(&event, &title, first)?;
    let names = names(&timed);
    let (number, published) = event.revision.unwrap_or((1, now));
    let document = Document {
        format: agenda::FORMAT,
        event: Event {
            id,
            title,
            tagline: event.tagline.as_deref().and_then(line),
            start: first.to_string(),
            end: last.to_string(),
            timezone: zone,
            language: language.clone(),
            mode: document::mode(mode),
            url: event.url.map(|url| url.to_string()),
            added: serde_json::Map::new(),
        },
        revision: Revision { number, published: written(published), changes: Vec::new() },
        themes: themes(&names, &tracks),
        kinds: in_order(&names.kinds, &[])
            .map(|(title, id)| Kind { id: id.to_string(), title: title.to_owned(), hue: hue(id) })
            .collect(),
        rooms: in_order(&names.rooms, &rooms.iter().filter_map(|room| line(room)).collect::<Vec<_>>())
            .map(|(title, id)| Named { id: id.to_string(), title: title.to_owned() })
            .collect(),
        people: in_order(&names.people, &[])
            .map(|(name, id)| {
                let of = |part: fn(&PersonDraft) -> Option<&str>| {
                    let mut known = people.iter().filter(|person| line(&person.name).as_deref() == Some(name));
                    known.find_map(|person| line(part(person)?))
                };
                Person {
                    id: id.to_string(),
                    name: name.to_owned(),
                    sort_name: of(|person| person.sort_name.as_deref()),
                    affiliation: of(|person| person.affiliation.as_deref()),
                }
            })
            .collect(),
        sessions: timed.into_iter().map(|session| session.written(&names, &language)).collect(),
    };
    let alone = people.iter().filter_map(|person| line(&person.name)).filter(|name| !names.people.contains_key(name));
    let alone: BTreeSet<String> = alone.collect();
    notes.extend(super::summary::listed(
        &format!("People who take part in no session, and are left out ({})", alone.len()),
        &alone.into_iter().collect::<Vec<_>>(),
    ));
    let counts = Counts {
        sessions: document.sessions.len(),
        people: document.people.len(),
        rooms: document.rooms.len(),
        themes: document.themes.len(),
        kinds: document.kinds.len(),
    };
    Ok(Made { document, counts, assumed, notes })
}

/// What to ask the host for.
fn missing(title: bool, timezone: bool, sessions: &[SessionDraft]) -> String {
    let mut asked = Vec::new();
    if title {
        asked.push("the event's name: --title \"Example Conference 2025\"".to_owned());
    }
    if timezone {
        let offset = sessions.iter().find_map(|session| match &session.start {
            super::draft::When::Instant(at) if at.offset().local_minus_utc() != 0 => Some(at.offset().to_string()),
            super::draft::When::Instant(_) | super::draft::When::Venue(_) | super::draft::When::Zone(..) => None,
        });
        let hint = offset.map(|offset| format!(" (its times have the offset {offset})")).unwrap_or_default();
        asked.push(format!("the time zone of the venue{hint}: --timezone Europe/Brussels"));
    }
    format!("the file does not say, so say it yourself with\n  {}", asked.join("\n  "))
}

/// The language of the event: that of the file or of most sessions.
fn language(event: &EventDraft, sessions: &[Timed], assumed: &mut Vec<String>) -> String {
    if let Some(language) = event.language.as_deref().and_then(line) {
        return language;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for session in sessions {
        if let Some(language) = &session.language {
            *counts.entry(language).or_default() += 1;
        }
    }
    // Of two that are as many, the first in the alphabet.
    let most = counts.iter().rev().max_by_key(|(_, count)| **count).map(|(language, _)| (*language).to_owned());
    most.unwrap_or_else(|| {
        assumed.push("the language is English (en); --language says otherwise".to_owned());
        "en".to_owned()
    })
}

fn event_id(event: &EventDraft, title: &str, start: NaiveDate) -> Result<String, String> {
    let wanted = event.id.as_deref().map(|id| super::ids::named("event", id)).filter(|id| id != "event");
    let id = wanted.unwrap_or_else(|| {
        let words = slug(title);
        let named = if words.is_empty() { format!("event-{start}") } else { words };
        super::ids::named("event", &named)
    });
    Id::new(&id).map(|id| id.to_string()).ok_or_else(|| format!("`{id}` cannot be the event's id. Name one with --id."))
}

fn names(sessions: &[Timed]) -> Names {
    let all = |of: fn(&Timed) -> Vec<&str>| sessions.iter().flat_map(of).collect::<Vec<_>>();
    Names {
        kinds: by_name("kind", all(|session| vec![&session.kind])),
        themes: by_name("theme", all(|session| session.tracks.iter().map(String::as_str).collect())),
        rooms: by_name("room", all(|session| session.room.as_deref().into_iter().collect())),
        people: by_name("person", all(|session| session.people.iter().map(|(name, _)| name.as_str()).collect())),
    }
}

fn themes(names: &Names, tracks: &[TrackDraft]) -> Vec<Theme> {
    let listed: Vec<String> = tracks.iter().filter_map(|track| line(&track.name)).collect();
    in_order(&names.themes, &listed)
        .map(|(title, id)| {
            let track = tracks.iter().find(|track| line(&track.name).as_deref() == Some(title));
            let own = track.and_then(|track| colour::hue_of(track.colour.as_deref()?));
            let summary = track.and_then(|track| track.summary.as_ref());
            Theme {
                id: id.to_string(),
                title: title.to_owned(),
                summary: summary.map(agenda::text::Text::source),
                hue: own.unwrap_or_else(|| hue(id)),
            }
        })
        .collect()
}

/// A hue that depends on nothing but the id, in the steps of the stylesheet.
fn hue(id: &Id) -> u32 {
    let steps = u64::from(360 / agenda::Hue::STEP);
    let step = fingerprint(id.as_bytes()).parse::<u64>().unwrap_or(0) % steps;
    u32::try_from(step).unwrap_or(0) * agenda::Hue::STEP
}

/// A point in time as the agenda has it.
pub(super) fn written(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
