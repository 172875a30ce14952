//! What a search has found, best first.

use agenda::model::Session;

use super::card::Card;
use super::entry::Entry;
use crate::prelude::*;
use crate::state::address::use_address;
use crate::state::programme::use_agenda;
use crate::state::search::Searched;

/// How many are shown at first: drawing a thousand would take longer than finding them.
const FIRST: usize = 25;

/// The same of a large event, whose words bring others with each key.
const FIRST_OF_MANY: usize = 8;

/// Sessions in order of rank, each with its day.
#[component]
pub fn Results(
    /// What was found.
    found: Memo<Vec<&'static Session>>,
    /// By what.
    searched: Searched,
) -> impl IntoView {
    let (agenda, address) = (use_agenda(), use_address());
    let first = if agenda.is_large() { FIRST_OF_MANY } else { FIRST };
    // The words of which everything is shown.
    let whole = RwSignal::new(String::new());
    let has_more = move || found.read().len() > first && *whole.read() != address.filter().words;
    let shown = move || {
        let most = if has_more() { first } else { usize::MAX };
        found.get().into_iter().take(most)
    };
    let item = move |session: &'static Session| {
        if agenda.is_large() {
            view! { <Entry session dated=true searched/> }
        } else {
            view! { <li><Card session dated=true searched/></li> }
        }
    };
    view! {
        <h2 class="unseen">{"Sessions"}</h2>
        <ul class="cards">
            <For each=shown key=|session| session.id.to_string() children=item/>
        </ul>
        <Show when=has_more>
            <button type="button" class="button" on:click=move |_| whole.set(untrack(|| address.filter().words))>
                {move || format!("Show all {}", found.read().len())}
            </button>
        </Show>
    }
}
