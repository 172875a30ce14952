//! The parts of a filter that are one of several values.

use crate::Agenda;
use crate::model::{Level, Session};

/// A part of a filter that is one of several values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The id of a theme.
    Theme,
    /// The id of a kind.
    Kind,
    /// The word of a level.
    Level,
    /// The id of a room.
    Room,
    /// The code of a language.
    Language,
    /// The id of somebody who leads a session or speaks in it.
    Person,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 6] = [Self::Theme, Self::Kind, Self::Level, Self::Room, Self::Language, Self::Person];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Kind => "kind",
            Self::Level => "level",
            Self::Room => "room",
            Self::Language => "language",
            Self::Person => "person",
        }
    }

    /// Whether a session has a value.
    pub fn has(self, agenda: &Agenda, session: &Session, value: &str) -> bool {
        match self {
            Self::Theme => session.themes.iter().any(|id| **id == *value),
            Self::Kind => *session.kind == *value,
            Self::Level => session.level.is_some_and(|own| own.word() == value),
            Self::Room => session.room.as_ref().is_some_and(|id| **id == *value),
            Self::Language => agenda.language_of(session) == value,
            Self::Person => agenda.people_of(session).any(|person| *person.id == *value),
        }
    }

    /// The values to choose from, each with its words: those that some sessions have and others have not. No one is
    /// offered: there can be a thousand, and each has a page that leads here.
    pub fn options(self, agenda: &Agenda) -> Vec<(String, String)> {
        let all: Vec<(String, String)> = match self {
            Self::Theme => agenda.themes().iter().map(|one| (one.id.to_string(), one.title.to_string())).collect(),
            Self::Kind => agenda.kinds().iter().map(|one| (one.id.to_string(), one.title.to_string())).collect(),
            Self::Level => Level::ALL.map(|one| (one.word().to_owned(), one.title().to_owned())).to_vec(),
            Self::Room => agenda.rooms().iter().map(|one| (one.id.to_string(), one.title.to_string())).collect(),
            Self::Language => agenda.languages(),
            Self::Person => Vec::new(),
        };
        let narrows = |(value, _): &(String, String)| {
            let has = |session| self.has(agenda, session, value);
            agenda.sessions().iter().any(has) && !agenda.sessions().iter().all(has)
        };
        all.into_iter().filter(narrows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn what_narrows_is_offered() {
        let agenda = sample::changed(&[
            ("\"rooms\": [", "\"rooms\": [{ \"id\": \"unused\", \"title\": \"Unused\" }, "),
            ("\"id\": \"opening\", ", "\"id\": \"opening\", \"language\": \"pt-BR\", "),
        ]);
        let offered = |part: Part| {
            let options = part.options(&agenda).into_iter().map(|(value, words)| format!("{value} {words}"));
            options.collect::<Vec<_>>().join(", ")
        };
        for (part, options) in [
            (Part::Theme, "sea Sea"),
            (Part::Kind, "talk Talk, other Other"),
            (Part::Level, "beginner Beginner"),
            (Part::Room, "hall Hall"),
            (Part::Language, "en English, pt Portuguese"),
            (Part::Person, ""),
        ] {
            assert_eq!(offered(part), options, "{part:?}");
        }
        assert_eq!(Part::Language.options(&sample::agenda()), [], "all are in one language");
    }
}
