//! Whole sites: what is in them, that they stand or fall as one, and that the
//! same input gives the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use flate2::read::GzDecoder;
use resvg::usvg::roxmltree;

use super::compression::{Effort, brotli, shrinks};
use super::digest::Digest;
use super::fixture::{APP, Folder, files, name};
use super::picture::png_size;
use super::worker::PAGES;

const SITE: (&str, &str) = ("\"mode\"", "\"site_url\": \"https://a.example/b\", \"mode\"");

type Site = BTreeMap<String, Vec<u8>>;

fn text<'s>(site: &'s Site, place: &str) -> &'s str {
    str::from_utf8(site.get(place).unwrap_or_else(|| panic!("there is {place}"))).expect("text")
}

fn pages(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    let is_page = |place: &&String| place.rsplit_once('.').is_some_and(|(_, end)| end == "html");
    site.keys().filter(is_page).map(|place| (&**place, text(site, place)))
}

/// The places at which two sites are not the same.
fn differences<'s>(one: &'s Site, other: &'s Site) -> Vec<&'s str> {
    let places = one.keys().chain(other.keys());
    places.filter(|place| one.get(*place) != other.get(*place)).map(String::as_str).collect()
}

/// What stands between the two in a text, each time.
fn all_between<'t>(text: &'t str, before: &'t str, after: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(before).skip(1).filter_map(move |rest| rest.split_once(after).map(|(found, _)| found))
}

fn between<'t>(text: &'t str, before: &'t str, after: &'t str) -> &'t str {
    all_between(text, before, after).next().unwrap_or_else(|| panic!("there is {before}…{after}"))
}

