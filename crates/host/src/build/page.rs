//! A finished page: what the app renders, in a document with everything that
//! browsers, search engines and link previews need.

use super::address::{Address, base};
use super::app::BuiltApp;
use super::artwork::preview;
use super::brief::Brief;
use super::colour::{DARK_PAPER, PAPER};
use super::description::{MOST, cut, description, one_line};
use super::linked_data::LinkedData;
use super::manifest::MANIFEST;
use super::policy::Policy;
use crate::html::escape;
use crate::offset_at;
use agenda::language::INTERFACE;
use agenda::model::Theme;
use agenda::page::{Page, title};
use agenda::zone::BuiltZones;
use agenda::{Agenda, fingerprint};

/// What all pages of a site have in common.
pub(super) struct Frame<'a> {
    agenda: &'a Agenda,
    address: &'a Address,
    /// Attributes of the document beside `data-base`.
    attributes: String,
    policy: String,
    /// What is known of the zones of the event.
    zones: String,
    /// The script and the style that a page carries.
    inlined: String,
    /// Their places in the site, for the many pages of a large event, which share them.
    shared: [String; 2],
    brief: Option<&'a Brief>,
}

impl<'a> Frame<'a> {
    /// For an agenda, and the text of its file.
    pub(super) fn new(
        agenda: &'a Agenda,
        source: &[u8],
        address: &'a Address,
        app: &BuiltApp,
        policy: &Policy,
        brief: Option<&'a Brief>,
    ) -> Self {
        let span = agenda.held();
        let minutes = |at| agenda.venue().offset_at(at).local_minus_utc() / 60;
        let (start, end) = (minutes(span.start), minutes(span.end));
        let attributes = [
            ("event", agenda.event().id.to_string()),
            ("agenda", fingerprint(source)),
            ("runs", format!("{} {}", span.start.timestamp(), span.end.timestamp())),
            ("offsets", format!("{start} {end}")),
            ("glue", app.glue.clone()),
            ("wasm", app.wasm.clone()),
            ("later", app.later.clone()),
            ("places", app.places.clone()),
        ];
        let brief_place = brief.map(|brief| ("brief", brief.place.clone()));
        let attributes = attributes.into_iter().chain(brief_place);
        let attributes = attributes.map(|(name, value)| format!(" data-{name}=\"{}\"", escape(&value)));
        Self {
            agenda,
            address,
            attributes: attributes.collect(),
            policy: policy.meta(),
            zones: BuiltZones::of(agenda, &offset_at).text(),
            inlined: format!("<script>{}</script>\n<style>{}</style>\n", app.head, app.style),
            shared: [app.head_place.clone(), app.style_place.clone()],
            brief,
        }
    }

    /// A page, or the one that is shown where there is none; `body` is HTML.
    pub(super) fn page(&self, page: Option<&Page>, body: &str) -> String {
        let base = base(page);
        let Self { attributes, zones, .. } = self;
        // 404.html is served in place of other pages: the app is mounted afresh there.
        let shell = if base.is_empty() { " data-shell" } else { "" };
        format!(
            "<!doctype html>\n<html lang=\"{INTERFACE}\" data-base=\"{base}\"{attributes}{shell}>\n\
             <head>\n{}</head>\n<body><div id=\"app\" data-zones=\"{zones}\">{body}</div>{}</body>\n</html>\n",
            self.head(page, base),
            self.carried(page)
        )
    }

    /// The session of a page whose brief lacks its long texts: the app needs them to take the page over.
    fn carried(&self, page: Option<&Page>) -> String {
        let session = match (page, self.brief) {
            (Some(Page::Session(id)), Some(brief)) => brief.session(id),
            _ => None,
        };
        let element = |json| format!("<script type=\"application/json\" id=\"carried\">{json}</script>");
        session.map(element).unwrap_or_default()
    }

    /// The script and the style of a page.
    fn parts(&self, page: Option<&Page>, base: &str) -> String {
        let is_one_of_many = matches!(page, Some(Page::Theme(_) | Page::Session(_) | Page::Person(_) | Page::Room(_)));
        if !is_one_of_many || self.brief.is_none() {
            return self.inlined.clone();
        }
        let [head, style] = &self.shared;
        format!("<script src=\"{base}{head}\"></script>\n<link rel=\"stylesheet\" href=\"{base}{style}\">\n")
    }

    fn head(&self, page: Option<&Page>, base: &str) -> String {
        let title = one_line(&title(self.agenda, page));
        let data = LinkedData { agenda: self.agenda, address: self.address }.of(page);
        let parts = [
            format!(
                "<meta charset=\"utf-8\">\n\
                 <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
                 <title>{}</title>\n",
                escape(&self.policy),
                escape(&title)
            ),
            self.metadata(page, &title),
            format!(
                "<meta name=\"color-scheme\" content=\"light dark\">\n\
                 <meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"{PAPER}\">\n\
                 <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"{DARK_PAPER}\">\n"
            ),
            companions(base),
            self.parts(page, base),
            data.map(|data| format!("<script type=\"application/ld+json\">{data}</script>\n")).unwrap_or_default(),
        ];
        parts.concat()
    }

    /// Metadata for search engines and link previews.
    fn metadata(&self, page: Option<&Page>, title: &str) -> String {
        let description = description(self.agenda, page);
        let card = self.address.of_path(&preview(self.agenda, self.theme(page)));
        let page = page.and_then(|page| self.address.of_page(page));
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

    /// The theme whose artwork is on the card of a page.
    fn theme(&self, page: Option<&Page>) -> Option<&Theme> {
        match page? {
            Page::Theme(id) => self.agenda.theme(id),
            Page::Session(id) => self.agenda.session(id).and_then(|session| self.agenda.themes_of(session).next()),
            Page::Home
            | Page::Programme
            | Page::Day(_)
            | Page::Watch
            | Page::People
            | Page::Person(_)
            | Page::Room(_)
            | Page::Mine
            | Page::About => None,
        }
    }
}

/// Links to icons and manifest. 404.html does not know the way to them.
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

#[cfg(test)]
mod tests;
