//! What was probably meant by a name that the file does not have.

use agenda::id::Id;
use agenda::suggest::{nearest, same};
use serde_json::Value;

use super::source::steps;

/// Members of other formats and languages, each with those of this one that may be meant, the likeliest first.
const FOREIGN: [(&str, &[&str]); 58] = [
    ("abstract", &["summary"]),
    ("area", &["room"]),
    ("attachments", &["links"]),
    ("audience", &["level"]),
    ("authors", &["speakers", "people"]),
    ("avatar", &["hero"]),
    ("begin", &["start"]),
    ("bio", &["affiliation"]),
    ("body", &["text", "summary"]),
    ("caption", &["label", "title"]),
    ("category", &["kind", "themes"]),
    ("city", &["name"]),
    ("code", &["id"]),
    ("color", &["hue"]),
    ("colour", &["hue"]),
    ("company", &["affiliation"]),
    ("content", &["text", "summary"]),
    ("date", &["start", "at"]),
    ("description", &["summary", "text"]),
    ("difficulty", &["level"]),
    ("display_name", &["name"]),
    ("documents", &["links"]),
    ("dtend", &["end"]),
    ("dtstart", &["start"]),
    ("ends_at", &["end"]),
    ("end_date", &["end"]),
    ("end_time", &["end"]),
    ("finish", &["end"]),
    ("from", &["start"]),
    ("fullname", &["name"]),
    ("guid", &["id"]),
    ("hosts", &["people"]),
    ("homepage", &["url"]),
    ("image", &["hero", "src"]),
    ("key", &["id"]),
    ("lang", &["language"]),
    ("link", &["href", "links", "url"]),
    ("live_url", &["join"]),
    ("location", &["room"]),
    ("name", &["title", "label", "heading"]),
    ("organization", &["affiliation", "organiser"]),
    ("persons", &["people"]),
    ("place", &["room"]),
    ("presenters", &["people", "speakers"]),
    ("slug", &["id"]),
    ("speakers", &["people"]),
    ("state", &["status"]),
    ("stream", &["join"]),
    ("subtitle", &["tagline", "summary"]),
    ("tags", &["themes"]),
    ("title", &["name", "label", "heading"]),
    ("to", &["end"]),
    ("track", &["themes", "theme"]),
    ("type", &["kind"]),
    ("tz", &["timezone"]),
    ("url", &["href", "links", "join"]),
    ("venue", &["room"]),
    ("video_url", &["video", "recordings"]),
];

/// The member that was probably meant, among those that are not there yet.
pub(super) fn member<'a>(name: &str, free: &[&'a str]) -> Option<&'a str> {
    let words: Vec<&str> = FOREIGN.iter().map(|(foreign, _)| *foreign).collect();
    let own = |word: &str| {
        let (_, meant) = FOREIGN.iter().find(|(foreign, _)| *foreign == word)?;
        meant.iter().find_map(|meant| free.iter().find(|own| *own == meant)).copied()
    };
    let one = name.strip_suffix('s').unwrap_or(name);
    same(name, free)
        .or_else(|| same(name, &words).or_else(|| same(one, &words)).and_then(own))
        .or_else(|| nearest(name, free))
        .or_else(|| nearest(name, &words).and_then(own))
}

/// The id that was probably meant at a pointer: one of what is referred to there, by its id or by its name; or, for
/// the id of something new, the text as an id.
pub(super) fn id(root: &Value, pointer: &str, text: &str) -> Option<String> {
    let Some(list) = referred(pointer) else { return as_id(text) };
    let items: Vec<&Value> = root.get(list).and_then(Value::as_array).into_iter().flatten().collect();
    let word = |item: &&Value, name: &str| item.get(name).and_then(Value::as_str).map(str::to_owned);
    let ids: Vec<String> = items.iter().filter_map(|item| word(item, "id")).collect();
    let by_id = nearest(text, &ids.iter().map(String::as_str).collect::<Vec<_>>()).map(str::to_owned);
    by_id.or_else(|| {
        let is_called = |item: &&&Value| {
            ["title", "name"].iter().any(|name| word(item, name).is_some_and(|name| same(text, &[&name]).is_some()))
        };
        word(items.iter().find(is_called)?, "id")
    })
}

/// The list whose ids stand at a pointer; none where something gets its id.
fn referred(pointer: &str) -> Option<&'static str> {
    let steps: Vec<String> = steps(pointer).collect();
    let name = steps.iter().rev().find(|step| step.parse::<usize>().is_err())?;
    match name.as_str() {
        "kind" => Some("kinds"),
        "theme" | "themes" => Some("themes"),
        "room" => Some("rooms"),
        "person" | "speakers" => Some("people"),
        "repeats" | "sessions" => Some("sessions"),
        _ => None,
    }
}

/// A text in the letters of ids.
fn as_id(text: &str) -> Option<String> {
    let plain = crate::letters::fold(text);
    let words: Vec<&str> =
        plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    Id::new(&words.join("-")).map(|id| id.to_string())
}
