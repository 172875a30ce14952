//! The hour at which the days of an event begin, as the days of a file show it.

use agenda::DayStart;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use super::draft::DayDraft;
use super::sessions::Timed;
use super::times::{minute, resolve};

/// The hour that is tried first where sessions past midnight are listed under the evening.
const USUAL: u32 = 5 * 60;

/// The hour before which a session is held in the night.
const NIGHT: u32 = 5;

/// A session's start at the venue, and the day under which the file lists it.
type Listed = (NaiveDate, NaiveDateTime);

/// When days begin, in minutes from midnight; and what there is to say about it.
///
/// Files say it in more than one way, and not all of them mean it: what is said holds when every session stands under
/// its day then. Else the hour is taken that lets it.
pub(super) fn found(said: Option<u32>, sessions: &[Timed], venue: &str) -> (u32, Option<String>) {
    let days: Vec<(&DayDraft, NaiveDateTime)> =
        sessions.iter().filter_map(|session| Some((session.day.as_ref()?, session.start.naive_local()))).collect();
    if days.is_empty() {
        return (said.unwrap_or(0), late(said, sessions));
    }
    let begin = |day: &DayDraft| resolve(day.start.as_ref()?, venue).ok().map(|start| start.at);
    // Some write dates of UTC beside hours of the venue.
    let by_start = |(day, at): &(&DayDraft, NaiveDateTime)| Some((begin(day)?.date_naive(), *at));
    let by_date = |(day, at): &(&DayDraft, NaiveDateTime)| Some((day.date?, *at));
    let first = days.iter().find_map(|(day, _)| begin(day)).map(|at| minute(at.time()));
    let mut fewest: Option<Vec<Listed>> = None;
    for listed in [days.iter().filter_map(by_date).collect::<Vec<_>>(), days.iter().filter_map(by_start).collect()] {
        let hours = (0..=12).map(|hour| hour * 60);
        let tried = said.into_iter().chain([0]).chain(first).chain([USUAL]).chain(hours);
        let holds = |start: &u32| DayStart::is_in_range(*start) && apart(*start, &listed).next().is_none();
        if let Some(start) = tried.into_iter().find(holds).filter(|_| !listed.is_empty()) {
            return (start, None);
        }
        let count = |listed: &[Listed]| apart(0, listed).count();
        if !listed.is_empty() && fewest.as_ref().is_none_or(|other| count(&listed) < count(other)) {
            fewest = Some(listed);
        }
    }
    let odd = fewest.map_or(0, |listed| apart(0, &listed).count());
    let note = format!(
        "Sessions that the file lists under another day, in a way that no hour at which days begin explains ({odd}); \
         each stands on its date. Name an hour with --day-start, such as 05:00, if days begin later than at midnight."
    );
    (0, Some(note))
}

/// The sessions that stand under another day when days begin at that minute.
fn apart(start: u32, listed: &[Listed]) -> impl Iterator<Item = &Listed> {
    let night = TimeDelta::minutes(start.into());
    listed.iter().filter(move |(day, at)| (*at - night).date() != *day)
}

/// What there is to say of sessions in the night, where nothing tells to which day they belong.
fn late(said: Option<u32>, sessions: &[Timed]) -> Option<String> {
    // What takes all day begins at midnight as a rule.
    let is_late = |session: &&Timed| session.start.hour() < NIGHT && session.end - session.start < TimeDelta::hours(12);
    let count = sessions.iter().filter(is_late).count();
    (said.is_none() && count > 0).then(|| {
        format!(
            "Sessions that start between midnight and 05:00 ({count}); each stands on its date. \
             With --day-start 05:00 they stand with the evening before."
        )
    })
}
