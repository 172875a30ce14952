//! A link that becomes a button once the app is live: what it leads to is then done in place.

use leptos::ev::{KeyboardEvent, MouseEvent};

use crate::prelude::*;
use crate::state::live::use_live;

/// A link that works without script, and presses a button once the app is live.
#[component]
pub fn LinkButton(
    /// Where it leads without the app.
    href: String,
    /// Its class.
    class: &'static str,
    /// What it does with the app.
    #[prop(into)]
    press: Callback<()>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let live = use_live();
    let click = move |event: MouseEvent| {
        // A modified click opens the link elsewhere, as the visitor wants.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            press.run(());
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == " " {
            event.prevent_default();
            press.run(());
        }
    };
    view! {
        <a
            href=href
            class=class
            rel="noopener noreferrer external"
            role=move || live.get().then_some("button")
            on:click=click
            on:keydown=key
        >
            {children()}
        </a>
    }
}
