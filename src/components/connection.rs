//! How old the programme is that is shown, and whether there is a network.

use crate::agenda::clock::ago;
use crate::markup::{Element, el};
use crate::state::App;

/// The programme's revision, and when the server was last asked for a newer one.
pub fn revision(app: App) -> Element {
    let revision = app.agenda.revision();
    let published = app.agenda.venue().local(revision.published).date.day_month_year();
    let words = format!("Programme revision {}, {published}", revision.number.0);
    let checked = move || checked(app).map(|ago| format!("Checked {ago}"));
    el("p").text(words).with(el("span").class("footer__checked").live(checked))
}

/// Says that the device has no network, and what that means.
pub fn offline(app: App) -> Element {
    let words = move || {
        let age = checked(app).map_or_else(String::new, |ago| format!(" The programme is as it was {ago}."));
        (!app.connection.is_online()).then(|| el("p").class("offline").text(format!("You are offline.{age}")))
    };
    el("div").attr("role", "status").live(words)
}

fn checked(app: App) -> Option<String> {
    Some(ago(app.connection.checked()?, app.clock.device()?))
}
