//! The texts by which a session can be found.

use std::borrow::Cow;

use crate::Agenda;
use crate::model::Session;

/// What a text is, best first: what stands in a title counts more than what stands in a description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Title,
    Talk,
    Person,
    /// A room, a theme or a kind.
    Place,
    Text,
}

impl Field {
    /// What is added to the cost of a fit.
    pub(super) fn cost(self) -> u32 {
        match self {
            Self::Title => 0,
            Self::Talk => 1,
            Self::Person => 2,
            Self::Place => 3,
            Self::Text => 4,
        }
    }
}

/// The texts of a session, best first.
pub(super) fn texts<'a>(agenda: &'a Agenda, session: &'a Session) -> impl Iterator<Item = (Field, Cow<'a, str>)> {
    let talks = session.talks.iter().map(|talk| (Field::Talk, &*talk.title));
    let people = agenda.people_of(session).flat_map(|person| {
        let aliases = person.aliases.iter().map(|alias| &**alias);
        [&*person.name].into_iter().chain(aliases).chain(person.affiliation.as_deref())
    });
    let room = agenda.room_of(session).map(|room| &*room.title);
    let themes = agenda.themes_of(session).map(|theme| &*theme.title);
    let kind = agenda.kind(&session.kind).map(|kind| &*kind.title);
    let places = room.into_iter().chain(themes).chain(kind);
    let lines = [(Field::Title, &*session.title)].into_iter().chain(talks);
    let lines = lines.chain(people.map(|text| (Field::Person, text))).chain(places.map(|text| (Field::Place, text)));
    let prose = session.summary.iter().chain(&session.goal).chain(&session.topics).map(|text| Cow::Owned(text.plain()));
    let prose = prose.chain(session.questions.iter().map(|line| Cow::Borrowed(&**line)));
    lines.map(|(field, text)| (field, Cow::Borrowed(text))).chain(prose.map(|text| (Field::Text, text)))
}
