//! Renders the pages of the site natively, by the very app that hydrates them in a browser.

use any_spawner::Executor;
use leptos::prelude::*;
use leptos_meta::ServerMetaContext;
use leptos_router::location::RequestUrl;
use meridian::app::App;
use meridian::state::programme::Source;

use agenda::Agenda;
use agenda::page::Page;

/// The way up to the top of the site, by how many folders deep a page lies.
const WAYS_UP: [&str; 3] = ["./", "../", "../../"];

/// A path at which there is no page, and what links of the page that is shown there begin with: the boot script makes
/// them absolute, as that page is served at any depth.
const NO_PAGE: (&str, &str) = ("/404/", "./");

/// What the app renders for a page, or where there is none; its links are relative to the page.
///
/// Nothing in it depends on the hour, a visitor or storage, so the same agenda gives the same bytes.
pub(super) fn body(agenda: &'static Agenda, page: Option<&Page>) -> String {
    // Fails where an earlier call has set it, which does no harm.
    let _ = Executor::init_futures_executor();
    let (path, start) = page.map_or((NO_PAGE.0.to_owned(), NO_PAGE.1), |page| (page.path(), way_up(page)));
    // Everything that the components made lives until the page is written.
    Owner::new().with(|| {
        provide_context(RequestUrl::new(&path));
        // The head of the document is written by `build/page.rs`.
        provide_context(ServerMetaContext::new().0);
        view! { <App agenda source=Source::default() base="/".to_owned() start=start.to_owned()/> }
            .into_view()
            .to_html()
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

#[cfg(test)]
mod states;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    /// An agenda for as long as the tests run.
    pub(super) fn leaked(agenda: Agenda) -> &'static Agenda {
        Box::leak(Box::new(agenda))
    }

    fn agenda() -> &'static Agenda {
        leaked(sample::agenda())
    }

    /// The values of an attribute, in order.
    fn values<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
        let parts = html.split(&format!(" {name}=\"")).skip(1).collect::<Vec<_>>();
        parts.into_iter().filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn every_page_has_one_heading_and_its_own_words() {
        let agenda = agenda();
        for page in Page::all(agenda) {
            let html = body(agenda, Some(&page));
            assert_eq!((html.matches("<h1").count(), html.matches("<main").count()), (1, 1), "{page:?}");
            assert!(!html.contains("Page not found"), "{page:?}");
        }
        let session = body(agenda, Some(&Page::Session("opening".to_owned())));
        for words in ["Opening", "Hello.", "Zoë Ångström", "11:00"] {
            assert!(session.contains(words), "{words}: {session}");
        }
        assert!(body(agenda, None).contains("Page not found"));
    }

    #[test]
    fn every_link_leads_to_a_page_or_a_file_by_the_way_up() {
        let agenda = agenda();
        let pages = Page::all(agenda);
        for page in &pages {
            let (html, up) = (body(agenda, Some(page)), way_up(page));
            let inside = values(&html, "href").into_iter().filter(|href| !href.starts_with(['#', 'h']));
            for href in inside {
                let path = href.strip_prefix(up).unwrap_or_else(|| panic!("{page:?}: {href}"));
                let path = path.split(['?', '#']).next().unwrap_or_default();
                let is_page = pages.iter().any(|other| other.path().trim_start_matches('/') == path);
                assert!(is_page || path.contains('.'), "{page:?}: {href}");
            }
        }
        // The boot script makes links absolute that begin so.
        assert!(values(&body(agenda, None), "href").iter().all(|href| href.starts_with(['.', '#'])));
    }

    #[test]
    fn a_page_is_the_same_at_any_time_and_on_any_thread() {
        let agenda = agenda();
        let render = || Page::all(agenda).iter().map(|page| body(agenda, Some(page))).collect::<Vec<_>>();
        let other = std::thread::spawn(render);
        assert_eq!(render(), other.join().expect("a rendering"));
    }

    #[test]
    fn nothing_in_a_page_needs_more_than_the_policy_allows() {
        let agenda = agenda();
        for page in Page::all(agenda).iter().map(Some).chain([None]) {
            let html = body(agenda, page);
            for part in [" style=", "<style", "<script", " onclick=", "javascript:"] {
                assert!(!html.contains(part), "{page:?}: {part}");
            }
        }
    }
}
