//! A recording together with the session that it shows.

use super::Agenda;
use super::model::{Recording, Session, Theme};
use super::video::Video;

/// A session's recording, and which of its recordings it is.
#[derive(Debug, Clone, Copy)]
pub struct Recorded<'a> {
    /// The session.
    pub session: &'a Session,
    /// Its recording.
    pub recording: &'a Recording,
    /// Which of the session's recordings it is, from 0.
    pub index: usize,
}

impl<'a> Recorded<'a> {
    /// The recordings of a session.
    pub fn all_of(session: &'a Session) -> impl Iterator<Item = Self> {
        let numbered = session.recordings.iter().enumerate();
        numbered.map(move |(index, recording)| Self { session, recording, index })
    }

    /// The id of its bookmark as watched. The dot distinguishes it from the ids of
    /// talks.
    pub fn id(self) -> String {
        format!("{}.{}", self.session.id, self.index)
    }

    /// Its anchor on the page of its session.
    pub fn anchor(self) -> String {
        format!("recording-{}", self.index + 1)
    }

    /// Its session's title, and its own where it has one.
    pub fn title(self) -> String {
        match &self.recording.title {
            Some(title) => format!("{}: {title}", self.session.title),
            None => self.session.title.to_string(),
        }
    }
}

/// Something that was published and can be watched: a talk or a recording.
#[derive(Debug, Clone, PartialEq)]
pub struct Watchable<'a> {
    /// The session it belongs to.
    pub session: &'a Session,
    /// The id of its bookmark as watched.
    pub id: String,
    /// Its anchor on the page of its session.
    pub anchor: String,
    /// Its title.
    pub title: String,
    /// Its theme.
    pub theme: Option<&'a Theme>,
}

impl Agenda {
    /// What can be watched of a session: its talks and then its recordings.
    pub fn watchable<'a>(&'a self, session: &'a Session) -> Vec<Watchable<'a>> {
        let is_published = |video: &Video| matches!(video, Video::Published(_));
        let mut found = Vec::new();
        for talk in session.talks.iter().filter(|talk| is_published(&talk.video)) {
            let (id, title) = (talk.id.to_string(), talk.title.to_string());
            let theme = self.theme_of_talk(session, talk);
            found.push(Watchable { session, anchor: id.clone(), id, title, theme });
        }
        for recorded in Recorded::all_of(session).filter(|one| is_published(&one.recording.video)) {
            let (id, anchor, title) = (recorded.id(), recorded.anchor(), recorded.title());
            found.push(Watchable { session, id, anchor, title, theme: self.theme_of_recording(recorded) });
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::sample;

    #[test]
    fn what_was_published_can_be_watched() {
        let agenda = sample::agenda();
        let of = |id| {
            let session = agenda.session(id).expect("in the sample");
            let found = agenda.watchable(session).into_iter();
            found.map(|one| (one.id, one.anchor, one.title, one.theme.is_some())).collect::<Vec<_>>()
        };
        let one = |id: &str, anchor: &str, title: &str| (id.to_owned(), anchor.to_owned(), title.to_owned(), true);
        assert_eq!(of("late"), [one("tides", "tides", "Tides"), one("late.0", "recording-1", "Late")]);
        assert_eq!(of("opening"), []);
    }
}
