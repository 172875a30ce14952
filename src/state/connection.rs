//! Whether there is a network, and how old the programme is that is shown.

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use crate::agenda::time::Instant;
use crate::browser::is_online;

/// The way to the site's server.
#[derive(Clone, Copy)]
pub struct Connection {
    is_online: RwSignal<bool>,
    /// When the server last said what the programme is; `None` where nobody knows.
    checked: RwSignal<Option<Instant>>,
}

impl Connection {
    /// As the device believes; the programme was had from the server at that instant.
    pub fn new(checked: Option<Instant>) -> Self {
        Self { is_online: RwSignal::new(is_online()), checked: RwSignal::new(checked) }
    }

    /// Whether the device believes that it has a network.
    pub fn is_online(&self) -> bool {
        self.is_online.get()
    }

    /// When the server last said what the programme is.
    pub fn checked(&self) -> Option<Instant> {
        self.checked.get()
    }

    /// Notes that the server was asked again, and answered at that instant.
    pub fn note(&self, checked: Option<Instant>) {
        self.checked.set(checked);
    }

    /// Asks the device again.
    pub fn look(&self) {
        if self.is_online.get_untracked() != is_online() {
            self.is_online.set(is_online());
        }
    }
}
