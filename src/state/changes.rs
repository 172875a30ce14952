//! The visitor's own sessions: starring them, and telling how the programme has changed them.

use agenda::Agenda;
use agenda::bookmarks::{BookmarkKey, BookmarkKind};
use agenda::model::Session;
use agenda::snapshot::{Change, Snapshot};
use leptos::prelude::*;

use super::address::Address;
use super::bookmarks::{Bookmarks, Item};
use super::notices::{Notice, Notices};
use super::programme::Programme;
use crate::platform::storage::ask_to_persist;
use crate::routes::Page;

/// A starred session that is not as the visitor was told.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// What the visitor was told.
    pub snapshot: Snapshot,
    /// What it is now; `None` where the programme does not have it.
    pub session: Option<&'static Session>,
    /// How the two differ; at least one thing.
    pub changes: Vec<Change>,
}

/// The visitor's own sessions.
#[derive(Clone, Copy)]
pub struct Changes {
    programme: Programme,
    bookmarks: Bookmarks,
    notices: Notices,
    address: Address,
}

/// Gives everything below it the visitor's own sessions.
pub fn provide_changes(programme: Programme, bookmarks: Bookmarks, notices: Notices, address: Address) -> Changes {
    let changes = Changes { programme, bookmarks, notices, address };
    provide_context(changes);
    changes
}

/// The visitor's own sessions.
pub fn use_changes() -> Changes {
    expect_context()
}

impl Changes {
    /// Stars a session, with a snapshot of it, or takes its star away.
    pub fn toggle_star(self, session: &Session) {
        self.bookmarks.read_item(&BookmarkKey::new(BookmarkKind::Star, &session.id));
        if untrack(|| self.bookmarks.has(BookmarkKind::Star, &session.id)) {
            self.unstar(&session.id, &session.title);
        } else {
            self.notices.dismiss(Notice::Undo);
            self.bookmarks.change(&self.star(&session.id));
        }
    }

    /// Takes a star away; `title` is what the visitor knows the session by.
    pub fn unstar(self, id: &str, title: &str) {
        let words = format!("“{title}” is off your schedule.");
        self.bookmarks.change_with_undo(words, &[(BookmarkKey::new(BookmarkKind::Star, id), None)]);
    }

    /// Stars some sessions and takes the stars of others away, in one step that can be undone;
    /// `words` say what was done.
    pub fn put_stars(self, words: String, on: &[String], off: &[String]) {
        let off = off.iter().map(|id| (BookmarkKey::new(BookmarkKind::Star, id), None));
        let items: Vec<Item> = on.iter().flat_map(|id| self.star(id)).chain(off).collect();
        self.bookmarks.change_with_undo(words, &items);
    }

    /// Takes snapshots of stars that have none: those that were pressed before the app was there, and
    /// those of its first version.
    pub fn complete_snapshots(self) {
        let stars = untrack(|| self.bookmarks.on(BookmarkKind::Star));
        let without = stars.into_iter().filter(|id| untrack(|| self.snapshot(id)).is_none());
        let items: Vec<Item> = without.filter_map(|id| self.snapshot_now(&id)).collect();
        if !items.is_empty() {
            self.bookmarks.change(&items);
            ask_to_persist();
        }
    }

    /// Starred sessions that are not as the visitor was told.
    pub fn all(self) -> Vec<Changed> {
        let agenda = self.agenda();
        let running = agenda.running();
        let changed = |id: String| {
            let snapshot = self.snapshot(&id)?;
            let session = agenda.session(&id);
            let now = session.map(|session| Snapshot::of(agenda, session));
            let changes = snapshot.changes(now.as_ref(), running);
            (!changes.is_empty()).then_some(Changed { id, snapshot, session, changes })
        };
        self.bookmarks.on(BookmarkKind::Star).into_iter().filter_map(changed).collect()
    }

    /// Starred sessions that the programme does not have, with their snapshots.
    pub fn vanished(self) -> Vec<(String, Option<Snapshot>)> {
        let agenda = self.agenda();
        let ids = self.bookmarks.on(BookmarkKind::Star).into_iter().filter(|id| agenda.session(id).is_none());
        ids.map(|id| (id.clone(), self.snapshot(&id))).collect()
    }

    /// Notes that the visitor was told of changes.
    pub fn acknowledge(self, all: &[Changed]) {
        let items = all.iter().map(|Changed { id, snapshot, .. }| {
            let gone = || (BookmarkKey::new(BookmarkKind::Snapshot, id), Some(snapshot.clone().gone().encode()));
            self.snapshot_now(id).unwrap_or_else(gone)
        });
        self.bookmarks.change(&items.collect::<Vec<_>>());
        if untrack(|| self.all()).is_empty() {
            self.notices.dismiss(Notice::Mine);
        }
    }

    /// Says that the visitor's sessions have changed, unless they are looking at them.
    pub fn say(self) {
        untrack(|| {
            if !self.address.is_at(&Page::Mine) && !self.all().is_empty() {
                self.notices.say(Notice::Mine);
            }
        });
    }

    fn agenda(self) -> &'static Agenda {
        self.programme.agenda_untracked()
    }

    fn snapshot(self, id: &str) -> Option<Snapshot> {
        Snapshot::decode(&self.bookmarks.text(BookmarkKind::Snapshot, id)?)
    }

    /// A snapshot of a session of the programme, to be kept.
    fn snapshot_now(self, id: &str) -> Option<Item> {
        let agenda = self.agenda();
        let snapshot = Snapshot::of(agenda, agenda.session(id)?);
        Some((BookmarkKey::new(BookmarkKind::Snapshot, id), Some(snapshot.encode())))
    }

    /// A star, to be kept, and a snapshot. The star goes first: a snapshot that is lost on the way is
    /// taken at the next start.
    fn star(self, id: &str) -> Vec<Item> {
        let star = (BookmarkKey::new(BookmarkKind::Star, id), Some(String::new()));
        [star].into_iter().chain(self.snapshot_now(id)).collect()
    }
}
