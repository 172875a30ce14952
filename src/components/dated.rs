//! Parts of a page that are true for a time only.
//!
//! All of them stay in the page, each with its times, and those that are not true are hidden: by
//! the boot script (`boot/head.js`) while the page is being read, later by the app. Without script
//! the first one is shown.

use agenda::model::Session;
use agenda::phase::Phase;
use chrono::{DateTime, Utc};

use crate::state::now::{Now, use_now};

/// When a part of a page is true. To be written on an element as
/// `data-from=dated.from() data-until=dated.until() hidden=move || dated.is_hidden()`.
#[derive(Clone, Copy)]
pub struct Dated {
    from: Option<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
    now: Now,
}

impl Dated {
    /// True from an instant on, and until before another.
    pub fn new(from: Option<DateTime<Utc>>, until: Option<DateTime<Utc>>) -> Self {
        Self { from, until, now: use_now() }
    }

    /// True while a session is in a phase.
    pub fn phase(session: &Session, phase: Phase) -> Self {
        let span = session.span();
        match phase {
            Phase::Ahead => Self::new(None, Some(span.start)),
            Phase::Live => Self::new(Some(span.start), Some(span.end)),
            Phase::Over => Self::new(Some(span.end), None),
        }
    }

    /// Since when, in seconds since 1970.
    pub fn from(self) -> Option<String> {
        self.from.map(|at| at.timestamp().to_string())
    }

    /// Until when, in seconds since 1970.
    pub fn until(self) -> Option<String> {
        self.until.map(|at| at.timestamp().to_string())
    }

    /// Whether it is not true now. Not hidden while the time is not known.
    pub fn is_hidden(self) -> bool {
        self.now.get().is_some_and(|now| !self.contains(now))
    }

    fn contains(self, now: DateTime<Utc>) -> bool {
        self.from.is_none_or(|from| from <= now) && self.until.is_none_or(|until| now < until)
    }
}
