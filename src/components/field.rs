//! A control under its label.

use crate::prelude::*;

/// A control under its label.
#[component]
pub fn Field(
    /// The label.
    label: &'static str,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! { <label class="field"><span>{label}</span> {children()}</label> }
}
