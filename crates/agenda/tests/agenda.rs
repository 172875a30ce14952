//! The agenda that comes with the app: it keeps every rule, its schema
//! agrees with the reader, and its hours are those of the file.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use agenda::Agenda;
use chrono::{DateTime, FixedOffset, Utc};
use jsonschema::Validator;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

type Fallible<T = ()> = Result<T, Box<dyn Error>>;

fn public(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public").join(name)
}

fn source() -> Fallible<String> {
    Ok(fs::read_to_string(public("agenda.json"))?)
}

fn schema() -> Fallible<Validator> {
    let schema = serde_json::from_str(&fs::read_to_string(public("agenda.schema.json"))?)?;
    Ok(jsonschema::options().should_validate_formats(true).build(&schema)?)
}

/// Offsets by an independent tz database.
fn offset_at(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    FixedOffset::east_opt(zone.to_offset(jiff::Timestamp::from_second(at.timestamp()).ok()?).seconds())
}

/// What the reader calls errors.
fn errors(agenda: &Value) -> Vec<String> {
    let source = agenda.to_string();
    Agenda::read(&source, &offset_at).err().iter().map(ToString::to_string).collect()
}

/// The agenda with one value replaced, or taken out for `None`.
fn with(agenda: &Value, pointer: &str, value: Option<Value>) -> Fallible<Value> {
    let mut changed = agenda.clone();
    let (parent, name) = pointer.rsplit_once('/').ok_or("a pointer has a slash")?;
    let parent = changed.pointer_mut(parent).ok_or_else(|| format!("{pointer} leads nowhere"))?;
    match (parent, value) {
        (Value::Object(members), None) => drop(members.remove(name)),
        (Value::Object(members), Some(value)) => drop(members.insert(name.to_owned(), value)),
        (other, value) => *other.pointer_mut(&format!("/{name}")).ok_or("no such item")? = value.unwrap_or_default(),
    }
    Ok(changed)
}

/// One pointer to a single value for each place in the format that the agenda uses.
fn places(agenda: &Value) -> BTreeMap<String, String> {
    fn walk(value: &Value, place: &str, pointer: &str, found: &mut BTreeMap<String, String>) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    walk(item, &format!("{place}/*"), &format!("{pointer}/{index}"), found);
                }
            }
            Value::Object(members) => {
                for (name, member) in members {
                    walk(member, &format!("{place}/{name}"), &format!("{pointer}/{name}"), found);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                found.entry(place.to_owned()).or_insert_with(|| pointer.to_owned());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(agenda, "", "", &mut found);
    found
}

#[test]
fn the_agenda_keeps_every_rule() -> Fallible {
    Agenda::read(&source()?, &offset_at)?;
    Ok(())
}

#[test]
fn every_hour_is_the_one_in_the_file() -> Fallible {
    let source = source()?;
    let agenda = Agenda::read(&source, &offset_at)?;
    let written: Value = serde_json::from_str(&source)?;
    let sessions = written["sessions"].as_array().ok_or("a list of sessions")?;
    assert_eq!((sessions.len(), agenda.sessions().len()), (18, 18));
    for session in sessions {
        let id = session["id"].as_str().ok_or("an id")?;
        let read = agenda.session(id).ok_or("a session of that id")?;
        for (at, member) in [(read.start, "start"), (read.end, "end")] {
            let (date, clock) = session[member].as_str().and_then(|text| text.split_once('T')).ok_or("a time")?;
            let local = agenda.venue().local(at.to_utc());
            assert_eq!(local.date_naive().to_string(), date, "{id} {member}");
            assert_eq!(local.format("%H:%M").to_string(), clock[..5], "{id} {member}");
        }
    }
    Ok(())
}

#[test]
fn the_agenda_is_valid_under_its_schema() -> Fallible {
    let agenda = serde_json::from_str(&source()?)?;
    let said: Vec<String> =
        schema()?.iter_errors(&agenda).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(said, [""; 0]);
    Ok(())
}

#[cfg(feature = "schema")]
#[test]
fn the_schema_is_the_one_that_the_types_make() -> Fallible {
    let committed = fs::read_to_string(public("agenda.schema.json"))?;
    assert!(committed == agenda::schema(), "public/agenda.schema.json is out of date: run `make schema`");
    Ok(())
}

/// The host tool puts a placeholder where a value is faulty, and reads on.
#[cfg(feature = "schema")]
#[test]
fn every_part_of_the_schema_has_a_placeholder_that_the_reader_takes() -> Fallible {
    fn parts(schema: &Value, pointer: &str, found: &mut Vec<(String, Value)>) {
        found.push((pointer.to_owned(), agenda::placeholder(schema)));
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            parts(member, &format!("{pointer}/{name}"), found);
        }
        if schema["items"].is_object() {
            parts(&schema["items"], &format!("{pointer}/0"), found);
        }
    }
    let schema: Value = serde_json::from_str(&agenda::schema())?;
    let (mut found, mut whole) = (Vec::new(), Value::Null);
    parts(&schema, "", &mut found);
    assert!(found.len() > 100);
    // Each on its own place, in an agenda that has all before it.
    for (pointer, value) in found {
        let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
        match whole.pointer_mut(parent) {
            _ if pointer.is_empty() => whole = value.clone(),
            Some(Value::Object(members)) => drop(members.insert(name.to_owned(), value.clone())),
            Some(Value::Array(items)) => *items = vec![value.clone()],
            other => panic!("{pointer}: {other:?}"),
        }
        let read = agenda::model::Document::from_value(&whole);
        assert!(read.is_ok(), "{pointer}: {value} {read:?}");
    }
    Ok(())
}

