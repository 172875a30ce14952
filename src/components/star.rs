//! The star that puts a session into my schedule.

use leptos::prelude::*;

use super::icon::{Icon, IconOf};
use crate::agenda::model::Session;
use crate::agenda::picks::Shelf;
use crate::state::App;

/// A toggle for a session; `labelled` shows its words beside the star.
#[component]
pub fn Star(app: App, session: &'static Session, #[prop(optional)] labelled: bool) -> impl IntoView {
    let on = move || app.kept.has(Shelf::Star, &session.id);
    let words = labelled.then(|| view! { <span>"My schedule"</span> });
    view! {
        <button
            type="button"
            class="star"
            class:star--labelled=labelled
            aria-pressed=move || on().to_string()
            aria-label=format!("My schedule: {}", session.title)
            on:click=move |_| app.kept.toggle(Shelf::Star, &session.id)
        >
            <IconOf icon=Icon::Star />
            {words}
        </button>
    }
}
