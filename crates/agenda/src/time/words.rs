//! Dates in English words.

use chrono::{Datelike, NaiveDate};

/// As in `Monday`.
pub fn weekday_name(date: NaiveDate) -> String {
    date.format("%A").to_string()
}

/// As in `28 June`.
pub fn day_month(date: NaiveDate) -> String {
    date.format("%-d %B").to_string()
}

/// As in `Mon 28`.
pub fn weekday_day(date: NaiveDate) -> String {
    date.format("%a %-d").to_string()
}

/// As in `Mon 28 Jun`.
pub fn short_date(date: NaiveDate) -> String {
    date.format("%a %-d %b").to_string()
}

/// As in `Monday 28 June`.
pub fn long_date(date: NaiveDate) -> String {
    date.format("%A %-d %B").to_string()
}

/// As in `28 June 2021`.
pub fn day_month_year(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// As in `Monday 28 June 2021`.
pub fn full_date(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// Days from one to another, as in `28 June to 2 July 2021`: a month or a year that both share is said once, and a
/// single day too.
pub fn days(start: NaiveDate, end: NaiveDate) -> String {
    let of_both = |part: fn(&NaiveDate) -> i64| part(&start) == part(&end);
    let (year, month) = (of_both(|date| date.year().into()), of_both(|date| date.month().into()));
    let first = match (year, month) {
        _ if start == end => return day_month_year(end),
        (true, true) => start.day().to_string(),
        (true, false) => day_month(start),
        (false, _) => day_month_year(start),
    };
    format!("{first} to {}", day_month_year(end))
}
