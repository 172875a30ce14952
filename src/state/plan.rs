//! What the visitor plans: the starred sessions in order of time, and which of
//! their clashes change with a star.
//!
//! A star concerns few others, so a page that shows a thousand sessions must not
//! ask each of them again: only those near it in time are told.

use std::sync::{Mutex, PoisonError};

use reactive_graph::effect::RenderEffect;
use reactive_graph::prelude::*;
use reactive_graph::signal::{ArcTrigger, RwSignal};

use super::kept::Kept;
use crate::agenda::Agenda;
use crate::agenda::model::Session;
use crate::agenda::picks::Shelf;
use crate::agenda::plan::{Clash, clashes, near};
use crate::browser::IS_LIVE;

type Sessions = Vec<&'static Session>;

/// The starred sessions and their clashes.
#[derive(Clone, Copy)]
pub struct Plan {
    inside: &'static Mutex<Inside>,
    /// The id of the session that was starred last, alone and while the page was open.
    latest: RwSignal<String>,
    kept: Kept,
}

/// What is known of the stars. No signal: who has to be told is told.
struct Inside {
    agenda: &'static Agenda,
    starred: Sessions,
    /// Told of every change.
    all: ArcTrigger,
    /// Where clashes are shown, by session in order of time.
    shown: Vec<(&'static Session, ArcTrigger)>,
}

impl Plan {
    /// Follows the stars, of which there are none in a page that is made beforehand.
    pub fn new(agenda: &'static Agenda, kept: Kept) -> Self {
        let inside = Inside { agenda, starred: Vec::new(), all: ArcTrigger::new(), shown: Vec::new() };
        let inside = Box::leak(Box::new(Mutex::new(inside)));
        let plan = Self { inside, latest: RwSignal::new(String::new()), kept };
        if IS_LIVE {
            // It lasts as long as the page does.
            std::mem::forget(RenderEffect::new(move |before: Option<()>| plan.follow(before.is_none())));
        }
        plan
    }

    /// Goes on with a newer programme.
    pub fn renew(&self, agenda: &'static Agenda) {
        self.with(|inside| {
            inside.agenda = agenda;
            inside.starred.clear();
            inside.shown.clear();
        });
        self.follow(true);
    }

    /// The starred sessions, in order of time.
    pub fn starred(&self) -> Sessions {
        let (all, starred) = self.with(|inside| (inside.all.clone(), inside.starred.clone()));
        all.track();
        starred
    }

    /// The session that was starred last, while nothing has changed since.
    pub fn latest(&self) -> Option<&'static Session> {
        let id = self.latest.get();
        self.with(|inside| inside.agenda).session(&id)
    }

    /// What a session clashes with; nothing unless it is starred.
    pub fn clashes(&self, session: &'static Session) -> Vec<Clash<'static>> {
        let (trigger, clashes) = self.with(|inside| {
            let known = inside.trigger(session);
            let trigger = known.unwrap_or_else(|| {
                let (Ok(index) | Err(index)) = place(&inside.shown, session, |(one, _)| one);
                let trigger = ArcTrigger::new();
                inside.shown.insert(index, (session, trigger.clone()));
                trigger
            });
            let is_starred = has(&inside.starred, session);
            (trigger, if is_starred { clashes(session, &inside.starred) } else { Vec::new() })
        });
        trigger.track();
        clashes
    }

    /// Takes in which sessions are starred.
    fn follow(&self, is_first: bool) {
        // Their ids come in order of the alphabet.
        let ids = self.kept.on(Shelf::Star);
        let (told, come) = self.with(|inside| inside.follow(&ids));
        let latest = come.filter(|_| !is_first).unwrap_or_default();
        if !told.is_empty() {
            self.latest.set(latest);
        }
        told.iter().for_each(Notify::notify);
    }

    fn with<T>(&self, act: impl FnOnce(&mut Inside) -> T) -> T {
        // Nothing in there panics half-way.
        act(&mut self.inside.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Inside {
    /// Takes in the ids of the starred sessions, which stand in order of the
    /// alphabet. Returns who has to be told, and the session that was starred
    /// if that is all that has changed.
    fn follow(&mut self, ids: &[String]) -> (Vec<ArcTrigger>, Option<String>) {
        let (mut now, mut changed, mut come) = (Vec::new(), Vec::new(), None);
        for session in self.agenda.sessions() {
            let is_starred = ids.binary_search_by(|id| (**id).cmp(&*session.id)).is_ok();
            if is_starred {
                now.push(session);
            }
            if is_starred != has(&self.starred, session) {
                come = is_starred.then(|| session.id.to_string());
                changed.push(session);
            }
        }
        let before = std::mem::replace(&mut self.starred, now);
        let mut told = Vec::new();
        for session in &changed {
            told.extend(self.trigger(session));
            for near in near(session.span(), &before).chain(near(session.span(), &self.starred)) {
                told.extend(self.trigger(near));
            }
        }
        if !changed.is_empty() {
            told.push(self.all.clone());
        }
        (told, come.filter(|_| changed.len() == 1))
    }

    /// What is told when a session's clashes may have changed, if they are shown.
    fn trigger(&self, session: &'static Session) -> Option<ArcTrigger> {
        let index = place(&self.shown, session, |(one, _)| one).ok()?;
        self.shown.get(index).map(|(_, trigger)| trigger.clone())
    }
}

fn has(sessions: &[&'static Session], session: &'static Session) -> bool {
    place(sessions, session, |one| one).is_ok()
}

/// The place of a session among some in order. They stand in one list in
/// memory, in order of time, so their addresses are in that order too.
fn place<T>(among: &[T], session: &'static Session, of: impl Fn(&T) -> &'static Session) -> Result<usize, usize> {
    among.binary_search_by_key(&std::ptr::from_ref(session), |one| std::ptr::from_ref(of(one)))
}
