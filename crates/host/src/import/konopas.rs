//! The files of `ConClár` and `KonOpas`: a programme, and the people in it. Either may stand alone.

use agenda::model::LinkKind;
use serde_json::Value;

use super::draft::{Draft, End, LinkDraft, PersonDraft, SPEAKER, SessionDraft, When};
use super::json::{Index, Lenient};
use super::prose::{self, Lines, href};
use super::times;

/// The lists of a file: its programme and its people.
pub(super) struct Lists<'a> {
    pub(super) programme: &'a [Value],
    pub(super) people: &'a [Value],
}

/// Reads the lists.
///
/// # Errors
/// An item has no time that can be read.
pub(super) fn read(lists: &Lists) -> Result<Draft, String> {
    let mut draft = Draft::default();
    for person in lists.people {
        let sort_name = Some(person.text("sortname")).filter(|sorted| !sorted.is_empty());
        draft.add_account(&name(person), person.text("id"));
        draft.people.push(PersonDraft { name: name(person), sort_name, affiliation: None });
        draft.lost.add_some("biographies of people", &person.text("bio"));
        for (sort, link) in person.get("links").and_then(Value::as_object).into_iter().flatten() {
            let sort = if matches!(sort.as_str(), "img" | "photo") { "pictures of people" } else { "links of people" };
            draft.lost.add_some(sort, &link.as_text());
        }
    }
    let people = Index::of(lists.people, "id");
    for item in lists.programme {
        let session = session(item, &people, &mut draft)?;
        draft.add(session)?;
    }
    Ok(draft)
}

fn session(item: &Value, people: &Index, draft: &mut Draft) -> Result<SessionDraft, String> {
    let title = item.text("title");
    let named = || format!("the item `{}` (id {})", agenda::clip(&title), item.text("id"));
    let start = start(item).ok_or_else(|| {
        let (date, time) = (item.text("date"), item.text("time"));
        format!("{} has no date and time that can be read: `{}`", named(), agenda::clip(&format!("{date} {time}")))
    })?;
    let mins = item.text("mins");
    let length = times::minutes(&mins)
        .ok_or_else(|| format!("{} has no length in `mins` that can be read: `{}`", named(), agenda::clip(&mins)))?;
    let mut session = SessionDraft::new(item.text("id"), title.clone(), start, End::After(length));
    // The first place is the room; those after it are the building and the like.
    let mut places = item.list("loc").iter().map(Lenient::as_text).filter(|place| !place.is_empty());
    session.room = places.next().or_else(|| Some(item.text("loc")).filter(|room| !room.is_empty()));
    places.for_each(|place| draft.lost.add("further places of a session", &place));
    session.summary = prose::read(&item.text("desc"), Lines::Wrapped, None, &mut draft.lost);
    for person in item.list("people") {
        let listed = people.get(&person.text("id"));
        let (own, role) = with_role(&name(person));
        // The list of people has the name without the role.
        let name = listed.map(name).filter(|name| !name.is_empty()).unwrap_or(own);
        if !name.is_empty() {
            session.people.push((name, role));
        }
    }
    for tag in item.list("tags") {
        add_tag(&if tag.is_object() { tag.text("label") } else { tag.as_text() }, &mut session);
    }
    if let Some(links) = item.get("links").and_then(Value::as_object) {
        for (sort, target) in links {
            add_link(sort, &target.as_text(), &mut session, draft);
        }
    }
    for link in item.list("links") {
        add_link(&link.text("label"), &link.text("url"), &mut session, draft);
    }
    Ok(session)
}

/// When an item starts: date and hour at the venue, or an instant.
fn start(item: &Value) -> Option<When> {
    let whole = item.text("datetime");
    if !whole.is_empty() {
        return times::moment(&whole);
    }
    let (date, time) = (item.text("date"), item.text("time"));
    Some(When::Venue(times::date(&date)?.and_time(times::hour(&time)?)))
}

fn add_tag(tag: &str, session: &mut SessionDraft) {
    let (sort, value) = tag.split_once(':').map_or(("", tag), |(sort, value)| (sort.trim(), value.trim()));
    if value.is_empty() {
        return;
    }
    match sort.to_ascii_lowercase().as_str() {
        "type" | "format" if session.kind.is_empty() => value.clone_into(&mut session.kind),
        "track" => session.tracks.push(value.to_owned()),
        "tag" | "" => session.topics.push(value.to_owned()),
        _ => session.topics.push(format!("{sort}: {value}")),
    }
}

fn add_link(sort: &str, target: &str, session: &mut SessionDraft, draft: &mut Draft) {
    let Some(href) = href(target, None) else {
        return draft.lost.add_some("links that lead to no web address", target);
    };
    let (label, kind) = match sort {
        "meeting" | "signup" => ("Sign up or take part", LinkKind::Page),
        "recording" | "replay" => ("Recording", LinkKind::Recording),
        "chat" => ("Chat", LinkKind::Page),
        "feedback" => ("Feedback", LinkKind::Feedback),
        other => (other, LinkKind::Page),
    };
    session.links.push(LinkDraft { label: label.to_owned(), href, kind });
}

/// A person's name: a list of its parts (first name, last name, prefix, suffix), or one text.
fn name(person: &Value) -> String {
    let part = |index: usize| person.list("name").get(index).map(Lenient::as_text).unwrap_or_default();
    let parts = [part(2), part(0), part(1), part(3)];
    let whole: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if whole.is_empty() { person.text("name") } else { whole.join(" ") }
}

/// A name such as `Ana Ruiz (moderator)` without its role, and the role.
fn with_role(name: &str) -> (String, String) {
    let split = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    match split {
        Some((name, role)) if matches!(role.to_lowercase().as_str(), "moderator" | "m" | "mod") => {
            (name.trim().to_owned(), "moderator".to_owned())
        }
        Some(_) | None => (name.to_owned(), SPEAKER.to_owned()),
    }
}
