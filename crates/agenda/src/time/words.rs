//! Dates in English words.

use chrono::NaiveDate;

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
