//! Which format a file is in, told from its content.

use clap::ValueEnum;
use serde_json::Value;

use super::draft::Draft;
use super::json::{Lenient, parse, refuse_huge};
use super::{emf, frab_json, frab_xml, ical, pretalx_widget, sessionize_all, sessionize_grid, table};

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Source {
    /// schedule.xml of frab, pretalx, wafer
    FrabXml,
    /// schedule.json of frab, pretalx, the CCC; version 1 or 2
    FrabJson,
    /// The JSON of pretalx's widget
    PretalxWidget,
    /// Sessionize, API endpoint "All"
    SessionizeAll,
    /// Sessionize, API endpoint "`GridSmart`"
    SessionizeGrid,
    /// iCalendar, also of Sched
    Ical,
    /// `ConClár` and `KonOpas`: programme and people
    Konopas,
    /// The list of the Electromagnetic Field camps
    Emf,
    /// A table; its columns are described in README.md
    Csv,
    /// Meridian's own agenda.json
    Meridian,
}

/// A file with its format; JSON is parsed by then.
pub(super) enum Content {
    /// Text of a format that is no JSON.
    Text(Source, String),
    /// A JSON value.
    Json(Source, Value),
    /// The lists of `ConClár` and `KonOpas`: programme and people.
    Lists(Vec<Value>, Vec<Value>),
}

impl Source {
    /// What it is called in messages.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::FrabXml => "frab schedule.xml",
            Self::FrabJson => "frab schedule.json",
            Self::PretalxWidget => "JSON of the pretalx widget",
            Self::SessionizeAll => "Sessionize \"All\"",
            Self::SessionizeGrid => "Sessionize \"GridSmart\"",
            Self::Ical => "iCalendar",
            Self::Konopas => "ConClár or KonOpas",
            Self::Emf => "JSON of Electromagnetic Field",
            Self::Csv => "CSV",
            Self::Meridian => "agenda.json",
        }
    }
}

impl Content {
    /// The content of a file, in the format that is named or else told by its look.
    ///
    /// # Errors
    /// No format is recognised, or the text is not in the one that is named.
    pub(super) fn of(text: &str, named: Option<Source>) -> Result<Self, String> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        match named.or_else(|| by_start(text)) {
            Some(Source::Konopas) => lists(text),
            Some(
                source @ (Source::FrabJson
                | Source::PretalxWidget
                | Source::SessionizeAll
                | Source::SessionizeGrid
                | Source::Emf),
            ) => Ok(Self::Json(source, parse(text)?)),
            Some(source @ (Source::FrabXml | Source::Ical | Source::Csv | Source::Meridian)) => {
                Ok(Self::Text(source, text.to_owned()))
            }
            None if text.starts_with(['{', '[']) => {
                let value = parse(text)?;
                let source = by_members(&value).ok_or_else(unrecognised)?;
                if source == Source::Konopas {
                    return lists(text);
                }
                if source == Source::Meridian {
                    return Ok(Self::Text(source, text.to_owned()));
                }
                Ok(Self::Json(source, value))
            }
            None => Err(unrecognised()),
        }
    }

    /// What the file holds. The lists of several files of `ConClár` are one programme, which the caller reads.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn draft(&self) -> Result<Option<Draft>, String> {
        let list =
            |value: &Value, read: fn(&[Value]) -> Result<Draft, String>| read(value.as_array().ok_or("it is no list")?);
        let draft = match self {
            Self::Text(source, text) => match source {
                Source::FrabXml => frab_xml::read(text),
                Source::Ical => ical::read(text),
                Source::Csv
                | Source::FrabJson
                | Source::PretalxWidget
                | Source::SessionizeAll
                | Source::SessionizeGrid
                | Source::Konopas
                | Source::Emf
                | Source::Meridian => table::read(text),
            },
            Self::Json(source, value) => match source {
                Source::PretalxWidget => pretalx_widget::read(value),
                Source::SessionizeAll => sessionize_all::read(value),
                Source::SessionizeGrid => list(value, sessionize_grid::read),
                Source::Emf => list(value, emf::read),
                Source::FrabJson
                | Source::FrabXml
                | Source::Ical
                | Source::Csv
                | Source::Konopas
                | Source::Meridian => frab_json::read(value),
            },
            Self::Lists(..) => return Ok(None),
        };
        draft.map(Some)
    }

    /// Its format.
    pub(super) fn source(&self) -> Source {
        match self {
            Self::Text(source, _) | Self::Json(source, _) => *source,
            Self::Lists(..) => Source::Konopas,
        }
    }
}

