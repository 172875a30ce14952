//! CSV: a session a line, the columns by their names. The columns are documented in README.md.

use agenda::model::{Level, LinkKind, Status};
use chrono::{Days, NaiveDateTime};
use csv::{ReaderBuilder, StringRecord, Trim};

use super::draft::{Draft, End, LinkDraft, PersonDraft, SPEAKER, SessionDraft, When};
use super::prose::{self, Lines, href};
use super::times;

/// The columns that are read, each with the other names it is known by.
const COLUMNS: [(&str, &[&str]); 17] = [
    ("id", &["code", "slug"]),
    ("title", &["name", "session"]),
    ("start", &["starts", "begin"]),
    ("end", &["ends"]),
    ("date", &["day"]),
    ("duration", &["length", "minutes"]),
    ("room", &["location", "venue"]),
    ("track", &["theme", "tracks", "themes"]),
    ("kind", &["type", "format"]),
    ("speakers", &["speaker", "people", "persons"]),
    ("moderators", &["moderator", "chair"]),
    ("summary", &["description", "abstract"]),
    ("language", &["lang"]),
    ("level", &[]),
    ("status", &[]),
    ("link", &["url", "links"]),
    ("topics", &["tags"]),
];

/// Reads a table.
///
/// # Errors
/// It has no column `title` or `start`, or a line has no time that can be read.
pub(super) fn read(text: &str) -> Result<Draft, String> {
    let separator = separator(text);
    let mut reader =
        ReaderBuilder::new().delimiter(separator).flexible(true).trim(Trim::All).from_reader(text.as_bytes());
    let columns = Columns::of(reader.headers().map_err(|error| format!("this is no CSV ({error})"))?)?;
    let mut draft = Draft::default();
    for name in &columns.unknown {
        draft.lost.add("columns that are not known", name);
    }
    for record in reader.records() {
        let record = record.map_err(|error| format!("this is no CSV ({error})"))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        let session = session(&columns, &record, &mut draft).map_err(|why| format!("line {line}: {why}"))?;
        draft.add(session)?;
    }
    Ok(draft)
}

/// The character between the columns: a comma, a semicolon or a tab.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
    (*b",;\t").into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// Where each column that is known stands.
struct Columns {
    known: Vec<(&'static str, usize)>,
    unknown: Vec<String>,
}

impl Columns {
    fn of(header: &StringRecord) -> Result<Self, String> {
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (index, name) in header.iter().enumerate() {
            let plain = name.trim_start_matches('\u{feff}').trim().to_lowercase();
            match COLUMNS.iter().find(|(own, others)| *own == plain || others.contains(&plain.as_str())) {
                Some((own, _)) => known.push((*own, index)),
                None => unknown.push(name.to_owned()),
            }
        }
        let columns = Self { known, unknown };
        for needed in ["title", "start"] {
            if !columns.has(needed) {
                return Err(format!(
                    "its first line names no column `{needed}`. The columns are described in README.md, under \"Import\"."
                ));
            }
        }
        Ok(columns)
    }

    fn has(&self, name: &str) -> bool {
        self.known.iter().any(|(own, _)| *own == name)
    }

    fn get<'a>(&self, name: &str, record: &'a StringRecord) -> &'a str {
        let found = self.known.iter().filter(|(own, _)| *own == name).filter_map(|(_, index)| record.get(*index));
        found.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
    }
}

fn session(columns: &Columns, record: &StringRecord, draft: &mut Draft) -> Result<SessionDraft, String> {
    let get = |name: &str| columns.get(name, record);
    let date = times::date(get("date"));
    let hour_of = |name: &str| Some(date?.and_time(times::hour(get(name))?));
    let start = times::moment(get("start")).or_else(|| hour_of("start").map(When::Venue)).ok_or_else(|| {
        format!("`start` is `{}`, and neither a date and time nor an hour beside a `date`", agenda::clip(get("start")))
    })?;
    // An hour alone that lies before the start is one of the day after.
    let later = |end: NaiveDateTime| match &start {
        When::Venue(start) if end < *start => end.checked_add_days(Days::new(1)).unwrap_or(end),
        When::Venue(_) | When::Instant(_) | When::Zone(..) => end,
    };
    let end = times::moment(get("end")).or_else(|| hour_of("end").map(later).map(When::Venue));
    let end = match (end, times::minutes(get("duration"))) {
        (Some(end), _) => End::At(end),
        (None, Some(minutes)) => End::After(minutes),
        (None, None) => return Err("there is neither an `end` nor a `duration` that can be read".to_owned()),
    };
    let mut session = SessionDraft::new(get("id").to_owned(), get("title").to_owned(), start, end);
    let some = |name: &str| Some(get(name)).filter(|text| !text.is_empty()).map(str::to_owned);
    session.room = some("room");
    get("kind").clone_into(&mut session.kind);
    session.language = some("language");
    session.tracks = several(get("track")).collect();
    session.topics = several(get("topics")).collect();
    session.summary = prose::read(get("summary"), Lines::Apart, None, &mut draft.lost);
    for (column, role) in [("moderators", "moderator"), ("speakers", SPEAKER)] {
        for person in several(get(column)) {
            // `Ana Ruiz <University of Lima>`
            let (name, affiliation) = match person.strip_suffix('>').and_then(|person| person.split_once('<')) {
                Some((name, affiliation)) => (name.trim().to_owned(), Some(affiliation.trim().to_owned())),
                None => (person, None),
            };
            session.people.push((name.clone(), role.to_owned()));
            if affiliation.is_some() {
                draft.people.push(PersonDraft { name, sort_name: None, affiliation });
            }
        }
    }
    session.level = match get("level").to_lowercase().as_str() {
        "" => None,
        "beginner" => Some(Level::Beginner),
        "intermediate" => Some(Level::Intermediate),
        "advanced" => Some(Level::Advanced),
        other => {
            return Err(format!("`level` is `{}`, and not beginner, intermediate or advanced", agenda::clip(other)));
        }
    };
    session.status = match get("status").to_lowercase().as_str() {
        "" | "confirmed" => Status::Confirmed,
        "tentative" => Status::Tentative,
        "cancelled" | "canceled" => Status::Cancelled,
        other => {
            return Err(format!("`status` is `{}`, and not confirmed, tentative or cancelled", agenda::clip(other)));
        }
    };
    for target in get("link").split_whitespace() {
        match href(target, None) {
            Some(href) => session.links.push(LinkDraft { label: String::new(), href, kind: LinkKind::Page }),
            None => draft.lost.add("links that lead to no web address", target),
        }
    }
    Ok(session)
}

/// The values of a cell: separated by semicolons, or by lines.
fn several(cell: &str) -> impl Iterator<Item = String> {
    cell.split([';', '\n']).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned)
}
