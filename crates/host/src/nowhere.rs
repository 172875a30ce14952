//! What stands in for the browser while pages are made beforehand: it knows no
//! hour, no visitor and no storage, so that a page says only what is true for
//! everybody, at any hour. Time zones it does know.

/// Whether pages are live: not here, where they are written into files.
pub const IS_LIVE: bool = false;

/// No network is asked.
pub fn is_online() -> bool {
    true
}

/// What time it is: nobody knows when the page will be read.
pub mod clock {
    use agenda::time::Instant;

    /// No milliseconds since 1970.
    pub fn milliseconds() -> u64 {
        0
    }

    /// No present.
    pub fn now() -> Option<Instant> {
        None
    }
}

/// The document: a file has none yet.
pub mod document {
    /// Sets nothing.
    pub fn set_colours(_colours: &str) {}

    /// Keeps no place.
    pub fn keep_place() -> impl FnOnce() + 'static {
        || ()
    }

    /// Nothing can have the focus.
    pub fn focus(_selector: &str) -> bool {
        false
    }

    /// There are no frames.
    pub fn next_frame(_ready: impl FnOnce() + 'static) {}

    /// Prints nothing.
    pub fn print() {}
}

/// Files for the visitor: nobody is there to be handed one.
pub mod file {
    /// Saves nothing.
    pub fn save(_name: &str, _media_type: &str, _text: &str) {}

    /// Reads nothing.
    pub fn read(_selector: &str, _done: impl Fn(Option<String>)) {}
}

/// The address bar: there is none.
pub mod navigation {
    /// Nobody knows where the site will be served.
    pub fn site() -> Option<String> {
        None
    }

    /// No origin.
    pub fn origin() -> String {
        String::new()
    }

    /// Replaces nothing.
    pub fn replace(_href: &str) {}

    /// Reloads nothing.
    pub fn reload() {}
}

/// Ways out of the page: a file has none.
pub mod share {
    /// No share sheet.
    pub fn can_send() -> bool {
        false
    }

    /// No clipboard.
    pub fn can_copy() -> bool {
        false
    }

    /// Sends nothing.
    pub fn send(_title: &str, _address: &str) {}

    /// Copies nothing.
    pub fn copy(_text: &str, done: impl FnOnce(bool) + 'static) {
        done(false);
    }

    /// No QR code.
    pub fn code(_text: &str) -> Option<String> {
        None
    }

    /// Fetches nothing.
    pub fn fetch_codes(_done: impl FnOnce() + 'static) {}
}

/// The service worker: a file has none.
pub mod worker {
    /// Changes nothing.
    pub fn use_version() {}

    /// Forgets nothing.
    pub fn forget() {}
}

/// Storage: nothing is kept.
pub mod storage {
    /// Why something could not be kept.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Refusal {
        /// Nothing is kept while pages are made.
        Blocked,
    }

    /// A store of which there is none.
    #[derive(Clone)]
    pub enum Store {}

    impl Store {
        /// Opens nothing.
        ///
        /// # Errors
        /// Always.
        pub fn open(_prefix: &str) -> Result<Self, Refusal> {
            Err(Refusal::Blocked)
        }

        /// What is kept under a key.
        pub fn read(&self, _key: &str) -> Option<String> {
            match *self {}
        }

        /// Keeps a text.
        ///
        /// # Errors
        /// There is no store that could keep it.
        pub fn write(&self, _key: &str, _text: &str) -> Result<(), Refusal> {
            match *self {}
        }

        /// Deletes what is kept under a key.
        pub fn remove(&self, _key: &str) {
            match *self {}
        }

        /// Every key.
        pub fn keys(&self) -> Vec<String> {
            match *self {}
        }
    }

    /// Asks nobody.
    pub fn ask_to_persist() {}
}

/// Time zones, from the database that comes with the tool; the visitor's is not known.
pub mod zones {
    use agenda::clock::HourCycle;
    pub use crate::offset_at;

    /// No device.
    pub fn device_zone() -> Option<String> {
        None
    }

    /// Hours as most of the world writes them.
    pub fn hour_cycle() -> HourCycle {
        HourCycle::H24
    }

    /// No list: nobody can search in a file.
    pub fn all_zones() -> Vec<String> {
        Vec::new()
    }
}
