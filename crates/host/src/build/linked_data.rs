//! Linked data for search engines: the event and its sessions in the terms of schema.org, as JSON-LD.

use serde_json::{Map, Value};

use super::address::{Address, is_web};
use super::artwork::preview;
use super::description::{MOST, cut, one_line};
use agenda::Agenda;
use agenda::model::{Mode, Person, Session, Status};
use agenda::page::Page;
use chrono::{DateTime, SecondsFormat, Utc};

/// The most sessions that the home page lists: it has to stay small, and every
/// session's own page has more.
const MOST_SESSIONS: usize = 100;

/// Writes what a page is about, as the text of a `<script type="application/ld+json">`.
pub(super) struct LinkedData<'a> {
    /// The programme.
    pub(super) agenda: &'a Agenda,
    /// Where the site is served.
    pub(super) address: &'a Address,
}

impl LinkedData<'_> {
    /// Of the pages that are about an event or a part of one.
    pub(super) fn of(&self, page: Option<&Page>) -> Option<String> {
        let thing = match page? {
            Page::Home => Some(self.home()),
            Page::Session(id) => self.agenda.session(id).map(|session| self.session_page(session)),
            Page::Programme
            | Page::Day(_)
            | Page::Theme(_)
            | Page::Watch
            | Page::People
            | Page::Person(_)
            | Page::Room(_)
            | Page::Mine
            | Page::About => None,
        };
        let mut thing = thing?;
        thing.insert("@context".to_owned(), "https://schema.org".into());
        // Without a `<` the text cannot end its element or open a comment.
        Some(Value::Object(thing).to_string().replace('<', "\\u003c"))
    }

    fn home(&self) -> Map<String, Value> {
        let mut event = self.event();
        let sessions = self.agenda.sessions().iter().take(MOST_SESSIONS).map(|session| self.session(session));
        add(&mut event, "subEvent", list(sessions));
        event
    }

    /// The event without its parts.
    fn event(&self) -> Map<String, Value> {
        let event = self.agenda.event();
        let sessions = self.agenda.sessions();
        let is_cancelled = !sessions.is_empty() && sessions.iter().all(|session| session.status == Status::Cancelled);
        let (start, end) = match self.agenda.running() {
            Some(span) => (self.moment(span.start), self.moment(span.end)),
            None => (event.start.to_string(), event.end.to_string()),
        };
        let mut thing = named("Event", &event.title);
        add(&mut thing, "description", event.tagline.as_ref().map(|tagline| one_line(tagline).into()));
        add(&mut thing, "startDate", Some(start.into()));
        add(&mut thing, "endDate", Some(end.into()));
        add(&mut thing, "eventStatus", Some(status(is_cancelled)));
        add(&mut thing, "eventAttendanceMode", Some(attendance(event.mode)));
        add(&mut thing, "location", Some(self.location(&Page::Home, None)));
        add(&mut thing, "url", self.address.of_page(&Page::Home).map(Value::String));
        add(&mut thing, "image", self.address.of_path(&preview(self.agenda, None)).map(Value::String));
        let organiser = event.organiser.as_ref().map(|name| {
            let mut organiser = named("Organization", name);
            add(&mut organiser, "url", self.official().map(Value::String));
            Value::Object(organiser)
        });
        add(&mut thing, "organizer", organiser);
        add(&mut thing, "inLanguage", Some((&*event.language).into()));
        thing
    }

    fn session_page(&self, session: &Session) -> Map<String, Value> {
        let mut thing = self.session(session);
        add(&mut thing, "eventAttendanceMode", Some(attendance(self.agenda.event().mode)));
        let most = if self.agenda.is_large() { MOST } else { usize::MAX };
        let summary = session.summary.as_ref().map(|summary| cut(&one_line(&summary.plain()), most).into());
        add(&mut thing, "description", summary);
        let theme = self.agenda.themes_of(session).next();
        add(&mut thing, "image", self.address.of_path(&preview(self.agenda, theme)).map(Value::String));
        let language = session.language.as_ref().unwrap_or(&self.agenda.event().language);
        add(&mut thing, "inLanguage", Some((&**language).into()));
        let mut people: Vec<&Person> = Vec::new();
        for person in self.agenda.people_of(session) {
            if !people.iter().any(|other| other.id == person.id) {
                people.push(person);
            }
        }
        add(&mut thing, "performer", list(people.into_iter().map(performer)));
        add(&mut thing, "superEvent", Some(Value::Object(self.event())));
        thing
    }

    /// A session in the list of its event.
    fn session(&self, session: &Session) -> Map<String, Value> {
        let page = Page::Session(session.id.to_string());
        let mut thing = named("Event", &session.title);
        add(&mut thing, "startDate", Some(self.moment(session.span().start).into()));
        add(&mut thing, "endDate", Some(self.moment(session.span().end).into()));
        add(&mut thing, "eventStatus", Some(status(session.status == Status::Cancelled)));
        add(&mut thing, "location", Some(self.location(&page, Some(session))));
        add(&mut thing, "url", self.address.of_page(&page).map(Value::String));
        thing
    }

    /// Where people meet, as far as the agenda has it.
    fn location(&self, page: &Page, session: Option<&Session>) -> Value {
        let online = || {
            let mut place = thing("VirtualLocation");
            let url = self.address.of_page(page).or_else(|| self.official());
            add(&mut place, "url", url.map(Value::String));
            Value::Object(place)
        };
        let room = session.and_then(|session| self.agenda.room_of(session)).map(|room| room.title.to_string());
        let here = || Value::Object(named("Place", &room.unwrap_or_else(|| self.agenda.venue().city())));
        match self.agenda.event().mode {
            Mode::Virtual => online(),
            Mode::InPerson => here(),
            Mode::Hybrid => Value::Array(vec![online(), here()]),
        }
    }

    /// The official site of the event.
    fn official(&self) -> Option<String> {
        let url = self.agenda.event().url.as_ref().filter(|url| is_web(url))?;
        Some(url.to_string())
    }

    /// RFC 3339 with the venue's offset, as `2021-06-28T09:00:00+02:00`.
    fn moment(&self, at: DateTime<Utc>) -> String {
        self.agenda.venue().local(at).to_rfc3339_opts(SecondsFormat::Secs, false)
    }
}

