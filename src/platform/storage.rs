//! `localStorage`, where site data may be blocked, full, or changed by another tab.

use web_sys::{Storage, StorageEvent};

use super::{listen, window};

/// Why something could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The browser keeps nothing for this site.
    Blocked,
    /// It kept nothing of this: most likely its space is used up.
    Full,
}

/// The keys of one event; each is given without the prefix.
#[derive(Clone)]
pub struct Store {
    storage: Storage,
    prefix: String,
}

impl Store {
    /// Opens what is kept under the prefix.
    ///
    /// # Errors
    /// The browser blocks site data.
    pub fn open(prefix: &str) -> Result<Self, Refusal> {
        let storage = window().and_then(|window| window.local_storage().ok().flatten());
        let store = storage.map(|storage| Self { storage, prefix: prefix.to_owned() }).ok_or(Refusal::Blocked)?;
        // Some browsers hand out a storage that throws when it is used.
        store.storage.length().map(|_| store.clone()).map_err(|_| Refusal::Blocked)
    }

    /// What is kept under a key.
    pub fn read(&self, key: &str) -> Option<String> {
        self.storage.get_item(&self.full(key)).ok().flatten()
    }

    /// Keeps a text under a key, and looks whether it is there.
    ///
    /// # Errors
    /// It is not kept; what was there before still is.
    pub fn write(&self, key: &str, text: &str) -> Result<(), Refusal> {
        // A failed write shows in what is read back.
        let _ = self.storage.set_item(&self.full(key), text);
        if self.read(key).as_deref() == Some(text) { Ok(()) } else { Err(Refusal::Full) }
    }

    /// Deletes what is kept under a key.
    pub fn remove(&self, key: &str) {
        // What is not there needs no deleting.
        let _ = self.storage.remove_item(&self.full(key));
    }

    /// Every key under the prefix.
    pub fn keys(&self) -> Vec<String> {
        let length = self.storage.length().unwrap_or(0);
        let all = (0..length).filter_map(|index| self.storage.key(index).ok().flatten());
        all.filter_map(|key| key.strip_prefix(&self.prefix).map(str::to_owned)).collect()
    }

    fn full(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }
}

/// Calls back when another tab changed what is kept, with the whole key;
/// without one when that tab deleted everything.
pub fn on_change(changed: impl Fn(Option<String>) + 'static) {
    if let Some(window) = window() {
        listen(&window, "storage", move |event: StorageEvent| changed(event.key()));
    }
}

/// Asks the browser not to drop what is kept when space is short. It may
/// refuse, or ask the visitor; the app works on either way.
pub fn ask_to_persist() {
    if let Some(window) = window() {
        let _ = window.navigator().storage().persist();
    }
}
