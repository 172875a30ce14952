//! The service worker, which `boot/offline.js` looks after: it says when a
//! newer version of the app waits, and is told when the visitor wants it.

use web_sys::Event;

use super::{listen, window};

/// Calls back when a newer version of the app is ready to be used.
pub fn on_version(ready: impl Fn() + 'static) {
    if let Some(window) = window() {
        listen(&window, "meridian:version", move |_: Event| ready());
    }
}

/// Lets the worker and its copy of the site go, and loads the page anew.
pub fn forget() {
    super::tell("meridian:forget");
}

/// Uses the newer version: the page is loaded anew with it.
pub fn use_version() {
    super::tell("meridian:use-version");
}
