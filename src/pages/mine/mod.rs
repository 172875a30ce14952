//! My schedule: what I starred, day by day, and the ways in and out.

pub mod backup;
pub mod changes;
pub mod own;
pub mod shared;
pub mod take;

use crate::components::page_title::PageTitle;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::address::use_address;
use crate::state::live::use_live;
use crate::state::programme::use_agenda;
use own::Own;
use shared::{Preview, Refused};

/// The page of my schedule: mine, or one that somebody shared, which the address bar holds.
#[component]
pub fn Mine() -> impl IntoView {
    let (agenda, address, live) = (use_agenda(), use_address(), use_live());
    // Decoded once for each address.
    let shared = Memo::new(move |_| address.shared().map(|code| agenda::share::decode(agenda, &code)));
    let page = move || match (live.get(), shared.get()) {
        (false, _) => view! { <BeforeApp/> },
        (true, Some(Ok(shared))) => view! { <Preview shared/> },
        (true, Some(Err(problem))) => view! { <Refused problem/> },
        (true, None) => view! { <Own/> },
    };
    view! {
        <PageTitle page=Page::Mine/>
        {move || page()}
    }
}

/// What stands there until the app has read the visitor's storage.
#[component]
fn BeforeApp() -> impl IntoView {
    view! {
        <h1>{"My schedule"}</h1>
        <p class="lead">
            {"Your schedule is stored in this browser and nowhere else, so this page is made there, with JavaScript. "}
            <a href=use_links().to(&Page::Programme)>{"Every session is in the programme"}</a>
            "."
        </p>
    }
}
