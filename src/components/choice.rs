//! Radio buttons in a group.

use crate::prelude::*;

/// A group of radio buttons with what they choose.
#[component]
pub fn Choices(
    /// What they choose.
    legend: &'static str,
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="options">
            <legend>{legend}</legend>
            {children()}
        </fieldset>
    }
}

/// A radio button with its words.
#[component]
pub fn RadioOption(
    /// The name of its group.
    group: &'static str,
    /// Whether it is chosen.
    #[prop(into)]
    is_chosen: Signal<bool>,
    /// Chooses it.
    choose: Callback<()>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <label class="option">
            <input type="radio" name=group prop:checked=move || is_chosen.get() on:change=move |_| choose.run(())/>
            {children()}
        </label>
    }
}
