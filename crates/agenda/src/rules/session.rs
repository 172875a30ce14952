//! The rules for one session.

use chrono::{DateTime, FixedOffset};

use super::Check;
use crate::clock::HourCycle;
use crate::id::Id;
use crate::model::Session;

impl Check<'_> {
    pub(super) fn session(&mut self, session: &Session, index: usize) {
        let at = |member: &str| format!("/sessions/{index}/{member}");
        self.times(session, index);
        self.refers(session, at("kind"), "kind", &session.kind);
        for (i, theme) in session.themes.iter().enumerate() {
            self.refers(session, at(&format!("themes/{i}")), "theme", theme);
        }
        if let Some(room) = &session.room {
            self.refers(session, at("room"), "room", room);
        }
        for (i, part) in session.people.iter().enumerate() {
            self.refers(session, at(&format!("people/{i}/person")), "person", &part.person);
        }
        for (i, other) in session.repeats.iter().enumerate() {
            self.refers(session, at(&format!("repeats/{i}")), "session", other);
            if *other == session.id && self.is_own(&at(&format!("repeats/{i}"))) && self.is_own(&at("id")) {
                let problem = "is said to repeat itself".to_owned();
                self.error(at(&format!("repeats/{i}")), &subject(session), problem, "name the other session");
            }
        }
        for (i, talk) in session.talks.iter().enumerate() {
            for (j, speaker) in talk.speakers.iter().enumerate() {
                self.refers(session, at(&format!("talks/{i}/speakers/{j}")), "person", speaker);
            }
            if let Some(theme) = &talk.theme {
                self.refers(session, at(&format!("talks/{i}/theme")), "theme", theme);
            }
        }
        for (i, recording) in session.recordings.iter().enumerate() {
            if let Some(theme) = &recording.theme {
                self.refers(session, at(&format!("recordings/{i}/theme")), "theme", theme);
            }
            let marks = at(&format!("recordings/{i}/chapters"));
            let is_own = |j| self.is_own(&format!("{marks}/{j}/at"));
            let is_sorted = recording.chapters.is_sorted_by_key(|chapter| chapter.at);
            if !is_sorted && (0..recording.chapters.len()).all(is_own) {
                let problem = "the chapters of a recording are out of order".to_owned();
                self.warning(marks, &subject(session), problem, "sort them by `at`");
            }
        }
    }

    fn times(&mut self, session: &Session, index: usize) {
        let event = &self.document.event;
        let own = [format!("/sessions/{index}/start"), format!("/sessions/{index}/end")];
        if !own.iter().all(|pointer| self.is_own(pointer)) {
            return;
        }
        let days = ["/event/start", "/event/end", "/event/timezone"];
        let offset_at = |at: DateTime<FixedOffset>| (self.offset_at)(&event.timezone, at.to_utc());
        let has_days = days.iter().all(|pointer| self.is_own(pointer)) && offset_at(session.start).is_some();
        // Where the venue's zone is wrong, the hours as they are written.
        let wall = |at: DateTime<FixedOffset>| at.with_timezone(&offset_at(at).unwrap_or(*at.offset()));
        let (start, end) = (wall(session.start), wall(session.end));
        let (start_date, end_date) = (start.date_naive(), end.date_naive());
        if session.end == session.start {
            let problem = format!("ends when it starts, at {}", HourCycle::H24.time(start.time()));
            self.error(format!("/sessions/{index}/end"), &subject(session), problem, "when does it end?");
        } else if session.end < session.start {
            let is_same_day = start_date == end_date;
            let say = |local: DateTime<FixedOffset>| {
                let clock = HourCycle::H24.time(local.time());
                if is_same_day { clock } else { format!("{} {clock}", local.date_naive()) }
            };
            let problem = format!("ends {} before it starts {}", say(end), say(start));
            self.error(format!("/sessions/{index}/end"), &subject(session), problem, "swap `start` and `end`?");
        } else if has_days && !(event.start..=event.end).contains(&start_date) {
            let problem = format!("starts on {start_date}, outside the event's days");
            self.warning(format!("/sessions/{index}/start"), &subject(session), problem, "is the year right?");
        } else if (end_date - start_date).num_days() > 1 {
            let problem = format!("starts on {start_date} and ends on {end_date}");
            self.warning(format!("/sessions/{index}/end"), &subject(session), problem, "is the date right?");
        }
    }

    /// Reports a reference that leads nowhere.
    fn refers(&mut self, session: &Session, pointer: String, noun: &str, id: &Id) {
        if !self.has(noun, id) && self.is_own(&pointer) && self.has_own_ids(noun) {
            let problem = format!("refers to {noun} `{id}`, and there is none");
            self.error(pointer, &subject(session), problem, "add it, or correct the id");
        }
    }
}

fn subject(session: &Session) -> String {
    format!("session `{}`", session.id)
}
