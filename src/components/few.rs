//! A list of which the first few are in sight, and all others one press away.

use crate::prelude::*;

/// A list; of many items the first few, and the number of the others, which is pressed to see them.
#[component]
pub fn Few(
    /// The class of the list.
    class: &'static str,
    /// The items, each an `li`.
    mut items: Vec<AnyView>,
) -> impl IntoView {
    let shown = agenda::few::few(&items).0.len();
    let rest = items.split_off(shown);
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{format!("and {} more", rest.len())}</summary>
                <ul class=class>{rest}</ul>
            </details>
        }
    });
    view! {
        <div>
            <ul class=class>{items}</ul>
            {more}
        </div>
    }
}
