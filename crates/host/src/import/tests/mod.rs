//! Whole imports: small files of our own in every format, and each hard case.

mod formats;
mod hard;
mod hostile;
mod nights;
mod real;

use std::path::PathBuf;

use serde_json::Value;

use super::{Order, imported};
use crate::build::fixture::Folder;

/// The files of these tests, each with its name and text.
pub(crate) const FILES: [(&str, &str); 10] = [
    ("small.frab.xml", include_str!("files/small.frab.xml")),
    ("small.v2.json", include_str!("files/small.v2.json")),
    ("small.widget.json", include_str!("files/small.widget.json")),
    ("small.sessionize.json", include_str!("files/small.sessionize.json")),
    ("small.grid.json", include_str!("files/small.grid.json")),
    ("small.ics", include_str!("files/small.ics")),
    ("program.js", include_str!("files/program.js")),
    ("small.csv", include_str!("files/small.csv")),
    ("small.emf.json", include_str!("files/small.emf.json")),
    ("small.frab.json", SMALL_V1),
];

/// A `schedule.json` of version 1.
const SMALL_V1: &str = r#"{ "schedule": { "version": "1", "base_url": "https://v1.example/", "conference": {
  "acronym": "V1_Days", "title": "V1 Days", "start": "2024-02-03", "end": "2024-02-03", "daysCount": 1, "timeslot_duration": "00:05",
  "days": [{ "index": 1, "date": "2024-02-03", "day_start": "2024-02-03T09:00:00+01:00", "day_end": "2024-02-03T18:00:00+01:00", "rooms": {
    "Aula": [{ "id": 3, "guid": "0c16ffaa-709d-599f-959f-9a38b911361a", "date": "2024-02-03T09:00:00+01:00", "start": "09:00", "duration": "00:45",
      "room": "Aula", "slug": "MJA8QY", "url": "https://v1.example/3", "title": "Begin", "subtitle": "", "track": null, "type": "talk", "language": "de",
      "abstract": "Ja", "description": "Ja", "persons": [{ "id": 1, "public_name": "Uwe" }], "links": [], "attachments": [], "logo": null }] } }] } } }"#;

/// The text of a file of these tests.
fn text(name: &str) -> &'static str {
    FILES.iter().find(|(own, _)| *own == name).map(|(_, text)| *text).expect(name)
}

/// Imports files with the flags of a command line, at an hour that is always the same.
pub(crate) fn import_in(folder: &Folder, files: &[(&str, &str)], flags: &str) -> Result<(Value, String), String> {
    let paths: Vec<PathBuf> = files
        .iter()
        .map(|(name, text)| {
            folder.put(name, text);
            folder.0.join(name)
        })
        .collect();
    import_paths(folder, &paths, flags)
}

/// Imports files that are there.
fn import_paths(folder: &Folder, paths: &[PathBuf], flags: &str) -> Result<(Value, String), String> {
    let out = folder.0.join("agenda.json");
    let order = Order { files: paths.to_vec(), out: out.clone(), ..ordered(flags) };
    let now = "2024-01-01T00:00:00Z".parse().expect("an instant");
    let outcome = imported(&order, now)?;
    if outcome.code != 0 {
        return Err(outcome.complaint);
    }
    let written = std::fs::read_to_string(&out).expect("an agenda");
    Ok((serde_json::from_str(&written).expect("JSON"), outcome.answer))
}

/// The flags of a command line.
fn ordered(flags: &str) -> Order {
    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        order: Order,
    }
    let words = ["import", "-o", "x", "file"].into_iter().chain(flags.split_whitespace());
    <Line as clap::Parser>::try_parse_from(words).expect("flags").order
}

/// Imports one file of these tests.
fn import(name: &str, flags: &str) -> (Value, String) {
    import_in(&Folder::new(), &[(name, text(name))], flags).expect(name)
}

/// The ids in a list.
fn ids(agenda: &Value, list: &str) -> Vec<String> {
    let items = agenda[list].as_array().expect("a list").iter();
    items.map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
}
