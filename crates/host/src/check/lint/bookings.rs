//! What happens at the same time, and what is in the file twice.

use std::collections::BTreeMap;

use agenda::model::{Session, Status};
use agenda::{Rule, clip};

use super::Lint;
use crate::letters::fold;

/// A session and the pointer at which it takes something: a person or a room.
type Booking<'a> = (&'a Session, String);

impl Lint<'_> {
    pub(super) fn bookings(&mut self) {
        let document = self.document;
        let (mut people, mut rooms) = (BTreeMap::<&str, Vec<Booking>>::new(), BTreeMap::<&str, Vec<Booking>>::new());
        for (index, session) in document.sessions.iter().enumerate() {
            let has_times = ["start", "end"].iter().all(|member| self.is_own(&format!("/sessions/{index}/{member}")));
            if session.status == Status::Cancelled || !has_times {
                continue;
            }
            for (i, part) in session.people.iter().enumerate() {
                people.entry(&part.person).or_default().push((session, format!("/sessions/{index}/people/{i}/person")));
            }
            if let Some(room) = &session.room {
                rooms.entry(room).or_default().push((session, format!("/sessions/{index}/room")));
            }
        }
        let remedy = "move one of them, or correct who takes part";
        self.overlaps(Rule::PersonTwice, people, "takes part in", remedy);
        self.overlaps(Rule::RoomTwice, rooms, "holds", "move one of them, or give one another room");
    }

    /// Reports each session that begins while an earlier one has the same.
    fn overlaps(&mut self, rule: Rule, bookings: BTreeMap<&str, Vec<Booking>>, verb: &str, remedy: &str) {
        for (id, mut sessions) in bookings {
            sessions.sort_by_key(|(session, _)| session.start);
            let mut longest: Option<&Session> = None;
            for (session, pointer) in sessions {
                if let Some(other) = longest.filter(|other| other.end > session.start && other.id != session.id) {
                    let problem = format!("`{id}` {verb} session `{}` at the same time", other.id);
                    self.fault(rule, pointer, problem, remedy);
                }
                longest = longest.filter(|other| other.end >= session.end).or(Some(session));
            }
        }
    }

    /// Sessions that are held at the same time, or by the same people, under the same title.
    pub(super) fn sames(&mut self) {
        let document = self.document;
        let mut titles: BTreeMap<String, Vec<&Session>> = BTreeMap::new();
        for (index, session) in document.sessions.iter().enumerate() {
            if !self.is_own(&format!("/sessions/{index}/title")) || session.status == Status::Cancelled {
                continue;
            }
            let namesakes = titles.entry(fold(&session.title)).or_default();
            let repeats = |one: &Session, other: &Session| one.repeats.contains(&other.id);
            let is_same = |other: &&&Session| {
                let people = session.people.iter().map(|part| &part.person);
                let same_people = !session.people.is_empty() && people.eq(other.people.iter().map(|part| &part.person));
                let is_said = repeats(session, other) || repeats(other, session);
                !is_said && (session.span().overlaps(other.span()) || same_people)
            };
            if let Some(other) = namesakes.iter().find(is_same) {
                let problem = format!("“{}” is session `{}` as well", clip(&session.title), other.id);
                let remedy = "remove one, or name the other in `repeats` where it is held again";
                self.fault(Rule::SameTwice, format!("/sessions/{index}/title"), problem, remedy);
            }
            namesakes.push(session);
        }
        self.talks();
    }

    /// Talks of the same people under the same title.
    fn talks(&mut self) {
        let mut seen: BTreeMap<(String, Vec<&str>), &str> = BTreeMap::new();
        for (index, session) in self.document.sessions.iter().enumerate() {
            for (i, talk) in session.talks.iter().enumerate() {
                let speakers: Vec<&str> = talk.speakers.iter().map(|id| &**id).collect();
                if let Some(other) = seen.insert((fold(&talk.title), speakers), &talk.id) {
                    let problem = format!("“{}” is talk `{other}` as well", clip(&talk.title));
                    let pointer = format!("/sessions/{index}/talks/{i}/title");
                    self.fault(Rule::SameTwice, pointer, problem, "remove one of them");
                }
            }
        }
    }
}
