//! What time it is: the present, or the moment that `?now=` sets.

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use super::places::Places;
use crate::agenda::time::Instant;
use crate::browser::clock;

/// What time it is, to the minute.
#[derive(Clone, Copy)]
pub struct Clock {
    /// `None` where nobody knows, as in a page that is made beforehand.
    device: RwSignal<Option<Instant>>,
    places: Places,
}

impl Clock {
    /// Follows the device's clock unless the address bar sets a moment.
    pub fn new(places: Places) -> Self {
        Self { device: RwSignal::new(this_minute()), places }
    }

    /// The moment that is shown; `None` in a page that is made beforehand.
    pub fn now(&self) -> Option<Instant> {
        self.places.now().or_else(|| self.device.get())
    }

    /// The device's clock, whatever moment is shown.
    pub fn device(&self) -> Option<Instant> {
        self.device.get()
    }

    /// Looks at the device's clock; to be called now and then.
    pub fn look(&self) {
        let minute = this_minute();
        if self.device.get_untracked() != minute {
            self.device.set(minute);
        }
    }
}

/// The start of the present minute, so that what follows the clock changes once a minute.
fn this_minute() -> Option<Instant> {
    clock::now().map(|now| Instant(now.0.div_euclid(60) * 60))
}
