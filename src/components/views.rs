//! The views of a page, one press apart.

use crate::prelude::*;
use crate::routes::{Page, View, use_links};
use crate::state::address::use_address;

/// The ways in which a page can be shown, as links that keep the filter.
#[component]
pub fn Views(
    /// The page.
    page: Page,
    /// What they are views of.
    label: &'static str,
    /// Each with its words.
    views: [(View, &'static str); 2],
) -> impl IntoView {
    let (address, links) = (use_address(), use_links());
    let page = StoredValue::new(page);
    let entry = |(view, words): (View, &'static str)| {
        let href = move || page.with_value(|page| links.to_view(page, view, address.filter()));
        let current = move || (address.view() == view).then_some("page");
        view! {
            <li>
                <a href=move || href() aria-current=move || current()>{words}</a>
            </li>
        }
    };
    view! {
        <nav class="views" aria-label=label>
            <ul class="days">{views.map(entry).collect_view()}</ul>
        </nav>
    }
}
