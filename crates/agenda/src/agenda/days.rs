//! The days of the programme, and the sessions that stand on each.

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::Agenda;
use crate::model::Session;
use crate::time::words::{short_date, weekday_day};
use crate::time::{Span, next_day};

/// An event of up to so many days lists each of them; of a longer one, a series as a rule, those that have sessions.
const FEW: i64 = 14;

/// Over how many days a date may be named without its month.
const MONTHLESS: i64 = 27;

impl Agenda {
    /// The days on which sessions stand, and all of a short event, in order.
    pub fn days(&self) -> Vec<NaiveDate> {
        let event = self.event();
        let mut days = self.days_of(self.sessions().iter());
        if (event.end - event.start).num_days() < FEW {
            event.start.iter_days().take_while(|day| *day <= event.end).for_each(|day| add(&mut days, day));
        }
        days
    }

    /// The days with what each is called beside the others: `Mon 28`, and with its month where they are spread.
    pub fn named_days(&self) -> Vec<(NaiveDate, String)> {
        let days = self.days();
        let spread = days.first().zip(days.last()).map_or(0, |(first, last)| (*last - *first).num_days());
        let words = if spread > MONTHLESS { short_date } else { weekday_day };
        days.into_iter().map(|day| (day, words(day))).collect()
    }

    /// The days on which some of its sessions stand, in order.
    pub fn days_of<'a>(&self, sessions: impl Iterator<Item = &'a Session>) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        for session in sessions {
            let (first, last) = self.touched(session).into_inner();
            // An exhibition of half a year stands on the days of the others, and makes none of its own.
            let is_short = (last - first).num_days() < FEW;
            first
                .iter_days()
                .take_while(|day| *day <= last && (is_short || *day == first))
                .for_each(|day| add(&mut days, day));
        }
        days
    }

    /// The sessions that stand on a day of the event.
    pub fn sessions_on(&self, day: NaiveDate) -> impl Iterator<Item = &Session> {
        self.sessions().iter().filter(move |session| self.is_on(session, day))
    }

    /// Whether a session stands on a day: it starts on it at the venue or, where it is long, goes on then.
    pub fn is_on(&self, session: &Session, day: NaiveDate) -> bool {
        self.touched(session).contains(&day)
    }

    /// The day on which a session is found at a moment: the present one where it stands on that, or else its first.
    pub fn day_at(&self, session: &Session, now: DateTime<Utc>) -> NaiveDate {
        let today = self.venue().local(now).date_naive();
        let is_found = self.is_on(session, today) && self.days().contains(&today);
        if is_found { today } else { self.day_of(session) }
    }

    /// What of a session belongs to a day: all of it, but where it is long.
    pub fn part_on(&self, session: &Session, day: NaiveDate) -> Option<Span> {
        let span = session.span();
        if span.is_long() {
            return span.common(Span { start: self.start_of(day), end: self.start_of(next_day(day)) });
        }
        Some(span)
    }

    fn touched(&self, session: &Session) -> RangeInclusive<NaiveDate> {
        let (first, span) = (self.day_of(session), session.span());
        if !span.is_long() {
            return first..=first;
        }
        // What ends at midnight is not on that day.
        first..=self.venue.local(span.end - TimeDelta::seconds(1)).date_naive()
    }
}

