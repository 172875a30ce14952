//! A button that is pressed while a bookmark is on.

use agenda::bookmarks::{BookmarkKey, BookmarkKind};

use crate::prelude::*;
use crate::state::bookmarks::use_bookmarks;

/// A button that is pressed while an item is on.
#[component]
pub fn Toggle(
    /// What is kept.
    kind: BookmarkKind,
    /// The id of the item.
    #[prop(into)]
    id: String,
    /// Its accessible name.
    name: String,
    /// Its class.
    class: &'static str,
    /// What a press does; without it the item is switched.
    #[prop(optional, into)]
    press: Option<Callback<()>>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let bookmarks = use_bookmarks();
    // Under which the boot script stores an early press.
    let key = BookmarkKey::new(kind, &id).text();
    let id = StoredValue::new(id);
    let is_on = move || id.with_value(|id| bookmarks.has(kind, id));
    let press = move |_| match press {
        Some(press) => press.run(()),
        None => id.with_value(|id| bookmarks.toggle(kind, id)),
    };
    view! {
        <button
            type="button"
            class=class
            data-key=key
            aria-label=name
            aria-pressed=move || if is_on() { "true" } else { "false" }
            on:click=press
        >
            {children()}
        </button>
    }
}
