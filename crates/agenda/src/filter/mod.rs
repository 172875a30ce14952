//! The filter of a list of sessions.

mod part;

use chrono::NaiveDate;

use super::Agenda;
use super::clock::disturbs_night;
use super::model::Session;
use super::search::Query;
use super::zone::Zone;

pub use part::Part;

/// What a session has to be; an empty one matches every session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Id of a theme; one that does not exist finds nothing.
    pub theme: String,
    /// Id of a kind; one that does not exist finds nothing.
    pub kind: String,
    /// Word of a level; one that does not exist finds nothing.
    pub level: String,
    /// Id of a room; one that does not exist finds nothing.
    pub room: String,
    /// Code of a language; one that does not exist finds nothing.
    pub language: String,
    /// Id of a person; one that does not exist finds nothing.
    pub person: String,
    /// Words as typed.
    pub words: String,
    /// Something of it can be watched.
    pub recorded: bool,
    /// The visitor has starred it.
    pub mine: bool,
    /// It is not in the visitor's night.
    pub awake: bool,
}

/// A part of a filter that is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Something of it can be watched.
    Recorded,
    /// The visitor has starred it.
    Mine,
    /// It is not in the visitor's night.
    Awake,
}

/// What a filter asks about the visitor.
#[derive(Debug, Clone, Copy, Default)]
pub struct Visitor<'a> {
    /// Ids of the sessions that they have starred.
    pub stars: &'a [String],
    /// The zone in which they sleep, where it is known.
    pub zone: Option<&'a Zone>,
}

impl Flag {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Recorded, Self::Mine, Self::Awake];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Mine => "mine",
            Self::Awake => "awake",
        }
    }

    fn has(self, agenda: &Agenda, visitor: Visitor, session: &Session) -> bool {
        match self {
            Self::Recorded => !agenda.watchable(session).is_empty(),
            Self::Mine => visitor.stars.iter().any(|id| **id == *session.id),
            Self::Awake => !visitor.zone.is_some_and(|zone| disturbs_night(zone, session.span())),
        }
    }
}

impl Filter {
    /// The value that a part has to have; empty for any.
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Theme => &self.theme,
            Part::Kind => &self.kind,
            Part::Level => &self.level,
            Part::Room => &self.room,
            Part::Language => &self.language,
            Part::Person => &self.person,
        }
    }

    /// The same with another value for a part.
    #[must_use]
    pub fn with_part(mut self, part: Part, value: String) -> Self {
        *match part {
            Part::Theme => &mut self.theme,
            Part::Kind => &mut self.kind,
            Part::Level => &mut self.level,
            Part::Room => &mut self.room,
            Part::Language => &mut self.language,
            Part::Person => &mut self.person,
        } = value;
        self
    }

    /// Whether a flag is on.
    pub fn flag(&self, flag: Flag) -> bool {
        match flag {
            Flag::Recorded => self.recorded,
            Flag::Mine => self.mine,
            Flag::Awake => self.awake,
        }
    }

    /// The same with a flag on or off.
    #[must_use]
    pub fn with_flag(mut self, flag: Flag, is_on: bool) -> Self {
        *match flag {
            Flag::Recorded => &mut self.recorded,
            Flag::Mine => &mut self.mine,
            Flag::Awake => &mut self.awake,
        } = is_on;
        self
    }

    /// Whether it matches every session.
    pub fn is_empty(&self) -> bool {
        self.active() == 0
    }

    /// How many of its parts narrow the list.
    pub fn active(&self) -> usize {
        usize::from(self.has_words()) + self.parts().count() + self.flags().count()
    }

    /// Whether anything is searched for.
    pub fn has_words(&self) -> bool {
        !self.words.trim().is_empty()
    }

    /// The parts that have to have a value, each with it.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &str)> {
        Part::ALL.into_iter().map(|part| (part, self.part(part))).filter(|(_, value)| !value.is_empty())
    }

    /// The flags that are on.
    pub fn flags(&self) -> impl Iterator<Item = Flag> {
        Flag::ALL.into_iter().filter(|flag| self.flag(*flag))
    }

    /// The sessions that match, all or those of a day: what fits the words best first, given what they have found, and
    /// else in order of time.
    pub fn apply<'a>(
        &self,
        agenda: &'a Agenda,
        query: Option<&Query>,
        day: Option<NaiveDate>,
        visitor: Visitor,
    ) -> Vec<&'a Session> {
        let cost = |number: usize| query.map_or(Some(0), |query| query.costs().get(number).copied().flatten());
        let ranked =
            agenda.sessions().iter().enumerate().filter_map(|(number, session)| Some((cost(number)?, session)));
        let mut found: Vec<(u32, &Session)> = ranked
            .filter(|(_, session)| day.is_none_or(|day| agenda.is_on(session, day)))
            .filter(|(_, session)| self.parts().all(|(part, value)| part.has(agenda, session, value)))
            .filter(|(_, session)| self.flags().all(|flag| flag.has(agenda, visitor, session)))
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
            let found = filter.apply(&agenda, query.as_ref(), None, Visitor::default());
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
    fn each_value_and_flag_finds_its_sessions_alone() {
        let agenda = sample::changed(&[("\"id\": \"closing\", ", "\"id\": \"closing\", \"language\": \"es-419\", ")]);
        let stars = ["closing".to_owned()];
        let part = |part: Part, value: &str| Filter::default().with_part(part, value.to_owned());
        let flag = |flag: Flag| Filter::default().with_flag(flag, true);
        for (filter, ids) in [
            (part(Part::Level, "beginner"), "opening"),
            (part(Part::Level, "expert"), ""),
            (part(Part::Room, "hall"), "opening"),
            (part(Part::Room, "nowhere"), ""),
            (part(Part::Language, "es"), "closing"),
            (part(Part::Language, "en"), "opening late"),
            (part(Part::Person, "zoe"), "opening late"),
            (part(Part::Person, "nobody"), ""),
            (flag(Flag::Recorded), "late"),
            (flag(Flag::Mine), "closing"),
            (flag(Flag::Awake), "opening closing"),
            (part(Part::Person, "zoe").with_flag(Flag::Awake, true), "opening"),
            (part(Part::Kind, "other").with_flag(Flag::Recorded, true).with_flag(Flag::Mine, true), ""),
        ] {
            let visitor = Visitor { stars: &stars, zone: Some(agenda.venue()) };
            let found = filter.apply(&agenda, None, None, visitor);
            let found: Vec<&str> = found.iter().map(|session| &*session.id).collect();
            assert_eq!(found.join(" "), ids, "{filter:?}");
            assert!(!filter.is_empty());
        }
    }

    #[test]
    fn a_night_that_is_not_known_hides_nothing() {
        let agenda = sample::agenda();
        let filter = Filter { awake: true, ..Filter::default() };
        assert_eq!(filter.apply(&agenda, None, None, Visitor::default()).len(), 3);
    }

    #[test]
    fn blank_words_filter_nothing_and_each_other_part_counts() {
        let filter = Filter { words: "  ".into(), ..Filter::default() };
        assert!(filter.is_empty());
        assert_eq!(Filter { kind: "talk".into(), level: "beginner".into(), ..filter }.active(), 2);
    }
}
