//! `meridian import`: programmes of other tools as an agenda.
//!
//! Each format is read into a [`draft::Draft`] by a file of its own; `assemble` makes the agenda
//! from it, and `check` has the last word.

mod assemble;
mod day_start;
mod document;
pub(crate) mod draft;
mod earlier;
mod emf;
mod format;
mod frab;
mod frab_json;
mod frab_xml;
mod hues;
mod ical;
mod ical_text;
mod ids;
mod json;
mod konopas;
mod lost;
mod merge;
mod names;
mod order;
mod own;
mod pretalx_widget;
mod prose;
mod session_ids;
mod sessionize;
mod sessionize_all;
mod sessionize_grid;
mod sessions;
mod summary;
mod table;
mod times;
pub(crate) mod uri;
pub(crate) mod xml;

#[cfg(test)]
pub(crate) mod tests;

use std::fs;
use std::path::Path;

use agenda::{Rule, Severity};
use chrono::{DateTime, FixedOffset, Utc};

use super::check::{self, check_bytes, unread};
use super::command::Outcome;
use assemble::{Made, assemble, with_flags};
use draft::EventDraft;
use format::{Content, Source};
use merge::{Read, merge};
use summary::paragraphs;

pub use order::Order;

/// The largest file that is read, in bytes: twenty times FOSDEM.
const LARGEST: u64 = 64 * 1_024 * 1_024;

/// What follows the help of the command.
pub(super) const HELP: &str = "\
Examples:
  meridian import schedule.xml -o agenda.json
  meridian import all.json --timezone Europe/Vienna --title \"Our Days\" -o agenda.json
  meridian import program.json people.json --timezone Europe/Dublin --title Con -o agenda.json

Formats, told from the content: schedule.xml and schedule.json (frab, pretalx), the JSON
of pretalx's widget, Sessionize \"All\" and \"GridSmart\", iCalendar, ConClár and KonOpas,
CSV, and Meridian's own. The summary counts what was read and lists what could not be
carried over. Ids are made from those of the source, so that bookmarks outlive the next
import of the same event.

Exit codes: 0 the agenda is written; 1 the agenda would have errors, and nothing is
written; 2 a file cannot be read or lacks something, or the command is not understood.";

/// Imports the files; on any error nothing is written.
pub fn import(order: &Order) -> Outcome {
    imported(order, Utc::now().fixed_offset())
        .unwrap_or_else(|said| Outcome::refused(format!("{said}\nNothing was written.\n")))
}

fn imported(order: &Order, now: DateTime<FixedOffset>) -> Result<Outcome, String> {
    let mut files = Vec::new();
    for path in &order.files {
        let name = path.display().to_string();
        let text = text_of(path, &name)?;
        let content = Content::of(&text, order.format).map_err(|why| format!("{name}: {why}"))?;
        files.push((name, content));
    }
    let out = order.out.display().to_string();
    let earlier = earlier::Earlier::read(&order.out)?;
    let (text, said) = if let Some((name, text)) = own_alone(&files)? {
        (own::normalised(text).map_err(|why| format!("{name}: {why}"))?, format!("{out}: {name}, normalised\n"))
    } else {
        agenda_of(files, order, &earlier, now, &out)?
    };
    // Warnings are for `meridian check`, and to draw thousands of them takes its time.
    let allow = Rule::ALL.iter().filter(|rule| rule.severity() != Severity::Error).copied().collect();
    let checked = check_bytes(&out, text.as_bytes(), &check::Order { allow, ..check::Order::default() });
    if checked.code != 0 {
        let complaint = format!("{}{}Nothing was written.\n", checked.complaint, checked.answer);
        return Ok(Outcome { complaint, ..Outcome::faulty(String::new()) });
    }
    fs::write(&order.out, text).map_err(|error| format!("{out}: the file cannot be written ({error})"))?;
    Ok(Outcome::fine(said))
}

