//! Single values of the agenda, each a type that holds only what is right.

use std::fmt;
use std::ops::Deref;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::field::{Field, Reader};
#[cfg(feature = "schema")]
use super::field::{Schema, schema};
use super::id::Id;
#[cfg(feature = "schema")]
use super::id::MAX_ID;
use super::json::{Json, Value};
use super::model::ChangeDate;
use super::time::{parse_date, parse_instant};

/// The format version that this app reads.
pub const FORMAT: u32 = 1;

/// The version of the format; only [`FORMAT`] can be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version;

/// A line of plain text: trimmed, not empty, no line breaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line(String);

/// A whole number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub u32);

/// A hue of the OKLCH wheel in degrees, 0 to 359.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hue(u32);

/// A place in a recording: seconds from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(pub u32);

/// The name of an IANA time zone; the validator asks whether there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneName(String);

impl Line {
    /// The text as a line; `None` when it is blank or has line breaks.
    pub fn new(text: &str) -> Option<Self> {
        let line = text.trim();
        (!line.is_empty() && !line.contains(char::is_control)).then(|| Self(line.to_owned()))
    }
}

impl Deref for Line {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Deref for ZoneName {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Hue {
    /// Degrees between two hues of the stylesheet.
    pub const STEP: u32 = 15;

    /// The class that gives an element this hue, rounded to the stylesheet's steps.
    pub fn class(self) -> String {
        format!("hue-{}", (self.0 + Self::STEP / 2) / Self::STEP * Self::STEP % 360)
    }
}

impl Mark {
    /// Reads `7:05` or `1:07:05`.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(':').collect();
        let plain = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if !(2..=3).contains(&parts.len()) || !parts.iter().all(plain) {
            return None;
        }
        let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
        let in_range = numbers.iter().skip(1).all(|&number| number < 60);
        in_range.then(|| Self(numbers.iter().fold(0, |sum, number| sum * 60 + number)))
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes, seconds) = (self.0 / 3_600, self.0 / 60 % 60, self.0 % 60);
        match hours {
            0 => write!(f, "{minutes}:{seconds:02}"),
            _ => write!(f, "{hours}:{minutes:02}:{seconds:02}"),
        }
    }
}

/// A whole number in that range, or an error that says what was wanted and the
/// start of the range.
fn whole(json: &Json, reader: &mut Reader, range: std::ops::RangeInclusive<u32>, wanted: &str) -> u32 {
    let Value::Number(digits) = json.value else {
        reader.unexpected(json, wanted);
        return *range.start();
    };
    digits.parse().ok().filter(|number| range.contains(number)).unwrap_or_else(|| {
        reader.error(json, format!("{digits} is not {wanted}"), "");
        *range.start()
    })
}

/// Says how a type that is written as one string is read and described.
macro_rules! written {
    ($Type:ty, $blank:expr, $wanted:expr, $parse:expr, $schema:tt) => {
        impl Field for $Type {
            fn blank() -> Self {
                $blank
            }

            fn read(json: &Json, reader: &mut Reader) -> Self {
                reader.parsed(json, $wanted, $parse)
            }

            #[cfg(feature = "schema")]
            fn schema() -> Schema {
                schema!($schema)
            }
        }
    };
}

written!(Id, Id::blank(), "an id: lower-case letters, digits and single hyphens, starting with a letter, 64 at most", Id::new,
    { "type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "maxLength": MAX_ID });
written!(Line, Line(String::new()), "one line of text with something in it", Line::new,
    { "type": "string", "pattern": "\\S" });
written!(ZoneName, ZoneName(String::new()), "the name of a time zone", |text| Line::new(text).map(|line| ZoneName(line.0)),
    { "type": "string", "pattern": "\\S", "examples": ["Europe/Copenhagen"] });
written!(NaiveDate, NaiveDate::default(), "a date such as `2021-06-28`", parse_date,
    { "type": "string", "format": "date" });
written!(DateTime<FixedOffset>, DateTime::default(), "a date and time with offset such as `2021-06-28T09:00:00+02:00`", parse_instant,
    { "type": "string", "format": "date-time" });
written!(ChangeDate, ChangeDate::Day(NaiveDate::default()), "a date, or a date and time with offset", parse_change_date,
    { "type": "string", "anyOf": [{ "format": "date" }, { "format": "date-time" }] });
written!(Mark, Mark(0), "a place in a recording such as `7:05`", Mark::parse,
    { "type": "string", "pattern": "^([0-9]{1,2}:)?[0-9]{1,2}:[0-5]?[0-9]$" });

fn parse_change_date(text: &str) -> Option<ChangeDate> {
    parse_date(text).map(ChangeDate::Day).or_else(|| parse_instant(text).map(ChangeDate::Instant))
}

impl Field for Version {
    fn blank() -> Self {
        Self
    }

    fn read(json: &Json, reader: &mut Reader) -> Self {
        let version = whole(json, reader, 1..=u32::MAX, "a format version");
        if version > FORMAT {
            let problem = format!("this is format {version}, and this app reads format {FORMAT}");
            reader.error(json, problem, "use a newer Meridian");
        }
        Self
    }

    #[cfg(feature = "schema")]
    fn schema() -> Schema {
        schema!({ "const": FORMAT })
    }
}

impl Field for Number {
    fn blank() -> Self {
        Self(1)
    }

    fn read(json: &Json, reader: &mut Reader) -> Self {
        Self(whole(json, reader, 1..=u32::MAX, "a whole number from 1"))
    }

    #[cfg(feature = "schema")]
    fn schema() -> Schema {
        schema!({ "type": "integer", "minimum": 1 })
    }
}

impl Field for Hue {
    fn blank() -> Self {
        Self(0)
    }

    fn read(json: &Json, reader: &mut Reader) -> Self {
        Self(whole(json, reader, 0..=359, "a hue from 0 to 359"))
    }

    #[cfg(feature = "schema")]
    fn schema() -> Schema {
        schema!({ "type": "integer", "minimum": 0, "maximum": 359 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_minutes_and_seconds() {
        for (text, seconds) in [("7:05", 425), ("0:00", 0), ("53:20", 3_200), ("1:07:05", 4_025)] {
            let mark = Mark::parse(text).expect(text);
            assert_eq!((mark.0, mark.to_string().as_str()), (seconds, text));
        }
        for bad in ["", "7", "7:60", "1:60:00", "a:05", ":05", "7:", "-1:05", "1:2:3:4", "100:00"] {
            assert_eq!(Mark::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn hues_round_to_the_steps_of_the_stylesheet() {
        for (degrees, class) in [(0, "hue-0"), (7, "hue-0"), (8, "hue-15"), (255, "hue-255"), (359, "hue-0")] {
            assert_eq!(Hue(degrees).class(), class);
        }
    }

    #[test]
    fn a_line_is_one_line_with_something_in_it() {
        assert_eq!(Line::new("  a b ").as_deref(), Some("a b"));
        assert_eq!(Line::new(" \t"), None);
        assert_eq!(Line::new("a\nb"), None);
    }
}
