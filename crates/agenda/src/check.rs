//! The rules that a whole agenda keeps, beyond the types of its parts.

use chrono::{DateTime, FixedOffset};

use super::clock::HourCycle;
use super::fault::{Fault, Severity};
use super::id::Id;
use super::json::{Json, Value};
use super::model::{Document, Session};
use super::span::REACH;
use super::time::from_unix;
use super::zone::OffsetAt;

/// Everything that is wrong with the document as a whole.
pub(super) fn check(json: &Json, document: &Document, offset_at: OffsetAt) -> Vec<Fault> {
    let mut check = Check { json, document, offset_at, faults: Vec::new() };
    check.event();
    check.names();
    for index in 0..document.sessions.len() {
        check.session(index);
    }
    check.changes();
    check.faults
}

struct Check<'a> {
    json: &'a Json<'a>,
    document: &'a Document,
    offset_at: OffsetAt<'a>,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, severity: Severity, pointer: String, subject: &str, problem: String, remedy: &str) {
        let at = at(self.json, &pointer);
        let (subject, remedy) = (subject.to_owned(), remedy.to_owned());
        self.faults.push(Fault { severity, pointer, at, subject, problem, remedy });
    }

    fn error(&mut self, pointer: String, subject: &str, problem: String, remedy: &str) {
        self.fault(Severity::Error, pointer, subject, problem, remedy);
    }

    fn warning(&mut self, pointer: String, subject: &str, problem: String, remedy: &str) {
        self.fault(Severity::Warning, pointer, subject, problem, remedy);
    }

    fn event(&mut self) {
        let event = &self.document.event;
        if event.end < event.start {
            let problem = format!("ends on {} before it starts on {}", event.end, event.start);
            self.error("/event/end".to_owned(), "event", problem, "swap `start` and `end`?");
        } else if (event.end - event.start).num_days() > REACH.cast_signed() {
            let problem = format!("lasts from {} to {}, longer than a year", event.start, event.end);
            self.error("/event/end".to_owned(), "event", problem, "is the year right?");
        }
        let cities = event.cities.iter().enumerate();
        let zones = cities.map(|(index, city)| (format!("/event/cities/{index}/zone"), &city.zone));
        for (pointer, zone) in zones.chain([("/event/timezone".to_owned(), &event.timezone)]) {
            if (self.offset_at)(zone, from_unix(0)).is_none() {
                let problem = format!("there is no time zone `{}`", &**zone);
                self.error(pointer, "event", problem, "use an IANA name such as `Europe/Copenhagen`");
            }
        }
    }

    /// Ids are unique: within each list, and for talks in the whole agenda.
    fn names(&mut self) {
        let document = self.document;
        self.unique("theme", document.themes.iter().enumerate().map(|(i, x)| (format!("/themes/{i}/id"), &x.id)));
        self.unique("kind", document.kinds.iter().enumerate().map(|(i, x)| (format!("/kinds/{i}/id"), &x.id)));
        self.unique("room", document.rooms.iter().enumerate().map(|(i, x)| (format!("/rooms/{i}/id"), &x.id)));
        self.unique("person", document.people.iter().enumerate().map(|(i, x)| (format!("/people/{i}/id"), &x.id)));
        self.unique("session", document.sessions.iter().enumerate().map(|(i, x)| (format!("/sessions/{i}/id"), &x.id)));
        let talks = document.sessions.iter().enumerate().flat_map(|(i, session)| {
            let talks = session.talks.iter().enumerate();
            talks.map(move |(j, talk)| (format!("/sessions/{i}/talks/{j}/id"), &talk.id))
        });
        self.unique("talk", talks);
    }

    fn unique<'d>(&mut self, noun: &str, ids: impl Iterator<Item = (String, &'d Id)>) {
        let mut seen: Vec<&str> = Vec::new();
        for (pointer, id) in ids {
            let Err(index) = seen.binary_search(&&**id) else {
                let problem = "has the same id as an earlier one".to_owned();
                self.error(pointer, &format!("{noun} `{id}`"), problem, "give it an id of its own");
                continue;
            };
            seen.insert(index, id);
        }
    }

    fn session(&mut self, index: usize) {
        let document = self.document;
        let Some(session) = document.sessions.get(index) else { return };
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
            if *other == session.id {
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
            if !recording.chapters.is_sorted_by_key(|chapter| chapter.at) {
                let problem = "the chapters of a recording are out of order".to_owned();
                self.warning(at(&format!("recordings/{i}/chapters")), &subject(session), problem, "sort them by `at`");
            }
        }
    }

    fn times(&mut self, session: &Session, index: usize) {
        let event = &self.document.event;
        let wall = |at: DateTime<FixedOffset>| {
            let at = at.to_utc();
            Some(at.with_timezone(&(self.offset_at)(&event.timezone, at)?))
        };
        let (Some(start), Some(end)) = (wall(session.start), wall(session.end)) else { return };
        let (start_date, end_date) = (start.date_naive(), end.date_naive());
        if session.end <= session.start {
            let is_same_day = start_date == end_date;
            let say = |local: DateTime<FixedOffset>| {
                let clock = HourCycle::H24.time(local.time());
                if is_same_day { clock } else { format!("{} {clock}", local.date_naive()) }
            };
            let problem = format!("ends {} before it starts {}", say(end), say(start));
            self.error(format!("/sessions/{index}/end"), &subject(session), problem, "swap `start` and `end`?");
        } else if start_date < event.start || start_date > event.end {
            let problem = format!("starts on {start_date}, outside the event's days");
            self.warning(format!("/sessions/{index}/start"), &subject(session), problem, "is the year right?");
        } else if (end_date - start_date).num_days() > 1 {
            let problem = format!("starts on {start_date} and ends on {end_date}");
            self.warning(format!("/sessions/{index}/end"), &subject(session), problem, "is the date right?");
        }
    }

    fn changes(&mut self) {
        let document = self.document;
        for (i, change) in document.revision.changes.iter().enumerate() {
            for (j, id) in change.sessions.iter().enumerate() {
                if !document.sessions.iter().any(|session| session.id == *id) {
                    let problem = format!("speaks of session `{id}`, which is not in the programme");
                    let pointer = format!("/revision/changes/{i}/sessions/{j}");
                    self.warning(pointer, "revision", problem, "leave it out unless it was removed");
                }
            }
        }
    }

    /// Reports a reference that leads nowhere.
    fn refers(&mut self, session: &Session, pointer: String, noun: &str, id: &Id) {
        let document = self.document;
        let there = match noun {
            "kind" => document.kinds.iter().any(|kind| kind.id == *id),
            "theme" => document.themes.iter().any(|theme| theme.id == *id),
            "room" => document.rooms.iter().any(|room| room.id == *id),
            "person" => document.people.iter().any(|person| person.id == *id),
            _ => document.sessions.iter().any(|session| session.id == *id),
        };
        if !there {
            let problem = format!("refers to {noun} `{id}`, and there is none");
            self.error(pointer, &subject(session), problem, "add it, or correct the id");
        }
    }
}

