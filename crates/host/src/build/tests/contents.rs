//! The files of a site.

use std::fs;
use std::io::Read;

use flate2::read::GzDecoder;

use super::{SITE, pages, text};
use crate::build::compression::{Effort, brotli, shrinks};
use crate::build::digest::Digest;
use crate::build::fixture::{APP, Folder, files, name};
use crate::build::picture::png_size;
use crate::build::worker::PAGES;

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
        "rooms/hall/index.html",
        "mine/index.html",
        "about/index.html",
        "agenda.json",
        "artwork.svg",
        "manifest.webmanifest",
        "sw.js",
        "sw-off.js",
        "robots.txt",
        "schedule.json",
        "schedule.xml",
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
fn own_files_of_a_host_replace_generated_ones() {
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
fn the_worker_precaches_the_files_of_the_contract() {
    let site = Folder::with_sample(&[]).site();
    let list =
        text(&site, "sw.js").strip_prefix("const list=").and_then(|rest| rest.strip_suffix(';')).expect("a list");
    let list: serde_json::Value = serde_json::from_str(list).expect("JSON");
    let kept = list["files"].as_object().expect("files");
    let app = [APP[0], APP[1], APP[4], APP[7]].map(|(stem, end, bytes)| format!("app/{}", name(stem, end, bytes)));
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
