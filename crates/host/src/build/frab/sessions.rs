//! The facts of a session in the terms of frab.

use agenda::model::{LinkKind, Session, Status};
use agenda::page::Page;
use agenda::text::{Block, Inline, Text};
use agenda::video::Video;

use super::Schedule;
use crate::build::address::is_web;
use crate::import::draft::{CANCELLED, NOT_RECORDED};
use crate::import::uri::uri;

/// A session.
pub(super) struct Entry<'a> {
    pub(super) id: u32,
    pub(super) guid: String,
    pub(super) slug: &'a str,
    /// Date and time of its start.
    pub(super) date: String,
    /// The hour of its start.
    pub(super) start: String,
    /// Hours and minutes.
    pub(super) duration: (i64, i64),
    /// The name of its room; empty where it has none.
    pub(super) room: &'a str,
    pub(super) title: String,
    pub(super) track: Option<&'a str>,
    pub(super) kind: &'a str,
    pub(super) language: &'a str,
    /// What it is, in Markdown.
    pub(super) summary: String,
    /// All else that there is to say, in Markdown.
    pub(super) description: String,
    /// Numbers and names.
    pub(super) people: Vec<(u32, &'a str)>,
    pub(super) links: Vec<Reference>,
    pub(super) attachments: Vec<Reference>,
    /// Its page: on this site where its address is known, else where it comes from, or the event's; a name that leads
    /// nowhere where no site is known.
    pub(super) url: String,
    /// Where visitors say how it was.
    pub(super) feedback: Option<String>,
    pub(super) is_unrecorded: bool,
}

/// A link with its words.
pub(super) struct Reference {
    pub(super) label: String,
    pub(super) url: String,
    pub(super) is_slides: bool,
}

impl Schedule<'_> {
    pub(super) fn entry<'s>(&'s self, session: &'s Session) -> Entry<'s> {
        let (agenda, span) = (self.agenda, session.span());
        let local = agenda.venue().local(span.start);
        let mut people: Vec<(u32, &str)> = Vec::new();
        for person in agenda.people_of(session) {
            let number = self.people.get(&*person.id).copied().unwrap_or(1);
            if !people.iter().any(|(other, _)| *other == number) {
                people.push((number, &*person.name));
            }
        }
        let (links, attachments) = self.references(session);
        let feedback = session.links.iter().find(|link| link.kind == LinkKind::Feedback && is_web(&link.href));
        let page = Page::Session(session.id.to_string());
        let origin = session.links.iter().find(|link| link.kind == LinkKind::Source);
        let url = self.address.of_page(&page).or_else(|| origin.map(|link| (*link.href).to_owned()));
        let title = match session.status {
            Status::Cancelled => format!("{CANCELLED}{}", session.title),
            Status::Confirmed | Status::Tentative => session.title.to_string(),
        };
        let guid = self.guid("session", &session.id);
        let url = url.or_else(|| self.base_url()).unwrap_or_else(|| format!("urn:uuid:{guid}"));
        let url = uri(&url);
        Entry {
            id: self.sessions.get(&*session.id).copied().unwrap_or(1),
            guid,
            slug: &session.id,
            date: self.moment(span.start),
            start: local.format("%H:%M").to_string(),
            duration: (span.minutes() / 60, span.minutes() % 60),
            room: agenda.room_of(session).map(|room| &*room.title).unwrap_or_default(),
            title,
            track: agenda.themes_of(session).next().map(|theme| &*theme.title),
            kind: agenda.kind(&session.kind).map(|kind| &*kind.title).unwrap_or_default(),
            language: session.language.as_ref().unwrap_or(&agenda.event().language),
            summary: session.summary.as_ref().map(Text::source).unwrap_or_default(),
            description: description(session),
            people,
            links,
            attachments,
            url,
            feedback: feedback.map(|link| uri(&link.href)),
            is_unrecorded: session.notes.iter().any(|note| note.text.plain() == NOT_RECORDED),
        }
    }

    /// Links, and documents that belong to the session.
    fn references(&self, session: &Session) -> (Vec<Reference>, Vec<Reference>) {
        let absolute = |href: &str| match href.strip_prefix('/') {
            Some(path) => self.address.of_path(path).unwrap_or_else(|| href.to_owned()),
            None => href.to_owned(),
        };
        let reference =
            |label: &str, url: String| Reference { label: label.to_owned(), url: uri(&url), is_slides: false };
        let (mut links, mut attachments) = (Vec::new(), Vec::new());
        for link in &session.links {
            let reference = reference(&link.label, absolute(&link.href));
            match link.kind {
                LinkKind::Page
                | LinkKind::Course
                | LinkKind::Forum
                | LinkKind::Source
                | LinkKind::Feedback
                | LinkKind::Recording => links.push(reference),
                LinkKind::Document => attachments.push(reference),
                LinkKind::Slides => attachments.push(Reference { is_slides: true, ..reference }),
            }
        }
        links.extend(session.join.iter().map(|join| reference("Join", absolute(join))));
        let recordings = session.recordings.iter();
        let recordings =
            recordings.map(|recording| (recording.title.as_deref().unwrap_or("Recording"), &recording.video));
        let talks = session.talks.iter().map(|talk| (&*talk.title, &talk.video));
        for (label, video) in recordings.chain(talks) {
            if let Video::Published(film) = video {
                links.push(reference(label, absolute(&film.source.page())));
            }
        }
        (links, attachments)
    }
}

/// What a session says besides its summary.
fn description(session: &Session) -> String {
    let mut blocks: Vec<Block> = Vec::new();
    let texts = session.goal.iter().chain(&session.format);
    let notes = session.notes.iter().map(|note| &note.text).filter(|text| text.plain() != NOT_RECORDED);
    blocks.extend(texts.chain(notes).flat_map(|text| text.blocks().iter().cloned()));
    let item = |words: String| vec![Inline::Plain(words)];
    blocks.push(Block::List(session.topics.iter().map(|topic| item(topic.plain().replace('\n', " "))).collect()));
    blocks.push(Block::List(session.questions.iter().map(|question| item(question.to_string())).collect()));
    Text::of(blocks).map(|text| text.source()).unwrap_or_default()
}
