//! The filter of a list of sessions.

use chrono::NaiveDate;

use super::Agenda;
use super::model::Session;
use super::search::Query;

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

    /// Whether anything is searched for.
    pub fn has_words(&self) -> bool {
        !self.words.trim().is_empty()
    }

    /// The sessions that match, all or those of a day: what fits the words best first, given what they have found, and
    /// else in order of time.
    pub fn apply<'a>(&self, agenda: &'a Agenda, query: Option<&Query>, day: Option<NaiveDate>) -> Vec<&'a Session> {
        let Self { theme, kind, level, words: _ } = self;
        let cost = |number: usize| query.map_or(Some(0), |query| query.costs().get(number).copied().flatten());
        let ranked =
            agenda.sessions().iter().enumerate().filter_map(|(number, session)| Some((cost(number)?, session)));
        let mut found: Vec<(u32, &Session)> = ranked
            .filter(|(_, session)| day.is_none_or(|day| agenda.is_on(session, day)))
            .filter(|(_, session)| theme.is_empty() || session.themes.iter().any(|id| **id == **theme))
            .filter(|(_, session)| kind.is_empty() || *session.kind == **kind)
            .filter(|(_, session)| level.is_empty() || session.level.is_some_and(|own| own.word() == level))
            .collect();
        found.sort_by_key(|(cost, _)| *cost);
        found.into_iter().map(|(_, session)| session).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::search::Index;

    #[test]
    fn every_part_of_a_filter_narrows() {
        let agenda = sample::agenda();
        let index = Index::new(&agenda, sample::decompose);
        let found = |theme: &str, kind: &str, words: &str| {
            let filter = Filter { theme: theme.into(), kind: kind.into(), words: words.into(), ..Filter::default() };
            let query = filter.has_words().then(|| index.query(words));
            let found = filter.apply(&agenda, query.as_ref(), None);
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
            filter.apply(&agenda, None, None).len()
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