/// Adds a day in its place, once.
fn add(days: &mut Vec<NaiveDate>, day: NaiveDate) {
    if let Err(place) = days.binary_search(&day) {
        days.insert(place, day);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phase::now_and_next;
    use crate::time::{parse_date, parse_instant};
    use crate::{sample, zone};
    use chrono::Datelike;

    /// An event with sessions from a time to another.
    fn agenda(start: &str, end: &str, sessions: &[(&str, &str, &str)]) -> Agenda {
        let sessions = sessions.iter().map(|(id, start, end)| {
            format!(r#"{{ "id": "{id}", "title": "x", "kind": "talk", "start": "{start}", "end": "{end}" }}"#)
        });
        let sessions = sessions.collect::<Vec<_>>().join(",");
        let (head, _) = sample::SOURCE.split_once("\"sessions\": [\n").expect("sessions");
        let source = format!("{head}\"sessions\": [{sessions}] }}");
        let source = source.replacen("2021-06-28", start, 1).replacen("2021-06-29", end, 1);
        Agenda::read(&source, &zone::tests::offset).expect("an agenda")
    }

    fn long() -> Agenda {
        agenda(
            "2026-10-24",
            "2026-10-27",
            &[
                ("hack", "2026-10-26T18:00:00+01:00", "2026-10-27T18:00:00+01:00"),
                ("expo", "2026-10-24T09:00:00+02:00", "2026-10-26T17:00:00+01:00"),
                ("party", "2026-10-24T22:00:00+02:00", "2026-10-25T01:00:00+02:00"),
                ("all-day", "2026-10-27T00:00:00+01:00", "2026-10-28T00:00:00+01:00"),
            ],
        )
    }

    #[test]
    fn a_session_is_found_today_where_it_stands_on_today() {
        let agenda = long();
        for (id, now, day) in [
            ("expo", "2026-10-25T10:00:00Z", "2026-10-25"),
            ("party", "2026-10-24T22:30:00Z", "2026-10-24"),
            ("hack", "2026-10-24T10:00:00Z", "2026-10-26"),
        ] {
            let session = agenda.session(id).expect(id);
            let now = parse_instant(now).expect(now).to_utc();
            assert_eq!(agenda.day_at(session, now), parse_date(day).expect(day), "{id} at {now}");
        }
    }

    #[test]
    fn what_is_long_stands_on_each_day_it_touches() {
        let agenda = long();
        let on = |day: &str| {
            let sessions = agenda.sessions_on(parse_date(day).expect("a date"));
            sessions.map(|session| session.id.to_string()).collect::<Vec<_>>().join(" ")
        };
        for (day, sessions) in [
            ("2026-10-24", "expo party"),
            ("2026-10-25", "expo"),
            ("2026-10-26", "expo hack"),
            ("2026-10-27", "hack all-day"),
            ("2026-10-28", ""),
        ] {
            assert_eq!(on(day), sessions, "{day}");
        }
        assert_eq!(agenda.days().len(), 4);
    }

    #[test]
    fn what_is_long_is_on_now_on_each_of_its_days() {
        let agenda = long();
        for now in ["2026-10-24T08:00:00Z", "2026-10-25T03:00:00Z", "2026-10-26T15:59:00Z"] {
            let now = parse_instant(now).expect("an instant").to_utc();
            let on = now_and_next(agenda.sessions().iter(), now).now;
            assert!(on.iter().any(|session| *session.id == *"expo"), "{now}");
        }
    }

    #[test]
    fn a_day_has_its_part_of_what_is_long() {
        let agenda = long();
        let part = |id: &str, day: &str| {
            let part = agenda.part_on(agenda.session(id).expect(id), parse_date(day).expect("a date"));
            part.map(|part| part.minutes() / 60)
        };
        // The night of the change has an hour more.
        for (id, day, hours) in [
            ("expo", "2026-10-24", Some(15)),
            ("expo", "2026-10-25", Some(25)),
            ("expo", "2026-10-26", Some(17)),
            ("expo", "2026-10-27", None),
            ("party", "2026-10-24", Some(3)),
        ] {
            assert_eq!(part(id, day), hours, "{id} on {day}");
        }
    }

    #[test]
    fn a_series_lists_the_days_that_have_sessions_with_their_months() {
        let months: Vec<String> = (1..=12).map(|month| format!("2026-{month:02}-05T18:00:00+01:00")).collect();
        let ids: Vec<String> = (1..=12).map(|month| format!("s{month}")).collect();
        let ends: Vec<String> = months.iter().map(|start| start.replace("T18", "T19")).collect();
        let sessions: Vec<(&str, &str, &str)> =
            ids.iter().zip(&months).zip(&ends).map(|((id, start), end)| (&**id, &**start, &**end)).collect();
        let series = agenda("2026-01-05", "2026-12-05", &sessions);
        let named: Vec<String> = series.named_days().into_iter().map(|(_, words)| words).collect();
        assert_eq!((named.len(), named[0].as_str(), named[11].as_str()), (12, "Mon 5 Jan", "Sat 5 Dec"));
    }

    #[test]
    fn a_short_event_lists_each_of_its_days() {
        let named = |agenda: Agenda| agenda.named_days().into_iter().map(|(_, words)| words).collect::<Vec<_>>();
        let one = ("a", "2021-06-30T10:00:00+02:00", "2021-06-30T11:00:00+02:00");
        assert_eq!(named(agenda("2021-06-28", "2021-07-01", &[one])), ["Mon 28", "Tue 29", "Wed 30", "Thu 1"]);
        let after = ("b", "2021-07-02T10:00:00+02:00", "2021-07-02T11:00:00+02:00");
        assert_eq!(named(agenda("2021-06-30", "2021-06-30", &[one, after])), ["Wed 30", "Fri 2"]);
    }

    #[test]
    fn what_lasts_half_a_year_stands_on_the_days_of_others() {
        let year = agenda(
            "2026-01-01",
            "2026-12-31",
            &[
                ("expo", "2026-02-01T09:00:00+01:00", "2026-09-01T17:00:00+02:00"),
                ("talk", "2026-05-05T09:00:00+02:00", "2026-05-05T10:00:00+02:00"),
            ],
        );
        let days = year.days();
        assert_eq!(days.iter().map(Datelike::ordinal).collect::<Vec<_>>(), [32, 125]);
        assert_eq!(year.sessions_on(days[1]).count(), 2);
    }
}
