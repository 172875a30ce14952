//! How values are read for which a derive alone is too lenient.
//!
//! A value is judged while serde is at it, so that a fault has the line of the
//! value; `#[serde(try_from)]` would judge it when serde has moved on.

use std::fmt;
use std::marker::PhantomData;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::day_start::DayStart;
use super::fault::is_not;
use super::id::Id;
use super::link::Href;
use super::model::ChangeDate;
use super::scalar::{Hue, Language, Line, Mark, Number, Version, ZoneName};
use super::text::Text;
use super::time::{parse_date, parse_instant};

/// Makes types readable that are made from a string, or from a whole number.
macro_rules! read_by {
    ($read:ident: $($Type:ty),+) => {$(
        impl<'de> Deserialize<'de> for $Type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $read(deserializer)
            }
        }
    )+};
}
read_by!(from_str: ChangeDate, Day, DayStart, Href, Id, Language, Line, Mark, Text, ZoneName);
read_by!(from_number: Hue, Number, Version);

/// A member that need not be there: `null` is as good as absent.
pub(crate) fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A date; chrono would take `2021-6-1`.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    Day::deserialize(deserializer).map(|Day(date)| date)
}

/// An optional date.
pub(crate) fn optional_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    Option::deserialize(deserializer).map(|day| day.map(|Day(date)| date))
}

/// A date and time with offset; chrono would take many other forms.
pub(crate) fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<FixedOffset>, D::Error> {
    from_str::<D, Moment>(deserializer).map(|Moment(at)| at)
}

struct Day(NaiveDate);

impl TryFrom<&str> for Day {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        parse_date(text).map(Self).ok_or_else(|| is_not(text, "a date such as `2021-06-28`"))
    }
}

struct Moment(DateTime<FixedOffset>);

impl TryFrom<&str> for Moment {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        let wanted = "a date and time with offset such as `2021-06-28T09:00:00+02:00`";
        parse_instant(text).map(Self).ok_or_else(|| is_not(text, wanted))
    }
}

fn from_str<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: for<'a> TryFrom<&'a str, Error = String>,
{
    deserializer.deserialize_str(StrVisitor(PhantomData))
}

fn from_number<'de, D: Deserializer<'de>, T: TryFrom<u64, Error = String>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_u64(NumberVisitor(PhantomData))
}

/// Judges a string.
struct StrVisitor<T>(PhantomData<T>);

impl<T: for<'a> TryFrom<&'a str, Error = String>> Visitor<'_> for StrVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::try_from(text).map_err(E::custom)
    }
}

/// Judges a whole number.
struct NumberVisitor<T>(PhantomData<T>);

impl<T: TryFrom<u64, Error = String>> Visitor<'_> for NumberVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        T::try_from(number).map_err(E::custom)
    }
}
