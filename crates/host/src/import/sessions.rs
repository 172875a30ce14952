//! The sessions of a draft, with their ids and their hours.

use std::collections::BTreeMap;

use agenda::Language;
use agenda::model::{Level, Status};
use agenda::text::{Block, Inline, Text};
use chrono::{DateTime, FixedOffset, TimeDelta};

use super::assemble::{Names, SESSION, written};
use super::document::{self, Link, Part, Session};
use super::draft::{DayDraft, End, LinkDraft, SessionDraft};
use super::names::line;
use super::session_ids;
use super::summary::listed;
use super::times::{Oddity, resolve};
use crate::check::lint::language::is_registered;

/// How many people, links, tracks or topics a session may have.
const MOST: usize = 1_000;

/// A session whose id and hours are known. All texts are lines.
pub(super) struct Timed {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) tracks: Vec<String>,
    pub(super) room: Option<String>,
    pub(super) start: DateTime<FixedOffset>,
    pub(super) end: DateTime<FixedOffset>,
    pub(super) day: Option<DayDraft>,
    pub(super) people: Vec<(String, String)>,
    pub(super) language: Option<String>,
    status: Status,
    level: Option<Level>,
    summary: Option<Text>,
    topics: Vec<String>,
    links: Vec<LinkDraft>,
    join: Option<agenda::link::Href>,
    notes: Vec<String>,
}

/// The sessions with their ids and hours.
///
/// # Errors
/// The zone does not exist, or a time cannot be counted.
pub(super) fn timed(drafts: Vec<SessionDraft>, venue: &str, notes: &mut Vec<String>) -> Result<Vec<Timed>, String> {
    let mut odd: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut all: Vec<(Timed, String, String)> = Vec::new();
    for draft in drafts {
        let (key, guid) = (draft.key.clone(), draft.guid.clone());
        let (session, said) = one(draft, venue)?;
        for what in said {
            odd.entry(what).or_default().push(format!("{} “{}”", key, session.title));
        }
        all.push((session, key, guid));
    }
    session_ids::give(&mut all, &mut odd);
    for (what, names) in odd {
        notes.extend(listed(&format!("{what} ({})", names.len()), &names));
    }
    Ok(all.into_iter().map(|(session, ..)| session).collect())
}

/// A session without its id, and what is odd about it.
fn one(draft: SessionDraft, venue: &str) -> Result<(Timed, Vec<&'static str>), String> {
    let SessionDraft {
        key: _,
        guid: _,
        title,
        kind,
        tracks,
        room,
        start,
        end,
        day,
        status,
        level,
        summary,
        topics,
        people,
        links,
        join,
        notes,
        language,
    } = draft;
    let counts = [tracks.len(), topics.len(), people.len(), links.len(), notes.len()];
    if counts.into_iter().any(|count| count > MOST) {
        let title = agenda::clip(&title);
        return Err(format!("“{title}” has more than {MOST} people, links, tracks or topics"));
    }
    let mut odd = Vec::new();
    let mut note = |oddity: Option<Oddity>| match oddity {
        Some(Oddity::Gap) => odd.push("Hours that the clocks skip; the hour after is taken"),
        Some(Oddity::Twice) => odd.push("Hours that the clocks show twice; the first is taken"),
        None => {}
    };
    let begin = resolve(&start, venue)?;
    note(begin.oddity);
    let beyond = || format!("“{title}” ends beyond what can be counted");
    let mut finish = match &end {
        End::At(end) => {
            let end = resolve(end, venue)?;
            note(end.oddity);
            end.at
        }
        End::After(minutes) => {
            let length = TimeDelta::try_minutes(*minutes).ok_or_else(beyond)?;
            let end = begin.at.checked_add_signed(length).ok_or_else(beyond)?;
            resolve(&super::draft::When::Instant(end), venue)?.at
        }
    };
    if finish <= begin.at {
        odd.push(if finish == begin.at {
            "Sessions that last no time, which agenda.json has no place for; each is given one minute"
        } else {
            "Sessions that end before they start; each is given one minute: correct them at their source"
        });
        finish = begin.at + TimeDelta::minutes(1);
    } else if finish - begin.at > TimeDelta::hours(12) {
        odd.push("Sessions longer than twelve hours, which is kept");
    }
    let title = line(&title).unwrap_or_else(|| {
        odd.push("Sessions without a title, which are called “Untitled”");
        "Untitled".to_owned()
    });
    let lines = |texts: Vec<String>| -> Vec<String> { distinct(texts.iter().filter_map(|text| line(text))) };
    let language = language.as_deref().and_then(line);
    let is_tag = language.as_deref().is_none_or(|tag| Language::try_from(tag).is_ok() && is_registered(tag));
    if !is_tag {
        odd.push("Sessions whose language is no registered tag such as `en`; it is left out");
    }
    let language = language.filter(|_| is_tag);
    let people = people.iter().filter_map(|(name, role)| Some((line(name)?, line(role)?)));
    let session = Timed {
        id: String::new(),
        title,
        kind: line(&kind).unwrap_or_else(|| SESSION.to_owned()),
        tracks: lines(tracks),
        room: room.as_deref().and_then(line),
        start: begin.at,
        end: finish,
        day,
        people: distinct(people),
        language,
        status,
        level,
        summary,
        topics: lines(topics),
        links: distinct_by(links.into_iter(), |link| link.href.to_string()),
        join,
        notes: lines(notes),
    };
    Ok((session, odd))
}

fn distinct<T: PartialEq + Clone>(items: impl Iterator<Item = T>) -> Vec<T> {
    distinct_by(items, T::clone)
}

/// The items without those that have the key of one before.
fn distinct_by<T, K: PartialEq>(items: impl Iterator<Item = T>, key: fn(&T) -> K) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for item in items {
        if !all.iter().any(|other| key(other) == key(&item)) {
            all.push(item);
        }
    }
    all
}

impl Timed {
    /// The session as the agenda has it.
    pub(super) fn written(self, names: &Names, event_language: &str) -> Session {
        let id = |ids: &BTreeMap<String, agenda::id::Id>, name: &str| {
            ids.get(name).map(ToString::to_string).unwrap_or_default()
        };
        Session {
            kind: id(&names.kinds, &self.kind),
            themes: self.tracks.iter().map(|track| id(&names.themes, track)).collect(),
            room: self.room.as_deref().map(|room| id(&names.rooms, room)),
            start: written(self.start),
            end: written(self.end),
            status: document::status(self.status),
            level: self.level.map(document::level),
            summary: self.summary.as_ref().map(Text::source),
            topics: self.topics.into_iter().filter_map(plain).collect(),
            people: self
                .people
                .iter()
                .map(|(name, role)| Part { person: id(&names.people, name), role: role.clone() })
                .collect(),
            join: self.join.map(|join| join.to_string()),
            links: self.links.into_iter().map(link).collect(),
            notes: self.notes.into_iter().filter_map(plain).map(document::information).collect(),
            language: self.language.filter(|language| language != event_language),
            id: self.id,
            title: self.title,
        }
    }
}

/// Words without marks as the source of a text.
fn plain(words: String) -> Option<String> {
    Text::of(vec![Block::Paragraph(vec![Inline::Plain(words)])]).map(|text| text.source())
}

fn link(link: LinkDraft) -> Link {
    let LinkDraft { label, href, kind } = link;
    let address = || href.host().unwrap_or(&href).to_owned();
    Link { label: line(&label).unwrap_or_else(address), href: href.to_string(), kind: kind.word() }
}
