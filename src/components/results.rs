//! What a search has found, best first.

use agenda::model::Session;

use super::card::Card;
use crate::prelude::*;
use crate::state::address::use_address;
use crate::state::search::Searched;

/// How many are shown at first: drawing a thousand would take longer than finding them.
const FIRST: usize = 25;

/// Sessions in order of rank, each with its day.
#[component]
pub fn Results(
    /// What was found.
    found: Memo<Vec<&'static Session>>,
    /// By what.
    searched: Searched,
) -> impl IntoView {
    let address = use_address();
    // The words of which everything is shown.
    let whole = RwSignal::new(String::new());
    let has_more = move || found.read().len() > FIRST && *whole.read() != address.filter().words;
    let shown = move || {
        let most = if has_more() { FIRST } else { usize::MAX };
        found.get().into_iter().take(most)
    };
    view! {
        <h2 class="unseen">{"Sessions"}</h2>
        <ul class="cards">
            <For
                each=shown
                key=|session| session.id.to_string()
                children=move |session| view! { <li><Card session dated=true searched/></li> }
            />
        </ul>
        <Show when=has_more>
            <button type="button" class="button" on:click=move |_| whole.set(untrack(|| address.filter().words))>
                {move || format!("Show all {}", found.read().len())}
            </button>
        </Show>
    }
}