#[test]
fn what_is_broken_is_refused_by_schema_and_reader() -> Fallible {
    let agenda: Value = serde_json::from_str(&source()?)?;
    let schema = schema()?;
    let cases = [
        ("/event/title", None),
        ("/sessions/0/title", None),
        ("/sessions/3/start", None),
        ("/format", Some(json!(2))),
        ("/event/mode", Some(json!("online"))),
        ("/sessions/0/status", Some(json!("maybe"))),
        ("/sessions/0/id", Some(json!("Monday 1"))),
        ("/sessions/0/id", Some(json!("a--b"))),
        ("/people/0/id", Some(json!("zoë"))),
        ("/event/url", Some(json!("javascript:alert(1)"))),
        ("/event/url", Some(json!("//elsewhere.example"))),
        ("/event/actions/0/href", Some(json!("https://a b"))),
        ("/sessions/0/start", Some(json!("2021-06-28T09:00:00"))),
        ("/sessions/0/start", Some(json!("2021-02-30T09:00:00+02:00"))),
        ("/event/start", Some(json!("28 June 2021"))),
        ("/sessions/0/title", Some(json!(7))),
        ("/sessions/0/title", Some(json!("  "))),
        ("/themes/0/hue", Some(json!("225"))),
        ("/themes/0/hue", Some(json!(360))),
        ("/revision/number", Some(json!(0))),
        ("/sessions", Some(json!({}))),
        ("/sessions/0", Some(json!([]))),
        ("/sessions/0/kind", Some(json!(null))),
        ("/event/actions/0/primary", Some(json!(1))),
    ];
    for (pointer, value) in cases {
        let broken = with(&agenda, pointer, value.clone())?;
        assert!(!schema.is_valid(&broken), "the schema takes {value:?} at {pointer}");
        assert_ne!(errors(&broken), [""; 0], "the reader takes {value:?} at {pointer}");
    }
    Ok(())
}

#[test]
fn schema_and_reader_agree_on_every_member() -> Fallible {
    let agenda: Value = serde_json::from_str(&source()?)?;
    let schema = schema()?;
    for (place, pointer) in places(&agenda) {
        for value in [Some(json!(7)), Some(json!([])), Some(json!({})), Some(json!("")), Some(json!(null)), None] {
            // Which members a video needs hangs on its provider: only the reader knows.
            if matches!(value, None | Some(Value::Null)) && (place.ends_with("/video/id") || place.ends_with('*')) {
                continue;
            }
            let changed = with(&agenda, &pointer, value.clone())?;
            let said = errors(&changed);
            assert_eq!(schema.is_valid(&changed), said.is_empty(), "{value:?} at {place} ({pointer}): {said:#?}");
        }
    }
    Ok(())
}

#[test]
fn people_are_in_order_of_the_names_they_are_sorted_by_and_organisations_of_their_own() -> Fallible {
    let agenda = Agenda::read(&source()?, &offset_at)?;
    let names: Vec<&str> =
        agenda.people_by_name(|name| name.nfkd().collect()).iter().map(|person| &*person.name).collect();
    let place = |name: &str| names.iter().position(|other| *other == name);
    let order = ["Donat Agosti", "Markus Döring", "Jean Ganglo", "GBIF Norway", "Hilary Goodson", "Mélianie Raymond"];
    assert!(order.iter().all(|name| place(name).is_some()), "{names:?}");
    assert!(order.is_sorted_by_key(|name| place(name)), "{names:?}");
    Ok(())
}
