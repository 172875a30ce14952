//! The site of a large event, and sites of what was imported.

use serde_json::Value;

use super::{Site, between, pages, text};
use crate::build::fixture::{Folder, files, sample_with_more};
use crate::import::tests::{FILES, import_in};

/// The site of the sample with 300 sessions more.
fn site() -> Site {
    let folder = Folder::with_agenda(sample_with_more(300));
    // There is something to say about sessions that are all alike.
    assert_eq!(folder.build().code, 0);
    files(&folder.0.join("dist"))
}

#[test]
fn what_there_is_much_of_shares_and_is_not_compressed() {
    let site = site();
    let (programme, session) = (text(&site, "programme/index.html"), text(&site, "sessions/opening/index.html"));
    assert!(programme.contains("<style>") && session.contains("<link rel=\"stylesheet\" href=\"../../app/style-"));
    assert!(!session.contains("<style>") && session.contains("<script src=\"../../app/head-"), "{session}");
    assert!(between(session, "style-src", ";").contains("'self'"), "{session}");
    for (place, is_compressed) in [
        ("programme/index.html", true),
        ("themes/sea/index.html", true),
        ("sessions/opening/index.html", false),
        ("people/zoe/index.html", false),
        ("calendar/all.ics", false),
    ] {
        assert!(site.contains_key(place), "{place}");
        assert_eq!(site.contains_key(&format!("{place}.br")), is_compressed, "{place}");
    }
    assert!(site.keys().all(|place| !place.starts_with("calendar/sessions") && !place.starts_with("calendar/people")));
    assert_eq!(site.keys().filter(|place| place.starts_with("cards/")).count(), 1);
}

#[test]
fn pages_name_the_brief_and_a_session_carries_itself() {
    let site = site();
    let session = text(&site, "sessions/opening/index.html");
    let brief = between(session, "data-brief=\"", "\"");
    assert!(!text(&site, brief).contains("Hello."), "long texts are left out");
    let carried = between(session, "<script type=\"application/json\" id=\"carried\">", "</script>");
    let carried: Value = serde_json::from_str(carried).expect("JSON");
    assert_eq!((&carried["id"], &carried["summary"]), (&"opening".into(), &"Hello.".into()));
    assert!(text(&site, "sw.js").contains(brief), "it is there without a network");
    assert!(!text(&site, "programme/index.html").contains("id=\"carried\""));
}

#[test]
fn a_day_shows_every_session_once_with_marks_for_the_first_alone() {
    let site = site();
    let day = text(&site, "programme/index.html");
    assert_eq!(day.matches("<li id=\"at-").count(), 302);
    let (live, plain) = day.split_once("entries--plain").expect("plain entries");
    assert_eq!(live.matches("<li id=\"at-").count(), 12);
    assert!(plain.split_once("</ul>").is_some_and(|(plain, _)| !plain.contains("<!>")), "{plain}");
}

#[test]
fn a_small_file_of_every_format_becomes_a_site() {
    for (name, text) in FILES {
        let folder = Folder::new();
        let flags = "--timezone Europe/Berlin --title Anything --language en";
        let (agenda, said) = import_in(&folder, &[(name, text)], flags).unwrap_or_else(|why| panic!("{name}: {why}"));
        let count = agenda["sessions"].as_array().map_or(0, Vec::len);
        let folder = Folder::with_agenda(agenda.to_string());
        assert_eq!(folder.build().code, 0, "{name}");
        let site = files(&folder.0.join("dist"));
        let built = pages(&site).filter(|(place, _)| place.starts_with("sessions/")).count();
        assert!(count > 0 && built == count, "{name}: {said}");
    }
}
