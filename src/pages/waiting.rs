//! What is shown while the agenda is on its way: the shape of a page.

use leptos::prelude::*;

/// A quiet placeholder.
#[component]
pub fn Waiting() -> impl IntoView {
    view! {
        <main id="main" class="waiting" aria-busy="true">
            <p class="unseen" role="status">"Loading the programme"</p>
            <div class="waiting__title"></div>
            {(0..5).map(|_| view! { <div class="waiting__card"></div> }).collect_view()}
        </main>
    }
}