fn subject(session: &Session) -> String {
    format!("session `{}`", session.id)
}

/// Byte offset of the value that the pointer leads to, or of the last one on the way.
fn at(json: &Json, pointer: &str) -> usize {
    let mut here = json;
    for step in pointer.split('/').skip(1) {
        let next = if let Value::Array(items) = &here.value {
            step.parse().ok().and_then(|index: usize| items.get(index))
        } else {
            here.member(step)
        };
        let Some(next) = next else { break };
        here = next;
    }
    here.at
}

#[cfg(test)]
mod tests {
    use crate::Severity;
    use crate::draft::Reading;
    use crate::{sample, zone};

    /// What is said of the sample with one passage replaced.
    fn said_of(from: &str, to: &str) -> Vec<String> {
        assert!(sample::SOURCE.contains(from), "the sample has `{from}`");
        let source = sample::SOURCE.replacen(from, to, 1);
        let reading = Reading::of(&source, &zone::tests::offset);
        let broken = reading.faults.iter().any(|fault| fault.severity == Severity::Error);
        assert_eq!(reading.agenda.is_none(), broken, "{from}");
        reading.faults.iter().map(|fault| fault.locate(&source)).collect()
    }

    #[test]
    fn the_sample_keeps_every_rule() {
        assert_eq!(said_of("Tides", "Tides"), [""; 0]);
    }

