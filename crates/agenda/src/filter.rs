//! The filter of a list of sessions.

use super::Agenda;
use super::model::Session;
use super::search::Words;

/// A theme, a kind, a level and words; an empty one matches every session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Id of a theme; one that does not exist finds nothing.
    pub theme: String,
    /// Id of a kind; one that does not exist finds nothing.
    pub kind: String,
    /// Word of a level; one that does not exist finds nothing.
    pub level: String,
    /// Words as typed.
    pub words: String,
}

impl Filter {
    /// Whether it matches every session.
    pub fn is_empty(&self) -> bool {
        self.active() == 0
    }

    /// How many of its parts narrow the list.
    pub fn active(&self) -> usize {
        let Self { theme, kind, level, words } = self;
        [theme, kind, level, words].into_iter().filter(|part| !part.trim().is_empty()).count()
    }

    /// The sessions that match, in order.
    pub fn apply<'a>(&self, agenda: &'a Agenda, sessions: impl Iterator<Item = &'a Session>) -> Vec<&'a Session> {
        let Self { theme, kind, level, words } = self;
        let searched_words = Words::new(words);
        sessions
            .filter(|session| theme.is_empty() || session.themes.iter().any(|id| **id == **theme))
            .filter(|session| kind.is_empty() || *session.kind == **kind)
            .filter(|session| level.is_empty() || session.level.is_some_and(|own| own.word() == level))
            .filter(|session| words.is_empty() || searched_words.match_all(searched(agenda, session)))
            .collect()
    }
}

/// The texts by which a session can be found.
fn searched<'a>(agenda: &'a Agenda, session: &'a Session) -> impl Iterator<Item = &'a str> {
    let people = agenda.people_of(session).flat_map(|person| {
        let aliases = person.aliases.iter().map(|alias| &**alias);
        aliases.chain([&*person.name]).chain(person.affiliation.as_deref())
    });
    let themes = agenda.themes_of(session).map(|theme| &*theme.title);
    let talks = session.talks.iter().map(|talk| &*talk.title);
    let kind = agenda.kind(&session.kind).map(|kind| &*kind.title);
    [&*session.title].into_iter().chain(kind).chain(themes).chain(talks).chain(people)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn every_part_of_a_filter_narrows() {
        let agenda = sample::agenda();
        let found = |theme: &str, kind: &str, words: &str| {
            let filter = Filter { theme: theme.into(), kind: kind.into(), words: words.into(), ..Filter::default() };
            let found = filter.apply(&agenda, agenda.sessions().iter());
            found.iter().map(|session| session.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(found("", "", ""), ["opening", "late", "closing"]);
        assert_eq!(found("sea", "", ""), ["opening", "late"]);
        assert_eq!(found("sea", "talk", ""), ["opening"]);
        assert_eq!(found("", "", "zoe"), ["opening", "late"]);
        assert_eq!(found("", "", "zoe closing"), [""; 0]);
        assert_eq!(found("", "", "tides"), ["late"]);
        assert_eq!(found("nowhere", "", ""), [""; 0]);
    }

    #[test]
    fn a_level_finds_its_sessions_alone() {
        let agenda = sample::agenda();
        let found = |level: &str| {
            let filter = Filter { level: level.into(), ..Filter::default() };
            assert!(!filter.is_empty());
            filter.apply(&agenda, agenda.sessions().iter()).len()
        };
        assert_eq!(["beginner", "advanced", "expert"].map(found), [1, 0, 0]);
    }

    #[test]
    fn blank_words_filter_nothing_and_each_other_part_counts() {
        let filter = Filter { words: "  ".into(), ..Filter::default() };
        assert!(filter.is_empty());
        assert_eq!(Filter { kind: "talk".into(), level: "beginner".into(), ..filter }.active(), 2);
    }
}
