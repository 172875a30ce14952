//! Calendars that every site has as files: each with its address, its title
//! and its sessions.

use chrono::NaiveDate;

use super::{Calendar, write};
use crate::Agenda;
use crate::filter::{Filter, Part};
use crate::model::{Kind, Person, Room, Session, Theme};
use crate::time::words::long_date;

/// A calendar that can be subscribed to.
#[derive(Debug, Clone, Copy)]
pub enum Feed<'a> {
    /// Every session.
    All,
    /// Those of one day of the event.
    Day(NaiveDate),
    /// Those of a theme.
    Theme(&'a Theme),
    /// Those of a kind.
    Kind(&'a Kind),
    /// Those in a room.
    Room(&'a Room),
    /// Those that a person leads or speaks in.
    Person(&'a Person),
    /// One alone.
    Session(&'a Session),
}

impl<'a> Feed<'a> {
    /// All but those of persons and single sessions, of which there may be
    /// thousands. One without sessions is there as well: who has subscribed
    /// to it sees what comes.
    pub fn common(agenda: &'a Agenda) -> Vec<Self> {
        let mut feeds = vec![Self::All];
        feeds.extend(agenda.days().into_iter().map(Self::Day));
        feeds.extend(agenda.themes().iter().map(Self::Theme));
        feeds.extend(agenda.kinds().iter().map(Self::Kind));
        feeds.extend(agenda.rooms().iter().map(Self::Room));
        feeds
    }

    /// Every one that the site has as a file.
    pub fn every(agenda: &'a Agenda) -> Vec<Self> {
        let people = agenda.people().iter().map(Self::Person);
        let sessions = agenda.sessions().iter().map(Self::Session);
        let all = Self::common(agenda).into_iter().chain(people).chain(sessions);
        all.filter(|feed| feed.is_file(agenda)).collect()
    }

    /// The feed with exactly the sessions that a filter leaves of this one, if there is such a feed.
    pub fn filtered(self, agenda: &'a Agenda, filter: &Filter) -> Option<Self> {
        let mut parts = filter.parts();
        let found = match (parts.next(), parts.next()) {
            _ if filter.has_words() || filter.flags().next().is_some() => None,
            (None, _) => Some(self),
            (Some((part, value)), None) if self.is_all() => match part {
                Part::Theme => agenda.theme(value).map(Self::Theme),
                Part::Kind => agenda.kind(value).map(Self::Kind),
                Part::Room => agenda.room(value).map(Self::Room),
                Part::Person => agenda.person(value).map(Self::Person),
                Part::Level | Part::Language => None,
            },
            (Some(_), _) => None,
        };
        found.filter(|feed| feed.has_any(agenda))
    }

    /// Its path inside the site. No other code builds one.
    pub fn path(self) -> String {
        let date;
        let (folder, name): (&str, &str) = match self {
            Self::All => ("", "all"),
            Self::Day(day) => {
                date = day.to_string();
                ("days/", &date)
            }
            Self::Theme(theme) => ("themes/", &theme.id),
            Self::Kind(kind) => ("kinds/", &kind.id),
            Self::Room(room) => ("rooms/", &room.id),
            Self::Person(person) => ("people/", &person.id),
            Self::Session(session) => ("sessions/", &session.id),
        };
        format!("/calendar/{folder}{name}.ics")
    }

    /// What it holds, in a few words.
    pub fn words(self) -> String {
        match self {
            Self::All => "The whole programme".to_owned(),
            Self::Day(day) => long_date(day),
            Self::Theme(theme) => theme.title.to_string(),
            Self::Kind(kind) => kind.title.to_string(),
            Self::Room(room) => room.title.to_string(),
            Self::Person(person) => person.name.to_string(),
            Self::Session(session) => session.title.to_string(),
        }
    }

    /// Whether the session is in it.
    pub fn has(self, agenda: &Agenda, session: &Session) -> bool {
        match self {
            Self::All => true,
            Self::Day(day) => agenda.is_on(session, day),
            Self::Theme(theme) => session.themes.contains(&theme.id),
            Self::Kind(kind) => session.kind == kind.id,
            Self::Room(room) => session.room.as_ref() == Some(&room.id),
            Self::Person(person) => {
                session.people.iter().any(|part| part.person == person.id)
                    || session.talks.iter().any(|talk| talk.speakers.contains(&person.id))
            }
            Self::Session(own) => session.id == own.id,
        }
    }

    /// Its sessions, in order of time.
    pub fn sessions(self, agenda: &'a Agenda) -> Vec<&'a Session> {
        agenda.sessions().iter().filter(|session| self.has(agenda, session)).collect()
    }

    /// Whether it holds anything.
    pub fn has_any(self, agenda: &Agenda) -> bool {
        agenda.sessions().iter().any(|session| self.has(agenda, session))
    }

    /// Whether the site has it as a file. Of a large agenda those of persons and single sessions would be most of its
    /// files; the app makes them.
    pub fn is_file(self, agenda: &Agenda) -> bool {
        match self {
            Self::Person(_) | Self::Session(_) => !agenda.is_large(),
            Self::All | Self::Day(_) | Self::Theme(_) | Self::Kind(_) | Self::Room(_) => true,
        }
    }

    /// The calendar as a file, for a site that is served at `site` (as
    /// [`Calendar::site`] has it); the same in the app and in the folder of the site.
    pub fn file(self, agenda: &'a Agenda, site: Option<&str>) -> String {
        self.file_of(agenda, site, &self.sessions(agenda))
    }

    /// The same with its sessions as the caller has them.
    pub fn file_of(self, agenda: &Agenda, site: Option<&str>, sessions: &[&Session]) -> String {
        let event = &*agenda.event().title;
        let title = if self.is_all() { event.to_owned() } else { format!("{event}: {}", self.words()) };
        let calendar = Calendar { title: &title, site, feed: Some(self) };
        write(agenda, &calendar, sessions, &|_| None)
    }

    /// Whether it is the whole programme.
    pub fn is_all(self) -> bool {
        matches!(self, Self::All)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::sample;

    #[test]
    fn every_feed_has_a_path_of_its_own() {
        let agenda = sample::agenda();
        let feeds = Feed::every(&agenda);
        let found: Vec<(String, Vec<String>)> = feeds
            .iter()
            .map(|feed| {
                let sessions = feed.sessions(&agenda);
                (feed.path(), sessions.iter().map(|session| session.id.to_string()).collect())
            })
            .collect();
        let found: Vec<(&str, String)> = found.iter().map(|(path, ids)| (path.as_str(), ids.join(" "))).collect();
        let expected = [
            ("/calendar/all.ics", "opening late closing"),
            ("/calendar/days/2021-06-28.ics", "opening late"),
            ("/calendar/days/2021-06-29.ics", "closing"),
            ("/calendar/themes/sea.ics", "opening late"),
            ("/calendar/kinds/talk.ics", "opening"),
            ("/calendar/kinds/other.ics", "late closing"),
            ("/calendar/rooms/hall.ics", "opening"),
            ("/calendar/people/zoe.ics", "opening late"),
            ("/calendar/sessions/opening.ics", "opening"),
            ("/calendar/sessions/late.ics", "late"),
            ("/calendar/sessions/closing.ics", "closing"),
        ];
        assert_eq!(found, expected.map(|(path, ids)| (path, ids.to_owned())));
        assert_eq!(feeds.iter().map(|feed| feed.path()).collect::<BTreeSet<_>>().len(), feeds.len());
    }

    #[test]
    fn a_feed_without_sessions_stays() {
        let other = "{ \"id\": \"unused\", \"title\": \"Unused\", \"hue\": 10 }";
        let source = sample::SOURCE.replacen("\"themes\": [", &format!("\"themes\": [{other}, "), 1);
        let agenda = Agenda::read(&source, &crate::zone::tests::offset).expect("an agenda");
        let unused = Feed::every(&agenda).into_iter().find(|feed| !feed.has_any(&agenda)).expect("a feed");
        assert_eq!(unused.path(), "/calendar/themes/unused.ics");
        let file = unused.file(&agenda, None);
        assert!(file.contains("BEGIN:VTIMEZONE\r\n") && file.ends_with("END:VTIMEZONE\r\nEND:VCALENDAR\r\n"), "{file}");
    }

    #[test]
    fn a_filter_may_leave_a_feed() {
        let agenda = sample::agenda();
        let left = |feed: Feed, theme: &str, kind: &str, words: &str| {
            let filter = Filter { theme: theme.into(), kind: kind.into(), words: words.into(), ..Filter::default() };
            feed.filtered(&agenda, &filter).map(Feed::path)
        };
        let day = Feed::Day(agenda.days()[0]);
        for (feed, theme, kind, words, path) in [
            (Feed::All, "", "", " ", Some("/calendar/all.ics")),
            (Feed::All, "sea", "", "", Some("/calendar/themes/sea.ics")),
            (Feed::All, "", "talk", "", Some("/calendar/kinds/talk.ics")),
            (Feed::All, "sea", "talk", "", None),
            (Feed::All, "", "", "zoe", None),
            (Feed::All, "nowhere", "", "", None),
            (day, "", "", "", Some("/calendar/days/2021-06-28.ics")),
            (day, "sea", "", "", None),
        ] {
            assert_eq!(left(feed, theme, kind, words).as_deref(), path, "{theme} {kind} {words}");
        }
        for (filter, path) in [
            (Filter { room: "hall".into(), ..Filter::default() }, Some("/calendar/rooms/hall.ics")),
            (Filter { person: "zoe".into(), ..Filter::default() }, Some("/calendar/people/zoe.ics")),
            (Filter { person: "zoe".into(), room: "hall".into(), ..Filter::default() }, None),
            (Filter { room: "hall".into(), mine: true, ..Filter::default() }, None),
            (Filter { level: "beginner".into(), ..Filter::default() }, None),
            (Filter { awake: true, ..Filter::default() }, None),
        ] {
            assert_eq!(Feed::All.filtered(&agenda, &filter).map(Feed::path).as_deref(), path, "{filter:?}");
        }
    }
}
