//! The two files against the structure that c3voc publishes for them (schedule/schema.json and
//! schedule.xml.xsd), and read again by our own import.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::*;
use crate::build::fixture::Folder;
use crate::import::tests::{FILES, import_in};
use crate::sample;

/// Both files of an agenda.
fn files(source: &str) -> (String, String) {
    let agenda = Agenda::read(source, &crate::offset_at).expect("an agenda");
    let address = Address::of(&agenda);
    let schedule = Schedule::new(&agenda, &address);
    let text = |place| String::from_utf8(schedule.file(place).expect(place)).expect("UTF-8");
    (text(JSON), text(XML))
}

fn of_sample(changes: &[(&str, &str)]) -> (Value, String) {
    let (json, xml) = files(&sample::with(changes));
    (serde_json::from_str(&json).expect("JSON"), xml)
}

const SITE: (&str, &str) = ("\"mode\"", "\"site_url\": \"https://a.example/b\", \"mode\"");

/// What is wrong with a `schedule.json` by the facts of its schema.
fn faults(root: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |holds: bool, what: &str, value: &Value| {
        if !holds {
            faults.push(format!("{what}: {value}"));
        }
    };
    let matches = |value: &Value, test: fn(&str) -> bool| value.as_str().is_some_and(test);
    let only = |value: &Value, names: &[&str]| {
        value.as_object().is_some_and(|object| object.keys().all(|name| names.contains(&name.as_str())))
    };
    let is_time = |text: &str| chrono::DateTime::parse_from_rfc3339(text).is_ok();
    let is_slug = |text: &str| {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-');
        text.len() > 1 && text.bytes().all(plain) && !text.ends_with(['-', '_'])
    };
    check(only(root, &["$schema", "generator", "schedule"]), "root", root);
    let conference = &root["schedule"]["conference"];
    check(root["schedule"]["version"].is_string() && root["schedule"].get("rooms").is_none(), "schedule", &Value::Null);
    let known = [
        "acronym",
        "title",
        "description",
        "start",
        "end",
        "daysCount",
        "timeslot_duration",
        "time_zone_name",
        "url",
        "tracks",
        "rooms",
        "days",
    ];
    check(only(conference, &known), "conference", &Value::Null);
    let acronym = |text: &str| {
        text.len() > 3 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    check(matches(&conference["acronym"], acronym), "acronym", &conference["acronym"]);
    check(
        conference["daysCount"].as_u64() == conference["days"].as_array().map(|days| days.len() as u64),
        "daysCount",
        &Value::Null,
    );
    let mut seen = BTreeSet::new();
    for day in conference["days"].as_array().into_iter().flatten() {
        check(only(day, &["index", "date", "day_start", "day_end", "rooms"]), "day", day);
        check(
            matches(&day["day_start"], is_time) && matches(&day["day_end"], is_time) && day["index"].is_u64(),
            "day",
            day,
        );
        for (room, event) in day["rooms"]
            .as_object()
            .into_iter()
            .flatten()
            .flat_map(|(room, events)| events.as_array().into_iter().flatten().map(move |event| (room, event)))
        {
            let needed = [
                "abstract", "date", "duration", "guid", "id", "language", "links", "persons", "room", "slug", "start",
                "subtitle", "title", "track", "type", "url",
            ];
            check(needed.iter().all(|name| event.get(name).is_some()), "missing", event);
            let more = ["logo", "description", "recording_license", "do_not_record", "attachments", "feedback_url"];
            check(only(event, &[&needed[..], &more].concat()), "unknown", event);
            check(event["id"].as_u64().is_some_and(|id| (1..=0x7fff_ffff).contains(&id)), "id", &event["id"]);
            check(matches(&event["guid"], |guid| Uuid::parse_str(guid).is_ok()), "guid", &event["guid"]);
            check(matches(&event["date"], is_time) && matches(&event["slug"], is_slug), "date or slug", event);
            let two = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            let clock = event["start"].as_str().and_then(|text| text.split_once(':'));
            check(clock.is_some_and(|(hours, minutes)| two(hours) && two(minutes)), "start", &event["start"]);
            let length = event["duration"].as_str().and_then(|text| text.split_once(':'));
            check(
                length.is_some_and(|(hours, minutes)| hours.parse::<u32>().is_ok() && two(minutes)),
                "duration",
                event,
            );
            check(event["room"] == room.as_str() && event["type"].is_string(), "room or type", event);
            for person in event["persons"].as_array().into_iter().flatten() {
                // One of two sorts of person, and never both.
                check(only(person, &["id", "public_name"]) && person["id"].is_u64(), "person", person);
            }
            for link in ["links", "attachments"].iter().flat_map(|list| event[*list].as_array().into_iter().flatten()) {
                check(only(link, &["type", "url", "title"]) && link["url"].is_string(), "link", link);
            }
            for unique in ["id", "guid", "slug"] {
                check(seen.insert(format!("{unique} {}", event[unique])), "twice", &event[unique]);
            }
        }
    }
    faults
}

/// What is wrong with a `schedule.xml` by the facts of its schema: which elements stand in which, how
/// often at least and at most, and in which order at the top.
fn xml_faults(text: &str) -> Vec<String> {
    use crate::import::xml::Element;
    const EVENT: [&str; 19] = [
        "room",
        "title",
        "subtitle",
        "type",
        "date",
        "start",
        "duration",
        "abstract",
        "slug",
        "track",
        "logo",
        "persons",
        "language",
        "description",
        "recording",
        "links",
        "attachments",
        "video_download_url",
        "url",
    ];
    let mut faults = Vec::new();
    let root = Element::read(text).expect("XML");
    let names: Vec<&str> = root.children.iter().map(|child| child.name.as_str()).collect();
    if root.name != "schedule"
        || names.iter().take(3).ne(&["generator", "version", "conference"])
        || names.iter().skip(3).any(|name| *name != "day")
    {
        faults.push(format!("the order of {names:?}"));
    }
    let mut seen = BTreeSet::new();
    let mut once =
        |name: &str, value: &str| (!seen.insert(format!("{name} {value}"))).then(|| format!("{name} twice: {value}"));
    for day in root.all("day") {
        faults.extend(once("day", day.attribute("index")));
        let at = |name: &str| chrono::DateTime::parse_from_rfc3339(day.attribute(name)).is_ok();
        if !at("start") || !at("end") {
            faults.push(format!("a day without its times: {day:?}"));
        }
        for event in day.all("room").flat_map(|room| room.all("event")) {
            for (index, name) in EVENT.iter().enumerate() {
                let count = event.all(name).count();
                if count > 1 || index < 10 && count == 0 {
                    faults.push(format!("{count} of {name}"));
                }
            }
            faults.extend(
                event.children.iter().filter(|child| !EVENT.contains(&&*child.name)).map(|child| child.name.clone()),
            );
            if event.attribute("id").parse::<u32>().is_ok_and(|id| id == 0)
                || Uuid::parse_str(event.attribute("guid")).is_err()
            {
                faults.push(format!("{event:?}"));
            }
            let url = event.text_of("url");
            let (hours, minutes) = event.text_of("duration").split_once(':').unwrap_or_default();
            if !(url.is_empty() || url.starts_with("http")) || hours.len() > 2 || minutes.len() != 2 {
                faults.push(format!("url or duration: {event:?}"));
            }
            faults.extend(once("id", event.attribute("id")));
            faults.extend(once("guid", event.attribute("guid")));
            faults.extend(once("slug", event.text_of("slug")));
        }
    }
    faults
}

#[test]
fn both_files_keep_the_published_structure() {
    let nothing: [String; 0] = [];
    let mut sources = vec![
        sample::SOURCE.to_owned(),
        sample::with(&[SITE]),
        include_str!("../../../../../public/agenda.json").to_owned(),
    ];
    for (name, text) in FILES {
        let flags = "--timezone Europe/Brussels --title A --id abc";
        let (agenda, _) = import_in(&Folder::new(), &[(name, text)], flags).expect(name);
        sources.push(agenda.to_string());
    }
    for source in &sources {
        let (json, xml) = files(source);
        assert_eq!(faults(&serde_json::from_str(&json).expect("JSON")), nothing);
        assert_eq!(xml_faults(&xml), nothing);
    }
    // The checks find what they look for.
    let (mut json, xml) = of_sample(&[]);
    let day = &mut json["schedule"]["conference"]["days"][0];
    day["rooms"]["Hall"][0]["id"] = "seven".into();
    day["extra"] = true.into();
    assert_eq!(faults(&json).len(), 2);
    assert_eq!(xml_faults(&xml.replace("<slug>late</slug>", "<slug>opening</slug><code/>")).len(), 2);
}

#[test]
fn a_session_has_its_facts_in_both_files() {
    let (json, xml) =
        of_sample(&[SITE, ("\"level\": \"beginner\"", "\"level\": \"beginner\", \"status\": \"cancelled\"")]);
    let event = &json["schedule"]["conference"]["days"][0]["rooms"]["Hall"][0];
    let expected = serde_json::json!({
        "id": event["id"], "guid": event["guid"], "slug": "opening", "url": "https://a.example/b/sessions/opening/", "logo": null,
        "date": "2021-06-28T11:00:00+02:00", "start": "11:00", "duration": "01:00", "room": "Hall",
        "title": "Cancelled: Opening", "subtitle": "", "track": "Sea", "type": "Talk", "language": "en", "abstract": "Hello.",
        "description": "", "recording_license": "", "do_not_record": false,
        "persons": [{ "id": event["persons"][0]["id"], "public_name": "Zoë Ångström" }],
        "links": [{ "title": "Sea", "url": "https://sea.example/" }], "attachments": []
    });
    assert_eq!(*event, expected);
    let late = &json["schedule"]["conference"]["days"][0]["rooms"][""][0];
    assert_eq!((&late["duration"], &late["links"][0]["url"]), (&"02:00".into(), &"https://vimeo.com/2".into()));
    for part in [
        "<version>1 2021-06-27T00:00:00Z</version>",
        "<acronym>sample</acronym>",
        "<time_zone_name>Europe/Copenhagen</time_zone_name>",
        "<title>Cancelled: Opening</title>",
        "<link href=\"https://sea.example/\">Sea</link>",
    ] {
        assert!(xml.contains(part), "{part}: {xml}");
    }
}

#[test]
fn ids_are_numbers_that_stay() {
    let few = numbers(["b", "a"].into_iter());
    let many = numbers(["a", "b", "c"].into_iter());
    assert!(few["a"] != few["b"] && few["a"] == many["a"] && few["b"] == many["b"]);
}

/// Imports an agenda's two files again and compares each with the agenda.
fn assert_survives(name: &str, agenda: &Value) {
    let (json, xml) = files(&agenda.to_string());
    for (file, text) in [("again.json", json), ("again.xml", xml)] {
        let (again, _) = import_in(&Folder::new(), &[(file, &text)], "").expect(name);
        let (own, other) = (agenda.as_object().expect("an agenda"), again.as_object().expect("an agenda"));
        for (member, value) in own {
            let (Some(one), Some(two)) = (value.as_array(), other[member].as_array()) else {
                assert_eq!(*value, other[member], "{name} as {file}: {member}");
                continue;
            };
            assert_eq!(one.len(), two.len(), "{name} as {file}: {member}");
            for (one, two) in one.iter().zip(two) {
                assert_eq!(one, two, "{name} as {file}: {member}");
            }
        }
        assert_eq!(*agenda, again, "{name} as {file}");
    }
}

#[test]
fn an_import_that_is_exported_and_imported_again_is_equal() {
    for (name, text) in FILES.into_iter().filter(|(name, _)| name.contains("frab")) {
        let (mut agenda, _) = import_in(&Folder::new(), &[(name, text)], "--timezone Europe/Brussels").expect(name);
        agenda["sessions"][0]["status"] = "cancelled".into();
        assert_survives(name, &agenda);
    }
}

#[test]
fn real_schedules_survive_and_the_published_schema_takes_them() {
    let schedules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/schedules");
    if !schedules.is_dir() {
        return eprintln!("../shared/schedules is absent: no real schedule was exported");
    }
    let schema = std::fs::read_to_string(schedules.join("schedule.schema.json")).expect("the schema");
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).expect("JSON")).expect("a schema");
    for (name, flags) in [
        ("fosdem-2025.frab.xml", ""),
        ("fosdem-2024.frab.xml", ""),
        ("36c3.frab.xml", "--timezone Europe/Berlin"),
        ("debconf23.frab.xml", ""),
        ("emf-2022.frab.xml", "--timezone Europe/London"),
        ("camp2019.schedule.json", ""),
        ("rc3.schedule.json", "--timezone Europe/Berlin"),
    ] {
        let text = std::fs::read_to_string(schedules.join(name)).expect(name);
        let (agenda, _) = import_in(&Folder::new(), &[(name, &text)], flags).expect(name);
        let (json, xml) = files(&agenda.to_string());
        let broken: Vec<String> = schema
            .iter_errors(&serde_json::from_str(&json).expect("JSON"))
            .take(5)
            .map(|error| format!("{} {error}", error.instance_path()))
            .collect();
        assert!(broken.is_empty() && xml_faults(&xml).is_empty(), "{name}: {broken:#?}");
        assert_survives(name, &agenda);
        eprintln!("{name}: exported and imported again, equal");
    }
}
