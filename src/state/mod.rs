//! What changes while the app runs: signals, and nothing that can be seen.

pub mod clock;
pub mod kept;
pub mod look;
pub mod notices;
pub mod places;
pub mod times;

use crate::agenda::Agenda;
use crate::browser::storage::Store;
use crate::browser::{clock as device, on_return, storage};
use clock::Clock;
use kept::Kept;
use look::Look;
use notices::Notices;
use places::Places;
use times::Times;

/// Everything a page is made from; each page and component is handed it. Like
/// the page it lives until the tab is closed, so it is borrowed for ever.
pub type App = &'static State;

/// Everything that changes, and the agenda.
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
    /// Colours and hours as the visitor likes them.
    pub look: Look,
    /// What went wrong, to be said once.
    pub notices: Notices,
}

impl State {
    /// Reads what the device and the visitor's storage know.
    pub fn start(agenda: &'static Agenda, places: Places) -> App {
        let store = Store::open(&format!("meridian/{}/", agenda.event().id));
        let notices = Notices::none();
        let look = Look::new(store.clone().ok());
        let app: App = Box::leak(Box::new(Self {
            agenda,
            places,
            clock: Clock::new(places),
            times: Times::new(agenda, store.clone().ok(), look),
            kept: Kept::new(store, notices),
            look,
            notices,
        }));
        device::every_tick(|| app.clock.look());
        on_return(|| app.refresh());
        storage::on_change(|| app.refresh());
        app
    }

    /// Looks again at what may have changed behind the app's back: another
    /// tab's stars and settings, and the zone of a traveller's device.
    fn refresh(&self) {
        self.kept.read_again();
        self.look.read_again();
        self.times.read_again(self.agenda);
        self.clock.look();
    }
}
