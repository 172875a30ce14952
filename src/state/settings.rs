//! The visitor's settings as texts, to be carried to another browser.

use reactive_graph::prelude::*;

use super::kept::Kept;

impl Kept {
    /// The visitor's settings as they are kept, by key.
    pub fn settings(&self) -> Vec<(String, String)> {
        let Some(store) = self.store.get_value() else { return Vec::new() };
        let keys = store.keys().into_iter().filter(|key| key.starts_with("set/"));
        keys.filter_map(|key| store.read(&key).map(|text| (key, text))).collect()
    }

    /// Keeps settings; a setting is no loss that a visitor must be told of.
    pub fn put_settings(&self, settings: &[(String, String)]) {
        if let Some(store) = self.store.get_value() {
            let _ = settings.iter().map(|(key, text)| store.write(key, text)).filter(Result::is_err).count();
        }
    }
}
