//! Single values of the agenda, each a type that holds only what is right.

use std::fmt;
use std::ops::{Deref, RangeInclusive};

use super::fault::is_not;
use super::letters::unfit;

/// The format version that this app reads.
pub const FORMAT: u32 = 1;

/// The version of the format; only [`FORMAT`] can be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "u32", extend("const" = FORMAT)))]
pub struct Version;

/// A language, as a BCP 47 tag such as `en` or `pt-BR`; the host tool checks that it is registered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("pattern" = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"), example = &"en"))]
pub struct Language(String);

/// A line of plain text: trimmed, not empty, no line breaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("pattern" = r"\S"), example = &"Opening"))]
pub struct Line(String);

/// A whole number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "u32", extend("minimum" = 1), example = 1))]
pub struct Number(pub u32);

/// A hue of the OKLCH wheel in degrees, 0 to 359.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "u32", extend("maximum" = 359), example = 225))]
pub struct Hue(u32);

/// A place in a recording: seconds from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("pattern" = "^([0-9]{1,2}:)?[0-9]{1,2}:[0-5]?[0-9]$"), example = &"7:05"))]
pub struct Mark(pub u32);

/// The name of an IANA time zone; the rules check that it exists.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("pattern" = r"\S"), example = &"Europe/Copenhagen"))]
pub struct ZoneName(String);

impl Line {
    /// The text as a line; `None` when it is blank or has line breaks.
    pub fn new(text: &str) -> Option<Self> {
        let line = text.trim();
        let is_plain = !line.is_empty() && !line.contains(char::is_control) && unfit(line).is_none();
        is_plain.then(|| Self(line.to_owned()))
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

impl Deref for Language {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
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

fn whole(number: u64, range: RangeInclusive<u32>, wanted: &str) -> Result<u32, String> {
    let number_in_range = u32::try_from(number).ok().filter(|number| range.contains(number));
    number_in_range.ok_or_else(|| format!("{number} is not {wanted}"))
}

impl TryFrom<&str> for Line {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        let problem = || unfit(text).unwrap_or_else(|| is_not(text, "one line of text with something in it"));
        Self::new(text).ok_or_else(problem)
    }
}

impl TryFrom<&str> for Language {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        let mut parts = text.split('-');
        let first = parts.next().unwrap_or_default();
        let is_code = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_part =
            |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_tag = is_code && parts.all(is_part);
        let wanted = "a language as a BCP 47 tag such as `en` or `pt-BR`";
        is_tag.then(|| Self(text.to_owned())).ok_or_else(|| is_not(text, wanted))
    }
}

impl TryFrom<&str> for ZoneName {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        Line::new(text).map(|Line(name)| Self(name)).ok_or_else(|| is_not(text, "the name of a time zone"))
    }
}

impl TryFrom<&str> for Mark {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        Self::parse(text).ok_or_else(|| is_not(text, "a place in a recording such as `7:05`"))
    }
}

impl TryFrom<u64> for Version {
    type Error = String;

    fn try_from(version: u64) -> Result<Self, String> {
        match version {
            1 => Ok(Self),
            0 => Err("0 is not a format version".to_owned()),
            newer => Err(format!("this is format {newer}, and this app reads format {FORMAT}; use a newer Meridian")),
        }
    }
}

impl TryFrom<u64> for Number {
    type Error = String;

    fn try_from(number: u64) -> Result<Self, String> {
        whole(number, 1..=u32::MAX, "a whole number from 1").map(Self)
    }
}

impl TryFrom<u64> for Hue {
    type Error = String;

    fn try_from(number: u64) -> Result<Self, String> {
        whole(number, 0..=359, "a hue from 0 to 359").map(Self)
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
        assert_eq!(Line::new("\u{200b}\u{2060}"), None);
        assert_eq!(Line::new("a \u{202e}b"), None);
        assert_eq!(Line::new("a\u{200f}").as_deref(), Some("a\u{200f}"));
    }

    #[test]
    fn a_language_is_a_tag() {
        for tag in ["en", "pt-BR", "zh-Hant-TW", "gsw", "sr-Latn", "de-CH-1996", "en-x-own"] {
            assert_eq!(Language::try_from(tag).as_deref(), Ok(tag));
        }
        for bad in ["", "e", "english", "en_US", "en-", "-en", "e1", "en US", "français", "en-verylongpart"] {
            let said = Language::try_from(bad).expect_err(bad);
            assert!(said.contains("is not a language as a BCP 47 tag such as `en`"), "{said}");
        }
    }
}
