//! On whose clocks times are shown: the visitor's, the venue's, or both.

use std::sync::Arc;

use reactive_graph::computed::Memo;
use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use super::look::Look;
use crate::agenda::Agenda;
use crate::agenda::clock::{HourCycle, is_in_night};
use crate::agenda::time::{Instant, Span};
use crate::agenda::zone::Zone;
use crate::browser::storage::Store;
use crate::browser::zones;

/// Where the choice is kept, after the event's prefix.
const KEY: &str = "set/clock";

/// What the visitor wants to see.
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
pub struct Face {
    /// Its zone.
    pub zone: Arc<Zone>,
    /// Whose it is.
    pub whose: Whose,
}

/// The clocks that are shown, and how they count hours.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// One or two clocks; the first is the one to go by.
    pub faces: Vec<Face>,
    /// The zone whose night the visitor sleeps through; the venue's where nobody knows.
    pub viewer: Arc<Zone>,
    /// Whether it is known where the visitor is.
    pub knows_viewer: bool,
    /// How hours are counted.
    pub cycle: HourCycle,
}

/// On whose clocks times are shown.
#[derive(Clone, Copy)]
pub struct Times {
    store: StoredValue<Option<Store>, LocalStorage>,
    /// The word of the choice. (A type of signal of its own would cost half a kilobyte.)
    choice: RwSignal<String>,
    /// The device's zone; `None` where the browser hides it.
    device: RwSignal<Option<Arc<Zone>>>,
    shown: Memo<Shown>,
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

impl Face {
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
    /// Whether any of the span falls into the visitor's night.
    pub fn is_night(&self, span: Span) -> bool {
        self.knows_viewer && is_in_night(&self.viewer, span)
    }

    /// The clock to go by.
    pub fn first(&self) -> &Zone {
        self.faces.first().map_or(&*self.viewer, |face| &*face.zone)
    }
}

impl Times {
    /// Reads the device's zone and the visitor's choice.
    pub fn new(agenda: &'static Agenda, store: Option<Store>, look: Look) -> Self {
        let choice = RwSignal::new(kept_choice(store.as_ref()).word());
        let device = RwSignal::new(device_zone(agenda));
        let shown = Memo::new(move |_| shown(agenda, &Choice::of_word(&choice.get()), device.get(), look.cycle()));
        Self { store: StoredValue::new_local(store), choice, device, shown }
    }

    /// The same for a newer programme, which may be on other days.
    #[must_use]
    pub fn with_agenda(&self, agenda: &'static Agenda, look: Look) -> Self {
        let (choice, device) = (self.choice, RwSignal::new(device_zone(agenda)));
        let shown = Memo::new(move |_| shown(agenda, &Choice::of_word(&choice.get()), device.get(), look.cycle()));
        Self { device, shown, ..*self }
    }

    /// The clocks that are shown.
    pub fn shown(&self) -> Shown {
        self.shown.get()
    }

    /// What the visitor wants to see.
    pub fn choice(&self) -> Choice {
        Choice::of_word(&self.choice.get())
    }

    /// The zone of the visitor's device; `None` where the browser hides it.
    pub fn device(&self) -> Option<Arc<Zone>> {
        self.device.get()
    }

    /// Shows other clocks, and remembers that.
    pub fn choose(&self, choice: &Choice) {
        if let Some(store) = self.store.get_value() {
            // A setting is no loss that a visitor must be told of.
            let _ = store.write(KEY, &choice.word());
        }
        self.choice.set(choice.word());
    }

    /// Takes in that the device was carried elsewhere, or what another tab chose.
    pub fn read_again(&self, agenda: &'static Agenda) {
        // Sampling a zone asks for every day of the agenda: only where it is another.
        let known = self.device.get_untracked().map(|zone| zone.name.clone());
        if known != zones::device_zone() {
            self.device.set(device_zone(agenda));
        }
        if let Some(store) = self.store.get_value() {
            let choice = kept_choice(Some(&store)).word();
            if store.read(KEY).is_some() && self.choice.get_untracked() != choice {
                self.choice.set(choice);
            }
        }
    }
}

fn kept_choice(store: Option<&Store>) -> Choice {
    let choice = store.and_then(|store| store.read(KEY)).map(|word| Choice::of_word(&word));
    // A zone that this browser does not know cannot be shown.
    let is_known = |choice: &Choice| match choice {
        Choice::Zone(zone) => zones::offset_at(zone, Instant(0)).is_some(),
        Choice::Both | Choice::Mine | Choice::Venue => true,
    };
    choice.filter(is_known).unwrap_or(Choice::Both)
}

fn device_zone(agenda: &Agenda) -> Option<Arc<Zone>> {
    Zone::sample(&zones::device_zone()?, agenda.span(), &zones::offset_at).map(Arc::new)
}

fn shown(agenda: &Agenda, choice: &Choice, device: Option<Arc<Zone>>, cycle: HourCycle) -> Shown {
    let venue = Arc::new(agenda.venue().clone());
    let chosen = match choice {
        Choice::Zone(name) => Zone::sample(name, agenda.span(), &zones::offset_at).map(Arc::new),
        Choice::Both | Choice::Mine | Choice::Venue => None,
    };
    let whose_own = if chosen.is_some() { Whose::Chosen } else { Whose::Mine };
    let face = |zone: &Arc<Zone>, whose| Face { zone: Arc::clone(zone), whose };
    let Some(viewer) = chosen.or(device) else {
        // Nobody knows where the visitor is: the venue's time is all there is to show.
        return Shown { faces: vec![face(&venue, Whose::Venue)], viewer: venue, knows_viewer: false, cycle };
    };
    let agree = agenda.running().is_some_and(|running| viewer.agrees_with(&venue, running));
    let own = face(&viewer, whose_own);
    let faces = match choice {
        Choice::Venue => vec![face(&venue, if agree { Whose::Shared } else { Whose::Venue })],
        _ if agree => vec![face(&viewer, Whose::Shared)],
        Choice::Mine => vec![own],
        Choice::Both | Choice::Zone(_) => vec![own, face(&venue, Whose::Venue)],
    };
    Shown { faces, viewer, knows_viewer: true, cycle }
}
