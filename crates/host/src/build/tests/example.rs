//! The event in `examples/`: in one place, in two languages, over a change of the clocks and past midnight.

use super::{Site, text};
use crate::build::fixture::Folder;
use crate::{CheckOrder, check_bytes};

const MEND: &str = include_str!("../../../../../examples/mend-2026/agenda.json");

#[test]
fn there_is_nothing_to_say_against_the_example() {
    let order = CheckOrder { deny_warnings: true, ..CheckOrder::default() };
    let checked = check_bytes("agenda.json", MEND.as_bytes(), &order);
    assert!(checked.code == 0 && checked.answer.starts_with("agenda.json is valid: 27 sessions"), "{}", checked.answer);
}

#[test]
fn the_example_is_built() {
    let site = Folder::with_agenda(MEND).site();
    night(&site);
    seats_and_feedback(&site);
}

/// What is past midnight stands with its evening.
fn night(site: &Site) {
    let (saturday, sunday) =
        (text(site, "programme/2026-10-24/index.html"), text(site, "programme/2026-10-25/index.html"));
    assert!(saturday.contains("The hour that happens twice") && !sunday.contains("The hour that happens twice"));
    assert!(!site.contains_key("programme/2026-10-27/index.html"));
    let session = text(site, "sessions/twice/index.html");
    assert!(session.contains("Saturday 24 October 2026") && session.contains("+1 day"), "{session}");
}

/// Seats are told, and feedback is asked for when it is over.
fn seats_and_feedback(site: &Site) {
    assert!(text(site, "rooms/hall/index.html").contains("240 seats"));
    let session = text(site, "sessions/opening/index.html");
    assert!(session.contains(", 240 seats"), "{session}");
    // 10:45 in summer time.
    let item = format!(
        "<li data-from=\"{}\"",
        chrono::DateTime::parse_from_rfc3339("2026-10-24T10:45:00+02:00").expect("a time").timestamp()
    );
    let (_, feedback) = session.split_once(&item).expect("an item that waits");
    assert!(feedback.split("</li>").next().is_some_and(|item| item.contains("How was it?")), "{session}");
    assert!(!text(site, "sessions/glue/index.html").contains("feedback"));
}