/// The format that the first characters show.
fn by_start(text: &str) -> Option<Source> {
    // A script may begin with a comment.
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with("//")).unwrap_or_default();
    let lower = first.get(..200).unwrap_or(first).to_ascii_lowercase();
    if text.starts_with('<') {
        return Some(Source::FrabXml);
    }
    if lower.starts_with("begin:vcalendar") {
        return Some(Source::Ical);
    }
    let words = ["var ", "let ", "const "];
    if words.iter().any(|word| lower.starts_with(word)) && lower.contains('=') {
        return Some(Source::Konopas);
    }
    let is_head = lower.contains([',', ';', '\t']) && lower.contains("title") && !text.starts_with(['{', '[']);
    is_head.then_some(Source::Csv)
}

/// The format that the members of a JSON value show.
fn by_members(value: &Value) -> Option<Source> {
    if let Some(items) = value.as_array() {
        let has = |member: &str| items.iter().take(10).any(|item| item.get(member).is_some());
        return if has("rooms") {
            Some(Source::SessionizeGrid)
        } else if has("start_date") && has("venue") {
            Some(Source::Emf)
        } else if has("mins") || has("prog") {
            Some(Source::Konopas)
        } else {
            None
        };
    }
    let has = |member: &str| value.get(member).is_some();
    let is_list = |member: &str| value.get(member).is_some_and(Value::is_array);
    if value.get("schedule").is_some_and(Value::is_object) {
        Some(Source::FrabJson)
    } else if is_list("talks") && has("rooms") {
        Some(Source::PretalxWidget)
    } else if has("event") && has("format") {
        Some(Source::Meridian)
    } else if is_list("sessions") && (is_list("speakers") || is_list("rooms")) {
        Some(Source::SessionizeAll)
    } else if ["schedule", "program", "people"].into_iter().any(is_list) {
        Some(Source::Konopas)
    } else {
        None
    }
}

fn unrecognised() -> String {
    let known = "schedule.xml and schedule.json (frab, pretalx), the JSON of pretalx's widget, Sessionize \"All\" and \
                 \"GridSmart\", iCalendar, ConClár and KonOpas, CSV with a head line, and agenda.json";
    format!("its format is not recognised. It may be {known}. If it is one of them, name it with --format.")
}

/// The lists of a file of `ConClár` or `KonOpas`: JSON, or the script that `KonOpas` loads.
fn lists(text: &str) -> Result<Content, String> {
    let mut values = Vec::new();
    if text.starts_with(['{', '[']) {
        values.push((String::new(), parse(text)?));
    } else {
        refuse_huge(text)?;
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('=') {
            let mut stream = serde_json::Deserializer::from_str(after).into_iter::<Value>();
            let value = stream.next().ok_or("after its last `=` there is nothing")?;
            let value = value.map_err(|error| format!("what follows a `=` is no JSON that can be read ({error})"))?;
            rest = after.get(stream.byte_offset()..).unwrap_or_default();
            let name = before.split_whitespace().next_back().unwrap_or_default();
            values.push((name.to_owned(), value));
        }
    }
    let (mut programme, mut people) = (Vec::new(), Vec::new());
    for (name, value) in values {
        if let Value::Array(items) = value {
            let are_people = name == "people" || items.iter().any(|item| item.get("prog").is_some());
            if are_people { people.extend(items) } else { programme.extend(items) }
        } else {
            programme.extend(value.list("schedule").iter().chain(value.list("program")).cloned());
            people.extend(value.list("people").iter().cloned());
        }
    }
    Ok(Content::Lists(programme, people))
}
