//! What the visitor plans: the starred sessions in order of time, and which clashes change with a
//! star.
//!
//! A star concerns few others, so a page that shows a thousand sessions must not ask each of them
//! again: only those near it in time are notified.

use std::collections::{BTreeMap, BTreeSet};

use agenda::Agenda;
use agenda::bookmarks::BookmarkKind;
use agenda::model::Session;
use agenda::plan::{Clash, clashes, near};
use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;

use super::bookmarks::Bookmarks;
use super::programme::Programme;

/// The starred sessions and their clashes.
#[derive(Clone, Copy)]
pub struct Plan {
    stars: StoredValue<Stars>,
    /// The session that was starred last, alone and while the page was open.
    latest: RwSignal<Option<&'static Session>>,
}

/// The starred sessions of a programme, and who follows them.
struct Stars {
    agenda: &'static Agenda,
    /// In order of time.
    sessions: Vec<&'static Session>,
    /// Notified of every change.
    any: ArcTrigger,
    /// Notified when the clashes of a session may have changed; of those that are in sight, by id.
    clashes: BTreeMap<&'static str, ArcTrigger>,
}

/// Gives everything below it the plan: empty, until the bookmarks are read.
pub fn provide_plan(programme: Programme, bookmarks: Bookmarks) -> Plan {
    let agenda = programme.agenda_untracked();
    let stars = Stars { agenda, sessions: Vec::new(), any: ArcTrigger::new(), clashes: BTreeMap::new() };
    let plan = Plan { stars: StoredValue::new(stars), latest: RwSignal::new(None) };
    // Natively no effect runs, and in a browser the first one finds no stars.
    Effect::new(move |before: Option<()>| plan.follow(programme.agenda(), bookmarks, before.is_none()));
    provide_context(plan);
    plan
}

/// The starred sessions and their clashes.
pub fn use_plan() -> Plan {
    expect_context()
}

impl Plan {
    /// The starred sessions, in order of time.
    pub fn starred(self) -> Vec<&'static Session> {
        let (any, sessions) = self.stars.with_value(|stars| (stars.any.clone(), stars.sessions.clone()));
        any.track();
        sessions
    }

    /// The session that was starred last, while nothing has changed since.
    pub fn latest(self) -> Option<&'static Session> {
        self.latest.get()
    }

    /// What a session clashes with; nothing unless it is starred.
    pub fn clashes(self, session: &'static Session) -> Vec<Clash<'static>> {
        let trigger = self
            .stars
            .try_update_value(|stars| stars.clashes.entry(&session.id).or_insert_with(ArcTrigger::new).clone());
        if let Some(trigger) = trigger {
            trigger.track();
        }
        self.stars.with_value(|stars| if stars.has(session) { clashes(session, &stars.sessions) } else { Vec::new() })
    }

    /// Takes in which sessions are starred.
    fn follow(self, agenda: &'static Agenda, bookmarks: Bookmarks, is_first: bool) {
        let stars = bookmarks.on(BookmarkKind::Star);
        let ids = set(stars.iter().map(String::as_str));
        let Some((notified, come)) = self.stars.try_update_value(|stars| stars.follow(agenda, &ids)) else { return };
        if !notified.is_empty() {
            self.latest.set(come.filter(|_| !is_first));
        }
        notified.iter().for_each(ArcTrigger::notify);
    }
}

impl Stars {
    /// Takes in the ids of the starred sessions. Returns what is to be notified, and the session
    /// that was starred if that is all that has changed.
    fn follow(&mut self, agenda: &'static Agenda, ids: &BTreeSet<&str>) -> (Vec<ArcTrigger>, Option<&'static Session>) {
        if !std::ptr::eq(self.agenda, agenda) {
            self.agenda = agenda;
            self.sessions.clear();
            self.clashes.clear();
        }
        let now: Vec<&'static Session> =
            agenda.sessions().iter().filter(|session| ids.contains(&*session.id)).collect();
        let (come, gone) = (without(&now, &self.sessions), without(&self.sessions, &now));
        let before = std::mem::replace(&mut self.sessions, now);
        let changed: Vec<&Session> = come.iter().chain(&gone).copied().collect();
        let mut concerned = set(changed.iter().map(|session| &*session.id));
        for session in &changed {
            let near = near(session.span(), &before).chain(near(session.span(), &self.sessions));
            concerned.extend(near.map(|session| &*session.id));
        }
        let mut notified: Vec<ArcTrigger> = concerned.iter().filter_map(|id| self.clashes.get(id).cloned()).collect();
        if !changed.is_empty() {
            notified.push(self.any.clone());
        }
        let alone = come.first().copied().filter(|_| changed.len() == 1);
        (notified, alone)
    }

    fn has(&self, session: &Session) -> bool {
        self.sessions.iter().any(|starred| starred.id == session.id)
    }
}

/// The ids as a set. `collect` would sort them first, with more code than inserting takes.
fn set<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut set = BTreeSet::new();
    set.extend(ids);
    set
}

/// The sessions of the first list that the second lacks.
fn without(sessions: &[&'static Session], others: &[&'static Session]) -> Vec<&'static Session> {
    let others = set(others.iter().map(|session| &*session.id));
    sessions.iter().copied().filter(|session| !others.contains(&*session.id)).collect()
}
