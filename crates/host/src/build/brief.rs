//! The brief of a large agenda ([`agenda::brief`]), derived from the text of its file.

use std::collections::HashMap;

use agenda::Agenda;
use agenda::brief::{LONG, Starts};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::digest::Digest;

/// How many people or sessions are in a line.
const LINE: usize = 120;

/// The file of a brief.
pub(super) struct Brief {
    /// Its place in the site, named by the hash of its bytes.
    pub(super) place: String,
    /// What is in it.
    pub(super) text: String,
    /// Each session as the agenda's file has it, by id.
    sessions: HashMap<String, String>,
}

/// What has to be known of an agenda's file beside its values: where they stand.
#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    sessions: Vec<&'a RawValue>,
    #[serde(flatten)]
    others: Map<String, Value>,
}

impl Brief {
    /// The brief of an agenda that was read from that text; none of an agenda that is not large, or whose text is not
    /// one that browsers read as it is.
    pub(super) fn of(agenda: &Agenda, source: &[u8]) -> Option<Self> {
        let source = str::from_utf8(source).ok().filter(|_| agenda.is_large())?;
        let File { sessions, mut others } = serde_json::from_str(source.trim_start_matches('\u{feff}')).ok()?;
        others.remove("$schema");
        let mut found: HashMap<String, (usize, Map<String, Value>, &str)> = HashMap::new();
        for raw in sessions {
            let mut members: Map<String, Value> = serde_json::from_str(raw.get()).ok()?;
            for name in LONG {
                members.remove(name);
            }
            let start = raw.get().as_ptr().addr() - source.as_ptr().addr();
            found.insert(members.get("id")?.as_str()?.to_owned(), (start, members, raw.get()));
        }
        let in_order: Option<Vec<_>> = agenda.sessions().iter().map(|session| found.get(&*session.id)).collect();
        let in_order = in_order?;
        let starts = Starts::new(in_order.iter().map(|(start, ..)| *start));
        let people = match others.remove("people") {
            Some(Value::Array(people)) => people,
            _ => Vec::new(),
        };
        let head = json!({ "agenda": others, "starts": starts.steps() });
        let people = people.chunks(LINE).map(|people| json!({ "people": people, "sessions": [] }));
        let sessions = in_order.chunks(LINE).map(|sessions| {
            let sessions: Value = sessions.iter().map(|(_, members, _)| members.clone()).collect();
            json!({ "people": [], "sessions": sessions })
        });
        let lines: Vec<String> =
            [head].into_iter().chain(people).chain(sessions).map(|line| line.to_string()).collect();
        let text = lines.join("\n");
        let place = format!("app/brief-{}.txt", Digest::of(text.as_bytes()).short());
        let sessions = found.into_iter().map(|(id, (_, _, raw))| (id, raw.to_owned())).collect();
        Some(Self { place, text, sessions })
    }

    /// A session as the agenda's file has it, for a script element of a page: `<` is escaped as JSON may have it.
    pub(super) fn session(&self, id: &str) -> Option<String> {
        Some(self.sessions.get(id)?.replace('<', "\\u003c"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::fixture::sample_with_more;

    /// With a byte order mark, as some editors write one.
    fn source(count: usize) -> String {
        format!("\u{feff}{}", sample_with_more(count))
    }

    fn agenda(source: &str) -> Agenda {
        Agenda::read(source, &crate::offset_at).expect("an agenda")
    }

    #[test]
    fn only_a_large_agenda_has_one() {
        let source = source(10);
        assert!(Brief::of(&agenda(&source), source.as_bytes()).is_none());
    }

    #[test]
    fn it_lacks_long_texts_and_knows_where_they_are() {
        let source = source(300);
        let whole = agenda(&source);
        let brief = Brief::of(&whole, source.as_bytes()).expect("a brief");
        assert!(!brief.text.contains("script") && brief.text.len() < source.len());
        let (head, lines) = brief.text.split_once('\n').expect("lines");
        let mut read = agenda::brief::Brief::read(head).expect("a brief");
        lines.lines().for_each(|line| read.add(line).expect("a line"));
        let agenda::brief::Brief { agenda, starts } = read;
        let light = Agenda::new(agenda, &crate::offset_at).expect("an agenda");
        for (number, (light, whole)) in light.sessions().iter().zip(whole.sessions()).enumerate() {
            assert_eq!((&light.id, light.start, &light.people), (&whole.id, whole.start, &whole.people));
            assert_eq!((&light.summary, light.links.len()), (&None, 0));
            assert_eq!(starts.session(&source, number).as_ref(), Some(whole));
        }
        assert_eq!(light.people(), whole.people());
        assert_eq!(starts.steps().len(), whole.sessions().len());
    }

    #[test]
    fn a_page_can_carry_a_session() {
        let source = source(300);
        let brief = Brief::of(&agenda(&source), source.as_bytes()).expect("a brief");
        let session = brief.session("more-7").expect("it is there");
        assert!(!session.contains('<'), "{session}");
        let read: agenda::model::Session = serde_json::from_str(&session).expect("a session");
        assert_eq!(read.summary.map(|text| text.plain()).as_deref(), Some("</script> é"));
        assert!(brief.session("nowhere").is_none());
    }
}
