//! What is shown where there is no page.

use crate::components::page_title::PageTitle;
use crate::prelude::*;
use crate::routes::{Page, use_links};

/// Says so, and offers ways on.
#[component]
pub fn NotFound() -> impl IntoView {
    let links = use_links();
    let ways = [
        (Page::Programme, "Find a session in the programme"),
        (Page::Mine, "Open my schedule"),
        (Page::Home, "Start from the home page"),
    ];
    let way = |(page, words): (Page, &'static str)| view! { <li><a href=links.to(&page)>{words}</a></li> };
    view! {
        <PageTitle/>
        <h1>{"Page not found"}</h1>
        <p class="lead">
            {"There is no page at this address. A session may have been renamed or removed, or the link may be incomplete."}
        </p>
        <ul class="ways">{ways.map(way).collect_view()}</ul>
    }
}
