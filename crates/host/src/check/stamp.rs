//! What a text lacks to be a date and time with offset (RFC 3339).

use agenda::time::{parse_date, parse_instant};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::Value;

use super::remedy::written;
use crate::zones::at_wall;

/// Problem and remedy of such a text; `None` when no small change makes it one.
pub(super) fn lacking(text: &str, root: &Value) -> Option<(String, String)> {
    let (day, time) = text.trim().split_at_checked(10)?;
    let date = parse_date(day)?;
    let time = time.trim_start_matches(['T', 't', ' ']).trim_end();
    let (clock, offset) = time.split_at(time.find(['Z', 'z', '+', '-', '−', ' ']).unwrap_or(time.len()));
    // RFC 3339 knows no 24:00: it is the start of the next day.
    let (date, clock) = match clock {
        "24:00" | "24:00:00" => (date.succ_opt()?, "00:00:00"),
        _ => (date, clock),
    };
    let seconds = clock.split(':').count() > 2;
    let wall = if seconds { clock.to_owned() } else { format!("{clock}:00") };
    let mut lacks = Vec::new();
    if clock.is_empty() {
        lacks.push("a time of day");
    } else if !seconds {
        lacks.push("seconds");
    }
    let zone = offset.trim().replace('−', "-");
    let zone = match zone.as_bytes() {
        [] => {
            lacks.push("an offset from UTC");
            let time: NaiveTime = wall.parse().ok().or_else(|| clock.is_empty().then_some(NaiveTime::MIN))?;
            at_venue(date.and_time(time), root)?
        }
        [sign @ (b'+' | b'-'), rest @ ..] => {
            let digits: String =
                rest.iter().filter(|byte| byte.is_ascii_digit()).map(|byte| char::from(*byte)).collect();
            let digits = if digits.len() <= 2 { format!("{digits:0>2}00") } else { format!("{digits:0>4}") };
            let (hours, minutes) = digits.split_at_checked(2)?;
            format!("{}{hours}:{minutes}", char::from(*sign))
        }
        _ => "Z".to_owned(),
    };
    let wall = if clock.is_empty() { "09:00:00" } else { &wall };
    let meant = format!("{date}T{wall}{zone}");
    parse_instant(&meant)?;
    let problem = match lacks.as_slice() {
        [] => format!("`{text}` is not written as RFC 3339 has it"),
        lacks => format!("`{text}` has not {}", lacks.join(" and not ")),
    };
    Some((problem, format!("write it as `{meant}`")))
}

/// The dates that a text such as `01/07/2026` or `1.7.2026` may mean, the day first; none for any other text.
pub(super) fn year_last(text: &str) -> Option<String> {
    let parts: Vec<u32> = text.split(['/', '.', '-', ' ']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [one, two, year] = *parts.as_slice() else { return None };
    let year = i32::try_from(year).ok().filter(|year| *year >= 1000)?;
    let date = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    match (date(two, one), date(one, two)) {
        (Some(date), Some(other)) if date != other => {
            Some(format!("write it as `{date}`, or as `{other}` if the month stands first"))
        }
        (Some(date), _) | (None, Some(date)) => Some(format!("write it as `{date}`")),
        (None, None) => None,
    }
}

/// The offset of the event's zone at a time that its clocks show.
fn at_venue(wall: NaiveDateTime, root: &Value) -> Option<String> {
    let zone = root.pointer("/event/timezone")?.as_str()?;
    written(at_wall(zone, wall)?).get(19..).map(str::to_owned)
}
