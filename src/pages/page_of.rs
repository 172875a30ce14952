//! A page of something that its address names.

use leptos_router::hooks::use_params_map;

use crate::prelude::*;

/// A page of what a parameter of the address names. It is made anew when that is another one: from
/// one session to the next the router keeps the view, and with it what was opened and what has the focus.
#[component]
pub fn PageOf(
    /// The name of the parameter.
    parameter: &'static str,
    /// Makes the page.
    page: fn(&str) -> AnyView,
) -> impl IntoView {
    let params = use_params_map();
    let each = move || params.read().get(parameter);
    view! { <For each key=|value| value.clone() children=move |value: String| page(&value)/> }
}
