//! What an import tells its host.

use std::fmt::Write;

use super::lost::Lost;

/// How many names a line of the summary lists.
const MOST: usize = 20;

/// What a file became, for the host to compare with what they expect.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) sessions: usize,
    pub(super) people: usize,
    pub(super) rooms: usize,
    pub(super) themes: usize,
    pub(super) kinds: usize,
}

impl Counts {
    /// As in `3 sessions, 1 person, 2 rooms`.
    pub(super) fn text(&self) -> String {
        let Self { sessions, people, rooms, themes, kinds } = self;
        let parts = [
            (*sessions, "session", "sessions"),
            (*people, "person", "people"),
            (*rooms, "room", "rooms"),
            (*themes, "theme", "themes"),
            (*kinds, "kind", "kinds"),
        ];
        let parts = parts.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }));
        parts.join(", ")
    }
}

/// A heading with names below it; nothing when there are none.
pub(super) fn listed(heading: &str, names: &[String]) -> Option<String> {
    if names.is_empty() {
        return None;
    }
    let mut said = format!("{heading}:");
    for name in names.iter().take(MOST) {
        let _ = write!(said, "\n    {name}");
    }
    if names.len() > MOST {
        let _ = write!(said, "\n    and {} more", names.len() - MOST);
    }
    Some(said)
}

/// The paragraphs after the counts: each with a heading, where it has lines.
pub(super) fn paragraphs(assumed: &[String], notes: &[String], lost: &Lost) -> String {
    let lost: Vec<String> = lost.lines().collect();
    let mut said = String::new();
    for (heading, lines) in
        [("Assumed", assumed), ("To know", notes), ("Not carried over, as agenda.json has no place for it", &lost)]
    {
        if !lines.is_empty() {
            let _ = writeln!(said, "\n{heading}:");
            for line in lines {
                let _ = writeln!(said, "  - {line}");
            }
        }
    }
    said
}
