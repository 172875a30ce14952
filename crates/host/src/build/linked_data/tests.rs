//! Linked data of the home page and of sessions.

use serde_json::json;

use super::*;
use crate::sample;

fn linked(changes: &[(&str, &str)], page: &Page) -> (String, Value) {
    let agenda = Agenda::read(&sample::with(changes), &crate::offset_at).expect("an agenda");
    let address = Address::of(&agenda);
    let text = LinkedData { agenda: &agenda, address: &address }.of(Some(page)).expect("linked data");
    let value = serde_json::from_str(&text).expect("JSON");
    (text, value)
}

const SITE: (&str, &str) = (
    "\"mode\"",
    "\"site_url\": \"https://a.example/b\", \"tagline\": \"Come.\", \"organiser\": \"Sea Club\", \"mode\"",
);

#[test]
fn the_home_page_is_an_event_with_its_sessions() {
    let (_, home) = linked(&[SITE], &Page::Home);
    assert_eq!(home["@context"], "https://schema.org");
    assert_eq!((&home["@type"], &home["name"]), (&"Event".into(), &"Sample".into()));
    assert_eq!(home["startDate"], "2021-06-28T11:00:00+02:00");
    assert_eq!(home["endDate"], "2021-06-29T17:00:00+02:00");
    assert_eq!(home["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(home["eventAttendanceMode"], "https://schema.org/OnlineEventAttendanceMode");
    assert_eq!(home["location"], json!({ "@type": "VirtualLocation", "url": "https://a.example/b/" }));
    assert_eq!(home["organizer"], json!({ "@type": "Organization", "name": "Sea Club" }));
    assert_eq!(home["image"], "https://a.example/b/cards/event.png");
    let late = json!({
        "@type": "Event", "name": "Late", "url": "https://a.example/b/sessions/late/",
        "startDate": "2021-06-28T23:00:00+02:00", "endDate": "2021-06-29T01:00:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": { "@type": "VirtualLocation", "url": "https://a.example/b/sessions/late/" },
    });
    assert_eq!(home["subEvent"].as_array().map(Vec::len), Some(3));
    assert_eq!(home["subEvent"][1], late);
}

#[test]
fn a_session_belongs_to_its_event_and_names_who_performs() {
    let (_, page) = linked(&[SITE], &Page::Session("late".into()));
    assert_eq!((&page["@type"], &page["name"]), (&"Event".into(), &"Late".into()));
    assert_eq!(page["performer"], json!([{ "@type": "Person", "name": "Zoë Ångström" }]));
    assert_eq!(page["image"], "https://a.example/b/cards/sea.png");
    assert_eq!(page["superEvent"]["name"], "Sample");
    assert_eq!(page["superEvent"]["url"], "https://a.example/b/");
    assert!(page["superEvent"].get("subEvent").is_none() && page.get("subEvent").is_none());
}

#[test]
fn mode_and_status_are_said_as_they_are() {
    let cancelled = ("\"id\": \"opening\"", "\"status\": \"cancelled\", \"id\": \"opening\"");
    let page = |mode: &str| {
        let mode = format!("\"mode\": \"{mode}\"");
        linked(&[("\"mode\": \"virtual\"", &mode), cancelled], &Page::Session("opening".into())).1
    };
    let room = json!({ "@type": "Place", "name": "Hall" });
    assert_eq!(page("in-person")["location"], room);
    assert_eq!(page("hybrid")["location"], json!([{ "@type": "VirtualLocation" }, room]));
    assert_eq!(page("hybrid")["eventAttendanceMode"], "https://schema.org/MixedEventAttendanceMode");
    assert_eq!(page("in-person")["eventStatus"], "https://schema.org/EventCancelled");
    assert_eq!(page("in-person")["superEvent"]["location"], json!({ "@type": "Place", "name": "Copenhagen" }));
    assert_eq!(page("in-person")["superEvent"]["eventStatus"], "https://schema.org/EventScheduled");
}

#[test]
fn no_text_ends_the_script() {
    let evil = "\"title\": \"</script><!--<script>\\u2028\\\" \\u200f&\"";
    for page in [Page::Home, Page::Session("opening".into())] {
        let (text, thing) = linked(&[("\"title\": \"Opening\"", evil)], &page);
        assert!(!text.contains('<'), "{text}");
        let name = if page == Page::Home { &thing["subEvent"][0]["name"] } else { &thing["name"] };
        assert_eq!(*name, "</script><!--<script>\u{2028}\" \u{200f}&");
    }
}

#[test]
fn a_large_event_does_not_make_a_large_home_page() {
    let one = sample::SOURCE.split_once("\"sessions\": [\n").map(|(_, rest)| rest).expect("sessions");
    let (session, _) = one.split_once("},\n    {").expect("two sessions");
    let named = |index| format!("{session}}},\n").replace("\"opening\"", &format!("\"s{index}\""));
    let many = (0..500).map(named).collect::<Vec<_>>().concat();
    let (_, home) = linked(&[("\"sessions\": [\n", &format!("\"sessions\": [\n{many}"))], &Page::Home);
    assert_eq!(home["subEvent"].as_array().map(Vec::len), Some(MOST_SESSIONS));
}

#[test]
fn hours_are_those_of_the_venue() {
    let zone = ("Europe/Copenhagen", "America/St_Johns");
    let (_, page) = linked(&[zone], &Page::Session("opening".into()));
    assert_eq!(page["startDate"], "2021-06-28T06:30:00-02:30");
}
