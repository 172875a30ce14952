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

/// Deletes the worker and its copy of the site, and loads the page anew.
pub fn delete_data() {
    super::tell("meridian:delete-data");
}

/// Uses the newer version: the page is loaded anew with it.
pub fn use_version() {
    super::tell("meridian:use-version");
}
