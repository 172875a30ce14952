//! What went wrong or has changed and concerns the visitor, each said once.

use leptos::prelude::*;

/// Something that the visitor should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notice {
    /// The browser stores nothing for this site.
    Blocked,
    /// The browser's space is used up.
    Full,
    /// Items that could not be read were set aside.
    SetAside,
    /// An item was stored by a newer version of the app.
    Newer,
    /// What was stored was removed by another tab or by the browser.
    Removed,
    /// The programme that is shown is newer than the one before.
    Updated,
    /// The programme on the server cannot be read, so an older one is shown.
    Unreadable,
    /// Sessions that the visitor starred have changed.
    Mine,
    /// Something was done that can be undone.
    Undo,
    /// A newer version of the app can be used.
    Version,
}

/// The notices that are shown.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Vec<Notice>>,
    /// What need not be said again, though it is still so.
    said: StoredValue<Vec<Notice>>,
}

/// Gives everything below it the notices: none so far.
pub fn provide_notices() -> Notices {
    let notices = Notices { shown: RwSignal::new(Vec::new()), said: StoredValue::new(Vec::new()) };
    provide_context(notices);
    notices
}

/// The notices that are shown.
pub fn use_notices() -> Notices {
    expect_context()
}

impl Notices {
    /// What is shown, oldest first.
    pub fn all(self) -> Vec<Notice> {
        self.shown.get()
    }

    /// Whether a notice is shown, without following it.
    pub fn is_shown(self, notice: Notice) -> bool {
        self.shown.with_untracked(|shown| shown.contains(&notice))
    }

    /// Shows a notice unless it is shown already.
    pub fn say(self, notice: Notice) {
        if !self.is_shown(notice) {
            self.shown.update(|shown| shown.push(notice));
        }
    }

    /// Shows a notice, once in the life of the page.
    pub fn say_once(self, notice: Notice) {
        if !self.said.with_value(|said| said.contains(&notice)) {
            self.said.update_value(|said| said.push(notice));
            self.say(notice);
        }
    }

    /// Takes a notice away.
    pub fn dismiss(self, notice: Notice) {
        if self.is_shown(notice) {
            self.shown.update(|shown| shown.retain(|other| *other != notice));
        }
    }
}
