//! What changes while the app runs: signals, and nothing that can be seen.
//!
//! Each file holds one noun: a `Copy` struct, `provide_…` that puts it into the context, and
//! `use_…` that takes it from there. What only a browser knows is empty until [`State::start`] has
//! read it, after hydration: so the first render is the same natively and in the browser.

pub mod address;
pub mod bookmarks;
pub mod changes;
pub mod clocks;
pub mod connection;
pub mod found;
pub mod live;
pub mod notices;
pub mod now;
pub mod plan;
pub mod preferences;
pub mod programme;
pub mod search;
pub mod updates;

use agenda::Agenda;
use agenda::bookmarks::BookmarkKey;
use chrono::{DateTime, Utc};
use leptos::prelude::{expect_context, provide_context};

use crate::platform::storage::Store;
use crate::platform::{self, clock, document, storage, worker};
use crate::routes::Links;
use address::{Address, provide_address};
use bookmarks::{Bookmarks, provide_bookmarks};
use changes::{Changes, provide_changes};
use clocks::{Clocks, provide_clocks};
use connection::{Connection, provide_connection};
use live::{Live, provide_live};
use notices::{Notice, Notices, provide_notices};
use now::{Now, provide_now};
use plan::provide_plan;
use preferences::{Preferences, provide_preferences};
use programme::Programme;
use updates::Updates;

/// All that changes, for what concerns more than one part of it.
#[derive(Clone, Copy)]
pub struct State {
    programme: Programme,
    live: Live,
    address: Address,
    now: Now,
    clocks: Clocks,
    preferences: Preferences,
    bookmarks: Bookmarks,
    changes: Changes,
    notices: Notices,
    connection: Connection,
    updates: Updates,
}

/// Gives everything below it the whole state; inside the router.
pub fn provide_state(programme: Programme, links: Links) -> State {
    let live = provide_live();
    let address = provide_address(links, live);
    let notices = provide_notices();
    let preferences = provide_preferences();
    let bookmarks = provide_bookmarks(notices);
    provide_plan(programme, bookmarks);
    let changes = provide_changes(programme, bookmarks, notices, address);
    let connection = provide_connection();
    let state = State {
        programme,
        live,
        address,
        now: provide_now(address),
        clocks: provide_clocks(programme, preferences),
        preferences,
        bookmarks,
        changes,
        notices,
        connection,
        updates: Updates::new(programme, links, connection, notices, changes),
    };
    provide_context(state);
    state
}

/// All that changes.
pub fn use_state() -> State {
    expect_context()
}

impl State {
    /// What the address bar says.
    pub fn address(self) -> Address {
        self.address
    }

    /// Reads what the device and the storage know, and follows them from then on. The server sent
    /// the programme at `sent`.
    pub fn start(self, sent: Option<DateTime<Utc>>) {
        let store = Store::open(&prefix(self.programme.agenda_untracked())).ok();
        self.live.start();
        self.preferences.open(store.clone());
        self.clocks.open(store.clone());
        self.bookmarks.open(store.clone());
        self.connection.set_checked(sent);
        self.connection.read_device();
        self.now.read_device();
        self.changes.complete_snapshots();
        self.updates.start(store);
        self.changes.say();
        self.follow();
    }

    /// Follows the device, other tabs and the server.
    fn follow(self) {
        clock::every_tick(move || {
            self.now.read_device();
            self.updates.check();
        });
        platform::on_return(move || {
            self.read_again();
            self.updates.check();
        });
        storage::on_change(move |key| self.read_changed(key));
        document::follow_search_key();
        document::on_print(move |is_printing| self.preferences.set_printing(is_printing));
        worker::on_version(move || self.notices.say(Notice::Version));
    }

    /// Takes in that another tab changed what is stored under a key, or everything.
    fn read_changed(self, key: Option<String>) {
        let prefix = prefix(self.programme.agenda_untracked());
        match key.and_then(|key| BookmarkKey::parse(key.strip_prefix(&prefix)?)) {
            Some(key) => self.bookmarks.read_item(&key),
            None => self.read_again(),
        }
    }

    /// Reads again what may have changed while the app did not look: another tab's bookmarks and
    /// preferences, the network, and the zone of a traveller's device.
    pub fn read_again(self) {
        self.bookmarks.read_again();
        self.preferences.read_again();
        self.clocks.read_again();
        self.now.read_device();
        self.connection.read_device();
    }
}

/// Deletes all that is stored in this browser for the event, and loads the page anew.
pub fn delete_data(agenda: &Agenda) {
    if let Ok(store) = Store::open(&prefix(agenda)) {
        store.keys().iter().for_each(|key| store.remove(key));
    }
    worker::delete_data();
}

/// What the keys of everything start with that is stored for an event.
fn prefix(agenda: &Agenda) -> String {
    format!("meridian/{}/", agenda.event().id)
}
