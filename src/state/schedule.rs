//! What is done with the visitor's own sessions: starring them, and telling how
//! the programme has changed them.

use super::State;
use super::kept::Item;
use super::notices::Notice;
use crate::agenda::known::{Change, Known};
use crate::agenda::model::Session;
use crate::agenda::picks::{Key, Shelf};
use crate::route::Route;

/// A starred session that is not as the visitor was told.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// What the visitor was told.
    pub known: Known,
    /// What it is now; `None` where the programme does not have it.
    pub session: Option<&'static Session>,
    /// How the two differ; at least one thing.
    pub changes: Vec<Change>,
}

impl State {
    /// Stars a session, with what is known of it, or takes its star away.
    pub fn toggle_star(&self, session: &Session) {
        let star = Key::new(Shelf::Star, &session.id);
        self.kept.read_item(&star);
        if self.kept.has(Shelf::Star, &session.id) {
            self.unstar(&session.id, &session.title);
        } else {
            self.notices.dismiss(Notice::Undo);
            self.kept.change(&self.starred(&session.id));
        }
    }

    /// Takes a star away; `title` is what the visitor knows the session by.
    pub fn unstar(&self, id: &str, title: &str) {
        let words = format!("“{title}” is off your schedule.");
        self.kept.change_with_undo(words, &[(Key::new(Shelf::Star, id), None)]);
    }

    /// Stars some sessions and takes the stars of others away, in one go that
    /// can be undone; `words` say what was done.
    pub fn put_stars(&self, words: String, on: &[String], off: &[String]) {
        let off = off.iter().map(|id| (Key::new(Shelf::Star, id), None));
        let items: Vec<Item> = on.iter().flat_map(|id| self.starred(id)).chain(off).collect();
        self.kept.change_with_undo(words, &items);
    }

    /// Writes down what is known of stars of which nothing was known, as of
    /// those of an earlier version of the app.
    pub fn know_stars(&self) {
        let is_unknown = |id: &String| self.known(id).is_none();
        let unknown: Vec<String> = self.kept.on(Shelf::Star).into_iter().filter(is_unknown).collect();
        let items: Vec<Item> = unknown.iter().filter_map(|id| self.known_now(id)).collect();
        if !items.is_empty() {
            self.kept.change(&items);
        }
    }

    /// Starred sessions that are not as the visitor was told.
    pub fn changes(&self) -> Vec<Changed> {
        let changed = |id: String| {
            let known = self.known(&id)?;
            let session = self.agenda.session(&id);
            let now = session.map(|session| Known::of(self.agenda, session));
            let changes = known.changes(now.as_ref());
            (!changes.is_empty()).then_some(Changed { id, known, session, changes })
        };
        self.kept.on(Shelf::Star).into_iter().filter_map(changed).collect()
    }

    /// Starred sessions that the programme does not have, with what was known of them.
    pub fn vanished(&self) -> Vec<(String, Option<Known>)> {
        let ids = self.kept.on(Shelf::Star).into_iter().filter(|id| self.agenda.session(id).is_none());
        ids.map(|id| (id.clone(), self.known(&id))).collect()
    }

    /// Takes down that the visitor was told of changes.
    pub fn acknowledge(&self, all: &[Changed]) {
        let items = all.iter().map(|Changed { id, known, .. }| {
            let gone = || (Key::new(Shelf::Known, id), Some(known.clone().gone().encode()));
            self.known_now(id).unwrap_or_else(gone)
        });
        self.kept.change(&items.collect::<Vec<_>>());
        if self.changes().is_empty() {
            self.notices.dismiss(Notice::Mine);
        }
    }

    /// Says that the visitor's sessions have changed, unless they are looking at them.
    pub fn tell_changes(&self) {
        if self.places.here().route != Route::Mine && !self.changes().is_empty() {
            self.notices.say(Notice::Mine);
        }
    }

    fn known(&self, id: &str) -> Option<Known> {
        Known::decode(&self.kept.text(Shelf::Known, id)?)
    }

    /// What is known of a session of the programme, to be kept.
    fn known_now(&self, id: &str) -> Option<(Key, Option<String>)> {
        let known = Known::of(self.agenda, self.agenda.session(id)?);
        Some((Key::new(Shelf::Known, id), Some(known.encode())))
    }

    /// A star, to be kept, and what is known of it. The star goes first: what is
    /// lost on the way is written down at the next start.
    fn starred(&self, id: &str) -> Vec<Item> {
        [(Key::new(Shelf::Star, id), Some(String::new()))].into_iter().chain(self.known_now(id)).collect()
    }
}
