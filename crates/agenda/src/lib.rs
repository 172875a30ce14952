//! The domain: what an agenda is, and everything that can be known from it
//! without a browser, a clock or a network.

mod check;
mod draft;
mod fault;
mod field;
mod fingerprint;
mod record;
mod scalar;
#[cfg(feature = "schema")]
mod schema;
mod span;

pub mod artwork;
pub mod backup;
pub mod band;
pub mod bookmarks;
pub mod calendar;
pub mod clock;
pub mod filter;
pub mod id;
pub mod json;
pub mod lanes;
pub mod link;
pub mod model;
pub mod page;
pub mod phase;
pub mod plan;
pub mod recorded;
pub mod search;
pub mod share;
pub mod site;
pub mod snapshot;
pub mod text;
pub mod time;
pub mod video;
pub mod zone;

#[cfg(test)]
pub(crate) mod sample;

pub use draft::ReadError;
pub use fault::{Fault, Severity};
pub use fingerprint::fingerprint;
pub use scalar::{FORMAT, Hue, Line, Mark, Number, Version, ZoneName};
#[cfg(feature = "schema")]
pub use schema::schema;

use chrono::{DateTime, NaiveDate, Utc};

use id::Id;
use model::{Change, ChangeDate, Document, Event, Kind, Person, Revision, Room, Session, Talk, Theme};
use recorded::Recorded;
use search::fold;
use span::span;
use time::{Span, from_unix, midnight};
use zone::{OffsetAt, Zone};

/// A whole programme that keeps every rule. Sessions stand in order of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Agenda {
    document: Document,
    venue: Zone,
}

impl Agenda {
    fn new(mut document: Document, offset_at: OffsetAt) -> Option<Self> {
        document.sessions = in_order(document.sessions);
        let venue = Zone::sample(&document.event.timezone, span(&document), offset_at)?;
        Some(Self { document, venue })
    }

    /// The event itself.
    pub fn event(&self) -> &Event {
        &self.document.event
    }

    /// Which edition of the programme this is.
    pub fn revision(&self) -> &Revision {
        &self.document.revision
    }

    /// Every theme, in the order of the file.
    pub fn themes(&self) -> &[Theme] {
        &self.document.themes
    }

    /// Every kind of session, in the order of the file.
    pub fn kinds(&self) -> &[Kind] {
        &self.document.kinds
    }

    /// Every room, in the order of the file.
    pub fn rooms(&self) -> &[Room] {
        &self.document.rooms
    }

    /// Everybody, in the order of the file.
    pub fn people(&self) -> &[Person] {
        &self.document.people
    }

    /// Every session, by start and then end.
    pub fn sessions(&self) -> &[Session] {
        &self.document.sessions
    }

    /// The zone of the venue, over [`Agenda::span`].
    pub fn venue(&self) -> &Zone {
        &self.venue
    }

    /// All the time that the agenda speaks of within a year of the event, with
    /// two days on either side.
    pub fn span(&self) -> Span {
        span(&self.document)
    }

    /// From the start of the first session to the end of the last.
    pub fn running(&self) -> Option<Span> {
        self.sessions().iter().map(Session::span).reduce(Span::joined)
    }

    /// The days of the event, and any other on which a session starts, in order.
    pub fn days(&self) -> Vec<NaiveDate> {
        let event = self.event();
        let outside = |before: bool| {
            let days = self.sessions().iter().map(|session| self.day_of(session));
            days.filter(move |day| if before { *day < event.start } else { *day > event.end })
        };
        let mut days: Vec<NaiveDate> = outside(true).collect();
        days.extend(event.start.iter_days().take_while(|day| *day <= event.end));
        days.extend(outside(false));
        days.dedup();
        days
    }

    /// The day of the event to which a session belongs: that of its start, at the venue.
    pub fn day_of(&self, session: &Session) -> NaiveDate {
        self.venue.local(session.span().start).date_naive()
    }

    /// When a date begins at the venue.
    pub fn start_of(&self, date: NaiveDate) -> DateTime<Utc> {
        let shown = midnight(date);
        let ahead = |at| i64::from(self.venue.offset_at(at).local_minus_utc());
        let before = |at: DateTime<Utc>| from_unix(shown.timestamp() - ahead(at));
        // Asked twice, as the clocks may change between that hour of UTC and the venue's.
        before(before(shown))
    }

    /// The date of a change, at the venue.
    pub fn date_of(&self, at: ChangeDate) -> NaiveDate {
        match at {
            ChangeDate::Day(date) => date,
            ChangeDate::Instant(at) => self.venue.local(at.to_utc()).date_naive(),
        }
    }

    /// The sessions of a day of the event.
    pub fn sessions_on(&self, day: NaiveDate) -> impl Iterator<Item = &Session> {
        self.sessions().iter().filter(move |session| self.day_of(session) == day)
    }

    /// The session of that id.
    pub fn session(&self, id: &str) -> Option<&Session> {
        self.sessions().iter().find(|session| *session.id == *id)
    }

