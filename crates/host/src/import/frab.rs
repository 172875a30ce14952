//! What the XML and the JSON of frab and pretalx have in common: the facts of an event.

use std::collections::BTreeSet;

use agenda::link::Href;
use agenda::model::{LinkKind, Status};
use agenda::text::{Block, Inline, Text};
use chrono::{DateTime, FixedOffset};
use url::Url;

use super::draft::{
    CANCELLED, Draft, End, GENERATOR, LinkDraft, NOT_RECORDED, ORIGIN, SPEAKER, SessionDraft, TrackDraft,
};
use super::prose::{self, Lines, href};
use super::times;

/// An event as the file has it.
pub(super) struct Facts {
    pub(super) id: String,
    pub(super) guid: String,
    /// A short code, as pretalx gives it.
    pub(super) code: String,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) room: String,
    /// Date and time of its start.
    pub(super) date: String,
    /// Date and time of its end, where it is given.
    pub(super) end: String,
    pub(super) duration: String,
    pub(super) track: String,
    pub(super) kind: String,
    pub(super) language: String,
    /// Abstract and description.
    pub(super) summary: [String; 2],
    pub(super) persons: Vec<Person>,
    pub(super) links: Vec<Reference>,
    pub(super) attachments: Vec<Reference>,
    /// Its page on the site that it comes from.
    pub(super) url: String,
    pub(super) feedback: String,
    pub(super) logo: String,
    pub(super) licence: String,
    pub(super) is_unrecorded: bool,
    pub(super) is_cancelled: bool,
}

/// Someone who takes part.
pub(super) struct Person {
    pub(super) id: String,
    pub(super) name: String,
    /// What they are there; empty for a speaker.
    pub(super) role: String,
}

/// A link or an attachment.
pub(super) struct Reference {
    pub(super) url: String,
    pub(super) title: String,
    pub(super) kind: String,
}

/// Whether a generator of that name is Meridian.
pub(super) fn is_ours(generator: &str) -> bool {
    generator == GENERATOR
}

/// The version that Meridian writes: the number of the edition and when it was published.
pub(super) fn revision(version: &str) -> Option<(u32, DateTime<FixedOffset>)> {
    let (number, published) = version.split_once(' ')?;
    Some((number.parse().ok()?, agenda::time::parse_instant(published)?))
}

