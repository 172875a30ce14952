//! A finished page: what the app draws, in a document with everything that
//! browsers, search engines and link previews ask of it.

use super::address::{Address, base};
use super::app::BuiltApp;
use super::artwork::card_path;
use super::colour::{DARK_PAPER, PAPER};
use super::description::{MOST, cut, description, one_line};
use super::digest::Digest;
use super::linked_data::LinkedData;
use super::manifest::MANIFEST;
use super::policy::Policy;
use crate::agenda::Agenda;
use crate::agenda::model::Theme;
use crate::agenda::time::{Date, Span};
use crate::host::html::escape;
use crate::pages::title;
use crate::route::Route;

/// What all pages of a site share.
pub(super) struct Frame<'a> {
    agenda: &'a Agenda,
    address: &'a Address,
    /// Attributes of the document beside `data-base`.
    attributes: String,
    policy: String,
    /// The script and the style that every page carries.
    inlined: String,
}

impl<'a> Frame<'a> {
    /// For an agenda whose file has that digest.
    pub(super) fn new(
        agenda: &'a Agenda,
        digest: Digest,
        address: &'a Address,
        app: &BuiltApp,
        policy: &Policy,
    ) -> Self {
        let span = running(agenda);
        let (start, end) = (agenda.venue().offset_at(span.start), agenda.venue().offset_at(span.end));
        let attributes = [
            ("event", agenda.event().id.to_string()),
            ("agenda", digest.short()),
            ("runs", format!("{} {}", span.start.0, span.end.0)),
            ("offsets", format!("{start} {end}")),
            ("glue", app.glue.clone()),
            ("wasm", app.wasm.clone()),
            ("offline", app.offline.clone()),
        ];
        let attributes = attributes.map(|(name, value)| format!(" data-{name}=\"{}\"", escape(&value)));
        Self {
            agenda,
            address,
            attributes: attributes.concat(),
            policy: policy.meta(),
            inlined: format!("<script>{}</script>\n<style>{}</style>\n", app.head, app.style),
        }
    }

    /// The page of a route; `body` is HTML.
    pub(super) fn page(&self, route: &Route, body: &str) -> String {
        let (language, base) = (escape(&self.agenda.event().language), base(route));
        let attributes = &self.attributes;
        format!(
            "<!doctype html>\n<html lang=\"{language}\" data-base=\"{base}\"{attributes}>\n\
             <head>\n{}</head>\n<body>{body}</body>\n</html>\n",
            self.head(route, base)
        )
    }

    fn head(&self, route: &Route, base: &str) -> String {
        let title = one_line(&title(self.agenda, route));
        let data = LinkedData { agenda: self.agenda, address: self.address }.of(route);
        let parts = [
            format!(
                "<meta charset=\"utf-8\">\n\
                 <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
                 <title>{}</title>\n",
                escape(&self.policy),
                escape(&title)
            ),
            self.metadata(route, &title),
            format!(
                "<meta name=\"color-scheme\" content=\"light dark\">\n\
                 <meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"{PAPER}\">\n\
                 <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"{DARK_PAPER}\">\n"
            ),
            companions(base),
            self.inlined.clone(),
            data.map(|data| format!("<script type=\"application/ld+json\">{data}</script>\n")).unwrap_or_default(),
        ];
        parts.concat()
    }

    /// What is said of the page elsewhere.
    fn metadata(&self, route: &Route, title: &str) -> String {
        let description = description(self.agenda, route);
        let page = self.address.of_page(route);
        let card = self.address.of_path(&card_path(self.theme(route)));
        let link = page.as_ref().map(|page| format!("<link rel=\"canonical\" href=\"{}\">\n", escape(page)));
        let graph = [
            ("og:type", Some("website".to_owned())),
            ("og:site_name", Some(cut(&one_line(&self.agenda.event().title), MOST))),
            ("og:title", Some(cut(title, MOST))),
            ("og:description", Some(description.clone())),
            ("og:url", page),
            ("og:image", card.clone()),
            ("og:image:width", card.as_ref().map(|_| "1200".to_owned())),
            ("og:image:height", card.map(|_| "630".to_owned())),
        ];
        let graph = graph.into_iter().filter_map(|(name, value)| Some((name, value?)));
        let graph: Vec<String> =
            graph.map(|(name, value)| format!("<meta property=\"{name}\" content=\"{}\">\n", escape(&value))).collect();
        format!(
            "<meta name=\"description\" content=\"{}\">\n{}{}<meta name=\"twitter:card\" content=\"summary_large_image\">\n",
            escape(&description),
            link.unwrap_or_default(),
            graph.concat()
        )
    }

    /// The theme whose artwork stands for a page.
    fn theme(&self, route: &Route) -> Option<&Theme> {
        match route {
            Route::Theme(id) => self.agenda.theme(id),
            Route::Session(id) => self.agenda.session(id).and_then(|session| self.agenda.themes_of(session).next()),
            Route::Home
            | Route::Programme
            | Route::Day(_)
            | Route::Watch
            | Route::People
            | Route::Person(_)
            | Route::Mine
            | Route::About
            | Route::NotFound(_) => None,
        }
    }
}

/// Links to what comes with a page. One that stands in for others does not know where that is.
fn companions(base: &str) -> String {
    if base.is_empty() {
        return String::new();
    }
    format!(
        "<link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"apple-touch-icon\" href=\"{base}icons/maskable.png\">\n\
         <link rel=\"manifest\" href=\"{base}{MANIFEST}\">\n"
    )
}

/// When the event runs: its sessions, or its days at the venue where there are none.
fn running(agenda: &Agenda) -> Span {
    let event = agenda.event();
    let days = || Span { start: agenda.start_of(event.start), end: agenda.start_of(Date(event.end.0 + 1)) };
    agenda.running().unwrap_or_else(days)
}