fn performer(person: &Person) -> Value {
    let mut performer = named(if person.organisation { "Organization" } else { "Person" }, &person.name);
    let affiliation = person.affiliation.as_ref().filter(|_| !person.organisation);
    add(&mut performer, "affiliation", affiliation.map(|name| Value::Object(named("Organization", name))));
    Value::Object(performer)
}

fn status(is_cancelled: bool) -> Value {
    let status = if is_cancelled { "EventCancelled" } else { "EventScheduled" };
    format!("https://schema.org/{status}").into()
}

fn attendance(mode: Mode) -> Value {
    let mode = match mode {
        Mode::Virtual => "Online",
        Mode::InPerson => "Offline",
        Mode::Hybrid => "Mixed",
    };
    format!("https://schema.org/{mode}EventAttendanceMode").into()
}

fn thing(kind: &str) -> Map<String, Value> {
    [("@type".to_owned(), kind.into())].into_iter().collect()
}

fn named(kind: &str, name: &str) -> Map<String, Value> {
    let mut thing = thing(kind);
    thing.insert("name".to_owned(), name.into());
    thing
}

fn add(thing: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        thing.insert(name.to_owned(), value);
    }
}

/// The things as a list, unless there are none.
fn list(things: impl Iterator<Item = impl Into<Value>>) -> Option<Value> {
    let things: Vec<Value> = things.map(Into::into).collect();
    (!things.is_empty()).then(|| things.into())
}

#[cfg(test)]
mod tests;
