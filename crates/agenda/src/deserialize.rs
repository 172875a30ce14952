//! How members are read for which a derive alone is too lenient.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::de::{Deserialize, Deserializer, Error};

use super::fault::is_not;
use super::time::{parse_date, parse_instant};

/// An optional member that is there: it holds a value, and not `null`.
pub(crate) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A date; chrono would take `2021-6-1`.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    parsed(&String::deserialize(deserializer)?, parse_date, "a date such as `2021-06-28`")
}

/// An optional date.
pub(crate) fn present_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    date(deserializer).map(Some)
}

/// A date and time with offset; chrono would take many other forms.
pub(crate) fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<FixedOffset>, D::Error> {
    let wanted = "a date and time with offset such as `2021-06-28T09:00:00+02:00`";
    parsed(&String::deserialize(deserializer)?, parse_instant, wanted)
}

fn parsed<T, E: Error>(text: &str, parse: fn(&str) -> Option<T>, wanted: &str) -> Result<T, E> {
    parse(text).ok_or_else(|| E::custom(is_not(text, wanted)))
}
