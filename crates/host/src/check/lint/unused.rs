//! What no session uses, and sessions of which nothing is said.

use std::collections::BTreeSet;

use agenda::Rule;
use agenda::id::Id;
use agenda::model::Status;

use super::Lint;

impl Lint<'_> {
    pub(super) fn unused(&mut self) {
        let document = self.document;
        // What could not be read may use anything; and a programme that is still to come uses nothing.
        let is_whole = !self.placeholders.iter().any(|pointer| pointer.starts_with("/sessions"));
        if document.sessions.is_empty() || !is_whole {
            return;
        }
        let (mut themes, mut kinds, mut rooms, mut people) =
            (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for session in &document.sessions {
            kinds.insert(&*session.kind);
            rooms.extend(session.room.as_deref());
            themes.extend(session.themes.iter().map(|id| &**id));
            themes.extend(session.talks.iter().filter_map(|talk| talk.theme.as_deref()));
            themes.extend(session.recordings.iter().filter_map(|recording| recording.theme.as_deref()));
            people.extend(session.people.iter().map(|part| &*part.person));
            people.extend(session.talks.iter().flat_map(|talk| &talk.speakers).map(|id| &**id));
        }
        self.report("themes", document.themes.iter().map(|theme| &theme.id), &themes);
        self.report("kinds", document.kinds.iter().map(|kind| &kind.id), &kinds);
        self.report("rooms", document.rooms.iter().map(|room| &room.id), &rooms);
        self.report("people", document.people.iter().map(|person| &person.id), &people);
    }

    fn report<'d>(&mut self, list: &str, ids: impl Iterator<Item = &'d Id>, used: &BTreeSet<&str>) {
        let ids: Vec<&Id> = ids.collect();
        // A name that is written wrong is said to be so, and no more.
        let is_wrong = used.iter().any(|used| ids.iter().all(|id| ***id != **used));
        for (index, id) in ids.into_iter().enumerate().filter(|_| !is_wrong) {
            if !used.contains(&**id) {
                let problem = "no session has it".to_owned();
                self.fault(Rule::Unused, format!("/{list}/{index}/id"), problem, "remove it, or name it in a session");
            }
        }
    }

    pub(super) fn summaries(&mut self) {
        for (index, session) in self.document.sessions.iter().enumerate() {
            let own = session.summary.is_some() || session.goal.is_some() || !session.topics.is_empty();
            let kind = self.document.kinds.iter().find(|kind| kind.id == session.kind);
            let shared = kind.is_some_and(|kind| kind.goal.is_some() || kind.format.is_some());
            if !own && !shared && session.talks.is_empty() && session.status != Status::Cancelled {
                let problem = "nothing is said of what it is about".to_owned();
                self.fault(Rule::NoSummary, format!("/sessions/{index}/id"), problem, "add a `summary`");
            }
        }
    }
}
