//! Years that are far away, and programmes of the future.

use agenda::Rule;
use chrono::{DateTime, Datelike, Utc};

use super::Lint;

impl Lint<'_> {
    pub(super) fn dates(&mut self, now: Option<DateTime<Utc>>) {
        let document = self.document;
        let event = &document.event;
        let days = [("/event/start", event.start.year()), ("/event/end", event.end.year())];
        let mut years: Vec<(String, i32)> = days.map(|(pointer, year)| (pointer.to_owned(), year)).to_vec();
        years.push(("/revision/published".to_owned(), document.revision.published.year()));
        for (index, session) in document.sessions.iter().enumerate() {
            years.push((format!("/sessions/{index}/start"), session.start.year()));
            years.push((format!("/sessions/{index}/end"), session.end.year()));
        }
        for (pointer, year) in years {
            if !(1970..=2100).contains(&year) {
                self.fault(Rule::FarYear, pointer, format!("is in the year {year}"), "is the year right?");
            }
        }
        let published = document.revision.published.to_utc();
        if now.is_some_and(|now| published > now) {
            let problem = format!("is published on {}, which is still to come", published.date_naive());
            let remedy = "is the date right? Calendars take it for the age of what they have";
            self.fault(Rule::FuturePublication, "/revision/published".to_owned(), problem, remedy);
        }
    }
}
