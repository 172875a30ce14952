//! The brief of a large agenda: all of it but the long texts of sessions. A list needs no more, and is there in a tenth
//! of the bytes; the long texts stay in `agenda.json` until they are wanted.

use serde::Deserialize;

use crate::model::{Document, Person, Session};
use crate::read::ReadError;

/// The members of a session that its brief lacks: those that only the session's own page, its calendar entry and the
/// search show.
pub const LONG: [&str; 7] = ["summary", "goal", "format", "topics", "questions", "links", "notes"];

/// A brief, as `meridian build` derives it from an `agenda.json`. Its file has a JSON text in each line: in the first all
/// but people and sessions, and then parts of these, each so small that a slow phone reads it in some 20 ms.
#[derive(Debug, Deserialize)]
pub struct Brief {
    /// The agenda without the members in [`LONG`], its sessions in order of time.
    pub agenda: Document,
    /// Where each of its sessions begins in the text of the `agenda.json`.
    pub starts: Starts,
}

/// Where the sessions of an agenda begin in the text of its file, in order of time: in bytes, each from the one before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Starts(Vec<i64>);

/// People and sessions of a further line.
#[derive(Deserialize)]
struct Part {
    people: Vec<Person>,
    sessions: Vec<Session>,
}

impl Brief {
    /// Reads the first line without checking the rules.
    ///
    /// # Errors
    /// The first value that is not of its type.
    pub fn read(line: &str) -> Result<Self, ReadError> {
        serde_json::from_str(line).map_err(|error| ReadError::of(line, &error))
    }

    /// Adds what is in a further line.
    ///
    /// # Errors
    /// The first value that is not of its type.
    pub fn add(&mut self, line: &str) -> Result<(), ReadError> {
        let Part { people, sessions } = serde_json::from_str(line).map_err(|error| ReadError::of(line, &error))?;
        self.agenda.people.extend(people);
        self.agenda.sessions.extend(sessions);
        Ok(())
    }
}

impl Starts {
    /// From the bytes before each session.
    pub fn new(starts: impl IntoIterator<Item = usize>) -> Self {
        let starts = starts.into_iter().map(|start| i64::try_from(start).unwrap_or(i64::MAX));
        let mut before = 0;
        Self(starts.map(|start| start - std::mem::replace(&mut before, start)).collect())
    }

    /// The numbers as the file has them.
    pub fn steps(&self) -> &[i64] {
        &self.0
    }

    /// The session of that number with its long texts, read from the text of the `agenda.json` of which this is the
    /// brief; `None` where there is none, as in another text.
    pub fn session(&self, source: &str, number: usize) -> Option<Session> {
        let start: i64 = self.0.get(..=number)?.iter().sum();
        let text = source.get(usize::try_from(start).ok()?..)?;
        // What follows the session is not read.
        Session::deserialize(&mut serde_json::Deserializer::from_str(text)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"{ "id": "one", "title": "One", "kind": "talk", "summary": "Long.",
        "start": "2021-06-28T09:00:00Z", "end": "2021-06-28T10:00:00Z" }"#;

    #[test]
    fn sessions_are_read_where_they_stand() {
        let two = ONE.replace("one", "two").replace("One", "Två");
        let source = format!("{{\"sessions\": [\n{two},\n{ONE}\n]}}");
        let place = |id: &str| source.find(&format!("{{ \"id\": \"{id}\"")).expect("it is there");
        // In order of time, which need not be that of the file.
        let starts = Starts::new([place("one"), place("two")]);
        let id = |number| starts.session(&source, number).map(|session| session.id.to_string());
        assert_eq!([id(0), id(1), id(2)], [Some("one".to_owned()), Some("two".to_owned()), None]);
        assert_eq!(
            starts.session(&source, 0).and_then(|session| Some(session.summary?.plain())).as_deref(),
            Some("Long.")
        );
    }

    #[test]
    fn another_text_has_none() {
        for (starts, source) in [(vec![7], ONE), (vec![900], ONE), (vec![1], "åå"), (vec![0], ""), (vec![], ONE)] {
            assert_eq!(Starts::new(starts).session(source, 0), None);
        }
    }
}
