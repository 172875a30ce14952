//! What changes while the app runs: signals, and nothing that can be seen.

pub mod clock;
pub mod connection;
pub mod kept;
pub mod look;
pub mod notices;
pub mod places;
pub mod plan;
pub mod schedule;
mod settings;
pub mod times;

use crate::agenda::Agenda;
use crate::agenda::picks::Key;
use crate::agenda::time::Instant;
use crate::browser::storage::Store;
use crate::browser::worker;
use clock::Clock;
use connection::Connection;
use kept::Kept;
use look::Look;
use notices::Notices;
use places::Places;
use plan::Plan;
use times::Times;

/// Everything a page is made from; each page and component is handed it. Like
/// the page it lives until the tab is closed, so it is borrowed for ever.
pub type App = &'static State;

/// Everything that changes, and the agenda.
#[derive(Clone, Copy)]
pub struct State {
    /// The programme. It lives as long as the page does.
    pub agenda: &'static Agenda,
    /// What the address bar says.
    pub places: Places,
    /// What time it is.
    pub clock: Clock,
    /// On whose clocks times are shown.
    pub times: Times,
    /// What the visitor keeps.
    pub kept: Kept,
    /// What the visitor plans.
    pub plan: Plan,
    /// Colours and hours as the visitor likes them.
    pub look: Look,
    /// What the visitor should be told of, each once.
    pub notices: Notices,
    /// Whether there is a network, and how old the programme is.
    pub connection: Connection,
}

impl State {
    /// Reads what the device and the visitor's storage know. The programme was
    /// had from the server at `checked`.
    pub fn start(agenda: &'static Agenda, places: Places, checked: Option<Instant>) -> App {
        let store = Store::open(&prefix(agenda));
        let notices = Notices::none();
        let look = Look::new(store.clone().ok());
        let kept = Kept::new(store.clone(), notices);
        let state: App = Box::leak(Box::new(Self {
            agenda,
            places,
            clock: Clock::new(places),
            times: Times::new(agenda, store.ok(), look),
            kept,
            plan: Plan::new(agenda, kept),
            look,
            notices,
            connection: Connection::new(checked),
        }));
        state.know_stars();
        state
    }

    /// The same with a newer programme: all that is the visitor's stays.
    pub fn with_agenda(&self, agenda: &'static Agenda) -> App {
        self.plan.renew(agenda);
        Box::leak(Box::new(Self { agenda, times: self.times.with_agenda(agenda, self.look), ..*self }))
    }

    /// Deletes all that is kept in this browser for the event, and starts anew.
    pub fn forget(&self) {
        if let Ok(store) = Store::open(&prefix(self.agenda)) {
            store.keys().iter().for_each(|key| store.remove(key));
        }
        worker::forget();
    }

    /// Takes in that another tab changed what is kept under a key, or everything.
    pub fn hear(&self, key: Option<String>) {
        let key = key.and_then(|key| Key::parse(key.strip_prefix(&prefix(self.agenda))?));
        match key {
            Some(key) => self.kept.read_item(&key),
            None => self.refresh(),
        }
    }

    /// Looks again at what may have changed behind the app's back: another
    /// tab's stars and settings, the network, and the zone of a traveller's device.
    pub fn refresh(&self) {
        self.kept.read_again();
        self.look.read_again();
        self.times.read_again(self.agenda);
        self.clock.look();
        self.connection.look();
    }
}

/// What the keys of everything start with that is kept for an event.
fn prefix(agenda: &Agenda) -> String {
    format!("meridian/{}/", agenda.event().id)
}
