//! The programme that is shown.

use std::collections::HashMap;

use agenda::brief::Starts;
use agenda::model::Session;
use agenda::search::{Index, Indexer};
use agenda::{Agenda, fingerprint};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::letters;
use crate::platform::task::next_task;

/// How many sessions each task adds to an index: some 15 ms on a slow phone.
const SLICE: usize = 20;

/// What an agenda was read from.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The fingerprint of its `agenda.json`.
    pub fingerprint: String,
    /// Where the sessions begin in the text of that file, if it was a brief that was read.
    pub starts: Option<Starts>,
    /// The session with its long texts that the page carries.
    pub carried: Option<Session>,
}

/// The programme that is shown.
#[derive(Clone, Copy)]
pub struct Programme {
    /// Views use it until the tab is closed, so it is never freed.
    agenda: RwSignal<&'static Agenda>,
    /// The fingerprint of the file that it was read from.
    fingerprint: StoredValue<String>,
    /// Where its sessions begin in the text of the file, where it was read from a brief.
    starts: StoredValue<Option<Starts>>,
    /// The text of the file, which has all that a brief lacks, once it is there.
    text: RwSignal<Option<String>>,
    /// Sessions that were read from it; never freed either.
    whole: StoredValue<HashMap<String, &'static Session>>,
    /// Its words, once something is searched for; never freed either.
    index: RwSignal<Option<&'static Index>>,
    /// Whether the index of its long texts is asked for.
    is_indexing: StoredValue<bool>,
}

/// Gives everything below it the programme.
pub fn provide_programme(agenda: &'static Agenda, source: Source) -> Programme {
    let Source { fingerprint, starts, carried } = source;
    let carried = carried.map(|session| (session.id.to_string(), leaked(session)));
    let programme = Programme {
        agenda: RwSignal::new(agenda),
        fingerprint: StoredValue::new(fingerprint),
        starts: StoredValue::new(starts),
        text: RwSignal::new(None),
        whole: StoredValue::new(carried.into_iter().collect()),
        index: RwSignal::new(None),
        is_indexing: StoredValue::new(false),
    };
    provide_context(programme);
    programme
}

/// The programme that is shown.
pub fn use_programme() -> Programme {
    expect_context()
}

/// The agenda that is shown. Views need not follow it: all are made anew with a newer one.
pub fn use_agenda() -> &'static Agenda {
    use_programme().agenda_untracked()
}

impl Programme {
    /// The agenda that is shown; what reads it follows it.
    pub fn agenda(self) -> &'static Agenda {
        self.agenda.get()
    }

    /// The agenda that is shown, without following it.
    pub fn agenda_untracked(self) -> &'static Agenda {
        self.agenda.get_untracked()
    }

    /// Whether it was read from that text, or from its brief.
    pub fn is(self, source: &str) -> bool {
        self.fingerprint.with_value(|shown| *shown == fingerprint(source.as_bytes()))
    }

    /// The fingerprint of the file that it was read from.
    pub fn fingerprint(self) -> String {
        self.fingerprint.get_value()
    }

    /// Whether long texts are still to come.
    pub fn is_brief(self) -> bool {
        self.starts.with_value(Option::is_some) && self.text.with(Option::is_none)
    }

    /// A session with its long texts, if they are there; what reads it follows whether they are.
    pub fn whole(self, session: &'static Session) -> Option<&'static Session> {
        if self.starts.with_value(Option::is_none) {
            return Some(session);
        }
        if let Some(whole) = self.whole.with_value(|whole| whole.get(&*session.id).copied()) {
            return Some(whole);
        }
        let number = self.agenda_untracked().sessions().iter().position(|other| other.id == session.id)?;
        let whole = leaked(self.text.with(|text| self.read(text.as_deref()?, number))?);
        self.whole.update_value(|all| _ = all.insert(whole.id.to_string(), whole));
        Some(whole)
    }

    /// The session of that number, from the text of the file.
    fn read(self, text: &str, number: usize) -> Option<Session> {
        self.starts.with_value(|starts| starts.as_ref()?.session(text, number))
    }

    /// Sessions with their long texts, as far as they are there.
    pub fn best(self, sessions: Vec<&'static Session>) -> Vec<&'static Session> {
        untrack(|| sessions.into_iter().map(|session| self.whole(session).unwrap_or(session)).collect())
    }

    /// Takes in the text of the file whose brief is shown.
    pub fn complete(self, text: String) {
        if self.is_brief() {
            self.text.set(Some(text));
        }
    }

    /// The words of the agenda that is shown; what reads them follows them. The first call makes them, which takes a
    /// moment, and of a brief has them completed.
    pub fn index(self) -> &'static Index {
        self.complete_index();
        self.index.get().unwrap_or_else(|| {
            let index = leaked(Index::new(self.agenda_untracked(), letters::decompose));
            self.index.update_untracked(|kept| *kept = Some(index));
            index
        })
    }

    /// Adds the words of the long texts once they are there, in tasks of its own.
    fn complete_index(self) {
        let is_whole = self.starts.with_value(Option::is_none);
        if is_whole || self.text.with(Option::is_none) || self.is_indexing.get_value() {
            return;
        }
        self.is_indexing.set_value(true);
        spawn_local(async move {
            let agenda = self.agenda_untracked();
            let mut indexer = Indexer::new(letters::decompose);
            for (number, session) in agenda.sessions().iter().enumerate() {
                if number % SLICE == 0 {
                    next_task().await;
                }
                let whole = self.text.with_untracked(|text| self.read(text.as_deref()?, number));
                indexer.add(agenda, whole.as_ref().unwrap_or(session));
            }
            // A newer programme may have come meanwhile.
            if self.is_indexing.get_value() {
                self.index.set(Some(leaked(indexer.finish())));
            }
        });
    }

    /// Shows another programme, with that fingerprint. It is kept until the tab is closed.
    pub fn replace(self, agenda: Agenda, fingerprint: String) {
        self.fingerprint.set_value(fingerprint);
        self.starts.set_value(None);
        self.text.set(None);
        self.whole.update_value(HashMap::clear);
        self.is_indexing.set_value(false);
        self.index.set(None);
        self.agenda.set(leaked(agenda));
    }
}

fn leaked<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}
