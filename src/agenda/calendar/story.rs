//! What a calendar entry says of its session: plain text, with every link in full.

use super::joined;
use crate::agenda::Agenda;
use crate::agenda::model::{Link, Session};
use crate::agenda::recorded::Recorded;
use crate::agenda::site::absolute;
use crate::agenda::video::Video;

/// Summary, people, talks and recordings with their videos, links, and the
/// page of the session, which not every program shows by itself.
pub(super) fn story(agenda: &Agenda, site: Option<&str>, session: &Session, page: Option<String>) -> String {
    let people = session.people.iter().filter_map(|part| {
        let person = agenda.person(&part.person)?;
        Some(format!("- {}, {}", person.name, part.role))
    });
    let talks = session.talks.iter().map(|talk| {
        let speakers: Vec<&str> = agenda.speakers(talk).map(|person| &*person.name).collect();
        let by = if speakers.is_empty() { String::new() } else { format!(" ({})", speakers.join(", ")) };
        item(&format!("{}{by}", talk.title), video(site, &talk.video))
    });
    let recordings = Recorded::all_of(session).map(|one| item(&one.title(), video(site, &one.recording.video)));
    let links = session.links.iter().filter_map(|Link { label, href, .. }| {
        let href = absolute(site, href)?;
        Some(item(label, Some(href)))
    });
    let passages = [
        session.summary.as_ref().map(|summary| vec![summary.plain()]),
        under("With", people.collect()),
        under("Talks", talks.collect()),
        under("Recordings", recordings.collect()),
        under("Links", links.collect()),
        joined(site, session).map(|join| vec![format!("Join: {join}")]),
        page.map(|page| vec![page]),
    ];
    let passages: Vec<String> = passages.into_iter().flatten().map(|lines| lines.join("\n")).collect();
    passages.join("\n\n")
}

/// Lines under a heading; nothing where there are none.
fn under(heading: &str, mut lines: Vec<String>) -> Option<Vec<String>> {
    if lines.is_empty() {
        return None;
    }
    lines.insert(0, format!("{heading}:"));
    Some(lines)
}

/// A line of a list, with its link on a line of its own: words beside a link become part of it in some programs.
fn item(words: &str, href: Option<String>) -> String {
    match href {
        Some(href) => format!("- {words}\n  {href}"),
        None => format!("- {words}"),
    }
}

/// Where a recording can be watched.
fn video(site: Option<&str>, video: &Video) -> Option<String> {
    match video {
        Video::Published(film) => absolute(site, &film.source.page()),
        Video::Missing(_) => None,
    }
}
