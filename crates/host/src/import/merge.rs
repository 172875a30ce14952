//! Several files about one event: what they share, where they differ, and what only one of them has.

use std::collections::BTreeMap;

use super::draft::{Draft, End, SessionDraft};
use super::times::resolve;
use super::{ids, summary};

/// A file with what was read from it.
pub(super) struct Read {
    /// Its name in messages.
    pub(super) name: String,
    pub(super) draft: Draft,
}

/// The drafts as one. Where two have a fact, that of the earlier file holds.
///
/// # Errors
/// There is no time zone of the venue's name.
pub(super) fn merge(files: Vec<Read>, venue: &str) -> Result<Draft, String> {
    let mut files = files.into_iter();
    let Some(first) = files.next() else { return Ok(Draft::default()) };
    let (mut all, mut names) = (first.draft, first.name);
    for Read { name, draft } in files {
        let Draft { event: _, rooms, capacities, tracks, people, accounts: _, sessions, text: _, lost, notes } = draft;
        let said = join(&mut all.sessions, sessions, venue, [&names, &name])?;
        all.lost.join(lost);
        all.notes.extend(notes);
        all.notes.extend(said);
        all.people.extend(people);
        for (room, capacity) in capacities {
            all.capacities.entry(room).or_insert(capacity);
        }
        if all.rooms.is_empty() {
            all.rooms = rooms;
        }
        if all.tracks.is_empty() {
            all.tracks = tracks;
        }
        names = format!("{names}, {name}");
    }
    Ok(all)
}

/// Adds sessions to those that are there; returns what is to be said.
fn join(
    own: &mut Vec<SessionDraft>,
    others: Vec<SessionDraft>,
    venue: &str,
    names: [&str; 2],
) -> Result<Vec<String>, String> {
    let mut known = Index::of(own, venue)?;
    let (mut shared, mut differing, mut added) = (0_usize, Vec::new(), Vec::new());
    let counts = counts(&others);
    for other in others {
        let is_unique = counts.get(&ids::session(&other.key)) == Some(&1);
        let Some(index) = known.take(&other, is_unique, venue)? else {
            added.push(other);
            continue;
        };
        if let Some(session) = own.get_mut(index) {
            shared += 1;
            differing.extend(differences(session, &other, venue)?);
            fill(session, other);
        }
    }
    let missing: Vec<String> = known.left().filter_map(|index| own.get(index)).map(called).collect();
    let more: Vec<String> = added.iter().map(called).collect();
    own.extend(added);
    let [first, second] = names;
    let agree = if differing.is_empty() { ", and agree in title, time and room on all of them" } else { "" };
    let mut said = vec![format!("{first} and {second} share {shared} sessions{agree}.")];
    said.extend(summary::listed(
        &format!("Sessions in which they differ, where {first} is followed ({})", differing.len()),
        &differing,
    ));
    said.extend(summary::listed(&format!("Sessions that only {first} has ({})", missing.len()), &missing));
    said.extend(summary::listed(
        &format!("Sessions that only {second} has, which are taken too ({})", more.len()),
        &more,
    ));
    Ok(said)
}

fn called(session: &SessionDraft) -> String {
    let key = if session.key.is_empty() { String::new() } else { format!("{} ", session.key) };
    format!("{key}“{}”", plain(&session.title))
}

/// How many sessions come to each id.
fn counts(sessions: &[SessionDraft]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for session in sessions {
        *counts.entry(ids::session(&session.key)).or_default() += 1;
    }
    counts
}

/// Where each session stands that no other file has met yet.
struct Index {
    by_id: BTreeMap<String, usize>,
    by_title: BTreeMap<(String, i64), usize>,
    is_free: Vec<bool>,
}

impl Index {
    fn of(sessions: &[SessionDraft], venue: &str) -> Result<Self, String> {
        let counts = counts(sessions);
        let mut found = Self { by_id: BTreeMap::new(), by_title: BTreeMap::new(), is_free: vec![true; sessions.len()] };
        for (index, session) in sessions.iter().enumerate() {
            let id = ids::session(&session.key);
            if counts.get(&id) == Some(&1) && !session.key.is_empty() {
                found.by_id.insert(id, index);
            }
            found.by_title.insert(title_and_start(session, venue)?, index);
        }
        Ok(found)
    }

    /// The place of the session that is meant by the other, which is then taken.
    fn take(&mut self, other: &SessionDraft, is_unique: bool, venue: &str) -> Result<Option<usize>, String> {
        let by_id = if is_unique { self.by_id.get(&ids::session(&other.key)).copied() } else { None };
        let by_title = self.by_title.get(&title_and_start(other, venue)?).copied();
        let found = [by_id, by_title].into_iter().flatten().find(|index| self.is_free.get(*index) == Some(&true));
        if let Some(is_free) = found.and_then(|index| self.is_free.get_mut(index)) {
            *is_free = false;
        }
        Ok(found)
    }

    /// The sessions that the other file did not have.
    fn left(&self) -> impl Iterator<Item = usize> {
        self.is_free.iter().enumerate().filter(|(_, is_free)| **is_free).map(|(index, _)| index)
    }
}

fn title_and_start(session: &SessionDraft, venue: &str) -> Result<(String, i64), String> {
    Ok((plain(&session.title), resolve(&session.start, venue)?.at.timestamp()))
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// In what two accounts of a session differ.
fn differences(own: &SessionDraft, other: &SessionDraft, venue: &str) -> Result<Option<String>, String> {
    let span = |session: &SessionDraft| -> Result<_, String> {
        let start = resolve(&session.start, venue)?.at;
        let end = match &session.end {
            End::At(end) => resolve(end, venue)?.at.timestamp(),
            End::After(minutes) => start.timestamp() + minutes * 60,
        };
        Ok((start, end))
    };
    let room = |session: &SessionDraft| plain(session.room.as_deref().unwrap_or_default());
    let mut parts = Vec::new();
    if plain(&own.title) != plain(&other.title) {
        parts.push(format!("title (“{}”)", plain(&other.title)));
    }
    let (own_span, other_span) = (span(own)?, span(other)?);
    if own_span != other_span {
        parts.push(format!(
            "time ({} for {} min)",
            other_span.0.to_rfc3339(),
            (other_span.1 - other_span.0.timestamp()) / 60
        ));
    }
    if room(own) != room(other) {
        parts.push(format!("room ({})", room(other)));
    }
    Ok((!parts.is_empty()).then(|| format!("{}: {}", called(own), parts.join(", "))))
}

/// Takes from another account what the own one lacks.
fn fill(own: &mut SessionDraft, other: SessionDraft) {
    let SessionDraft { kind, tracks, room, day, level, summary, topics, people, links, join, notes, language, .. } =
        other;
    if own.kind.is_empty() {
        own.kind = kind;
    }
    own.room = own.room.take().or(room);
    own.day = own.day.take().or(day);
    own.level = own.level.or(level);
    own.summary = own.summary.take().or(summary);
    own.join = own.join.take().or(join);
    own.language = own.language.take().or(language);
    for (list, more) in [(&mut own.tracks, tracks), (&mut own.topics, topics), (&mut own.notes, notes)] {
        if list.is_empty() {
            *list = more;
        }
    }
    if own.people.is_empty() {
        own.people = people;
    }
    let new = links.into_iter().filter(|link| !own.links.iter().any(|known| known.href == link.href));
    let new: Vec<_> = new.collect();
    own.links.extend(new);
}
