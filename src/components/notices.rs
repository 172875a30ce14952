//! What went wrong or has changed, in words that the visitor can act on.

use crate::platform::{page, worker};
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::bookmarks::use_bookmarks;
use crate::state::notices::{Notice, use_notices};

/// The anchor of the list of changes: of the programme on the page About, of the visitor's own
/// sessions in their schedule.
pub const CHANGES: &str = "changes";

/// Every notice; they are announced politely.
#[component]
pub fn NoticeList() -> impl IntoView {
    let (notices, bookmarks) = (use_notices(), use_bookmarks());
    // Where something else can be undone, the notice is another one, and is announced again.
    let key = move |notice: &Notice| (*notice, (*notice == Notice::Undo).then(|| bookmarks.undo_words()));
    view! {
        <div class="notices" role="status">
            <For each=move || notices.all() key=key children=|notice| view! { <OneNotice notice/> }/>
        </div>
    }
}

#[component]
fn OneNotice(
    /// The notice.
    notice: Notice,
) -> impl IntoView {
    let (notices, bookmarks, links) = (use_notices(), use_bookmarks(), use_links());
    let button = |words: &'static str, press: fn()| {
        view! { <button type="button" class="button" on:click=move |_| press()>{words}</button> }
    };
    let link = |page: Page, words: &'static str| {
        view! { <a class="button" href=links.to_anchor(&page, CHANGES)>{words}</a> }
    };
    let first = match notice {
        Notice::Removed => Some(view! {
            <button type="button" class="button" on:click=move |_| bookmarks.save_again()>{"Keep them"}</button>
        }),
        Notice::Undo => {
            Some(view! { <button type="button" class="button" on:click=move |_| bookmarks.undo()>{"Undo"}</button> })
        }
        Notice::Newer => Some(button("Reload", page::reload)),
        Notice::Version => Some(button("Use it now", worker::use_version)),
        Notice::Mine => Some(link(Page::Mine, "See the changes")),
        Notice::Updated => Some(link(Page::About, "What changed")),
        Notice::Blocked | Notice::Full | Notice::SetAside | Notice::Unreadable => None,
    };
    let last = match notice {
        Notice::Removed => "Remove them",
        Notice::Mine | Notice::Version => "Later",
        Notice::Newer
        | Notice::Blocked
        | Notice::Full
        | Notice::SetAside
        | Notice::Undo
        | Notice::Updated
        | Notice::Unreadable => "Dismiss",
    };
    let end = move |_| {
        if notice == Notice::Removed { bookmarks.agree_to_removal() } else { notices.dismiss(notice) }
    };
    let text = if notice == Notice::Undo { bookmarks.undo_words() } else { words(notice).to_owned() };
    view! {
        <div class=if notice == Notice::Undo { "notice notice--undo" } else { "notice" }>
            <p>{text}</p>
            <p class="notice__actions">
                {first}
                <button type="button" class="button" on:click=end>{last}</button>
            </p>
        </div>
    }
}

fn words(notice: Notice) -> &'static str {
    match notice {
        // Its words are those of what can be undone.
        Notice::Undo => "",
        Notice::Mine => "Sessions that you starred have changed.",
        Notice::Blocked => {
            "Your browser stores nothing for this site, so your stars last only until you close this page. \
             Allow site data in the browser’s settings, then star again."
        }
        Notice::Full => {
            "Your browser has no room left, so your last change lasts only until you close this page. \
             Free some space (for example, clear another site’s data); it is saved as soon as there is room."
        }
        Notice::SetAside => {
            "Something stored here could not be read. It counts as starred or watched, a copy was saved, \
             and everything else is safe."
        }
        Notice::Newer => {
            "This was saved by a newer version of the app and was left as it is. Reload to get that version."
        }
        Notice::Updated => "The programme was updated, and this is the new one.",
        Notice::Unreadable => {
            "The new programme cannot be read, so you see the previous one. Nothing of yours is lost."
        }
        Notice::Version => "A new version of this app is ready. Your stars and settings stay.",
        Notice::Removed => {
            "Stars or watched marks were removed from this browser, in another tab or by the browser itself. \
             They are still here on this page."
        }
    }
}
