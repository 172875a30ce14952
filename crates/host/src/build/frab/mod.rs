//! The programme in the formats of frab, for apps such as Giggity and `EventFahrplan`:
//! `schedule.json` (version 1) and `schedule.xml` at the top of the site.

mod json;
mod sessions;
mod xml;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use uuid::Uuid;

use super::address::{Address, is_web};
use crate::import::draft::GENERATOR;
use agenda::{Agenda, fingerprint};
use sessions::Entry;

/// The places of the two files.
pub(super) const JSON: &str = "schedule.json";
/// The place of the XML.
pub(super) const XML: &str = "schedule.xml";

/// The shortest acronym that the schema takes.
const ACRONYM: usize = 4;

/// A programme as frab sees it.
pub(super) struct Schedule<'a> {
    agenda: &'a Agenda,
    address: &'a Address,
    people: BTreeMap<String, u32>,
    sessions: BTreeMap<String, u32>,
}

/// A day with the rooms in which something takes place.
struct Day<'a> {
    index: usize,
    date: NaiveDate,
    start: String,
    end: String,
    /// The rooms by their names, in the order of the agenda; what has no room comes first, under no name.
    rooms: Vec<(&'a str, Vec<Entry<'a>>)>,
}

impl<'a> Schedule<'a> {
    pub(super) fn new(agenda: &'a Agenda, address: &'a Address) -> Self {
        let people = numbers(agenda.people().iter().map(|person| &*person.id));
        let sessions = numbers(agenda.sessions().iter().map(|session| &*session.id));
        Self { agenda, address, people, sessions }
    }

    /// The file of that place.
    ///
    /// # Errors
    /// It cannot be written.
    pub(super) fn file(&self, place: &str) -> Result<Vec<u8>, String> {
        if place == XML { xml::write(self) } else { json::write(self) }.map_err(|why| format!("{place}: {why}"))
    }

    /// The number of the edition and when it was published.
    fn version(&self) -> String {
        let revision = self.agenda.revision();
        let published = revision.published.to_rfc3339_opts(SecondsFormat::Secs, true);
        format!("{} {published}", revision.number.0)
    }

    /// The event's id in the characters that the schema takes.
    fn acronym(&self) -> String {
        let id = self.agenda.event().id.replace('-', "_");
        format!("{id:_<ACRONYM$}")
    }

    /// The official site of the event, or else this one.
    fn base_url(&self) -> Option<String> {
        let official = self.agenda.event().url.as_ref().filter(|url| is_web(url));
        official.map(|url| (**url).to_owned()).or_else(|| self.address.site().map(str::to_owned))
    }

    fn days(&self) -> Vec<Day<'_>> {
        let days = self.agenda.days().into_iter().enumerate();
        days.map(|(index, date)| {
            let next = date.succ_opt().unwrap_or(date);
            Day {
                index: index + 1,
                date,
                start: self.moment(self.agenda.start_of(date)),
                end: self.moment(self.agenda.start_of(next)),
                rooms: self.rooms(date),
            }
        })
        .collect()
    }

    fn rooms(&self, date: NaiveDate) -> Vec<(&str, Vec<Entry<'_>>)> {
        let mut names: Vec<&str> = vec![""];
        names.extend(self.agenda.rooms().iter().map(|room| &*room.title));
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(*name));
        // A long session stands on each day that it touches, and here on the first alone.
        let own = self.agenda.sessions_on(date).filter(|session| self.agenda.day_of(session) == date);
        let entries: Vec<Entry> = own.map(|session| self.entry(session)).collect();
        let mut rooms: Vec<(&str, Vec<Entry>)> = names.into_iter().map(|name| (name, Vec::new())).collect();
        for entry in entries {
            if let Some((_, list)) = rooms.iter_mut().find(|(name, _)| *name == entry.room) {
                list.push(entry);
            }
        }
        rooms.retain(|(_, entries)| !entries.is_empty());
        rooms
    }

    /// A point in time on the venue's clock.
    fn moment(&self, at: DateTime<Utc>) -> String {
        self.agenda.venue().local(at).to_rfc3339_opts(SecondsFormat::Secs, false)
    }

    /// A name that no other thing has, the same in every edition.
    fn guid(&self, noun: &str, id: &str) -> String {
        let name = format!("{noun}/{id}@{}.meridian", self.agenda.event().id);
        Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
    }
}

/// The name and version under which Meridian is known as the generator.
fn generator() -> (&'static str, &'static str) {
    (GENERATOR, env!("CARGO_PKG_VERSION"))
}

/// A number for each id, which depends on nothing but the id where no two come to the same.
fn numbers<'i>(ids: impl Iterator<Item = &'i str>) -> BTreeMap<String, u32> {
    let ids: BTreeSet<&str> = ids.collect();
    let mut taken = BTreeSet::new();
    let mut numbers = BTreeMap::new();
    for id in ids {
        let hash = fingerprint(id.as_bytes()).parse::<u64>().unwrap_or(0);
        // A signed number of 32 bits, as apps keep it.
        let mut number = u32::try_from(hash % 0x7fff_fff0).unwrap_or(0) + 1;
        while !taken.insert(number) {
            number += 1;
        }
        numbers.insert(id.to_owned(), number);
    }
    numbers
}