/// The agenda that the files come to, and the summary.
fn agenda_of(
    files: Vec<(String, Content)>,
    order: &Order,
    earlier: &earlier::Earlier,
    now: DateTime<FixedOffset>,
    out: &str,
) -> Result<(String, String), String> {
    let sources: Vec<String> =
        files.iter().map(|(name, content)| format!("  from {name} ({})", content.source().title())).collect();
    let drafts = drafts(files)?;
    let names: Vec<String> = drafts.iter().map(|file| file.name.clone()).collect();
    let names = names.join(", ");
    let event = drafts.iter().fold(EventDraft::default(), |all, file| known(all, file.draft.event.clone()));
    let event = with_flags(event, order);
    // Without a zone the files cannot be compared; it is asked for below.
    let zone = event.timezone.clone().unwrap_or_else(|| "UTC".to_owned());
    if !times::is_zone(&zone) {
        return Err(format!("{names}: {}", times::unknown(&zone)));
    }
    let mut draft = merge(drafts, &zone)?;
    draft.event = event;
    let lost = draft.lost.clone();
    let published = order.published.unwrap_or(now);
    let made = assemble(draft, published).map_err(|why| format!("{names}: {why}"))?;
    let Made { mut document, counts, assumed, notes } = made;
    earlier.keep_in(&mut document, published)?;
    let event = &document.event;
    let said = format!(
        "{out}: {}\n  {} ({}), {} to {}, {}, revision {}\n{}\n{}\nNext: `meridian check {out}` says what had better be mended; `make serve` shows public/agenda.json as a site.\n",
        counts.text(),
        event.title,
        event.id,
        event.start,
        event.end,
        event.timezone,
        document.revision.number,
        sources.join("\n"),
        paragraphs(&assumed, &notes, &lost),
    );
    Ok((document.text()?, said))
}

/// The text of a file of a size that can be an agenda.
fn text_of(path: &Path, name: &str) -> Result<String, String> {
    if path.is_dir() {
        return Err(format!("{name}: this is a folder. Name the files of the schedule in it."));
    }
    let said = |error: &std::io::Error| unread(name, error).trim_end().to_owned();
    let length = fs::metadata(path).map_err(|error| said(&error))?.len();
    if length > LARGEST {
        let most = LARGEST / 1_024 / 1_024;
        return Err(format!(
            "{name}: the file has {} MB, more than the {most} MB that are read. Is it a schedule?",
            length / 1_024 / 1_024
        ));
    }
    let bytes = fs::read(path).map_err(|error| said(&error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("{name}: the text is not UTF-8 from byte {at} on. Save the file again with the encoding UTF-8.")
    })
}

/// The text of an agenda of Meridian's own, when that is what is imported.
fn own_alone(files: &[(String, Content)]) -> Result<Option<(&str, &str)>, String> {
    let mut own = files.iter().filter_map(|(name, content)| match content {
        Content::Text(Source::Meridian, text) => Some((name.as_str(), text.as_str())),
        Content::Text(..) | Content::Json(..) | Content::Lists(..) => None,
    });
    match own.next() {
        Some((name, _)) if files.len() > 1 => {
            Err(format!("{name}: an agenda.json is imported alone. Name the other files in another run."))
        }
        found => Ok(found),
    }
}

/// What is read from each file. Programme and people of `ConClár` are one.
fn drafts(files: Vec<(String, Content)>) -> Result<Vec<Read>, String> {
    let mut drafts = Vec::new();
    let (mut names, mut programme, mut people) = (Vec::new(), Vec::new(), Vec::new());
    for (name, content) in files {
        match content.draft().map_err(|why| format!("{name}: {why}"))? {
            Some(draft) => drafts.push(Read { name: short(&name), draft }),
            None => {
                if let Content::Lists(items, persons) = content {
                    names.push(short(&name));
                    programme.extend(items);
                    people.extend(persons);
                }
            }
        }
    }
    if !names.is_empty() {
        let name = names.join(" and ");
        let lists = konopas::Lists { programme: &programme, people: &people };
        let draft = konopas::read(&lists).map_err(|why| format!("{name}: {why}"))?;
        drafts.push(Read { name, draft });
    }
    Ok(drafts)
}

/// The name of a file without its folders.
fn short(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// What either knows of the event; the first where both do.
fn known(own: EventDraft, other: EventDraft) -> EventDraft {
    EventDraft {
        id: own.id.or(other.id),
        title: own.title.or(other.title),
        tagline: own.tagline.or(other.tagline),
        start: own.start.or(other.start),
        end: own.end.or(other.end),
        day_start: own.day_start.or(other.day_start),
        wanted_day_start: None,
        timezone: own.timezone.or(other.timezone),
        language: own.language.or(other.language),
        mode: own.mode.or(other.mode),
        url: own.url.or(other.url),
        revision: own.revision.or(other.revision),
    }
}
