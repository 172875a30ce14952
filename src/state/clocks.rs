//! On whose clocks times are shown: the visitor's, the venue's, or both.

use std::sync::Arc;

use agenda::Agenda;
use agenda::clock::{HourCycle, disturbs_night};
use agenda::time::Span;
use agenda::zone::Zone;
use chrono::DateTime;
use leptos::prelude::*;

use super::preferences::Preferences;
use super::programme::Programme;
use crate::platform::storage::Store;
use crate::platform::zones;

/// Where the choice is stored, after the event's prefix.
const KEY: &str = "set/clock";

/// Which clocks the visitor wants to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// My time beside the venue's.
    Both,
    /// My time.
    Mine,
    /// The venue's time.
    Venue,
    /// The time of a zone I chose, beside the venue's.
    Zone(String),
}

/// Whose clock it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The visitor's.
    Mine,
    /// The venue's.
    Venue,
    /// Both: they agree throughout.
    Shared,
    /// That of a zone the visitor chose.
    Chosen,
}

/// A clock that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Clock {
    /// Its zone.
    pub zone: Arc<Zone>,
    /// Whose it is.
    pub whose: Whose,
}

/// The clocks that are shown, and how they count hours.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// One or two clocks; the first is the one to go by.
    pub clocks: Vec<Clock>,
    /// The zone whose night the visitor sleeps through; the venue's where it is not known.
    pub viewer: Arc<Zone>,
    /// Whether it is known where the visitor is.
    pub knows_viewer: bool,
    /// How hours are counted.
    pub cycle: HourCycle,
}

/// On whose clocks times are shown.
#[derive(Clone, Copy)]
pub struct Clocks {
    store: StoredValue<Option<Store>, LocalStorage>,
    choice: RwSignal<Choice>,
    /// Name of the device's zone; `None` until the app is live, and where the browser hides it.
    device: RwSignal<Option<String>>,
    /// The device's zone over the span of the programme.
    device_zone: Memo<Option<Arc<Zone>>>,
    shown: Memo<Shown>,
}

/// Gives everything below it the clocks: the venue's alone, until the device is read.
pub fn provide_clocks(programme: Programme, preferences: Preferences) -> Clocks {
    let choice = RwSignal::new(Choice::Both);
    let device = RwSignal::new(None::<String>);
    let device_zone = Memo::new(move |_| {
        let name = device.get()?;
        Zone::sample(&name, programme.agenda().span(), &zones::offset_at).map(Arc::new)
    });
    let shown = Memo::new(move |_| shown(programme.agenda(), &choice.read(), device_zone.get(), preferences.cycle()));
    let clocks = Clocks { store: StoredValue::new_local(None), choice, device, device_zone, shown };
    provide_context(clocks);
    clocks
}

/// On whose clocks times are shown.
pub fn use_clocks() -> Clocks {
    expect_context()
}

impl Choice {
    fn of_word(word: &str) -> Self {
        match word {
            "mine" => Self::Mine,
            "venue" => Self::Venue,
            _ => word.strip_prefix("zone:").map_or(Self::Both, |zone| Self::Zone(zone.to_owned())),
        }
    }

    fn word(&self) -> String {
        match self {
            Self::Both => "both".to_owned(),
            Self::Mine => "mine".to_owned(),
            Self::Venue => "venue".to_owned(),
            Self::Zone(zone) => format!("zone:{zone}"),
        }
    }
}

impl Clock {
    /// The place it is named after.
    pub fn city(&self) -> String {
        self.zone.city()
    }

    /// Whose clock it is, in words.
    pub fn whose_words(&self) -> &'static str {
        match self.whose {
            Whose::Mine => "your time",
            Whose::Venue => "venue",
            Whose::Shared => "venue and you",
            Whose::Chosen => "chosen",
        }
    }
}

impl Shown {
    /// The zone whose night the visitor sleeps through, where it is known.
    pub fn known_viewer(&self) -> Option<&Zone> {
        self.knows_viewer.then_some(&*self.viewer)
    }

    /// Whether the span takes sleep from the visitor.
    pub fn is_night(&self, span: Span) -> bool {
        self.known_viewer().is_some_and(|zone| disturbs_night(zone, span))
    }

    /// The zone of the clock to go by.
    pub fn first(&self) -> &Zone {
        self.clocks.first().map_or(&*self.viewer, |clock| &*clock.zone)
    }
}

impl Clocks {
    /// The clocks that are shown.
    pub fn shown(self) -> Shown {
        self.shown.get()
    }

    /// Which clocks the visitor wants to see.
    pub fn choice(self) -> Choice {
        self.choice.get()
    }

    /// The zone of the visitor's device; `None` where the browser hides it.
    pub fn device(self) -> Option<Arc<Zone>> {
        self.device_zone.get()
    }

    /// Shows other clocks, and stores that.
    pub fn choose(self, choice: &Choice) {
        if let Some(store) = self.store.get_value() {
            // A lost preference is nothing that a visitor must be told of.
            let _ = store.write(KEY, &choice.word());
        }
        self.choice.set(choice.clone());
    }

    /// Reads the device's zone and what the store holds, and keeps changes there.
    pub fn open(self, store: Option<Store>) {
        self.store.set_value(store);
        self.read_again();
    }

    /// Takes in that the device was carried elsewhere, or what another tab chose.
    pub fn read_again(self) {
        let zone = zones::device_zone();
        if self.device.get_untracked() != zone {
            self.device.set(zone);
        }
        let word = self.store.get_value().and_then(|store| store.read(KEY));
        if let Some(choice) = word.as_deref().map(known_choice)
            && self.choice.get_untracked() != choice
        {
            self.choice.set(choice);
        }
    }
}

/// The choice of a word. A zone that this browser does not know cannot be shown.
fn known_choice(word: &str) -> Choice {
    let choice = Choice::of_word(word);
    let is_known = match &choice {
        Choice::Zone(zone) => zones::offset_at(zone, DateTime::UNIX_EPOCH).is_some(),
        Choice::Both | Choice::Mine | Choice::Venue => true,
    };
    if is_known { choice } else { Choice::Both }
}

fn shown(agenda: &Agenda, choice: &Choice, device: Option<Arc<Zone>>, cycle: HourCycle) -> Shown {
    let venue = Arc::new(agenda.venue().clone());
    let chosen = match choice {
        Choice::Zone(name) => Zone::sample(name, agenda.span(), &zones::offset_at).map(Arc::new),
        Choice::Both | Choice::Mine | Choice::Venue => None,
    };
    let whose_own = if chosen.is_some() { Whose::Chosen } else { Whose::Mine };
    let clock = |zone: &Arc<Zone>, whose| Clock { zone: Arc::clone(zone), whose };
    let Some(viewer) = chosen.or(device) else {
        // It is not known where the visitor is: the venue's time is all there is to show.
        return Shown { clocks: vec![clock(&venue, Whose::Venue)], viewer: venue, knows_viewer: false, cycle };
    };
    let agree = viewer.agrees_with(&venue, agenda.held());
    let own = clock(&viewer, whose_own);
    let clocks = match choice {
        Choice::Venue => vec![clock(&venue, if agree { Whose::Shared } else { Whose::Venue })],
        _ if agree => vec![clock(&viewer, Whose::Shared)],
        Choice::Mine => vec![own],
        Choice::Both | Choice::Zone(_) => vec![own, clock(&venue, Whose::Venue)],
    };
    Shown { clocks, viewer, knows_viewer: true, cycle }
}
