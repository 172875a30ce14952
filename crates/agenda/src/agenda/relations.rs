//! How the parts of an agenda belong together.

use super::Agenda;
use crate::id::Id;
use crate::model::{Change, Person, Room, Session, Talk, Theme};
use crate::recorded::Recorded;
use crate::scalar::Hue;
use crate::search::{Decompose, fold};

impl Agenda {
    /// The room of a session.
    pub fn room_of(&self, session: &Session) -> Option<&Room> {
        self.room(session.room.as_ref()?)
    }

    /// The sessions in a room, in order of time.
    pub fn sessions_in<'a>(&'a self, room: &'a Room) -> impl Iterator<Item = &'a Session> {
        self.sessions().iter().filter(|session| session.room.as_ref() == Some(&room.id))
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

    /// Everybody by the name that they are sorted by, or else by the name as they write it: which part of a name is
    /// the family's is not to be told from the name.
    pub fn people_by_name(&self, decompose: Decompose) -> Vec<&Person> {
        let mut people: Vec<(String, &Person)> = Vec::with_capacity(self.people().len());
        for person in self.people() {
            let key = fold(person.sort_name.as_ref().unwrap_or(&person.name), decompose);
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
