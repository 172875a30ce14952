//! The JSON of the Electromagnetic Field camps: a flat list of sessions, as their own site writes it.

use agenda::model::LinkKind;
use serde_json::Value;

use super::draft::{Draft, End, LinkDraft, NOT_RECORDED, ORIGIN, SPEAKER, SessionDraft};
use super::json::Lenient;
use super::prose::{self, Lines, href};
use super::times;

/// Reads the list.
///
/// # Errors
/// A session has no time that can be read.
pub(super) fn read(items: &[Value]) -> Result<Draft, String> {
    let mut draft = Draft::default();
    for item in items {
        let session = session(item, &mut draft)?;
        draft.add(session)?;
    }
    Ok(draft)
}

fn session(item: &Value, draft: &mut Draft) -> Result<SessionDraft, String> {
    let title = item.text("title");
    let at = |member: &str| {
        times::moment(&item.text(member))
            .ok_or_else(|| format!("the session `{}` has no `{member}` that can be read", agenda::clip(&title)))
    };
    let (start, end) = (at("start_date")?, at("end_date")?);
    let mut session = SessionDraft::new(item.text("id"), title.clone(), start, End::At(end));
    session.kind = item.text("type");
    session.room = Some(item.text("venue")).filter(|room| !room.is_empty());
    session.summary = prose::read(&item.text("description"), Lines::Wrapped, None, &mut draft.lost);
    let speaker = item.text("speaker");
    if !speaker.is_empty() {
        session.people.push((speaker, SPEAKER.to_owned()));
    }
    for (member, label) in [
        ("cost", "Cost"),
        ("equipment", "Bring"),
        ("age_range", "Age"),
        ("attendees", "Seats"),
        ("content_note", "Content"),
    ] {
        let value = item.text(member).split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            session.notes.push(format!("{label}: {value}"));
        }
    }
    if item.get("may_record").is_some_and(|may| may == &Value::Bool(false)) {
        session.notes.push(NOT_RECORDED.to_owned());
    }
    if item.is("is_family_friendly") {
        session.topics.push("Family friendly".to_owned());
    }
    draft.lost.add_some("pronouns of people", &item.text("pronouns"));
    draft.lost.add_some("places on the map", &item.text("map_link"));
    let video = item.get("video").unwrap_or(&Value::Null);
    let (watch, archive) = (video.text("youtube"), video.text("ccc"));
    draft.lost.add_some("pictures of recordings", &video.text("preview_image"));
    for (target, label, kind) in [
        (watch, "Recording at YouTube", LinkKind::Recording),
        (archive, "Recording at media.ccc.de", LinkKind::Recording),
        (item.text("link"), ORIGIN, LinkKind::Source),
    ] {
        if let Some(href) = href(&target, None) {
            session.links.push(LinkDraft { label: label.to_owned(), href, kind });
        }
    }
    Ok(session)
}
