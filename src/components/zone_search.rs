//! Finds any zone by its name or city.

use agenda::zone::{city, search};

use super::field::Field;
use crate::platform::zones;
use crate::prelude::*;
use crate::state::clocks::{Choice, use_clocks};

/// How many zones are offered for what was typed.
const OFFERED: usize = 8;

/// A search field, and the zones that it finds.
#[component]
pub fn ZoneSearch() -> impl IntoView {
    let typed = RwSignal::new(String::new());
    // The list is long and rarely wanted: it is asked for when something is typed.
    let found = Memo::new(move |_| {
        let typed = typed.read();
        if typed.trim().is_empty() {
            return Vec::new();
        }
        let zones = zones::all_zones();
        search(&zones, &typed).into_iter().take(OFFERED).map(str::to_owned).collect()
    });
    let status = move || match found.read().len() {
        _ if typed.read().trim().is_empty() => None,
        0 => Some("No zone by that name. Try the largest city near you.".to_owned()),
        1 => Some("1 zone".to_owned()),
        number => Some(format!("{number} zones")),
    };
    view! {
        <Field label="Another place">
            <input
                type="search"
                placeholder="City or zone"
                autocomplete="off"
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
        </Field>
        <ul class="offers">
            <For each=move || found.get() key=String::clone children=move |zone| view! { <Offer zone typed/> }/>
        </ul>
        <p class="hint" role="status">{move || status()}</p>
    }
}

#[component]
fn Offer(
    /// The name of the zone.
    zone: String,
    /// What was typed; nothing, once a zone is chosen.
    typed: RwSignal<String>,
) -> impl IntoView {
    let clocks = use_clocks();
    let words = format!("{} ({zone})", city(&zone));
    let choose = move |_| {
        clocks.choose(&Choice::Zone(zone.clone()));
        typed.set(String::new());
    };
    view! {
        <li>
            <button type="button" class="offer" on:click=choose>{words}</button>
        </li>
    }
}
