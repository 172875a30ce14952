//! Dates in English words. (chrono's `format` can write every form there is, at 4 KB of the app.)

use chrono::{Datelike, Month, NaiveDate, Weekday};

/// As in `Monday`.
pub fn weekday_name(date: NaiveDate) -> String {
    let name = match date.weekday() {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    };
    name.to_owned()
}

/// As in `28 June`.
pub fn day_month(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month_name(date))
}

/// As in `June`.
fn month_name(date: NaiveDate) -> &'static str {
    let month = u8::try_from(date.month()).ok().and_then(|month| Month::try_from(month).ok());
    month.map_or("", |month| month.name())
}

/// The first three letters of a name.
fn short(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}

/// As in `Mon 28`.
pub fn weekday_day(date: NaiveDate) -> String {
    format!("{} {}", short(&weekday_name(date)), date.day())
}

/// As in `Mon 28 Jun`.
pub fn short_date(date: NaiveDate) -> String {
    format!("{} {}", weekday_day(date), short(month_name(date)))
}

/// As in `Monday 28 June`.
pub fn long_date(date: NaiveDate) -> String {
    format!("{} {}", weekday_name(date), day_month(date))
}

/// As in `28 June 2021`.
pub fn day_month_year(date: NaiveDate) -> String {
    format!("{} {}", day_month(date), date.year())
}

/// As in `Monday 28 June 2021`.
pub fn full_date(date: NaiveDate) -> String {
    format!("{} {}", long_date(date), date.year())
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
