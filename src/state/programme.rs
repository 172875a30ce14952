//! The programme that is shown.

use agenda::search::Index;
use agenda::{Agenda, fingerprint};
use leptos::prelude::*;

use crate::platform::letters;

/// The programme that is shown.
#[derive(Clone, Copy)]
pub struct Programme {
    /// Views use it until the tab is closed, so it is never freed.
    agenda: RwSignal<&'static Agenda>,
    /// The text that it was read from.
    source: StoredValue<String>,
    /// Its words, once something is searched for; never freed either.
    index: StoredValue<Option<&'static Index>>,
}

/// Gives everything below it the programme, read from the text `source`.
pub fn provide_programme(agenda: &'static Agenda, source: String) -> Programme {
    let programme =
        Programme { agenda: RwSignal::new(agenda), source: StoredValue::new(source), index: StoredValue::new(None) };
    provide_context(programme);
    programme
}

/// The programme that is shown.
pub fn use_programme() -> Programme {
    expect_context()
}

/// The agenda that is shown. Views need not follow it: all are made anew with a newer one.
pub fn use_agenda() -> &'static Agenda {
    use_programme().agenda_untracked()
}

impl Programme {
    /// The agenda that is shown; what reads it follows it.
    pub fn agenda(self) -> &'static Agenda {
        self.agenda.get()
    }

    /// The agenda that is shown, without following it.
    pub fn agenda_untracked(self) -> &'static Agenda {
        self.agenda.get_untracked()
    }

    /// Whether it was read from that text.
    pub fn is(self, source: &str) -> bool {
        self.source.with_value(|shown| shown == source)
    }

    /// The fingerprint of the text that it was read from.
    pub fn fingerprint(self) -> String {
        self.source.with_value(|source| fingerprint(source.as_bytes()))
    }

    /// The words of the agenda that is shown. The first call makes them, which takes a moment.
    pub fn index(self) -> &'static Index {
        self.index.get_value().unwrap_or_else(|| {
            let index: &'static Index = Box::leak(Box::new(Index::new(self.agenda_untracked(), letters::decompose)));
            self.index.set_value(Some(index));
            index
        })
    }

    /// Shows another programme, read from the text `source`. It is kept until the tab is closed.
    pub fn replace(self, agenda: Agenda, source: String) {
        self.source.set_value(source);
        self.index.set_value(None);
        self.agenda.set(Box::leak(Box::new(agenda)));
    }
}
