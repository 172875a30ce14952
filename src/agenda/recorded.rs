//! A recording together with the session that it shows.

use super::model::{Recording, Session};

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

    /// The id under which it is kept as watched. The dot keeps it apart from
    /// the ids of talks.
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