/// The session of an event. What Meridian wrote itself is taken word for word.
///
/// # Errors
/// The event has no time that can be read.
pub(super) fn session(
    facts: Facts,
    is_ours: bool,
    base: Option<&Url>,
    draft: &mut Draft,
) -> Result<SessionDraft, String> {
    let name = || format!("the event `{}` (id {})", agenda::clip(&facts.title), facts.id);
    let start = times::moment(&facts.date)
        .ok_or_else(|| format!("{} has no date and time that can be read: `{}`", name(), agenda::clip(&facts.date)))?;
    let end = match (times::moment(&facts.end), times::minutes(&facts.duration)) {
        (Some(end), _) => End::At(end),
        (None, Some(minutes)) => End::After(minutes),
        (None, None) => {
            let what = agenda::clip(&facts.duration);
            return Err(format!("{} has neither an end nor a duration that can be read: `{what}`", name()));
        }
    };
    for person in &facts.persons {
        draft.add_account(&person.name, person.id.clone());
    }
    let lost = &mut draft.lost;
    lost.add_some("logos and pictures of sessions", &facts.logo);
    lost.add_some("licences of recordings", &facts.licence);
    let key = if is_ours {
        facts.slug.clone()
    } else {
        [&facts.code, &code_in(&facts.slug), &facts.id, &facts.guid, &facts.slug]
            .into_iter()
            .find(|key| !key.is_empty())
            .cloned()
            .unwrap_or_default()
    };
    let own_title = facts.title.strip_prefix(CANCELLED).filter(|_| is_ours);
    let is_cancelled = facts.is_cancelled || own_title.is_some();
    let title = own_title.unwrap_or(&facts.title).to_owned();
    let mut session = SessionDraft::new(key, title, start, end);
    session.guid = facts.guid;
    session.kind = facts.kind;
    session.tracks = Some(facts.track).filter(|track| !track.is_empty()).into_iter().collect();
    session.room = Some(facts.room).filter(|room| !room.is_empty());
    session.language = Some(facts.language).filter(|language| !language.is_empty());
    session.status = if is_cancelled { Status::Cancelled } else { Status::Confirmed };
    session.summary = if is_ours {
        Text::parse(&facts.summary.join("\n\n")).ok()
    } else {
        let mut blocks: Vec<Block> = Vec::new();
        if !facts.subtitle.is_empty() {
            blocks.push(Block::Paragraph(vec![Inline::Plain(facts.subtitle)]));
        }
        let [short, long] = &facts.summary;
        // Some tools write the one into both.
        let texts = if short == long { vec![short] } else { vec![short, long] };
        for text in texts {
            let text = prose::read(text, Lines::Wrapped, base, lost);
            blocks.extend(text.iter().flat_map(|text| text.blocks().iter().cloned()));
        }
        Text::of(blocks)
    };
    session.people = facts
        .persons
        .into_iter()
        .filter(|person| !person.name.is_empty())
        .map(|person| (person.name, if person.role.is_empty() { SPEAKER.to_owned() } else { person.role }))
        .collect();
    if facts.is_unrecorded {
        session.notes.push(NOT_RECORDED.to_owned());
    }
    let mut attachments = Vec::new();
    for (references, is_attachment) in [(facts.links, false), (facts.attachments, true)] {
        let links = if is_attachment { &mut attachments } else { &mut session.links };
        for reference in references {
            match href(&reference.url, base) {
                Some(href) => {
                    let is_feedback = !is_attachment && reference.url == facts.feedback;
                    links.push(link(reference, href, is_attachment, is_feedback, is_ours));
                }
                None => lost.add_some("links that lead to no web address", &reference.url),
            }
        }
    }
    if let Some(href) = href(&facts.feedback, base)
        && !session.links.iter().any(|link| link.href == href)
    {
        session.links.push(LinkDraft { label: "Feedback".to_owned(), href, kind: LinkKind::Feedback });
    }
    if !is_ours && let Some(href) = href(&facts.url, base) {
        session.links.push(LinkDraft { label: ORIGIN.to_owned(), href, kind: LinkKind::Source });
    }
    // In one order, whether the file has these links apart or among the others.
    session.links.extend(attachments);
    Ok(session)
}

/// The slug where it is no more than a code of pretalx, such as `MJA8QY`.
fn code_in(slug: &str) -> String {
    let is_code = slug.len() == 6 && slug.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if is_code { slug.to_owned() } else { String::new() }
}

/// A link of a session. XML has no other place than the label to say that it leads to slides.
fn link(reference: Reference, href: Href, is_attachment: bool, is_feedback: bool, is_ours: bool) -> LinkDraft {
    let says = |label: &str, word: &str| label.to_lowercase().contains(word);
    let says_slides = |label: &str| says(label, "slides");
    let mut label = reference.title;
    if is_attachment && reference.kind.eq_ignore_ascii_case("slides") && !says_slides(&label) {
        label = if label.is_empty() { "Slides".to_owned() } else { format!("Slides: {label}") };
    }
    let kind = if is_attachment {
        if says_slides(&label) { LinkKind::Slides } else { LinkKind::Document }
    } else if is_ours && label == ORIGIN {
        LinkKind::Source
    } else if is_feedback || says(&label, "feedback") {
        LinkKind::Feedback
    } else if says(&label, "recording") {
        LinkKind::Recording
    } else {
        LinkKind::Page
    };
    LinkDraft { label, href, kind }
}

/// Notes the tracks that the file lists and no session belongs to.
pub(super) fn unused_tracks<'a>(listed: impl Iterator<Item = &'a str>, draft: &mut Draft) {
    let used: BTreeSet<&String> = draft.sessions.iter().flat_map(|session| &session.tracks).collect();
    for name in listed.filter(|name| !used.contains(&(*name).to_owned())) {
        draft.lost.add_some("tracks without a session", name);
    }
    draft.tracks.retain(|TrackDraft { name, .. }| used.contains(name));
}
