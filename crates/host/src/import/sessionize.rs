//! What the two JSON exports of Sessionize have in common: what its categories mean.

use agenda::model::{Level, LinkKind};
use serde_json::Value;

use super::draft::{Draft, End, LinkDraft, SPEAKER, SessionDraft};
use super::json::Lenient;
use super::prose::{self, Lines, href};
use super::times;

/// A category's title and the value that was chosen.
pub(super) type Choice = (String, String);

/// The session that an object of Sessionize describes.
///
/// # Errors
/// It has no time that can be read.
pub(super) fn session(
    item: &Value,
    room: String,
    people: Vec<String>,
    choices: Vec<Choice>,
    draft: &mut Draft,
) -> Result<SessionDraft, String> {
    let title = item.text("title");
    let at = |member: &str| {
        let text = item.text(member);
        let why =
            "Sessionize gives times only to sessions that are scheduled: schedule it, or leave it out of the export.";
        times::moment(&text).ok_or_else(|| {
            format!(
                "the session `{}` (id {}) has no `{member}` that can be read. {why}",
                agenda::clip(&title),
                item.text("id")
            )
        })
    };
    let (start, end) = (at("startsAt")?, at("endsAt")?);
    let mut session = SessionDraft::new(item.text("id"), title.clone(), start, End::At(end));
    session.summary = prose::read(&item.text("description"), Lines::Apart, None, &mut draft.lost);
    session.room = Some(room).filter(|room| !room.is_empty());
    session.people = people.into_iter().map(|name| (name, SPEAKER.to_owned())).collect();
    if item.is("isServiceSession") {
        "Break".clone_into(&mut session.kind);
    } else if item.is("isPlenumSession") {
        "Plenum".clone_into(&mut session.kind);
    }
    for (category, value) in choices {
        let category = category.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| category.contains(word));
        if has(&["format", "type"]) && session.kind.is_empty() {
            session.kind = value;
        } else if has(&["track", "theme"]) {
            session.tracks.push(value);
        } else if has(&["level"])
            && let Some(level) = level(&value)
        {
            session.level = Some(level);
        } else if has(&["language", "sprache"])
            && let Some(tag) = language(&value)
        {
            session.language = Some(tag.to_owned());
        } else {
            session.topics.push(value);
        }
    }
    for (member, label, kind) in
        [("liveUrl", "Live stream", LinkKind::Page), ("recordingUrl", "Recording", LinkKind::Recording)]
    {
        add_link(&item.text(member), label, kind, &mut session, draft);
    }
    Ok(session)
}

/// Adds a link, unless it is empty.
pub(super) fn add_link(target: &str, label: &str, kind: LinkKind, session: &mut SessionDraft, draft: &mut Draft) {
    match href(target, None) {
        Some(href) => session.links.push(LinkDraft { label: label.to_owned(), href, kind }),
        None => draft.lost.add_some("links that lead to no web address", target),
    }
}

fn level(value: &str) -> Option<Level> {
    let value = value.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| value.contains(word));
    if has(&["beginner", "introduct", "novice"]) {
        Some(Level::Beginner)
    } else if has(&["intermediate"]) {
        Some(Level::Intermediate)
    } else if has(&["advanced", "expert"]) {
        Some(Level::Advanced)
    } else {
        None
    }
}

fn language(value: &str) -> Option<&'static str> {
    let value = value.to_lowercase();
    let tags = [
        (&["english", "englisch", "en"][..], "en"),
        (&["german", "deutsch", "de"], "de"),
        (&["french", "français", "fr"], "fr"),
        (&["spanish", "español", "es"], "es"),
        (&["dutch", "nederlands", "nl"], "nl"),
        (&["italian", "italiano", "it"], "it"),
        (&["portuguese", "português", "pt"], "pt"),
        (&["polish", "polski", "pl"], "pl"),
    ];
    tags.into_iter().find(|(names, _)| names.contains(&value.as_str())).map(|(_, tag)| tag)
}
