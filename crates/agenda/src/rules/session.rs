//! The rules for one session.

use chrono::{DateTime, FixedOffset};

use super::Check;
use crate::clock::HourCycle;
use crate::id::Id;
use crate::model::Session;
use crate::rule::Rule;

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
                self.fault(
                    Rule::RepeatsItself,
                    at(&format!("repeats/{i}")),
                    &subject(session),
                    problem,
                    "name the other session",
                );
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
        }
    }

    fn times(&mut self, session: &Session, index: usize) {
        let own = [format!("/sessions/{index}/start"), format!("/sessions/{index}/end")];
        if !own.iter().all(|pointer| self.is_own(pointer)) || session.start < session.end {
            return;
        }
        // Where the venue's zone is wrong, the hours as they are written.
        let zone = &self.document.event.timezone;
        let wall =
            |at: DateTime<FixedOffset>| at.with_timezone(&(self.offset_at)(zone, at.to_utc()).unwrap_or(*at.offset()));
        let (start, end) = (wall(session.start), wall(session.end));
        let is_same_day = start.date_naive() == end.date_naive();
        let say = |local: DateTime<FixedOffset>| {
            let clock = HourCycle::H24.time(local.time());
            if is_same_day { clock } else { format!("{} {clock}", local.date_naive()) }
        };
        let (rule, problem, remedy) = if session.end == session.start {
            (Rule::NoMinutes, format!("ends when it starts, at {}", say(start)), "when does it end?")
        } else {
            let problem = format!("ends {} before it starts {}", say(end), say(start));
            (Rule::EndBeforeStart, problem, "swap `start` and `end`?")
        };
        self.fault(rule, format!("/sessions/{index}/end"), &subject(session), problem, remedy);
    }

    /// Reports a reference that leads nowhere.
    fn refers(&mut self, session: &Session, pointer: String, noun: &str, id: &Id) {
        if !self.has(noun, id) && self.is_own(&pointer) && self.has_own_ids(noun) {
            let problem = format!("refers to {noun} `{id}`, and there is none");
            self.fault(Rule::UnknownReference, pointer, &subject(session), problem, "add it, or correct the id");
        }
    }
}

fn subject(session: &Session) -> String {
    format!("session `{}`", session.id)
}
