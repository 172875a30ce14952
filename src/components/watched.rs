//! The tick on what was watched.

use agenda::bookmarks::BookmarkKind;

use super::icon::{Icon, TICK};
use super::toggle::Toggle;
use crate::prelude::*;

/// A tick for a talk or recording.
#[component]
pub fn Watched(
    /// The id under which it is kept.
    id: String,
    /// Its title.
    title: String,
) -> impl IntoView {
    view! {
        <Toggle kind=BookmarkKind::Watched id name=format!("Watched: {title}") class="watched">
            <Icon path=TICK/>
            <span>{"Watched"}</span>
        </Toggle>
    }
}
