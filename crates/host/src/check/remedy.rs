//! Remedies that only this tool can name: it knows the text of the file, every zone, and has the time to search.

use agenda::model::{Document, Session};
use agenda::{Fault, Rule};
use chrono::{DateTime, Days, FixedOffset, SecondsFormat, TimeDelta};
use serde_json::Value;

use super::meant;
use super::source::steps;
use crate::zones;

/// How long a session lasts that was surely not meant to last longer.
const PLAUSIBLE: TimeDelta = TimeDelta::hours(12);

/// The fault with the remedy that fits it best.
pub(super) fn refined(fault: Fault, document: &Document, root: &Value) -> Fault {
    let text = root.pointer(&fault.pointer).and_then(Value::as_str).unwrap_or_default();
    let remedy = if fault.rule == Rule::UnknownZone {
        zones::meant(text).map(did_you_mean)
    } else if fault.rule == Rule::UnknownReference {
        meant::id(root, &fault.pointer, text).map(did_you_mean)
    } else if [Rule::EndBeforeStart, Rule::NoMinutes].contains(&fault.rule) {
        session(document, &fault.pointer).and_then(end)
    } else {
        None
    };
    Fault { remedy: remedy.unwrap_or(fault.remedy), ..fault }
}

/// The question whether that was meant.
pub(super) fn did_you_mean(meant: impl AsRef<str>) -> String {
    format!("did you mean `{}`?", meant.as_ref())
}

/// The session around a pointer.
fn session<'d>(document: &'d Document, pointer: &str) -> Option<&'d Session> {
    let mut steps = steps(pointer);
    let index = (steps.next()? == "sessions").then(|| steps.next()?.parse::<usize>().ok())??;
    document.sessions.get(index)
}

/// What to do about an end that is not after its start, where a single slip explains it.
fn end(session: &Session) -> Option<String> {
    let (start, end) = (session.start, session.end);
    let fits = |end: DateTime<FixedOffset>| end > start && end - start <= PLAUSIBLE;
    if start.offset() != end.offset() {
        let same = end.naive_local().and_local_timezone(*start.offset()).single().filter(|end| fits(*end));
        if let Some(end) = same {
            return Some(format!("start and end have different offsets; is `{}` meant?", written(end)));
        }
    }
    let days = u64::try_from((start - end).num_days() + 1).ok()?;
    let later = end.checked_add_days(Days::new(days)).filter(|end| fits(*end))?;
    Some(match days {
        1 => format!("does it end on the day after, at `{}`?", written(later)),
        days => format!("it ends {days} days too early; is `{}` meant?", written(later)),
    })
}

/// A time as the file writes it.
pub(super) fn written(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}
