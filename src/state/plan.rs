//! What the visitor plans: the starred sessions in order of time, and which of
//! their clashes change with a star.
//!
//! A star concerns few others, so a page that shows a thousand sessions must not
//! ask each of them again: only those near it in time are told.

use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::StoredValue;
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
    starred: RwSignal<Sessions>,
    /// The id of the session that was starred last, alone and while the page was open.
    latest: RwSignal<String>,
    /// Where clashes are shown, by session in order of time.
    shown: StoredValue<Vec<(&'static Session, ArcTrigger)>>,
    agenda: StoredValue<&'static Agenda>,
    kept: Kept,
}

impl Plan {
    /// Follows the stars, of which there are none in a page that is made beforehand.
    pub fn new(agenda: &'static Agenda, kept: Kept) -> Self {
        let plan = Self {
            starred: RwSignal::new(Vec::new()),
            latest: RwSignal::new(String::new()),
            shown: StoredValue::new(Vec::new()),
            agenda: StoredValue::new(agenda),
            kept,
        };
        if IS_LIVE {
            // It lasts as long as the page does.
            std::mem::forget(RenderEffect::new(move |before: Option<()>| plan.follow(before.is_none())));
        }
        plan
    }

    /// Goes on with a newer programme.
    pub fn renew(&self, agenda: &'static Agenda) {
        self.agenda.set_value(agenda);
        self.shown.set_value(Vec::new());
        self.starred.set(Vec::new());
        self.follow(true);
    }

    /// The starred sessions, in order of time.
    pub fn starred(&self) -> Sessions {
        self.starred.get()
    }

    /// The session that was starred last, while nothing has changed since.
    pub fn latest(&self) -> Option<&'static Session> {
        let id = self.latest.get();
        self.agenda.get_value().session(&id)
    }

    /// What a session clashes with; nothing unless it is starred.
    pub fn clashes(&self, session: &'static Session) -> Vec<Clash<'static>> {
        if self.trigger(session).is_none() {
            self.shown.update_value(|shown| {
                if let Err(index) = place(shown, session, |(one, _)| one) {
                    shown.insert(index, (session, ArcTrigger::new()));
                }
            });
        }
        if let Some(trigger) = self.trigger(session) {
            trigger.track();
        }
        let starred = self.starred.get_untracked();
        if has(&starred, session) { clashes(session, &starred) } else { Vec::new() }
    }

    /// Takes in which sessions are starred.
    fn follow(&self, is_first: bool) {
        // Their ids come in order of the alphabet.
        let ids = self.kept.on(Shelf::Star);
        let before = self.starred.get_untracked();
        let (mut now, mut changed, mut come) = (Vec::new(), Vec::new(), String::new());
        for session in self.agenda.get_value().sessions() {
            let is_starred = ids.binary_search_by(|id| (**id).cmp(&*session.id)).is_ok();
            if is_starred {
                now.push(session);
            }
            if is_starred != has(&before, session) {
                come = if is_starred { session.id.to_string() } else { String::new() };
                changed.push(session);
            }
        }
        if changed.is_empty() {
            return;
        }
        if is_first || changed.len() > 1 {
            come.clear();
        }
        self.starred.set(now.clone());
        self.latest.set(come);
        for session in changed {
            self.tell(session);
            near(session.span(), &before).for_each(|near| self.tell(near));
            near(session.span(), &now).for_each(|near| self.tell(near));
        }
    }

    fn tell(&self, session: &'static Session) {
        if let Some(trigger) = self.trigger(session) {
            trigger.notify();
        }
    }

    /// What is told when a session's clashes may have changed, if they are shown.
    fn trigger(&self, session: &'static Session) -> Option<ArcTrigger> {
        self.shown.with_value(|shown| {
            let index = place(shown, session, |(one, _)| one).ok()?;
            shown.get(index).map(|(_, trigger)| trigger.clone())
        })
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
