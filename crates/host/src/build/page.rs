//! A finished page: what the app draws, in a document with everything that
//! browsers, search engines and link previews ask of it.

use super::address::{Address, base};
use super::app::BuiltApp;
use super::artwork::card_path;
use super::colour::{DARK_PAPER, PAPER};
use super::description::{MOST, cut, description, one_line};
use super::linked_data::LinkedData;
use super::manifest::MANIFEST;
use super::policy::Policy;
use agenda::model::Theme;
use agenda::time::Span;
use agenda::{Agenda, fingerprint};
use crate::html::escape;
use agenda::page::{Page, title};

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
    /// For an agenda, and the text of its file.
    pub(super) fn new(
        agenda: &'a Agenda,
        source: &[u8],
        address: &'a Address,
        app: &BuiltApp,
        policy: &Policy,
    ) -> Self {
        let span = running(agenda);
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

    /// A page, or the one that is shown where there is none; `body` is HTML.
    pub(super) fn page(&self, page: Option<&Page>, body: &str) -> String {
        let (language, base) = (escape(&self.agenda.event().language), base(page));
        let attributes = &self.attributes;
        // One that stands in for others says so: what it shows is not the page that was asked for.
        let shell = if base.is_empty() { " data-shell" } else { "" };
        format!(
            "<!doctype html>\n<html lang=\"{language}\" data-base=\"{base}\"{attributes}{shell}>\n\
             <head>\n{}</head>\n<body><div id=\"app\">{body}</div></body>\n</html>\n",
            self.head(page, base)
        )
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
            self.inlined.clone(),
            data.map(|data| format!("<script type=\"application/ld+json\">{data}</script>\n")).unwrap_or_default(),
        ];
        parts.concat()
    }

    /// What is said of the page elsewhere.
    fn metadata(&self, page: Option<&Page>, title: &str) -> String {
        let description = description(self.agenda, page);
        let card = self.address.of_path(&card_path(self.theme(page)));
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

    /// The theme whose artwork stands for a page.
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
            | Page::Mine
            | Page::About => None,
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
    let days = || Span { start: agenda.start_of(event.start), end: agenda.start_of(event.end.succ_opt().unwrap_or(event.end)) };
    agenda.running().unwrap_or_else(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use agenda::sample;
    use crate::build::fixture::Folder;

    /// The pages of the routes, each without its linked data, which is judged where it is made.
    fn heads(changes: &[(&str, &str)], routes: &[Route]) -> Vec<String> {
        let folder = Folder::with_sample(changes);
        let source = std::fs::read(folder.0.join("public/agenda.json")).expect("an agenda");
        let source = String::from_utf8(source).expect("text");
        let agenda = Agenda::read(&source, &crate::offset_at).agenda.expect("an agenda");
        let app = BuiltApp::read(&folder.0.join("app")).expect("an app");
        let policy = Policy::new(&agenda, &app.head, &app.style);
        let address = Address::of(&agenda);
        let frame = Frame::new(&agenda, source.as_bytes(), &address, &app, &policy);
        let pages = routes.iter().map(|route| frame.page(route, "<main></main>"));
        let data = "<script type=\"application/ld+json\">";
        pages
            .map(|page| match page.split_once(data) {
                Some((head, rest)) => head.to_owned() + rest.split_once("</script>").expect("an end").1,
                None => page,
            })
            .collect()
    }

    fn routes() -> Vec<Route> {
        vec![
            Route::Home,
            Route::Session("opening".into()),
            Route::Theme("sea".into()),
            Route::Person("zoe".into()),
            Route::Mine,
            Route::NotFound("/".into()),
        ]
    }

    const SLOTS: [(&str, &str); 8] = [
        ("\"title\": \"Sample\"", "\"title\": \"@\""),
        ("\"title\": \"Opening\"", "\"title\": \"@\""),
        ("\"title\": \"Sea\"", "\"title\": \"@\", \"summary\": \"@\""),
        ("\"name\": \"Zoë Ångström\"", "\"name\": \"@\", \"affiliation\": \"@\""),
        ("\"summary\": \"Hello.\"", "\"summary\": \"@\""),
        ("\"language\": \"en\"", "\"language\": \"@\", \"tagline\": \"@\""),
        ("\"mode\"", "\"short_title\": \"@\", \"organiser\": \"@\", \"site_url\": \"https://a.example/?@\", \"mode\""),
        ("\"title\": \"Hall\"", "\"title\": \"@\""),
    ];

    /// The heads of the sample with a text in every slot at once.
    fn filled(text: &str) -> Vec<String> {
        let text = serde_json::Value::from(text).to_string();
        let text = text.trim_matches('"');
        let slots = SLOTS.map(|(from, to)| (from, to.replace("?@", "?x").replace('@', text)));
        let slots: Vec<(&str, &str)> = slots.iter().map(|(from, to)| (*from, to.as_str())).collect();
        heads(&slots, &routes())
    }

    #[test]
    fn no_text_of_an_agenda_is_markup_in_a_head() {
        let marks = |page: &str| ['<', '>', '"'].map(|mark| page.matches(mark).count());
        let plain = filled("harmless");
        let long = "</title><script>".repeat(6_400);
        for evil in [
            "</script><script>alert(1)</script>",
            "\" onload=\"alert(1)",
            "'><img src=x onerror=alert(1)>",
            "</title></head><body><iframe srcdoc='<script>'>",
            "<!-- ]]> &lt;script&gt; -->",
            "\\u003cscript\\u003e",
            "a\u{202e}b\u{2066}c\u{2028}d",
            &long,
        ] {
            for (harmless, page) in plain.iter().zip(filled(evil)) {
                assert_eq!(marks(harmless), marks(&page), "{evil:.40}: {page:.4000}");
            }
        }
    }

    #[test]
    fn nothing_in_a_head_turns_text_around() {
        for page in filled("a\u{202e}b\u{2067}c") {
            let (_, head) = page.split_once("<title>").expect("a title");
            assert!(!head.contains(['\u{202e}', '\u{2067}']), "{head}");
            assert!(head.contains("abc"), "{head}");
        }
    }

    #[test]
    fn a_huge_title_is_cut_where_others_show_it() {
        let title = "word ".repeat(20_000);
        let page = filled(&title).swap_remove(1);
        let content = |property: &str| {
            let (_, rest) = page.split_once(&format!("property=\"{property}\" content=\"")).expect(property);
            rest.split_once('"').expect("an end").0.chars().count()
        };
        for property in ["og:title", "og:site_name", "og:description"] {
            assert!((100..=MOST).contains(&content(property)), "{property}");
        }
        assert!(page.contains(&format!("<title>{} · ", title.trim())));
    }

    #[test]
    fn each_page_has_title_description_and_the_card_of_its_theme() {
        let site = ("\"mode\"", "\"site_url\": \"https://a.example\", \"tagline\": \"Come & see.\", \"mode\"");
        let pages = heads(&[site], &routes());
        for (page, (title, description, card)) in pages.iter().zip([
            ("Sample", "Come &amp; see.", "event"),
            ("Opening · Sample", "Hello.", "sea"),
            ("Sea · Sample", "Come &amp; see.", "sea"),
            ("Zoë Ångström · Sample", "Come &amp; see.", "event"),
            ("My schedule · Sample", "Come &amp; see.", "event"),
            ("Page not found · Sample", "Come &amp; see.", "event"),
        ]) {
            for line in [
                format!("<title>{title}</title>"),
                format!("<meta name=\"description\" content=\"{description}\">"),
                format!("<meta property=\"og:title\" content=\"{title}\">"),
                format!("<meta property=\"og:description\" content=\"{description}\">"),
                format!("<meta property=\"og:image\" content=\"https://a.example/cards/{card}.png\">"),
                "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
            ] {
                assert!(page.contains(&line), "{line}: {page}");
            }
        }
        assert!(sample::SOURCE.contains("Hello."));
    }

    #[test]
    fn the_head_begins_with_what_browsers_need_first() {
        for page in heads(&[], &routes()) {
            let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}"));
            assert!(at("<meta charset") < 1_024 - 22, "browsers look no further");
            assert!(at("Content-Security-Policy") < at("<script>") && at("<script>") < at("<style>"));
            assert!(
                page.starts_with("<!doctype html>\n<html ") && page.ends_with("<body><main></main></body>\n</html>\n")
            );
        }
    }
}