    /// The theme of that id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes().iter().find(|theme| *theme.id == *id)
    }

    /// The kind of that id.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds().iter().find(|kind| *kind.id == *id)
    }

    /// The person of that id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people().iter().find(|person| *person.id == *id)
    }

    /// The room of a session.
    pub fn room_of(&self, session: &Session) -> Option<&Room> {
        let id = session.room.as_ref()?;
        self.rooms().iter().find(|room| room.id == *id)
    }

    /// The themes of a session, in its order.
    pub fn themes_of<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Theme> {
        session.themes.iter().filter_map(|id| self.theme(id))
    }

    /// Everybody who takes part in a session or speaks in one of its talks.
    pub fn people_of<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Person> {
        let parts = session.people.iter().map(|part| &part.person);
        let speakers = session.talks.iter().flat_map(|talk| &talk.speakers);
        parts.chain(speakers).filter_map(|id| self.person(id))
    }

    /// Everybody by last name, an organisation by its whole name.
    pub fn people_by_name(&self) -> Vec<&Person> {
        let mut people: Vec<(String, &Person)> = Vec::with_capacity(self.people().len());
        for person in self.people() {
            let name = fold(&person.name);
            let last = if person.organisation { None } else { name.rsplit(' ').next() };
            let key = format!("{} {name}", last.unwrap_or(&name));
            people.insert(people.partition_point(|(other, _)| *other <= key), (key, person));
        }
        people.into_iter().map(|(_, person)| person).collect()
    }

    /// The sessions in which a person takes part, and as what.
    pub fn sessions_led_by<'a>(&'a self, person: &'a Person) -> impl Iterator<Item = (&'a Session, &'a str)> {
        self.sessions().iter().flat_map(move |session| {
            let own = session.people.iter().filter(move |part| part.person == person.id);
            own.map(move |part| (session, &*part.role))
        })
    }

    /// The talks in which a person speaks, with their sessions.
    pub fn talks_by<'a>(&'a self, person: &'a Person) -> impl Iterator<Item = (&'a Session, &'a Talk)> {
        self.talks().filter(|(_, talk)| talk.speakers.contains(&person.id))
    }

    /// Who speaks in a talk.
    pub fn speakers<'a>(&'a self, talk: &'a Talk) -> impl Iterator<Item = &'a Person> {
        talk.speakers.iter().filter_map(|id| self.person(id))
    }

    /// Every talk with the session it belongs to, in order of time.
    pub fn talks(&self) -> impl Iterator<Item = (&Session, &Talk)> {
        self.sessions().iter().flat_map(|session| session.talks.iter().map(move |talk| (session, talk)))
    }

    /// Every recording of a session, in order of time.
    pub fn recordings(&self) -> impl Iterator<Item = Recorded<'_>> {
        self.sessions().iter().flat_map(Recorded::all_of)
    }

    /// The theme of a talk: its own, or the only one of its session.
    pub fn theme_of_talk(&self, session: &Session, talk: &Talk) -> Option<&Theme> {
        self.only_theme(session, talk.theme.as_ref())
    }

    /// The theme of a recording: its own, or the only one of its session.
    pub fn theme_of_recording(&self, recorded: Recorded) -> Option<&Theme> {
        self.only_theme(recorded.session, recorded.recording.theme.as_ref())
    }

    /// The class that gives a session's elements its hue: that of its first
    /// theme, or else of its kind.
    pub fn hue_class(&self, session: &Session) -> String {
        self.hue_class_with(session, session.themes.first().and_then(|id| self.theme(id)))
    }

    /// The class that gives a part of a session its hue: that of its theme, or
    /// else of the session's kind.
    pub fn hue_class_with(&self, session: &Session, theme: Option<&Theme>) -> String {
        let hue = theme.map(|theme| theme.hue).or_else(|| self.kind(&session.kind).map(|kind| kind.hue));
        hue.map(Hue::class).unwrap_or_default()
    }

    /// The session before and the one after, in order of time.
    pub fn neighbours(&self, session: &Session) -> (Option<&Session>, Option<&Session>) {
        let sessions = self.sessions();
        let Some(index) = sessions.iter().position(|other| other.id == session.id) else { return (None, None) };
        let before = index.checked_sub(1).and_then(|index| sessions.get(index));
        (before, sessions.get(index + 1))
    }

    /// Changes of the programme that concern a session, oldest first.
    pub fn changes_of<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Change> {
        self.revision().changes.iter().filter(|change| change.sessions.contains(&session.id))
    }

    fn only_theme(&self, session: &Session, own: Option<&Id>) -> Option<&Theme> {
        let only = match session.themes.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        own.or(only).and_then(|id| self.theme(id))
    }
}

impl Session {
    /// From its start to its end.
    pub fn span(&self) -> Span {
        Span { start: self.start.to_utc(), end: self.end.to_utc() }
    }
}

/// The sessions by start and then end. Inserting costs a tenth of the code of
/// sorting, and a file is nearly in order as a rule.
fn in_order(sessions: Vec<Session>) -> Vec<Session> {
    let mut order: Vec<usize> = Vec::with_capacity(sessions.len());
    let key = |index: &usize| sessions.get(*index).map(|session| (session.start, session.end));
    for index in 0..sessions.len() {
        order.insert(order.partition_point(|other| key(other) <= key(&index)), index);
    }
    let mut slots: Vec<Option<Session>> = sessions.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| slots.get_mut(index).and_then(Option::take)).collect()
}
