//! Sessions as a calendar that any calendar program reads (RFC 5545, with the
//! properties that RFC 7986 adds).
//!
//! A session has the same `UID` for ever and everywhere, its id and its event's:
//! `thu-obis@gnm2021.meridian`. With `SEQUENCE` and the stamps, which follow the
//! revision of the programme and no clock, a newer file replaces an older one in
//! a calendar, and the same programme gives the same bytes. Times are in UTC,
//! which every program converts to its user's zone.

mod feed;
mod line;
mod outside;
mod story;

#[cfg(test)]
mod tests;

pub use feed::Feed;
pub use outside::{google, outlook};

use chrono::{DateTime, Utc};

use super::Agenda;
use super::model::{Session, Status};
use super::page::Page;
use super::site::{absolute, under};
use super::time::rfc3339;
use line::{Lines, escape};
use story::story;

/// The media type of a calendar file.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// The greatest `SEQUENCE` (RFC 5545, section 3.3.8).
const MOST: u32 = i32::MAX.cast_unsigned();

/// The most characters of a session's summary in a feed of a large event.
const SHORT: usize = 300;

/// What a calendar without events holds.
const NO_EVENTS: &str = "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
                         TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The head of a calendar.
pub struct Calendar<'a> {
    /// Its name.
    pub title: &'a str,
    /// Where the site is served, ending in `/`; without it no entry links to the site.
    pub site: Option<&'a str>,
    /// Which feed it is, if it is one: then it names its address.
    pub feed: Option<Feed<'a>>,
}

/// Writes a calendar of these sessions, each with an alarm as many minutes
/// before its start as `lead` returns.
pub fn write(
    agenda: &Agenda,
    calendar: &Calendar,
    sessions: &[&Session],
    lead: &dyn Fn(&Session) -> Option<u32>,
) -> String {
    let mut lines = Lines::default();
    let published = stamp(agenda.revision().published.to_utc());
    lines.whole("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Meridian//Meridian//EN\r\nMETHOD:PUBLISH\r\n");
    for name in ["NAME", "X-WR-CALNAME"] {
        lines.text(name, calendar.title);
    }
    lines.raw("LAST-MODIFIED", &published);
    if let Some(feed) = calendar.feed {
        // Refreshed every hour (RFC 7986, section 5.7), also in the property of older programs.
        lines.whole("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n");
        if let Some(site) = calendar.site {
            lines.raw("SOURCE;VALUE=URI", &under(site, &feed.path()));
        }
    }
    if sessions.is_empty() {
        // A calendar has a component at least (RFC 5545, section 3.6).
        lines.whole(NO_EVENTS);
    }
    for session in sessions {
        event(&mut lines, agenda, calendar, session, &published, lead(session));
    }
    lines.whole("END:VCALENDAR\r\n");
    lines.finish()
}

/// The `UID` of a session.
pub fn uid(agenda: &Agenda, session: &Session) -> String {
    format!("{}@{}.meridian", session.id, agenda.event().id)
}

fn event(
    lines: &mut Lines,
    agenda: &Agenda,
    calendar: &Calendar,
    session: &Session,
    published: &str,
    lead: Option<u32>,
) {
    let site = calendar.site;
    lines.whole("BEGIN:VEVENT\r\n");
    lines.raw("UID", &uid(agenda, session));
    lines.raw("DTSTAMP", published);
    lines.raw("LAST-MODIFIED", published);
    lines.raw("SEQUENCE", &agenda.revision().number.0.min(MOST).to_string());
    lines.raw("DTSTART", &stamp(session.span().start));
    lines.raw("DTEND", &stamp(session.span().end));
    // Most programs do not show STATUS.
    let mark = if session.status == Status::Cancelled { "Cancelled: " } else { "" };
    lines.text("SUMMARY", &format!("{mark}{}", session.title));
    lines.raw(
        "STATUS",
        match session.status {
            Status::Confirmed => "CONFIRMED",
            Status::Tentative => "TENTATIVE",
            Status::Cancelled => "CANCELLED",
        },
    );
    let mut categories = agenda.kind(&session.kind).map(|kind| escape(&kind.title)).unwrap_or_default();
    for theme in agenda.themes_of(session) {
        categories.push(',');
        categories.push_str(&escape(&theme.title));
    }
    lines.raw("CATEGORIES", &categories);
    if let Some(place) = location(agenda, site, session) {
        lines.text("LOCATION", &place);
    }
    if let Some(join) = joined(site, session) {
        lines.raw("CONFERENCE;VALUE=URI", &join);
    }
    let page = page(site, session);
    if let Some(page) = &page {
        lines.raw("URL", page);
    }
    // A feed of a large event is asked for again and again, and has a thousand of them.
    let is_short = agenda.is_large() && calendar.feed.is_some_and(|feed| feed.is_file(agenda));
    let story = story(agenda, site, session, page.as_deref(), if is_short { SHORT } else { usize::MAX });
    if !story.is_empty() {
        lines.text("DESCRIPTION", &story);
    }
    if let Some(minutes) = lead.filter(|_| session.status != Status::Cancelled) {
        lines.whole("BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
        lines.text("DESCRIPTION", &session.title);
        lines.raw("TRIGGER", &format!("-PT{minutes}M"));
        lines.whole("END:VALARM\r\n");
    }
    lines.whole("END:VEVENT\r\n");
}

/// The page of a session on the web.
fn page(site: Option<&str>, session: &Session) -> Option<String> {
    site.map(|site| under(site, &Page::Session(session.id.to_string()).path()))
}

/// Its room, or else the link to its live room.
fn location(agenda: &Agenda, site: Option<&str>, session: &Session) -> Option<String> {
    agenda.room_of(session).map(|room| room.title.to_string()).or_else(|| joined(site, session))
}

/// The link to its live room.
fn joined(site: Option<&str>, session: &Session) -> Option<String> {
    absolute(site, session.join.as_deref()?)
}

/// As in `20210628T121000Z`.
fn stamp(at: DateTime<Utc>) -> String {
    let mut text = rfc3339(at);
    text.retain(|letter| letter != '-' && letter != ':');
    text
}
