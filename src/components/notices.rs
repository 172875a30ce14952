//! What went wrong with what the visitor keeps, in words they can act on.

use leptos::prelude::*;

use crate::browser::navigation;
use crate::state::App;
use crate::state::notices::Notice;

/// Shows every notice; they are announced politely.
#[component]
pub fn Notices(app: App) -> impl IntoView {
    let notices = move || app.notices.all().into_iter().map(|notice| one(app, notice)).collect_view();
    view! {
        <div class="notices" role="status">
            {notices}
        </div>
    }
}

fn one(app: App, notice: Notice) -> impl IntoView {
    let dismiss = move |_| app.notices.dismiss(notice);
    let actions = match notice {
        Notice::Removed => view! {
            <button type="button" class="button" on:click=move |_| app.kept.save_again()>"Keep them"</button>
            <button type="button" class="button" on:click=move |_| app.kept.let_go()>"Let them go"</button>
        }
        .into_any(),
        Notice::Newer => view! {
            <button type="button" class="button" on:click=move |_| navigation::reload()>"Reload"</button>
            <button type="button" class="button" on:click=dismiss>"Dismiss"</button>
        }
        .into_any(),
        Notice::Blocked | Notice::Full | Notice::SetAside => {
            view! { <button type="button" class="button" on:click=dismiss>"Dismiss"</button> }.into_any()
        }
    };
    view! {
        <div class="notice">
            <p>{words(notice)}</p>
            <p class="notice__actions">{actions}</p>
        </div>
    }
}

fn words(notice: Notice) -> &'static str {
    match notice {
        Notice::Blocked => {
            "Your browser keeps nothing for this site, so your stars last only until you close this page. \
             Allow site data in the browser’s settings, then star again."
        }
        Notice::Full => {
            "Your browser has no room left, so your last change lasts only until you close this page. \
             Free some space (for example, clear another site’s data); it is saved as soon as there is room."
        }
        Notice::SetAside => {
            "Something kept here could not be read. It counts as starred or watched, a copy is set aside, \
             and everything else is safe."
        }
        Notice::Newer => {
            "This was saved by a newer version of the app and was left as it is. Reload to get that version."
        }
        Notice::Removed => {
            "Stars or watched marks were removed from this browser, in another tab or by the browser itself. \
             They are still here on this page."
        }
    }
}
