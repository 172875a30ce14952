//! Newer programmes: an open page asks the server for one, and shows it.

use agenda::{Agenda, fingerprint};
use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::changes::Changes;
use super::connection::Connection;
use super::notices::{Notice, Notices};
use super::programme::Programme;
use crate::platform::fetch::{self, File};
use crate::platform::storage::Store;
use crate::platform::task::{idle, next_task};
use crate::platform::{clock, document, page, zones};
use crate::routes::Links;

/// Where the agenda is, under the base.
pub const AGENDA: &str = "/agenda.json";

/// Where the fingerprint is stored of the programme that the visitor was last shown, after the event's prefix.
const TOLD: &str = "told/programme";

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
    store: StoredValue<Option<Store>, LocalStorage>,
    /// When the programme was last asked for, by the device's clock.
    asked: StoredValue<Option<DateTime<Utc>>>,
}

impl Updates {
    /// Looks for newer programmes than the one that is shown.
    pub fn new(programme: Programme, links: Links, connection: Connection, notices: Notices, changes: Changes) -> Self {
        let (refused, asked) = (StoredValue::new(None), StoredValue::new(None));
        let store = StoredValue::new_local(None);
        Self { programme, links, connection, notices, changes, refused, store, asked }
    }

    /// Counts from now on; says so when the page was prerendered from an older programme. Where a brief of the
    /// programme is shown, asks for the whole when the browser is idle.
    pub fn start(self, store: Option<Store>) {
        self.asked.set_value(clock::now());
        let made_from = page::prerendered_from();
        self.store.set_value(store);
        if made_from.is_some_and(|made_from| made_from != self.programme.fingerprint()) {
            self.say_updated();
        }
        if self.programme.is_brief() {
            spawn_local(async move {
                idle().await;
                self.ask().await;
            });
        }
    }

    /// Says that the programme that is shown is a newer one, once for each.
    fn say_updated(self) {
        let (store, fingerprint) = (self.store.get_value(), self.programme.fingerprint());
        let told = store.as_ref().and_then(|store| store.read(TOLD));
        if told.as_ref() == Some(&fingerprint) {
            return;
        }
        self.notices.say(Notice::Updated);
        if let Some(store) = store {
            // At worst they are told again.
            let _ = store.write(TOLD, &fingerprint);
        }
    }

    /// Asks for the programme again unless that was done a short while ago, and it is whole.
    pub fn check(self) {
        let (now, asked) = (clock::now(), self.asked.get_value());
        let is_recent = now.zip(asked).is_some_and(|(now, asked)| (now - asked).abs() < CHECK_AFTER);
        if !is_recent || self.programme.is_brief() {
            spawn_local(self.ask());
        }
    }

    async fn ask(self) {
        self.asked.set_value(clock::now());
        // Where nobody answers, the programme stays as old as it says it is.
        if let Ok(file) = fetch::again(&self.links.file(AGENDA)).await {
            self.connection.set_checked(file.sent);
            next_task().await;
            self.take_in(file);
        }
    }

    /// Shows a programme that differs from the one that is shown.
    fn take_in(self, File { text, .. }: File) {
        if self.programme.is(&text) {
            self.programme.complete(text);
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
                self.programme.replace(agenda, fingerprint(text.as_bytes()));
                document::next_frame(back);
                self.say_updated();
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
