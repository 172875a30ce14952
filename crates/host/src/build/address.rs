//! File and base of each page, and its address on the web, where that is known.

use crate::prerender::way_up;
use agenda::Agenda;
use agenda::link::Href;
use agenda::page::Page;

/// The page that hosts serve for addresses without a file.
pub(super) const NOT_FOUND: &str = "404.html";

/// Where the site is served, ending in `/`; unknown where the agenda has no `site_url`.
pub(super) struct Address(Option<String>);

impl Address {
    /// From the agenda.
    pub(super) fn of(agenda: &Agenda) -> Self {
        Self(agenda.event().site())
    }

    /// Where that is, ending in `/`.
    pub(super) fn site(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// The whole address of a place in the site, when it is known where that is served.
    pub(super) fn of_path(&self, path: &str) -> Option<String> {
        self.0.as_ref().map(|base| format!("{base}{}", path.trim_start_matches('/')))
    }

    /// The whole address of a page, when it is known where the site is served.
    pub(super) fn of_page(&self, page: &Page) -> Option<String> {
        self.of_path(&page.path())
    }
}

/// Whether a link leads out into the web.
pub(super) fn is_web(href: &Href) -> bool {
    href.host().is_some()
}

/// The file of a page; without one, of that which is shown where there is none.
pub(super) fn file(page: Option<&Page>) -> String {
    page.map_or(NOT_FOUND.to_owned(), |page| format!("{}index.html", page.path().trim_start_matches('/')))
}

/// The way from a page to the top of the site, as `../../`. The page that is shown where there is none is served at any
/// depth, and has to find out by itself.
pub(super) fn base(page: Option<&Page>) -> &'static str {
    page.map_or("", way_up)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn address(site_url: &str) -> Address {
        let source = sample::SOURCE.replacen("\"mode\"", &format!("\"site_url\": \"{site_url}\", \"mode\""), 1);
        Address::of(&Agenda::read(&source, &crate::offset_at).expect("an agenda"))
    }

    #[test]
    fn addresses_stand_under_the_one_of_the_site() {
        let session = Page::Session("late".into());
        for (site_url, home, page) in [
            ("https://a.example", "https://a.example/", "https://a.example/sessions/late/"),
            ("https://a.example/b/", "https://a.example/b/", "https://a.example/b/sessions/late/"),
            ("https://a.example/b?c#d", "https://a.example/b/", "https://a.example/b/sessions/late/"),
        ] {
            let address = address(site_url);
            assert_eq!(address.of_page(&Page::Home).as_deref(), Some(home));
            assert_eq!(address.of_page(&session).as_deref(), Some(page));
        }
        for not_web in ["/agenda/", "mailto:a@b.example"] {
            assert_eq!(address(not_web).of_page(&Page::Home), None, "{not_web}");
        }
        assert_eq!(Address::of(&sample::agenda()).of_path("a.png"), None);
    }

    #[test]
    fn every_page_is_a_file_that_knows_its_way_to_the_top() {
        for (page, place, way) in [
            (Some(Page::Home), "index.html", "./"),
            (Some(Page::Mine), "mine/index.html", "../"),
            (Some(Page::Session("late".into())), "sessions/late/index.html", "../../"),
            (None, "404.html", ""),
        ] {
            assert_eq!((file(page.as_ref()).as_str(), base(page.as_ref())), (place, way));
        }
    }
}
