//! Colours and hours as the visitor likes them, kept on their device.

use agenda::clock::HourCycle;
use leptos::prelude::*;

use crate::platform::storage::Store;
use crate::platform::{document, zones};

/// In which colours the app is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Colours {
    /// As the device is set.
    #[default]
    Device,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// How hours are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hours {
    /// As the visitor's locale has it.
    #[default]
    Device,
    /// 0 to 23.
    Full,
    /// 1 to 12, am and pm.
    Half,
}

/// A preference with the words under which it is stored.
trait Preference: Copy + Default + PartialEq + Send + Sync + 'static {
    /// Its key in storage, after the event's prefix.
    const KEY: &'static str;
    /// Every value with its word.
    const WORDS: [(Self, &'static str); 3];

    /// The value of a word; the default for a word that is none.
    fn of_word(word: &str) -> Self {
        Self::WORDS.iter().find(|(_, known)| *known == word).map_or_else(Self::default, |(value, _)| *value)
    }

    /// The word of the value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
    }
}

impl Preference for Colours {
    const KEY: &'static str = "set/colours";
    const WORDS: [(Self, &'static str); 3] = [(Self::Device, "device"), (Self::Light, "light"), (Self::Dark, "dark")];
}

impl Preference for Hours {
    const KEY: &'static str = "set/hours";
    const WORDS: [(Self, &'static str); 3] = [(Self::Device, "device"), (Self::Full, "24"), (Self::Half, "12")];
}

/// Where the columns of grids are stored that the visitor has hidden: their keys, a space between them.
const HIDDEN: &str = "set/hidden";

/// How the app looks.
#[derive(Clone, Copy)]
pub struct Preferences {
    store: StoredValue<Option<Store>, LocalStorage>,
    colours: RwSignal<Colours>,
    hours: RwSignal<Hours>,
    /// How the visitor's locale counts hours; 24 until the app is live.
    locale: RwSignal<HourCycle>,
    /// Keys of the columns that are hidden.
    hidden: RwSignal<Vec<String>>,
    /// Whether the page is being printed.
    is_printing: RwSignal<bool>,
}

/// Gives everything below it the preferences: the defaults, until they are read.
pub fn provide_preferences() -> Preferences {
    let preferences = Preferences {
        store: StoredValue::new_local(None),
        colours: RwSignal::new(Colours::default()),
        hours: RwSignal::new(Hours::default()),
        locale: RwSignal::new(HourCycle::H24),
        hidden: RwSignal::new(Vec::new()),
        is_printing: RwSignal::new(false),
    };
    provide_context(preferences);
    preferences
}

/// How the visitor likes the app to look.
pub fn use_preferences() -> Preferences {
    expect_context()
}

impl Preferences {
    /// Reads what the store holds, and keeps changes there.
    pub fn open(self, store: Option<Store>) {
        self.store.set_value(store);
        let cycle = zones::hour_cycle();
        if self.locale.get_untracked() != cycle {
            self.locale.set(cycle);
        }
        self.read_again();
    }

    /// Takes in what another tab set.
    pub fn read_again(self) {
        self.read(self.colours);
        self.read(self.hours);
        let hidden = self.store.get_value().and_then(|store| store.read(HIDDEN));
        let hidden = hidden.map(|keys| keys.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        if let Some(hidden) = hidden
            && *self.hidden.read_untracked() != hidden
        {
            self.hidden.set(hidden);
        }
        document::set_colours(self.colours.get_untracked().word());
    }

    /// Shows the app in other colours, and stores that.
    pub fn set_colours(self, colours: Colours) {
        self.colours.set(colours);
        document::set_colours(colours.word());
        self.keep(colours);
    }

    /// Counts hours another way, and stores that.
    pub fn set_hours(self, hours: Hours) {
        self.hours.set(hours);
        self.keep(hours);
    }

    /// Hides these columns of grids and no others, and stores that.
    pub fn set_hidden(self, keys: Vec<String>) {
        self.keep_text(HIDDEN, &keys.join(" "));
        self.hidden.set(keys);
    }

    /// Keys of the columns of grids that are hidden.
    pub fn hidden(self) -> Vec<String> {
        self.hidden.get()
    }

    /// In which colours.
    pub fn colours(self) -> Colours {
        self.colours.get()
    }

    /// How hours are counted, as the visitor chose.
    pub fn hours(self) -> Hours {
        self.hours.get()
    }

    /// How hours are counted.
    pub fn cycle(self) -> HourCycle {
        match self.hours.get() {
            Hours::Device => self.locale.get(),
            Hours::Full => HourCycle::H24,
            Hours::Half => HourCycle::H12,
        }
    }

    /// Whether the page is being printed.
    pub fn is_printing(self) -> bool {
        self.is_printing.get()
    }

    /// Notes that the page is about to be printed, or has been.
    pub fn set_printing(self, is_printing: bool) {
        self.is_printing.set(is_printing);
    }

    /// Stores a preference. Where the browser stores nothing it lasts as long as the page.
    fn keep<P: Preference>(self, preference: P) {
        self.keep_text(P::KEY, preference.word());
    }

    fn keep_text(self, key: &str, text: &str) {
        if let Some(store) = self.store.get_value() {
            // A lost preference is nothing that a visitor must be told of.
            let _ = store.write(key, text);
        }
    }

    fn read<P: Preference>(self, signal: RwSignal<P>) {
        let word = self.store.get_value().and_then(|store| store.read(P::KEY));
        if let Some(value) = word.as_deref().map(P::of_word)
            && signal.get_untracked() != value
        {
            signal.set(value);
        }
    }
}
