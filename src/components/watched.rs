//! The mark on a talk that was watched.

use leptos::prelude::*;

use super::icon::{Icon, IconOf};
use crate::agenda::picks::Shelf;
use crate::state::App;

/// A toggle for the talk or recording that is kept under `id`.
#[component]
pub fn Watched(app: App, id: String, title: String) -> impl IntoView {
    let id = StoredValue::new(id);
    let on = move || id.with_value(|id| app.kept.has(Shelf::Watched, id));
    view! {
        <button
            type="button"
            class="watched"
            aria-pressed=move || on().to_string()
            aria-label=format!("Watched: {title}")
            on:click=move |_| id.with_value(|id| app.kept.toggle(Shelf::Watched, id))
        >
            <IconOf icon=Icon::Tick />
            <span>"Watched"</span>
        </button>
    }
}
