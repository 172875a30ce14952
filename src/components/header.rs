//! The head of every page: where one is, where one can go, which clocks are shown.

use agenda::bookmarks::BookmarkKind;

use super::clock_panel::ClockPanel;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::address::use_address;
use crate::state::bookmarks::use_bookmarks;
use crate::state::programme::use_agenda;

/// The event's name, the way to every page, and the clock switch.
#[component]
pub fn Header() -> impl IntoView {
    let agenda = use_agenda();
    let event = agenda.event();
    let name = event.short_title.as_ref().unwrap_or(&event.title);
    view! {
        <header class="masthead">
            // The router would take a link without this for a navigation.
            <a class="skip" href="#main" rel="external">{"Skip to content"}</a>
            <a class="wordmark" href=use_links().to(&Page::Home) dir="auto" lang=agenda.lang()>{name.to_string()}</a>
            <nav class="menu" aria-label="Main">
                <ul>
                    <MenuItem page=Page::Programme words="Programme"/>
                    <MenuItem page=Page::Watch words="Watch"/>
                    <MenuItem page=Page::People words="People"/>
                    <MenuItem page=Page::Mine words="My schedule">
                        <Count/>
                    </MenuItem>
                </ul>
            </nav>
            <ClockPanel/>
        </header>
    }
}

/// How many sessions are starred; for none its place is empty, so that no link moves when it is filled.
#[component]
fn Count() -> impl IntoView {
    let bookmarks = use_bookmarks();
    let count = move || {
        let stars = bookmarks.on(BookmarkKind::Star).len();
        (stars > 0).then(|| stars.to_string())
    };
    view! { " " <span class="count">{move || count()}</span> }
}

#[component]
fn MenuItem(
    /// Where it leads.
    page: Page,
    /// What it says.
    words: &'static str,
    /// What stands behind the words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let address = use_address();
    let href = use_links().to(&page);
    let page = StoredValue::new(page);
    let current = move || {
        page.with_value(|page| match (address.is_at(page), address.is_below(page)) {
            (true, _) => Some("page"),
            (false, true) => Some("true"),
            (false, false) => None,
        })
    };
    view! {
        <li>
            <a href=href aria-current=move || current()>{words} {children.map(|children| children())}</a>
        </li>
    }
}
