//! The head of a page, for any agenda.

use super::*;
use crate::build::fixture::Folder;

/// The pages, each without its linked data, which is judged where it is made.
fn heads(changes: &[(&str, &str)], pages: &[Option<Page>]) -> Vec<String> {
    let folder = Folder::with_sample(changes);
    let source = std::fs::read(folder.0.join("public/agenda.json")).expect("an agenda");
    let source = String::from_utf8(source).expect("text");
    let agenda = Agenda::read(&source, &crate::offset_at).expect("an agenda");
    let app = BuiltApp::read(&folder.0.join("app")).expect("an app");
    let policy = Policy::new(&agenda, &app.head, &app.style);
    let address = Address::of(&agenda);
    let frame = Frame::new(&agenda, source.as_bytes(), &address, &app, &policy, None);
    let pages = pages.iter().map(|page| frame.page(page.as_ref(), "<main></main>"));
    let data = "<script type=\"application/ld+json\">";
    pages
        .map(|page| match page.split_once(data) {
            Some((head, rest)) => head.to_owned() + rest.split_once("</script>").expect("an end").1,
            None => page,
        })
        .collect()
}

fn all() -> Vec<Option<Page>> {
    vec![
        Some(Page::Home),
        Some(Page::Session("opening".into())),
        Some(Page::Theme("sea".into())),
        Some(Page::Person("zoe".into())),
        Some(Page::Mine),
        None,
    ]
}

const SLOTS: [(&str, &str); 8] = [
    ("\"title\": \"Sample\"", "\"title\": \"@\""),
    ("\"title\": \"Opening\"", "\"title\": \"@\""),
    ("\"title\": \"Sea\"", "\"title\": \"@\", \"summary\": \"@\""),
    ("\"name\": \"Zoë Ångström\"", "\"name\": \"@\", \"affiliation\": \"@\""),
    ("\"summary\": \"Hello.\"", "\"summary\": \"@\""),
    ("\"language\": \"en\"", "\"language\": \"en\", \"tagline\": \"@\""),
    ("\"mode\"", "\"short_title\": \"@\", \"organiser\": \"@\", \"site_url\": \"https://a.example/?@\", \"mode\""),
    ("\"title\": \"Hall\"", "\"title\": \"@\""),
];

/// The heads of the sample with a text in every slot at once.
fn filled(text: &str) -> Vec<String> {
    let text = serde_json::Value::from(text).to_string();
    let text = text.trim_matches('"');
    let slots = SLOTS.map(|(from, to)| (from, to.replace("?@", "?x").replace('@', text)));
    let slots: Vec<(&str, &str)> = slots.iter().map(|(from, to)| (*from, to.as_str())).collect();
    heads(&slots, &all())
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
        "a\u{200f}b\u{2028}d",
        &long,
    ] {
        for (harmless, page) in plain.iter().zip(filled(evil)) {
            assert_eq!(marks(harmless), marks(&page), "{evil:.40}: {page:.4000}");
        }
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
    let pages = heads(&[site], &all());
    for (page, (title, description, card)) in pages.iter().zip([
        ("Sample", "Come &amp; see.", "event"),
        ("Opening · Sample", "Monday 28 June 2021, 11:00–12:00 in Copenhagen · Sample. Hello.", "sea"),
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
}

#[test]
fn the_head_begins_with_what_browsers_need_first() {
    for page in heads(&[], &all()) {
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}"));
        assert!(at("<meta charset") < 1_024 - 22, "browsers look no further");
        assert!(at("Content-Security-Policy") < at("<script>") && at("<script>") < at("<style>"));
        assert!(page.starts_with("<!doctype html>\n<html ") && page.ends_with("<main></main></div></body>\n</html>\n"));
    }
}

#[test]
fn a_page_carries_the_offsets_of_the_venue_and_the_cities() {
    for page in heads(&[], &all()) {
        let (_, zones) = page.split_once("<div id=\"app\" data-zones=\"").expect("zones");
        let zones = BuiltZones::read(zones.split_once('"').expect("an end").0).expect("zones that can be read");
        let summer = "2021-07-20T12:00:00Z".parse().expect("an instant");
        for zone in ["Europe/Copenhagen", "Asia/Kathmandu"] {
            assert_eq!(zones.offset_at(zone, summer), offset_at(zone, summer), "{zone}");
        }
    }
}