#[test]
fn a_site_has_every_file_of_the_contract() {
    let folder = Folder::with_sample(&[SITE]);
    folder.put("public/own/text.txt", "mine");
    folder.put("public/own/picture.bin", [0, 159, 146, 150]);
    let site = folder.site();
    let mut expected: Vec<String> = [
        "index.html",
        "404.html",
        "programme/index.html",
        "programme/2021-06-28/index.html",
        "programme/2021-06-29/index.html",
        "themes/sea/index.html",
        "sessions/opening/index.html",
        "sessions/late/index.html",
        "sessions/closing/index.html",
        "watch/index.html",
        "people/index.html",
        "people/zoe/index.html",
        "mine/index.html",
        "about/index.html",
        "agenda.json",
        "artwork.svg",
        "manifest.webmanifest",
        "sw.js",
        "sw-off.js",
        "robots.txt",
        "sitemap.xml",
        "icon.svg",
        "icons/192.png",
        "icons/512.png",
        "icons/maskable.png",
        "cards/event.png",
        "cards/sea.png",
        "calendar/all.ics",
        "calendar/days/2021-06-28.ics",
        "calendar/days/2021-06-29.ics",
        "calendar/themes/sea.ics",
        "calendar/kinds/talk.ics",
        "calendar/kinds/other.ics",
        "calendar/rooms/hall.ics",
        "calendar/people/zoe.ics",
        "calendar/sessions/opening.ics",
        "calendar/sessions/late.ics",
        "calendar/sessions/closing.ics",
        "_headers",
        "_redirects",
        ".nojekyll",
        "own/text.txt",
        "own/picture.bin",
    ]
    .map(str::to_owned)
    .to_vec();
    expected.extend(APP.map(|(stem, end, bytes)| format!("app/{}", name(stem, end, bytes))));
    let compressed: Vec<String> = expected.iter().filter(|place| shrinks(place)).cloned().collect();
    expected.extend(compressed.iter().flat_map(|place| [format!("{place}.br"), format!("{place}.gz")]));
    expected.sort();
    assert_eq!(site.keys().collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
    assert_eq!(site["own/picture.bin"], [0, 159, 146, 150]);
    assert_eq!(site["agenda.json"], fs::read(folder.0.join("public/agenda.json")).expect("the agenda"));
    for (place, size) in [("icons/192.png", (192, 192)), ("icons/512.png", (512, 512)), ("cards/sea.png", (1200, 630))]
    {
        assert_eq!(png_size(&site[place]), Some(size), "{place}");
    }
}

#[test]
fn compressed_files_hold_the_same() {
    let site = Folder::with_sample(&[]).site();
    for (place, bytes) in site.iter().filter(|(place, _)| shrinks(place)) {
        let (mut by_brotli, mut by_gzip) = (Vec::new(), Vec::new());
        brotli::BrotliDecompress(&mut &site[&format!("{place}.br")][..], &mut by_brotli).expect("brotli");
        GzDecoder::new(&site[&format!("{place}.gz")][..]).read_to_end(&mut by_gzip).expect("gzip");
        assert!(by_brotli == *bytes && by_gzip == *bytes, "{place}");
    }
}

#[test]
fn pages_of_a_small_site_are_as_small_as_can_be() {
    let site = Folder::with_sample(&[]).site();
    let mut pages = site.iter().filter(|(place, _)| place.ends_with("index.html")).peekable();
    assert!(pages.peek().is_some());
    for (place, bytes) in pages {
        assert!(site[&format!("{place}.br")] == brotli(bytes, Effort::Best).expect("brotli"), "{place}");
    }
}

#[test]
fn pages_of_a_large_site_are_compressed_quickly_but_for_the_main_ones() {
    let people: Vec<String> =
        (0..200).map(|number| format!(r#"{{"id": "p{number}", "name": "Person {number}"}}, "#)).collect();
    let people = people.concat();
    let site = Folder::with_sample(&[(r#""people": ["#, &format!(r#""people": [{people}"#))]).site();
    for (place, effort) in [("people/p7/index.html", Effort::Quick), ("programme/index.html", Effort::Best)] {
        assert!(site[&format!("{place}.br")] == brotli(&site[place], effort).expect("brotli"), "{place}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, two) = (Folder::with_sample(&[SITE]), Folder::with_sample(&[SITE]));
    let first = one.site();
    assert_eq!(differences(&first, &one.site()), [""; 0], "over itself");
    assert_eq!(differences(&first, &two.site()), [""; 0], "elsewhere");
}

#[test]
fn a_site_can_be_built_in_its_own_place() {
    let folder = Folder::with_sample(&[]);
    let first = folder.site();
    let outcome = folder.build_from("public", "dist/app", "dist");
    assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""));
    assert_eq!(differences(&files(&folder.0.join("dist")), &first), [""; 0]);
    assert_eq!(folder.names(), ["app", "dist", "public"]);
}

#[test]
fn an_agenda_alone_is_enough() {
    let folder = Folder::with_sample(&[]);
    folder.put("public/own.txt", "mine");
    folder.put("other/programme.json", fs::read(folder.0.join("public/agenda.json")).expect("the agenda"));
    let outcome = folder.build_from("other/programme.json", "app", "dist");
    assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""));
    let site = files(&folder.0.join("dist"));
    assert!(site.contains_key("agenda.json") && !site.contains_key("own.txt"));
}

#[test]
fn the_summary_counts_pages_and_files() {
    let folder = Folder::with_sample(&[]);
    let outcome = folder.build();
    let site = files(&folder.0.join("dist"));
    // 404.html is no page of its own.
    let said = format!("dist: {} pages, {} files, ", pages(&site).count() - 1, site.len());
    assert!(outcome.answer.contains(&said) && outcome.answer.ends_with(" s\n"), "{}", outcome.answer);
}

#[test]
fn a_bad_agenda_is_refused_with_the_words_of_the_validator() {
    let bad = ("\"kind\": \"talk\"", "\"kind\": \"tlak\"");
    let folder = Folder::with_sample(&[bad, ("\"summary\"", "\"sumary\"")]);
    let outcome = folder.build();
    let name = folder.0.join("public/agenda.json");
    let checked = crate::check(&name, crate::Format::Text);
    assert_eq!((outcome.code, outcome.answer.as_str()), (1, ""));
    assert_eq!(outcome.complaint, format!("{}Nothing was written.\n", checked.answer));
    assert_eq!(folder.names(), ["app", "public"]);
}

#[test]
fn a_warning_is_said_and_the_site_is_built() {
    let outcome = Folder::with_sample(&[("\"summary\"", "\"sumary\"")]).build();
    assert_eq!(outcome.code, 0);
    assert!(outcome.complaint.ends_with("did you mean `summary`?\n"), "{}", outcome.complaint);
    let picture = "\"hero\": { \"src\": \"https://bücher.example/a.jpg\", \"alt\": \"\" }, \"mode\"";
    let outcome = Folder::with_sample(&[("\"mode\"", picture)]).build();
    assert!(outcome.complaint.contains("warning: https://bücher.example/a.jpg: no policy can name its host"));
}

#[test]
fn whatever_fails_leaves_the_old_site_as_it_was() {
    type Break = fn(&Folder);
    let breaks: [(&str, Break); 9] = [
        ("there is none", |folder| fs::remove_file(folder.0.join("public/agenda.json")).expect("an agenda")),
        ("not UTF-8", |folder| folder.put("public/agenda.json", b"{\xff")),
        ("index.html: two files", |folder| folder.put("public/index.html", "mine")),
        ("sessions/late/index.html: two files", |folder| folder.put("public/sessions/late/index.html", "mine")),
        ("agenda.json.br: two files", |folder| folder.put("public/agenda.json.br", "mine")),
        ("app/mine.js: the folder app/", |folder| folder.put("public/app/mine.js", "mine")),
        ("icon.svg: this is no SVG", |folder| folder.put("public/icon.svg", "mine")),
        ("screenshots/a.png: this is no PNG", |folder| folder.put("public/screenshots/a.png", "mine")),
        ("there is no app/worker-….js", |folder| {
            fs::remove_file(folder.0.join(format!("app/{}", name(APP[5].0, APP[5].1, APP[5].2)))).expect("a worker");
        }),
    ];
    for (said, breaks) in breaks {
        let folder = Folder::with_sample(&[]);
        for place in ["sw.js", "app/a.js", "index.html"] {
            folder.put(&format!("dist/{place}"), "old");
        }
        let before = files(&folder.0.join("dist"));
        breaks(&folder);
        let outcome = folder.build();
        assert_eq!((outcome.code, outcome.answer.as_str()), (2, ""), "{said}");
        let said = said.replace("there is none", "there is no such file");
        assert!(outcome.complaint.contains(&said), "{said}: {}", outcome.complaint);
        assert!(outcome.complaint.ends_with("\nNothing was written.\n"), "{}", outcome.complaint);
        assert_eq!(differences(&files(&folder.0.join("dist")), &before), [""; 0], "{said}");
        assert_eq!(folder.names(), ["app", "dist", "public"], "{said}");
    }
}

#[test]
fn nothing_of_anybody_else_is_replaced() {
    let folder = Folder::with_sample(&[]);
    folder.put("home/diary.txt", "mine");
    folder.put("home/sw.js", "mine");
    let outcome = folder.build_from("public", "app", "home");
    assert_eq!(outcome.code, 2);
    assert!(outcome.complaint.contains("no site of Meridian's"), "{}", outcome.complaint);
    assert_eq!(files(&folder.0.join("home")).len(), 2);
    fs::create_dir(folder.0.join("empty")).expect("a folder");
    assert_eq!(folder.build_from("public", "app", "empty").code, 0);
    folder.put("file", "mine");
    assert!(folder.build_from("public", "app", "file").complaint.contains("this is no folder"));
}

#[test]
fn a_site_and_the_files_it_is_made_from_stand_apart() {
    let folder = Folder::with_sample(&[]);
    folder.site();
    let outcome = folder.build_from("public", "app", "public/dist");
    assert!(outcome.complaint.contains("inside your own files"), "{}", outcome.complaint);
    for public in ["dist", "dist/agenda.json"] {
        let outcome = folder.build_from(public, "app", "dist");
        assert!(outcome.complaint.contains("inside the site"), "{}", outcome.complaint);
        assert!(folder.0.join("dist/agenda.json").exists());
    }
    assert_eq!(files(&folder.0.join("public")).len(), 1);
}

#[test]
fn what_a_host_gives_is_taken_in_place_of_ours() {
    let folder = Folder::with_sample(&[SITE]);
    let own = [
        "robots.txt",
        "sitemap.xml",
        "_headers",
        "_redirects",
        "manifest.webmanifest",
        "cards/sea.png",
        "icons/192.png",
    ];
    for place in own {
        folder.put(&format!("public/{place}"), "mine");
    }
    let icon =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><rect width='1' height='1' fill='blue'/></svg>";
    folder.put("public/icon.svg", icon);
    let site = folder.site();
    assert!(own.iter().all(|place| site[*place] == b"mine"));
    assert_eq!(text(&site, "icon.svg"), icon);
    let blue =
        resvg::tiny_skia::Pixmap::decode_png(&site["icons/512.png"]).expect("a PNG").pixel(256, 256).expect("inside");
    assert_eq!((blue.red(), blue.green(), blue.blue()), (0, 0, 255));
    let manifest = Digest::of(b"mine").integrity();
    assert!(text(&site, "sw.js").contains(&format!("\"manifest.webmanifest\":\"{manifest}\"")));
}

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
        let parts = ["data-glue=\"", "data-wasm=\"", "data-later=\""].map(|part| between(page, part, "\""));
        let images = all_between(head, "<meta property=\"og:image\" content=\"https://a.example/b/", "\"");
        let all: Vec<&str> = links.chain(parts).chain(images).collect();
        assert_eq!(all.len(), if place == "404.html" { 4 } else { 7 }, "{place}: {all:?}");
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
    for (place, page) in self::pages(&site).filter(|(place, _)| *place != "404.html") {
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
fn the_worker_keeps_the_files_of_the_contract_as_they_are() {
    let site = Folder::with_sample(&[]).site();
    let list =
        text(&site, "sw.js").strip_prefix("const list=").and_then(|rest| rest.strip_suffix(';')).expect("a list");
    let list: serde_json::Value = serde_json::from_str(list).expect("JSON");
    let kept = list["files"].as_object().expect("files");
    let app = [APP[0], APP[1], APP[4]].map(|(stem, end, bytes)| format!("app/{}", name(stem, end, bytes)));
    let mut expected: Vec<&str> =
        PAGES.into_iter().chain(["artwork.svg", "icon.svg", "manifest.webmanifest"]).collect();
    expected.extend(app.iter().map(String::as_str));
    expected.sort_unstable();
    assert_eq!(kept.keys().collect::<Vec<_>>(), expected);
    for (place, integrity) in kept {
        assert_eq!(integrity, &Digest::of(&site[place]).integrity(), "{place}");
    }
    assert_eq!(text(&site, "sw-off.js"), "self.off=1;");
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

#[test]
fn each_step_is_told() {
    let folder = Folder::with_sample(&[]);
    let [public, app, out] = ["public", "app", "dist"].map(|place| folder.0.join(place));
    let steps = std::sync::Mutex::new(Vec::new());
    let tell = |step: &str| steps.lock().expect("nobody panics").push(step.to_owned());
    super::build(&super::Order { public, app, out }, &tell);
    let steps = steps.into_inner().expect("nobody panics");
    assert_eq!(steps.len(), 3, "{steps:?}");
    assert!(steps.iter().all(|step| !step.contains('\n')));
}
