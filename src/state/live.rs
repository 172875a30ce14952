//! Whether the app is live: hydrated or mounted, with all that only a browser knows filled in.

use leptos::prelude::*;

/// Whether the app is live. `false` in a prerendered page and in the first render of a browser.
#[derive(Clone, Copy)]
pub struct Live(RwSignal<bool>);

/// Gives everything below it the signal.
pub fn provide_live() -> Live {
    let live = Live(RwSignal::new(false));
    provide_context(live);
    live
}

/// Whether the app is live.
pub fn use_live() -> Live {
    expect_context()
}

impl Live {
    /// Whether the app is live; views follow it.
    pub fn get(self) -> bool {
        self.0.get()
    }

    /// Makes the app live.
    pub fn start(self) {
        self.0.set(true);
    }
}
