//! An agenda that keeps every rule, and what is looked up in it.

mod days;
mod relations;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::model::{ChangeDate, City, Document, Event, Kind, Person, Revision, Room, Session, Theme};
use super::read::ReadError;
use super::rules;
use super::span::span;
use super::time::{Span, from_unix, midnight, next_day};
use super::zone::{OffsetAt, Zone};

/// Above so many sessions an agenda is large.
const LARGE: usize = 250;

/// A whole programme that keeps every rule. Its sessions are in order of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Agenda {
    document: Document,
    venue: Zone,
    /// The zones of the event's cities, in their order; `None` for one that the reader does not know.
    cities: Vec<Option<Zone>>,
}

impl Agenda {
    /// An agenda from a document that keeps every rule. A zone that the reader does not know breaks none.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn new(document: Document, offset_at: OffsetAt) -> Result<Self, ReadError> {
        let faults = rules::check(&document, offset_at);
        match faults.into_iter().next() {
            Some(fault) => Err(fault.into()),
            None => Ok(Self::checked(document, offset_at)),
        }
    }

    /// The same from a document of which it is known that it keeps every rule: one that `meridian build` has derived.
    pub fn checked(mut document: Document, offset_at: OffsetAt) -> Self {
        document.sessions = in_order(document.sessions);
        // Where the reader does not know the zone, the hours of the venue are those that are written.
        let written = || Zone::written(&document.event.timezone, document.sessions.iter().map(|session| session.start));
        let venue = Zone::sample(&document.event.timezone, span(&document), offset_at).unwrap_or_else(written);
        let cities = document.event.cities.iter();
        let cities = cities.map(|city| Zone::sample(&city.zone, span(&document), offset_at)).collect();
        Self { document, venue, cities }
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

    /// Whether there are so many sessions that a visitor should not pay for all of them: lists hold a day, pages share
    /// what they have in common, and long texts come when they are wanted ([`crate::brief`]).
    pub fn is_large(&self) -> bool {
        self.sessions().len() > LARGE
    }

    /// The zone of the venue, over [`Agenda::span`].
    pub fn venue(&self) -> &Zone {
        &self.venue
    }

    /// The event's cities with their zones over [`Agenda::span`]; without those whose zone is not known.
    pub fn cities(&self) -> impl Iterator<Item = (&City, &Zone)> {
        let cities = self.event().cities.iter().zip(&self.cities);
        cities.filter_map(|(city, zone)| Some((city, zone.as_ref()?)))
    }

    /// All the time that the agenda covers within a year of the event, with
    /// two days on either side.
    pub fn span(&self) -> Span {
        span(&self.document)
    }

    /// From the start of the first session to the end of the last.
    pub fn running(&self) -> Option<Span> {
        self.sessions().iter().map(Session::span).reduce(Span::joined)
    }

    /// The same, or the days of the event where there is no session.
    pub fn held(&self) -> Span {
        let event = self.event();
        let days = || Span { start: self.start_of(event.start), end: self.start_of(next_day(event.end)) };
        self.running().unwrap_or_else(days)
    }

    /// The day of the event to which a session belongs: that of its start, at the venue.
    pub fn day_of(&self, session: &Session) -> NaiveDate {
        self.day_then(session.span().start)
    }

    /// The day of the event that it is at a moment: until days begin, the one before.
    pub fn day_then(&self, at: DateTime<Utc>) -> NaiveDate {
        let date = self.venue.local(at).date_naive();
        if at < self.start_of(date) { date.pred_opt().unwrap_or(date) } else { date }
    }

    /// When a day of the event begins at the venue.
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant(midnight(day) + TimeDelta::minutes(self.event().day_start.minutes().into()))
    }

    /// When a date begins at the venue, whatever the days of the event do.
    pub fn midnight_of(&self, date: NaiveDate) -> DateTime<Utc> {
        self.instant(midnight(date))
    }

    /// When the venue's clocks show what a clock of UTC shows then.
    fn instant(&self, shown: DateTime<Utc>) -> DateTime<Utc> {
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

    /// The room of that id.
    pub fn room(&self, id: &str) -> Option<&Room> {
        self.rooms().iter().find(|room| *room.id == *id)
    }

    /// The session before and the one after, in order of time.
    pub fn neighbours(&self, session: &Session) -> (Option<&Session>, Option<&Session>) {
        let sessions = self.sessions();
        let Some(index) = sessions.iter().position(|other| other.id == session.id) else { return (None, None) };
        let before = index.checked_sub(1).and_then(|index| sessions.get(index));
        (before, sessions.get(index + 1))
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
