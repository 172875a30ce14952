//! What changes and recordings say of their sessions.

use agenda::Rule;
use agenda::model::Session;

use super::Lint;

impl Lint<'_> {
    pub(super) fn changes(&mut self) {
        let document = self.document;
        let has_own_ids = (0..document.sessions.len()).all(|index| self.is_own(&format!("/sessions/{index}/id")));
        for (i, change) in document.revision.changes.iter().enumerate() {
            for (j, id) in change.sessions.iter().enumerate() {
                if has_own_ids && document.sessions.iter().all(|session| session.id != *id) {
                    let problem = format!("speaks of session `{id}`, which is not in the programme");
                    let pointer = format!("/revision/changes/{i}/sessions/{j}");
                    self.fault(Rule::UnknownChange, pointer, problem, "leave it out unless it was removed");
                }
            }
        }
    }

    pub(super) fn recordings(&mut self, session: &Session, index: usize) {
        for (i, recording) in session.recordings.iter().enumerate() {
            let marks = format!("/sessions/{index}/recordings/{i}/chapters");
            let are_own = (0..recording.chapters.len()).all(|j| self.is_own(&format!("{marks}/{j}/at")));
            if are_own && !recording.chapters.is_sorted_by_key(|chapter| chapter.at) {
                let problem = "the chapters of a recording are out of order".to_owned();
                self.fault(Rule::ChapterOrder, marks, problem, "sort them by `at`");
            }
        }
    }
}
