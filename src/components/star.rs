//! The star that puts a session into my schedule.

use agenda::bookmarks::BookmarkKind;
use agenda::model::Session;

use super::icon::{Icon, STAR};
use super::toggle::Toggle;
use crate::platform::document;
use crate::prelude::*;
use crate::state::changes::use_changes;

/// A star for a session.
#[component]
pub fn Star(
    /// The session.
    session: &'static Session,
    /// Whether words stand beside it.
    #[prop(optional)]
    labelled: bool,
    /// Whether it stands in a part of the page that is made anew when it is pressed: the visitor then goes on at the
    /// same star, where that is afterwards.
    #[prop(optional)]
    in_place: bool,
) -> impl IntoView {
    let changes = use_changes();
    let press = move |()| {
        let back = in_place.then(document::keep_place);
        changes.toggle_star(session);
        if let Some(back) = back {
            document::next_frame(back);
        }
    };
    view! {
        <Toggle
            kind=BookmarkKind::Star
            id=session.id.to_string()
            name=format!("My schedule: {}", session.title)
            class=if labelled { "star star--labelled" } else { "star" }
            press=Callback::new(press)
        >
            <Icon path=STAR/>
            {labelled.then(|| view! { <span>{"My schedule"}</span> })}
        </Toggle>
    }
}
