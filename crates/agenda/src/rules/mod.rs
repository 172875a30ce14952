//! The rules that a whole agenda keeps, beyond the types of its parts, so that it can be shown. What is only
//! unwise is judged by the host tool.

mod session;
#[cfg(test)]
mod tests;

use super::fault::Fault;
use super::id::Id;
use super::model::Document;
use super::rule::Rule;
use super::span::REACH;
use super::time::from_unix;
use super::zone::OffsetAt;

/// Every rule that the document breaks, with the place of each as a JSON pointer; but for the names of zones, as a device
/// may know fewer than there are.
pub fn check(document: &Document, offset_at: OffsetAt) -> Vec<Fault> {
    let mut check = Check { document, offset_at, placeholders: &[], known: Vec::new(), faults: Vec::new() };
    check.all();
    check.faults
}

/// The same and the names of zones, for a document in which some values, given by their pointers, are
/// placeholders for values that could not be read: no rule judges those.
pub fn check_except(document: &Document, offset_at: OffsetAt, placeholders: &[String]) -> Vec<Fault> {
    let mut check = Check { document, offset_at, placeholders, known: Vec::new(), faults: Vec::new() };
    check.zones();
    check.all();
    check.faults
}

/// Whether the value is the file's own, and no placeholder or part of one.
pub fn is_own(pointer: &str, placeholders: &[String]) -> bool {
    let is_inside = |rest: &str| rest.is_empty() || rest.starts_with('/');
    !placeholders.iter().any(|other| pointer.strip_prefix(other.as_str()).is_some_and(is_inside))
}

struct Check<'a> {
    document: &'a Document,
    offset_at: OffsetAt<'a>,
    placeholders: &'a [String],
    /// The ids of each noun, sorted.
    known: Vec<(&'static str, Vec<&'a str>)>,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn fault(&mut self, rule: Rule, pointer: String, subject: &str, problem: String, remedy: &str) {
        let (subject, remedy) = (subject.to_owned(), remedy.to_owned());
        self.faults.push(Fault { rule, pointer, subject, problem, remedy });
    }

    fn is_own(&self, pointer: &str) -> bool {
        is_own(pointer, self.placeholders)
    }

    fn all(&mut self) {
        self.event();
        self.ids();
        for (index, session) in self.document.sessions.iter().enumerate() {
            self.session(session, index);
        }
    }

    fn event(&mut self) {
        let event = &self.document.event;
        if self.is_own("/event/start") && self.is_own("/event/end") {
            if event.end < event.start {
                let problem = format!("ends on {} before it starts on {}", event.end, event.start);
                self.fault(Rule::EndBeforeStart, "/event/end".to_owned(), "event", problem, "swap `start` and `end`?");
            } else if (event.end - event.start).num_days() > REACH.cast_signed() {
                let problem = format!("lasts from {} to {}, longer than a year", event.start, event.end);
                self.fault(Rule::LongEvent, "/event/end".to_owned(), "event", problem, "is the year right?");
            }
        }
    }

    fn zones(&mut self) {
        let event = &self.document.event;
        let cities = event.cities.iter().enumerate();
        let zones = cities.map(|(index, city)| (format!("/event/cities/{index}/zone"), &city.zone));
        for (pointer, zone) in zones.chain([("/event/timezone".to_owned(), &event.timezone)]) {
            if (self.offset_at)(zone, from_unix(0)).is_none() {
                let problem = format!("there is no time zone `{}`", &**zone);
                self.fault(
                    Rule::UnknownZone,
                    pointer,
                    "event",
                    problem,
                    "use an IANA name such as `Europe/Copenhagen`",
                );
            }
        }
    }

    /// Ids are unique: within each list, and for talks in the whole agenda.
    fn ids(&mut self) {
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

    fn unique(&mut self, noun: &'static str, ids: impl Iterator<Item = (String, &'a Id)>) {
        let mut seen: Vec<&str> = Vec::new();
        for (pointer, id) in ids {
            if !self.is_own(&pointer) {
                continue;
            }
            let Err(index) = seen.binary_search(&&**id) else {
                let problem = "has the same id as an earlier one".to_owned();
                self.fault(Rule::IdTwice, pointer, &format!("{noun} `{id}`"), problem, "give it an id of its own");
                continue;
            };
            seen.insert(index, id);
        }
        self.known.push((noun, seen));
    }

    /// Whether something of that id, which is the file's own, is in the list of the noun.
    fn has(&self, noun: &str, id: &Id) -> bool {
        self.known.iter().any(|(other, ids)| *other == noun && ids.binary_search(&&**id).is_ok())
    }

    /// Whether every id in the list of the noun could be read.
    fn has_own_ids(&self, noun: &str) -> bool {
        let document = self.document;
        let (list, count) = match noun {
            "kind" => ("/kinds", document.kinds.len()),
            "theme" => ("/themes", document.themes.len()),
            "room" => ("/rooms", document.rooms.len()),
            "person" => ("/people", document.people.len()),
            _ => ("/sessions", document.sessions.len()),
        };
        self.is_own(list) && (0..count).all(|index| self.is_own(&format!("{list}/{index}/id")))
    }
}
