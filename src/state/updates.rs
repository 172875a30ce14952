//! Newer programmes: an open page asks the server for one, and shows it.

use agenda::Agenda;
use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::changes::Changes;
use super::connection::Connection;
use super::notices::{Notice, Notices};
use super::programme::Programme;
use crate::platform::fetch::{self, File};
use crate::platform::{clock, document, page, zones};
use crate::routes::Links;

/// Where the agenda is, under the base.
pub const AGENDA: &str = "/agenda.json";

/// After how long an open page asks whether the programme has changed.
const CHECK_AFTER: TimeDelta = TimeDelta::minutes(10);

/// After how long it asks again when the visitor was busy.
const PAUSE: TimeDelta = TimeDelta::minutes(1);

/// What looks for newer programmes.
#[derive(Clone, Copy)]
pub struct Updates {
    programme: Programme,
    links: Links,
    connection: Connection,
    notices: Notices,
    changes: Changes,
    /// The text that was fetched last and is not shown.
    refused: StoredValue<Option<String>>,
    /// When the programme was last asked for, by the device's clock.
    asked: StoredValue<Option<DateTime<Utc>>>,
}

impl Updates {
    /// Looks for newer programmes than the one that is shown.
    pub fn new(programme: Programme, links: Links, connection: Connection, notices: Notices, changes: Changes) -> Self {
        let (refused, asked) = (StoredValue::new(None), StoredValue::new(None));
        Self { programme, links, connection, notices, changes, refused, asked }
    }

    /// Counts from now on; says so when the page was prerendered from an older programme.
    pub fn start(self) {
        self.asked.set_value(clock::now());
        if page::prerendered_from().is_some_and(|made_from| made_from != self.programme.fingerprint()) {
            self.notices.say(Notice::Updated);
        }
    }

    /// Asks for the programme again unless that was done a short while ago.
    pub fn check(self) {
        let (now, asked) = (clock::now(), self.asked.get_value());
        if now.zip(asked).is_some_and(|(now, asked)| (now - asked).abs() < CHECK_AFTER) {
            return;
        }
        self.asked.set_value(now);
        spawn_local(async move {
            // Where nobody answers, the programme stays as old as it says it is.
            if let Ok(file) = fetch::again(&self.links.file(AGENDA)).await {
                self.connection.set_checked(file.sent);
                self.take_in(file);
            }
        });
    }

    /// Shows a programme that differs from the one that is shown.
    fn take_in(self, File { text, .. }: File) {
        if self.programme.is(&text) {
            self.refused.set_value(None);
            return self.notices.dismiss(Notice::Unreadable);
        }
        if self.refused.with_value(|refused| refused.as_ref() == Some(&text)) {
            return;
        }
        if document::is_in_use() {
            // It is not urgent enough to interrupt the visitor.
            return self.asked.update_value(|asked| *asked = asked.map(|at| at - CHECK_AFTER + PAUSE));
        }
        match Agenda::read(&text, &zones::offset_at) {
            Ok(agenda) if agenda.event().id == self.programme.agenda_untracked().event().id => {
                self.refused.set_value(None);
                self.notices.dismiss(Notice::Unreadable);
                let back = document::keep_place();
                self.programme.replace(agenda, text);
                document::next_frame(back);
                self.notices.say(Notice::Updated);
                self.changes.say();
            }
            // Another event has other bookmarks and preferences: everything starts anew.
            Ok(_) => page::reload(),
            Err(_) => {
                self.refused.set_value(Some(text));
                self.notices.say(Notice::Unreadable);
            }
        }
    }
}
