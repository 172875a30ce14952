//! What time it is: the present, or the moment that `?now=` sets.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use leptos::prelude::*;

use super::address::Address;
use crate::platform::clock;

/// What time it is, to the minute.
#[derive(Clone, Copy)]
pub struct Now {
    /// `None` until the app is live.
    device: RwSignal<Option<DateTime<Utc>>>,
    address: Address,
}

/// Gives everything below it the time.
pub fn provide_now(address: Address) -> Now {
    let now = Now { device: RwSignal::new(None), address };
    provide_context(now);
    now
}

/// What time it is.
pub fn use_now() -> Now {
    expect_context()
}

impl Now {
    /// The moment that is shown; `None` until the app is live.
    pub fn get(self) -> Option<DateTime<Utc>> {
        self.address.now().or_else(|| self.device.get())
    }

    /// The time on the device's clock, whatever moment is shown.
    pub fn device(self) -> Option<DateTime<Utc>> {
        self.device.get()
    }

    /// Reads the device's clock. Signals change once a minute at most.
    pub fn read_device(self) {
        let minute = clock::now().and_then(|now| now.duration_trunc(TimeDelta::minutes(1)).ok());
        if self.device.get_untracked() != minute {
            self.device.set(minute);
        }
    }
}