    #[test]
    fn each_rule_names_place_problem_and_remedy() {
        let cases = [
            (
                "T11:00:00+02:00\", \"end",
                "T13:00:00+02:00\", \"end",
                "18:89 session `opening`: ends 12:00 before it starts 13:00; swap `start` and `end`?",
            ),
            (
                "\"end\": \"2021-06-29\"",
                "\"end\": \"2021-06-27\"",
                "4:70 event: ends on 2021-06-27 before it starts on 2021-06-28; swap `start` and `end`?",
            ),
            (
                "\"end\": \"2021-06-29\"",
                "\"end\": \"9999-06-29\"",
                "event: lasts from 2021-06-28 to 9999-06-29, longer than a year; is the year right?",
            ),
            (
                "2021-06-28T12:00:00+02:00",
                "9999-06-28T12:00:00+02:00",
                "session `opening`: starts on 2021-06-28 and ends on 9999-06-28; is the date right?",
            ),
            (
                "2021-06-28T11:00:00+02:00",
                "2022-06-28T11:00:00+02:00",
                "ends 2021-06-28 12:00 before it starts 2022-06-28 11:00",
            ),
            (
                "Europe/Copenhagen",
                "Europe/Kopenhagen",
                "event: there is no time zone `Europe/Kopenhagen`; use an IANA name such as `Europe/Copenhagen`",
            ),
            ("Asia/Kathmandu", "Asia/Nowhere", "there is no time zone `Asia/Nowhere`"),
            (
                "\"id\": \"late\"",
                "\"id\": \"opening\"",
                "session `opening`: has the same id as an earlier one; give it an id of its own",
            ),
            ("\"kind\": \"talk\"", "\"kind\": \"tlak\"", "session `opening`: refers to kind `tlak`, and there is none"),
            ("\"themes\": [\"sea\"]", "\"themes\": [\"see\"]", "refers to theme `see`"),
            ("\"room\": \"hall\"", "\"room\": \"hell\"", "refers to room `hell`"),
            ("\"person\": \"zoe\"", "\"person\": \"joe\"", "refers to person `joe`"),
            ("\"speakers\": [\"zoe\"]", "\"speakers\": [\"joe\"]", "refers to person `joe`"),
            ("\"repeats\": [\"opening\"]", "\"repeats\": [\"closing\"]", "is said to repeat itself"),
            ("\"repeats\": [\"opening\"]", "\"repeats\": [\"gone\"]", "refers to session `gone`"),
            ("\"sessions\": [\"late\"]", "\"sessions\": [\"gone\"]", "speaks of session `gone`"),
            ("2021-06-28T11:00", "2020-06-28T11:00", "starts on 2020-06-28, outside the event's days"),
            ("\"at\": \"0:30\"", "\"at\": \"9:30\"", "out of order"),
            ("\"summary\"", "\"sumary\"", "`sumary` means nothing to this app; did you mean `summary`?"),
            ("\"summary\"", "\"weather\"", "`weather` means nothing to this app; it is passed over"),
            (
                "\"mode\": \"virtual\"",
                "\"mode\": \"online\"",
                "`online` is not one of `virtual`, `in-person`, `hybrid`",
            ),
            ("\"format\": 1", "\"format\": 2", "this is format 2, and this app reads format 1; use a newer Meridian"),
            ("\"title\": \"Opening\", ", "", "session `opening`: `title` is missing"),
            (
                "\"title\": \"Opening\", ",
                "\"title\": \"Opening\", \"title\": \"Again\", ",
                "`title` is said twice; keep one",
            ),
            ("\"title\": \"Opening\"", "\"title\": 7", "here is a number, where one line of text"),
            ("https://sea.example/", "javascript:alert(1)", "`javascript:alert(1)` is not a link"),
        ];
        for (from, to, said) in cases {
            let all = said_of(from, to);
            assert!(all.iter().any(|one| one.contains(said)), "{from} → {to}: {all:#?}");
        }
    }

    #[test]
    fn tells_every_fault_and_not_only_the_first() {
        let source = r#"{"format": 1, "event": {"id": "A"}, "sessions": [{"id": "x", "start": "noon"}, {}]}"#;
        let reading = Reading::of(source, &zone::tests::offset);
        let pointers: Vec<&str> = reading.faults.iter().map(|fault| fault.pointer.as_str()).collect();
        for pointer in ["/event/id", "/event", "", "/sessions/0/start", "/sessions/0", "/sessions/1"] {
            assert!(pointers.contains(&pointer), "{pointer}: {pointers:?}");
        }
    }

    #[test]
    fn a_text_that_is_not_json_is_one_fault_with_its_place() {
        let reading = Reading::of("{\n  \"format\": 1,\n}", &zone::tests::offset);
        assert!(reading.agenda.is_none());
        let said: Vec<String> = reading.faults.iter().map(|fault| fault.locate("{\n  \"format\": 1,\n}")).collect();
        assert_eq!(said, ["3:1 JSON allows no comma after the last item"]);
    }
}
