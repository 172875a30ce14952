//! Finds any zone by a city, a country, an abbreviation or an offset from UTC.

use agenda::zone::{Gazetteer, Offer};
use leptos::task::spawn_local;

use super::field::Field;
use crate::platform::{fetch, letters, page, zones};
use crate::prelude::*;
use crate::routes::use_links;
use crate::state::clocks::{Choice, use_clocks};
use crate::state::programme::use_agenda;

/// A search field, and the zones that it finds.
#[component]
pub fn ZoneSearch() -> impl IntoView {
    let (typed, places) = (RwSignal::new(String::new()), RwSignal::new(Gazetteer::default()));
    load(places, use_links().file("/"));
    let start = use_agenda().span().start;
    let found = Memo::new(move |_| {
        places.read().search(&typed.read(), &|zone| zones::offset_at(zone, start), letters::decompose)
    });
    let status = move || match found.read().len() {
        _ if typed.read().trim().is_empty() || places.read().is_empty() => None,
        0 => Some("Nothing by that name. Try a country, its capital, or an offset such as UTC+5:30.".to_owned()),
        1 => Some("1 zone".to_owned()),
        number => Some(format!("{number} zones")),
    };
    view! {
        <Field label="Another place">
            <input
                type="search"
                placeholder="City, country, CET, UTC+5:30"
                autocomplete="off"
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
        </Field>
        <ul class="offers">
            <For
                each=move || found.get()
                key=|offer| offer.words.clone()
                children=move |offer| view! { <OfferItem offer typed/> }
            />
        </ul>
        <p class="hint" role="status">{move || status()}</p>
    }
}

/// Fetches the words that lead to zones; where that fails, the zones have the names that the browser gives them.
fn load(places: RwSignal<Gazetteer>, base: String) {
    spawn_local(async move {
        let file = match page::places() {
            Some(place) => fetch::kept(&format!("{base}{place}")).await.ok(),
            None => None,
        };
        places.set(Gazetteer::new(file.map_or_else(|| zones::all_zones().join("\n"), |file| file.text)));
    });
}

#[component]
fn OfferItem(
    /// A zone that fits what was typed.
    offer: Offer,
    /// What was typed; nothing, once a zone is chosen.
    typed: RwSignal<String>,
) -> impl IntoView {
    let clocks = use_clocks();
    let Offer { zone, words } = offer;
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
