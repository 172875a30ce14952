//! Deletes everything that is stored in this browser for the event, after one more question.

use agenda::bookmarks::BookmarkKind;
use leptos::html::Button;

use super::card::counted;
use crate::platform::document;
use crate::prelude::*;
use crate::state::bookmarks::use_bookmarks;
use crate::state::delete_data;
use crate::state::live::use_live;
use crate::state::programme::use_agenda;

/// The button, and after it the question. Made once the app is live: without it there is nothing to delete.
#[component]
pub fn DeleteData() -> impl IntoView {
    let live = use_live();
    let asks = RwSignal::new(false);
    let parts = move || match (live.get(), asks.get()) {
        (false, _) => None,
        (true, false) => Some(view! {
            <button type="button" class="button" on:click=move |_| asks.set(true)>{"Delete everything"}</button>
        }),
        (true, true) => Some(view! { <Question asks/> }),
    };
    view! { <div class="delete-data">{move || parts()}</div> }
}

#[component]
fn Question(
    /// Whether it is asked.
    asks: RwSignal<bool>,
) -> impl IntoView {
    let (agenda, bookmarks) = (use_agenda(), use_bookmarks());
    let words = move || {
        let on = |kind| bookmarks.on(kind).len();
        let lost = [
            counted(on(BookmarkKind::Star), "star"),
            counted(on(BookmarkKind::Note), "note"),
            counted(on(BookmarkKind::Watched), "watched mark"),
        ];
        let lost: Vec<String> = lost.into_iter().flatten().chain(["your settings".to_owned()]).collect();
        format!(
            "This deletes {} and the offline copy of the site from this browser. It cannot be undone.",
            lost.join(", ")
        )
    };
    let keep = NodeRef::<Button>::new();
    keep.on_load(|keep| {
        document::take_focus(&keep);
    });
    view! {
        <div class="notice" role="group" aria-label="Delete everything">
            <p>{move || words()}</p>
            <p class="notice__actions">
                <button node_ref=keep type="button" class="button" on:click=move |_| asks.set(false)>
                    {"Keep everything"}
                </button>
                <button type="button" class="button" on:click=move |_| delete_data(agenda)>{"Delete it all"}</button>
            </p>
        </div>
    }
}
