//! A draft as an agenda: ids given, hours resolved, every rule kept.

use std::collections::{BTreeMap, BTreeSet};

use agenda::DayStart;
use agenda::id::Id;
use agenda::model::Mode;
use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, TimeDelta};

use super::day_start;
use super::document::{self, Document, Event, Kind, Person, Revision, Room, Theme};
use super::draft::{Draft, EventDraft, MOST, PersonDraft, SessionDraft, TrackDraft};
use super::hues::Hues;
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
        day_start: event.day_start,
        wanted_day_start: order.day_start.map(DayStart::minutes),
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
    let Draft { event, rooms, capacities, tracks, people, accounts, sessions, text: _, lost: _, mut notes } = draft;
    let title = event.title.as_deref().and_then(line);
    let zone = event.timezone.clone();
    let (Some(title), Some(zone)) = (title.clone(), zone) else {
        return Err(missing(title.is_none(), event.timezone.is_none(), &sessions));
    };
    let mut timed = sessions::timed(sessions, &zone, &mut notes)?;
    timed.sort_by(|a, b| (a.start, a.end, &a.id).cmp(&(b.start, b.end, &b.id)));
    let found = || day_start::found(event.day_start, &timed, &zone);
    let (day_start, said) = event.wanted_day_start.map_or_else(found, |wanted| (wanted, None));
    notes.extend(said);
    let night = TimeDelta::minutes(day_start.into());
    let dates = || timed.iter().map(|session| (session.start.naive_local() - night).date());
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
    let lengths = [("people", names.people.len()), ("rooms", names.rooms.len()), ("tracks", names.themes.len())];
    if let Some((noun, _)) = lengths.into_iter().find(|(_, length)| *length > MOST) {
        return Err(format!("there are more than {MOST} {noun} in it. Is it a schedule?"));
    }
    let mut known: BTreeMap<String, Vec<&PersonDraft>> = BTreeMap::new();
    for person in &people {
        known.entry(line(&person.name).unwrap_or_default()).or_default().push(person);
    }
    let (number, published) = event.revision.unwrap_or((1, now));
    let hues = Hues::of(names.kinds.values(), []);
    let document = Document {
        format: agenda::FORMAT,
        event: Event {
            id,
            title,
            tagline: event.tagline.as_deref().and_then(line),
            start: first.to_string(),
            end: last.to_string(),
            timezone: zone,
            day_start: (day_start > 0).then(|| format!("{:02}:{:02}", day_start / 60, day_start % 60)),
            language: language.clone(),
            mode: document::mode(mode),
            url: event.url.map(|url| url.to_string()),
            added: serde_json::Map::new(),
        },
        revision: Revision { number, published: written(published), changes: Vec::new() },
        themes: themes(&names, &tracks),
        kinds: in_order(&names.kinds, &[])
            .map(|(title, id)| Kind { id: id.to_string(), title: title.to_owned(), hue: hues.get(id) })
            .collect(),
        rooms: in_order(&names.rooms, &rooms.iter().filter_map(|room| line(room)).collect::<Vec<_>>())
            .map(|(title, id)| {
                let mut known = capacities.iter().filter(|(room, _)| line(room).as_deref() == Some(title));
                let capacity = known.next().map(|(_, capacity)| *capacity);
                Room { id: id.to_string(), title: title.to_owned(), capacity }
            })
            .collect(),
        people: in_order(&names.people, &[])
            .map(|(name, id)| {
                let of = |part: fn(&PersonDraft) -> Option<&str>| {
                    known.get(name).into_iter().flatten().find_map(|person| line(part(person)?))
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
    notes.extend(super::names::namesakes(&accounts));
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
        asked.push("--title \"Example Conference 2025\"   the event's name".to_owned());
    }
    if timezone {
        let offset = sessions.iter().find_map(|session| match &session.start {
            super::draft::When::Instant(at) if at.offset().local_minus_utc() != 0 => Some(at.offset().to_string()),
            super::draft::When::Instant(_) | super::draft::When::Venue(_) | super::draft::When::Zone(..) => None,
        });
        let hint = offset.map(|offset| format!(" (its times have the offset {offset})")).unwrap_or_default();
        asked.push(format!("--timezone Europe/Brussels   the time zone of the venue{hint}"));
    }
    format!(
        "the file does not say, so say it yourself. Give the command again, with your own\n  {}",
        asked.join("\n  ")
    )
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
    let by_name: BTreeMap<Option<String>, &TrackDraft> =
        tracks.iter().rev().map(|track| (line(&track.name), track)).collect();
    let own = |title: &str| colour::hue_of(by_name.get(&Some(title.to_owned()))?.colour.as_deref()?);
    let (tinted, plain): (Vec<_>, Vec<_>) = names.themes.iter().partition(|(title, _)| own(title).is_some());
    let hues = Hues::of(plain.into_iter().map(|(_, id)| id), tinted.into_iter().filter_map(|(title, _)| own(title)));
    in_order(&names.themes, &listed)
        .map(|(title, id)| {
            let track = by_name.get(&Some(title.to_owned()));
            let own = own(title);
            let summary = track.and_then(|track| track.summary.as_ref());
            Theme {
                id: id.to_string(),
                title: title.to_owned(),
                summary: summary.map(agenda::text::Text::source),
                hue: own.unwrap_or_else(|| hues.get(id)),
            }
        })
        .collect()
}

/// A point in time as the agenda has it.
pub(super) fn written(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
