//! How old the programme is that is shown, and whether there is a network.

use agenda::clock::ago;
use agenda::time::words::day_month_year;

use crate::prelude::*;
use crate::state::connection::{Connection, use_connection};
use crate::state::now::{Now, use_now};
use crate::state::programme::use_agenda;

/// The programme's revision, and when the server was last asked for a newer one.
#[component]
pub fn Revision() -> impl IntoView {
    let (agenda, connection, now) = (use_agenda(), use_connection(), use_now());
    let revision = agenda.revision();
    let published = agenda.venue().local(revision.published.to_utc()).date_naive();
    let words = format!("Programme revision {}, {}", revision.number.0, day_month_year(published));
    let checked = move || checked(connection, now).map(|ago| format!("Checked {ago}"));
    view! { <p>{words} <span class="footer__checked">{move || checked()}</span></p> }
}

/// Says that the device has no network, and what that means.
#[component]
pub fn Offline() -> impl IntoView {
    let (connection, now) = (use_connection(), use_now());
    let words = move || {
        let age =
            checked(connection, now).map_or_else(String::new, |ago| format!(" The programme is as it was {ago}."));
        (!connection.is_online()).then(|| view! { <p class="offline">{format!("You are offline.{age}")}</p> })
    };
    view! { <div role="status">{move || words()}</div> }
}

fn checked(connection: Connection, now: Now) -> Option<String> {
    Some(ago(connection.checked()?, now.device()?))
}
