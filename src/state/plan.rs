//! What the visitor plans: the starred sessions in order of time, and which of
//! their clashes change with a star.
//!
//! A star concerns few others, so a page that shows a thousand sessions must not
//! ask each of them again: only those near it in time are told.

use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::{LocalStorage, StoredValue};
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
    /// The session that was starred last, by itself and here or in another tab.
    latest: RwSignal<Option<&'static Session>>,
    /// Where clashes are shown, by session in order of time.
    shown: StoredValue<Vec<(&'static Session, ArcTrigger)>>,
    /// Follows the stars. In a page that is made beforehand there are none.
    follower: StoredValue<Option<RenderEffect<()>>, LocalStorage>,
}

impl Plan {
    /// Follows the stars.
    pub fn new(agenda: &'static Agenda, kept: Kept) -> Self {
        let plan = Self {
            starred: RwSignal::new(Vec::new()),
            latest: RwSignal::new(None),
            shown: StoredValue::new(Vec::new()),
            follower: StoredValue::new_local(None),
        };
        if IS_LIVE {
            let follow = move |before: Option<()>| plan.follow(agenda, &kept.on(Shelf::Star), before.is_none());
            plan.follower.set_value(Some(RenderEffect::new(follow)));
        }
        plan
    }

    /// Follows the stars no more, because a newer programme has come.
    pub fn end(&self) {
        self.follower.set_value(None);
    }

    /// The starred sessions, in order of time.
    pub fn starred(&self) -> Sessions {
        self.starred.get()
    }

    /// The session that was starred last, while nothing has changed since.
    pub fn latest(&self) -> Option<&'static Session> {
        self.latest.get()
    }

    /// What a session clashes with; nothing unless it is starred.
    pub fn clashes(&self, session: &'static Session) -> Vec<Clash<'static>> {
        let trigger = self.shown.try_update_value(|shown| match place(shown, session, |(one, _)| one) {
            Ok(index) => shown.get(index).map(|(_, trigger)| trigger.clone()),
            Err(index) => {
                let trigger = ArcTrigger::new();
                shown.insert(index, (session, trigger.clone()));
                Some(trigger)
            }
        });
        if let Some(trigger) = trigger.flatten() {
            trigger.track();
        }
        self.starred
            .with_untracked(|starred| if has(starred, session) { clashes(session, starred) } else { Vec::new() })
    }

    /// Takes in which sessions are starred: their ids in order of the alphabet.
    fn follow(&self, agenda: &'static Agenda, ids: &[String], is_first: bool) {
        let is_starred = |session: &&Session| ids.binary_search_by(|id| (**id).cmp(&*session.id)).is_ok();
        let now: Sessions = agenda.sessions().iter().filter(is_starred).collect();
        let before = self.starred.get_untracked();
        let gone = before.iter().filter(|session| !has(&now, session));
        let come = now.iter().filter(|session| !has(&before, session));
        let changed: Sessions = come.chain(gone).copied().collect();
        let Some((first, others)) = changed.split_first() else { return };
        let latest = (others.is_empty() && !is_first && has(&now, first)).then_some(*first);
        self.starred.set(now.clone());
        self.latest.set(latest);
        for session in &changed {
            let span = session.span();
            near(span, &before).chain(near(span, &now)).chain([*session]).for_each(|session| self.tell(session));
        }
    }

    fn tell(&self, session: &'static Session) {
        let trigger = self.shown.with_value(|shown| {
            let index = place(shown, session, |(one, _)| one).ok()?;
            shown.get(index).map(|(_, trigger)| trigger.clone())
        });
        if let Some(trigger) = trigger {
            trigger.notify();
        }
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
