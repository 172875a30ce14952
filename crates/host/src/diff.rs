//! `meridian diff`: what has changed between two programmes, as `revision.changes` has it.

use std::fs;
use std::path::Path;

use agenda::Agenda;
use agenda::clock::{HourCycle, Reading};
use agenda::model::{ChangeDate, Session};
use agenda::snapshot::{Change, Snapshot};
use agenda::time::Span;
use agenda::time::words::long_date;
use serde_json::{Value, json};

use super::check::{read, unread};
use super::command::Outcome;

/// Reads both files and prints the list.
pub(super) fn diff(old: &Path, new: &Path) -> Outcome {
    match (agenda(old), agenda(new)) {
        (Ok(old), Ok(new)) => Outcome::fine(format!("{:#}\n", changes(&old, &new))),
        (Err(refused), _) | (_, Err(refused)) => refused,
    }
}

/// The agenda in a file, or what to say where there is none.
fn agenda(file: &Path) -> Result<Agenda, Outcome> {
    let name = file.display().to_string();
    let bytes = fs::read(file).map_err(|error| Outcome::refused(unread(&name, &error)))?;
    let checked = read(&name, &bytes).map_err(Outcome::refused)?;
    checked.agenda.ok_or_else(|| Outcome { complaint: checked.report, ..Outcome::faulty(String::new()) })
}

/// A change for each session that differs, in the order of the new programme; what is gone comes last.
fn changes(old: &Agenda, new: &Agenda) -> Value {
    let at = new.date_of(ChangeDate::Instant(new.revision().published)).to_string();
    let change = |sessions: Vec<&str>, text: String| json!({ "at": at, "sessions": sessions, "text": text });
    let mut changes = Vec::new();
    for session in new.sessions() {
        let text = match old.session(&session.id) {
            None => Some(format!("New: “{}”, {}.", plain(&session.title), when(new, session.span()))),
            Some(before) => differences(old, new, before, session),
        };
        changes.extend(text.map(|text| change(vec![&session.id], text)));
    }
    for session in old.sessions().iter().filter(|session| new.session(&session.id).is_none()) {
        let text =
            format!("“{}” of {} is no longer in the programme.", plain(&session.title), when(old, session.span()));
        changes.push(change(Vec::new(), text));
    }
    changes.into()
}

/// How a session differs, in sentences; `None` when it does not.
fn differences(old: &Agenda, new: &Agenda, before: &Session, session: &Session) -> Option<String> {
    let (was, now) = (Snapshot::of(old, before), Snapshot::of(new, session));
    let mut said: Vec<String> = was
        .changes(Some(&now), None)
        .iter()
        .map(|change| match change {
            Change::Edition(_) | Change::Vanished => "It is no longer in the programme.".to_owned(),
            Change::Moved(from) => format!("Moved from {} to {}.", when(old, *from), when(new, now.span)),
            Change::Room(from) => match (from.as_str(), now.room.as_str()) {
                ("", to) => format!("It is in {}.", plain(to)),
                (from, "") => format!("It is no longer in {}.", plain(from)),
                (from, to) => format!("It is in {} instead of {}.", plain(to), plain(from)),
            },
            Change::Renamed(from) => format!("“{}” is now called “{}”.", plain(from), plain(&now.title)),
            Change::Cancelled => format!("“{}” is cancelled.", plain(&now.title)),
            Change::Tentative => "It is no longer certain.".to_owned(),
            Change::Confirmed | Change::Back => "It takes place after all.".to_owned(),
        })
        .collect();
    let names = |agenda: &Agenda, session: &Session| -> Vec<String> {
        agenda.people_of(session).map(|person| plain(&person.name)).collect()
    };
    let (people_before, people) = (names(old, before), names(new, session));
    let missing = |from: &[String], to: &[String]| -> Vec<String> {
        from.iter().filter(|name| !to.contains(name)).cloned().collect()
    };
    let (joined, left) = (missing(&people, &people_before), missing(&people_before, &people));
    said.extend((!joined.is_empty()).then(|| format!("With {}.", joined.join(", "))));
    said.extend((!left.is_empty()).then(|| format!("Without {}.", left.join(", "))));
    said.extend((before.summary != session.summary).then(|| "Its description has changed.".to_owned()));
    (!said.is_empty()).then(|| said.join(" "))
}

/// Day and hours at the venue, as in `Monday 28 June, 11:00–12:00`.
fn when(agenda: &Agenda, span: Span) -> String {
    let day = agenda.venue().local(span.start).date_naive();
    format!("{}, {}", long_date(day), Reading::new(agenda.venue(), span, day, HourCycle::H24).range)
}

/// A text whose marks mean nothing.
fn plain(text: &str) -> String {
    text.chars()
        .flat_map(|letter| ['\\'].into_iter().filter(move |_| "\\*`[".contains(letter)).chain([letter]))
        .collect()
}

#[cfg(test)]
mod tests {
    use agenda::text::Text;

    use super::*;
    use crate::sample;

    fn said(edits: &[(&str, &str)]) -> Vec<String> {
        let new = Agenda::read(&sample::with(edits), &crate::offset_at).expect("an agenda");
        let changes = changes(&sample::agenda(), &new);
        let changes = changes.as_array().expect("a list").iter();
        changes.map(|change| format!("{} {} {}", change["at"], change["sessions"], change["text"])).collect()
    }

    #[test]
    fn each_difference_is_a_sentence() {
        for (edits, text) in [
            (
                &[("28T11:00:00+02:00", "28T10:30:00+02:00")][..],
                "Moved from Monday 28 June, 11:00–12:00 to Monday 28 June, 10:30–12:00.",
            ),
            (&[("\"room\": \"hall\", ", "")], "It is no longer in Hall."),
            (&[("\"title\": \"Hall\"", "\"title\": \"Aula\"")], "It is in Aula instead of Hall."),
            (&[("\"Opening\"", "\"Welcome *all*\"")], "“Opening” is now called “Welcome \\\\*all\\\\*”."),
            (&[("\"room\": \"hall\"", "\"room\": \"hall\", \"status\": \"cancelled\"")], "“Opening” is cancelled."),
            (&[("\"people\": [{ \"person\": \"zoe\", \"role\": \"chair\" }],", "")], "Without Zoë Ångström."),
            (&[("Hello.", "Hello!")], "Its description has changed."),
        ] {
            assert_eq!(said(edits), [format!("\"2021-06-27\" [\"opening\"] \"{text}\"")]);
        }
        assert_eq!(said(&[]), [""; 0]);
    }

    #[test]
    fn what_is_new_and_what_is_gone_is_named() {
        let said = said(&[("\"id\": \"late\"", "\"id\": \"night\""), ("\"sessions\": [\"late\"]", "\"sessions\": []")]);
        let expected = [
            "\"2021-06-27\" [\"night\"] \"New: “Late”, Monday 28 June, 23:00–01:00.\"",
            "\"2021-06-27\" [] \"“Late” of Monday 28 June, 23:00–01:00 is no longer in the programme.\"",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn what_is_written_reads_back() {
        assert_eq!(
            Text::parse(&plain("a *b* `c` [d](e) \\ f")).map(|text| text.plain()),
            Ok("a *b* `c` [d](e) \\ f".to_owned())
        );
    }
}
