//! Colours and hours as the visitor likes them, kept on their device.

use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use crate::agenda::clock::HourCycle;
use crate::browser::storage::Store;
use crate::browser::{document, zones};

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
    /// As is usual in the visitor's locale.
    #[default]
    Device,
    /// 0 to 23.
    Full,
    /// 1 to 12, am and pm.
    Half,
}

/// A setting with the words under which it is kept.
pub trait Setting: Copy + Default + PartialEq + 'static {
    /// Its key in storage, after the event's prefix.
    const KEY: &'static str;
    /// Every value and its word.
    const WORDS: &'static [(Self, &'static str)];

    /// The value of a word; what is usual for what is none.
    fn of_word(word: &str) -> Self {
        Self::WORDS.iter().find(|(_, known)| *known == word).map_or_else(Self::default, |(value, _)| *value)
    }

    /// The word of the value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
    }
}

impl Setting for Colours {
    const KEY: &'static str = "set/colours";
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Device, "device"), (Self::Light, "light"), (Self::Dark, "dark")];
}

impl Setting for Hours {
    const KEY: &'static str = "set/hours";
    const WORDS: &'static [(Self, &'static str)] = &[(Self::Device, "device"), (Self::Full, "24"), (Self::Half, "12")];
}

/// The settings of how the app looks.
#[derive(Clone, Copy)]
pub struct Look {
    store: StoredValue<Option<Store>, LocalStorage>,
    // Their words. (Not signals of types of their own, of which each would cost half a kilobyte.)
    colours: RwSignal<String>,
    hours: RwSignal<String>,
    /// Whether the page is being printed.
    pub on_paper: RwSignal<bool>,
}

impl Look {
    /// Reads what is kept, and shows it.
    pub fn new(store: Option<Store>) -> Self {
        let store = StoredValue::new_local(store);
        let (colours, hours) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let look = Self { store, colours, hours, on_paper: RwSignal::new(false) };
        look.read_again();
        look
    }

    /// Takes in what another tab set.
    pub fn read_again(&self) {
        self.read(Colours::KEY, self.colours);
        self.read(Hours::KEY, self.hours);
        document::set_colours(Colours::of_word(&self.colours.get_untracked()).word());
    }

    /// Shows the app in other colours, and remembers that.
    pub fn set_colours(&self, colours: Colours) {
        self.colours.set(colours.word().to_owned());
        document::set_colours(colours.word());
        self.keep(Colours::KEY, colours.word());
    }

    /// Counts hours another way, and remembers that.
    pub fn set_hours(&self, hours: Hours) {
        self.hours.set(hours.word().to_owned());
        self.keep(Hours::KEY, hours.word());
    }

    /// Keeps a setting. Where the browser keeps nothing it lasts as long as the page.
    fn keep(&self, key: &str, word: &str) {
        if let Some(store) = self.store.get_value() {
            // A setting is no loss that a visitor must be told of.
            let _ = store.write(key, word);
        }
    }

    /// In which colours.
    pub fn colours(&self) -> Colours {
        Colours::of_word(&self.colours.get())
    }

    /// With which hours.
    pub fn hours(&self) -> Hours {
        Hours::of_word(&self.hours.get())
    }

    /// How hours are counted.
    pub fn cycle(&self) -> HourCycle {
        match self.hours() {
            Hours::Device => zones::hour_cycle(),
            Hours::Full => HourCycle::H24,
            Hours::Half => HourCycle::H12,
        }
    }

    fn read(&self, key: &str, signal: RwSignal<String>) {
        let kept = self.store.get_value().and_then(|store| store.read(key));
        if let Some(word) = kept
            && signal.get_untracked() != word
        {
            signal.set(word);
        }
    }
}
