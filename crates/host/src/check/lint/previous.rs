//! What has become of the ids of the previous programme.

use agenda::id::Id;
use agenda::model::{Document, Session};
use agenda::{Line, Rule};

use super::Lint;
use crate::letters::fold;

/// Days between two editions of an event, at least: half a year.
const EDITION: i64 = 183;

impl Lint<'_> {
    pub(super) fn previous(&mut self, old: &Document) {
        let new = self.document;
        let is_other = (new.event.start - old.event.start).num_days().abs() > EDITION;
        if is_other {
            if new.event.id == old.event.id {
                let problem = format!("`{}` is the id of an edition half a year away or more", new.event.id);
                self.fault(Rule::ChangedId, "/event/id".to_owned(), problem, "give each edition an id of its own");
            }
            return;
        }
        if new.event.id != old.event.id {
            let problem = format!("was `{}` in the previous programme, and all bookmarks would be lost", old.event.id);
            self.fault(Rule::ChangedId, "/event/id".to_owned(), problem, format!("keep `{}`", old.event.id));
        }
        self.sessions(old);
        self.kept("themes", &pairs(&old.themes, |x| (&x.id, &x.title)), &pairs(&new.themes, |x| (&x.id, &x.title)));
        self.kept("kinds", &pairs(&old.kinds, |x| (&x.id, &x.title)), &pairs(&new.kinds, |x| (&x.id, &x.title)));
        self.kept("rooms", &pairs(&old.rooms, |x| (&x.id, &x.title)), &pairs(&new.rooms, |x| (&x.id, &x.title)));
        self.kept("people", &pairs(&old.people, |x| (&x.id, &x.name)), &pairs(&new.people, |x| (&x.id, &x.name)));
        self.revision(old);
    }

    /// Sessions keep their ids: one of the same title or time is the same session.
    fn sessions(&mut self, old: &Document) {
        let new = self.document;
        let is_in = |sessions: &[Session], id: &str| sessions.iter().any(|session| *session.id == *id);
        let mut gone: Vec<&Session> =
            old.sessions.iter().filter(|session| !is_in(&new.sessions, &session.id)).collect();
        for (index, session) in new.sessions.iter().enumerate() {
            if is_in(&old.sessions, &session.id) {
                continue;
            }
            let is_titled = |other: &&Session| fold(&other.title) == fold(&session.title);
            let is_held =
                |other: &&Session| (other.start, other.end, &other.room) == (session.start, session.end, &session.room);
            let Some(at) = gone.iter().position(is_titled).or_else(|| gone.iter().position(is_held)) else { continue };
            let other = gone.swap_remove(at);
            let problem =
                format!("was `{}` in the previous programme, and its bookmarks and links would be lost", other.id);
            self.fault(Rule::ChangedId, format!("/sessions/{index}/id"), problem, format!("keep `{}`", other.id));
        }
        for session in gone {
            let problem = format!("session `{}`, “{}”, is no longer there", session.id, agenda::clip(&session.title));
            let remedy =
                "if it was called off, keep it with the status `cancelled`, so that those who starred it are told";
            self.fault(Rule::ChangedId, "/sessions".to_owned(), problem, remedy);
        }
    }

    /// Things of a name keep their ids.
    fn kept(&mut self, list: &str, old: &[Named], new: &[Named]) {
        for (index, (id, name)) in new.iter().enumerate() {
            let is_known = old.iter().any(|(other, _)| other == id);
            let is_gone = |before: &Id| !new.iter().any(|(id, _)| *id == before);
            let before = old.iter().find(|(before, title)| fold(title) == fold(name) && is_gone(before));
            if let Some((before, _)) = before.filter(|_| !is_known) {
                let problem = format!("was `{before}` in the previous programme, and links to it would be lost");
                self.fault(Rule::ChangedId, format!("/{list}/{index}/id"), problem, format!("keep `{before}`"));
            }
        }
    }

    fn revision(&mut self, old: &Document) {
        let new = self.document;
        if new == old {
            return;
        }
        let (number, before) = (new.revision.number.0, old.revision.number.0);
        if number <= before {
            let problem = format!("is {number}, after {before}, though the programme differs");
            let remedy = format!("write {}, or calendars keep what they have", before.saturating_add(1));
            self.fault(Rule::SameRevision, "/revision/number".to_owned(), problem, remedy);
        }
        if new.revision.published <= old.revision.published {
            let problem = "is not after that of the previous programme, which differs".to_owned();
            self.fault(
                Rule::SameRevision,
                "/revision/published".to_owned(),
                problem,
                "write when this one is published",
            );
        }
    }
}

/// The id and the name of something.
type Named<'d> = (&'d Id, &'d Line);

/// Id and name of each thing of a list.
fn pairs<'d, T>(list: &'d [T], pair: fn(&'d T) -> Named<'d>) -> Vec<Named<'d>> {
    list.iter().map(pair).collect()
}
