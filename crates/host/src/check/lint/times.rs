//! Days and hours of sessions: what is said twice has to agree.

use agenda::Rule;
use agenda::clock::HourCycle;
use agenda::model::Session;
use agenda::time::duration;
use chrono::{DateTime, FixedOffset, TimeDelta};

use super::Lint;
use crate::check::remedy::written;
use crate::zones::{at_wall, offset_at};

/// The most minutes of a session that nobody wonders at.
const LONG: i64 = 12 * 60;

/// A time whose offset is not the one of the venue then.
struct Mistaken {
    /// As the file has it.
    at: DateTime<FixedOffset>,
    /// As the venue's clocks show it.
    venue: DateTime<FixedOffset>,
}

impl Lint<'_> {
    pub(super) fn times(&mut self, session: &Session, index: usize) {
        let own = [format!("/sessions/{index}/start"), format!("/sessions/{index}/end")];
        let zone = &*self.document.event.timezone;
        let has_zone = self.is_own("/event/timezone") && offset_at(zone, session.start.to_utc()).is_some();
        if !own.iter().all(|pointer| self.is_own(pointer)) || !has_zone || session.end <= session.start {
            return;
        }
        let [start, end] = own;
        self.days(session, &start, &end);
        let mistaken = |lint: &Self, pointer: &str, at| lint.mistaken(lint.text(pointer), at);
        match (mistaken(self, &start, session.start), mistaken(self, &end, session.end)) {
            (Some(first), Some(last)) if first.at.offset() == last.at.offset() && !first.is_skipped(zone) => {
                let (from, to) = (first.say(), last.say());
                let problem = format!("is at {} to {}, which in {zone} is {} to {}", from.0, to.0, from.1, to.1);
                self.fault(Rule::OtherOffset, start, problem, first.remedy(zone));
            }
            (first, last) => {
                for (pointer, verb, mistaken) in [(start, "starts", first), (end, "ends", last)] {
                    let Some(mistaken) = mistaken else { continue };
                    let (file, venue) = mistaken.say();
                    if mistaken.is_skipped(zone) {
                        let clock = HourCycle::H24.time(mistaken.at.time());
                        let day = mistaken.at.date_naive();
                        let problem = format!("{verb} at {clock}, an hour that the clocks of {zone} skip on {day}");
                        let remedy =
                            format!("as it is, visitors read {venue}; then write `{}`", written(mistaken.venue));
                        self.fault(Rule::SkippedHour, pointer, problem, remedy);
                    } else {
                        let problem = format!("{verb} at {file}, which in {zone} is {venue}");
                        self.fault(Rule::OtherOffset, pointer, problem, mistaken.remedy(zone));
                    }
                }
            }
        }
    }

    /// Which days it is on, and how long it takes.
    fn days(&mut self, session: &Session, start: &str, end: &str) {
        let event = &self.document.event;
        let date = |at: DateTime<FixedOffset>| at.with_timezone(&venue(&event.timezone, at)).date_naive();
        let (first, last) = (date(session.start), date(session.end));
        let has_days = self.is_own("/event/start") && self.is_own("/event/end") && event.start <= event.end;
        // What starts before days begin belongs to the one before.
        let night = TimeDelta::minutes(event.day_start.minutes().into());
        let day = date(session.start - night);
        if has_days && !(event.start..=event.end).contains(&day) {
            let problem = if day == first {
                format!("starts on {first}, outside the event's days")
            } else {
                format!("starts on {first} before days begin, and so belongs to {day}, outside the event's days")
            };
            self.fault(Rule::OutsideEvent, start.to_owned(), problem, "is the date right?");
        } else if session.span().minutes() > LONG {
            let problem = match (last - first).num_days() {
                ..=1 => format!("lasts {}", duration(session.span().minutes())),
                _ => format!("starts on {first} and ends on {last}"),
            };
            self.fault(Rule::LongSession, end.to_owned(), problem, "is the date right?");
        }
    }

    /// Whether the offset of a time is wrong for the venue. `Z` names no place, and neither does `+00:00` where
    /// the venue is never at it.
    fn mistaken(&self, text: &str, at: DateTime<FixedOffset>) -> Option<Mistaken> {
        let zone = &*self.document.event.timezone;
        let then = venue(zone, at);
        let is_utc = at.offset().local_minus_utc() == 0 && (text.ends_with(['Z', 'z']) || !is_ever(zone, at));
        (*at.offset() != then && !is_utc).then(|| Mistaken { at, venue: at.with_timezone(&then) })
    }
}

impl Mistaken {
    /// Hour and offset in the file, and at the venue.
    fn say(&self) -> (String, String) {
        let say = |at: DateTime<FixedOffset>| format!("{} ({})", HourCycle::H24.time(at.time()), at.offset());
        let venue = say(self.venue);
        let day = self.venue.date_naive();
        let venue = if day == self.at.date_naive() { venue } else { format!("{day} {venue}") };
        (say(self.at), venue)
    }

    /// What was probably meant.
    fn remedy(&self, zone: &str) -> String {
        let wall = self.at.naive_local();
        let Some(meant) = at_wall(zone, wall) else { return "correct the hour or the offset".to_owned() };
        let clock = HourCycle::H24.time(wall.time());
        let season = if is_ever(zone, self.at) {
            format!("{} holds there at another time of the year; ", self.at.offset())
        } else {
            String::new()
        };
        format!("{season}if {clock} at the venue is meant, write `{}`", written(meant))
    }

    /// Whether the venue's clocks never show what the file has.
    fn is_skipped(&self, zone: &str) -> bool {
        at_wall(zone, self.at.naive_local()).is_none()
    }
}

/// The offset of the venue at a time; that of the time where there is no such zone.
fn venue(zone: &str, at: DateTime<FixedOffset>) -> FixedOffset {
    offset_at(zone, at.to_utc()).unwrap_or(*at.offset())
}

/// Whether the zone has that offset half a year before or after.
fn is_ever(zone: &str, at: DateTime<FixedOffset>) -> bool {
    let half = TimeDelta::days(183);
    [at - half, at + half].into_iter().any(|other| venue(zone, other) == *at.offset())
}
