//! Whether there is a network, and how old the programme is that is shown.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::platform::is_online;

/// The way to the site's server.
#[derive(Clone, Copy)]
pub struct Connection {
    is_online: RwSignal<bool>,
    /// When the server last said what the programme is; `None` until the app is live.
    checked: RwSignal<Option<DateTime<Utc>>>,
}

/// Gives everything below it the state of the network.
pub fn provide_connection() -> Connection {
    let connection = Connection { is_online: RwSignal::new(true), checked: RwSignal::new(None) };
    provide_context(connection);
    connection
}

/// The state of the network.
pub fn use_connection() -> Connection {
    expect_context()
}

impl Connection {
    /// Whether the device believes that it has a network.
    pub fn is_online(self) -> bool {
        self.is_online.get()
    }

    /// When the server last said what the programme is.
    pub fn checked(self) -> Option<DateTime<Utc>> {
        self.checked.get()
    }

    /// Notes that the server sent the programme at that instant.
    pub fn set_checked(self, checked: Option<DateTime<Utc>>) {
        self.checked.set(checked);
    }

    /// Asks the device whether it has a network.
    pub fn read_device(self) {
        if self.is_online.get_untracked() != is_online() {
            self.is_online.set(is_online());
        }
    }
}
