//! What is written around the app in each page.

use std::fs;

use resvg::usvg::roxmltree;

use super::{SITE, all_between, between, pages, text};
use crate::build::digest::Digest;
use crate::build::fixture::{APP, Folder, name};

#[test]
fn every_file_in_the_head_of_a_page_is_there() {
    let site = Folder::with_sample(&[SITE]).site();
    for (place, page) in pages(&site) {
        let (head, _) = page.split_once("</head>").expect("a head");
        let base = between(page, "data-base=\"", "\"");
        let depth = place.matches('/').count();
        let top = "../".repeat(depth);
        let way = if place == "404.html" {
            ""
        } else if depth == 0 {
            "./"
        } else {
            &top
        };
        assert_eq!(base, way, "{place}");
        let links = all_between(head, " href=\"", "\"").filter(|href| !href.starts_with("https:"));
        let links = links.map(|href| href.strip_prefix(base).unwrap_or_else(|| panic!("{place}: {href}")));
        let parts =
            ["data-glue=\"", "data-wasm=\"", "data-later=\"", "data-places=\""].map(|part| between(page, part, "\""));
        let images = all_between(head, "<meta property=\"og:image\" content=\"https://a.example/b/", "\"");
        let all: Vec<&str> = links.chain(parts).chain(images).collect();
        assert_eq!(all.len(), if place == "404.html" { 5 } else { 8 }, "{place}: {all:?}");
        assert!(all.iter().all(|file| site.contains_key(*file)), "{place}: {all:?}");
    }
}

#[test]
fn the_policy_of_pages_and_headers_is_one_and_fits_what_is_inlined() {
    let site = Folder::with_sample(&[]).site();
    let header = between(text(&site, "_headers"), "Content-Security-Policy: ", "\n");
    for (place, page) in pages(&site) {
        let policy = between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        assert_eq!(format!("{policy}; frame-ancestors 'none'"), header, "{place}");
        let script = Digest::of(between(page, "<script>", "</script>").as_bytes()).integrity();
        let style = Digest::of(between(page, "<style>", "</style>").as_bytes()).integrity();
        assert!(policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' '{script}';")), "{place}");
        assert!(policy.contains(&format!("style-src '{style}';")), "{place}");
        // Nothing else would be allowed.
        let scripts = all_between(page, "<script", ">").filter(|rest| *rest != " type=\"application/ld+json\"");
        assert_eq!((scripts.count(), page.matches("<style").count()), (1, 1), "{place}");
        assert!(!page.contains(concat!(" style", "=")) && !page.contains("javascript:"), "{place}");
    }
}

#[test]
fn line_ends_of_an_inlined_script_are_those_that_a_browser_hashes() {
    let folder = Folder::with_sample(&[]);
    let (stem, end, bytes) = APP[3];
    fs::remove_file(folder.0.join(format!("app/{}", name(stem, end, bytes)))).expect("a script");
    folder.put(&format!("app/{}", name(stem, end, "a();\r\nb();\rc();")), "a();\r\nb();\rc();");
    let site = folder.site();
    let page = text(&site, "index.html");
    assert_eq!(between(page, "<script>", "</script>"), "a();\nb();\nc();");
    assert!(page.contains(&Digest::of(b"a();\nb();\nc();").integrity()));
}

#[test]
fn every_address_in_the_sitemap_is_a_page_and_every_page_but_mine_is_in_it() {
    let site = Folder::with_sample(&[SITE]).site();
    let sitemap = roxmltree::Document::parse(text(&site, "sitemap.xml")).expect("XML");
    let places =
        sitemap.descendants().filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")));
    let mut places: Vec<String> = places
        .filter_map(|node| node.text()?.strip_prefix("https://a.example/b/"))
        .map(|place| format!("{place}index.html"))
        .collect();
    places.sort();
    let pages: Vec<&str> =
        pages(&site).map(|(place, _)| place).filter(|place| !["404.html", "mine/index.html"].contains(place)).collect();
    assert_eq!(places, pages);
    for (place, page) in super::pages(&site).filter(|(place, _)| *place != "404.html") {
        let address = format!("https://a.example/b/{}", place.trim_end_matches("index.html"));
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{place}");
        assert!(page.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")), "{place}");
    }
    assert!(!text(&site, "404.html").contains("canonical") && !text(&site, "404.html").contains("og:url"));
}

#[test]
fn a_site_without_an_address_claims_none() {
    let site = Folder::with_sample(&[]).site();
    assert!(!site.contains_key("sitemap.xml") && !text(&site, "robots.txt").contains("Sitemap"));
    for (place, page) in pages(&site) {
        let (head, _) = page.split_once("</head>").expect("a head");
        assert!(!head.contains("canonical") && !head.contains("og:url") && !head.contains("og:image"), "{place}");
    }
}

#[test]
fn a_page_knows_its_event_and_when_it_runs() {
    let site = Folder::with_sample(&[]).site();
    let hash = agenda::fingerprint(&site["agenda.json"]);
    let said = format!(
        "<html lang=\"en\" data-base=\"../../\" data-event=\"sample\" data-agenda=\"{hash}\" \
        data-runs=\"1624870800 1624978800\" data-offsets=\"120 120\" data-glue=\"app/meridian-"
    );
    assert!(text(&site, "sessions/late/index.html").contains(&said));
    assert!(text(&site, "404.html").contains("data-base=\"\""));
}

#[test]
fn an_event_without_sessions_runs_on_its_days() {
    let folder = Folder::new();
    let source = r#"{ "format": 1, "event": { "id": "a", "title": "A", "start": "2021-06-28", "end": "2021-06-29",
        "timezone": "Europe/Copenhagen", "language": "en", "mode": "virtual" },
        "revision": { "number": 1, "published": "2021-06-27T00:00:00Z" } }"#;
    folder.put("public/agenda.json", source);
    for (stem, end, bytes) in APP {
        folder.put(&format!("app/{}", name(stem, end, bytes)), bytes);
    }
    let site = folder.site();
    // From midnight to midnight in Copenhagen.
    assert!(text(&site, "index.html").contains("data-runs=\"1624831200 1625004000\" data-offsets=\"120 120\""));
}
