//! Renders the pages of the site natively, by the very app that hydrates them in a browser.

use any_spawner::Executor;
use leptos::prelude::*;
use leptos_meta::ServerMetaContext;
use leptos_router::location::RequestUrl;
use meridian::app::App;

use agenda::Agenda;
use agenda::page::Page;

/// The way up to the top of the site, by how many folders deep a page lies.
const WAYS_UP: [&str; 3] = ["./", "../", "../../"];

/// A path at which there is no page.
const NO_PAGE: &str = "/404/";

/// What the app renders for a page, or where there is none; its links are relative to the page.
///
/// Nothing in it depends on the hour, a visitor or storage, so the same agenda gives the same bytes.
pub(super) fn body(agenda: &'static Agenda, page: Option<&Page>) -> String {
    // Somebody else's executor does as well.
    let _ = Executor::init_futures_executor();
    let path = page.map_or(NO_PAGE.to_owned(), Page::path);
    let start = page.map_or("", way_up).to_owned();
    // Everything that the components made lives until the page is written.
    Owner::new().with(|| {
        provide_context(RequestUrl::new(&path));
        // The head of the document is written by `build/page.rs`.
        provide_context(ServerMetaContext::new().0);
        view! { <App agenda source=String::new() base="/".to_owned() start/> }.into_view().to_html()
    })
}

/// The way up from a page to the top of the site, such as `../../`.
pub(super) fn way_up(page: &Page) -> &'static str {
    WAYS_UP.get(depth(page)).unwrap_or(&"/")
}

/// How many folders deep a page lies.
fn depth(page: &Page) -> usize {
    page.path().split('/').filter(|step| !step.is_empty()).count()
}
