//! Names that links, storage keys and calendar UIDs are made from.

use std::fmt;
use std::ops::Deref;

use super::fault::is_not;

/// A lower-case, URL-safe name: ASCII letters, digits and single hyphens,
/// starting with a letter, 64 characters at most.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", extend("pattern" = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "maxLength" = MAX_ID), example = &"opening")
)]
pub struct Id(String);

/// The longest id that is taken.
pub const MAX_ID: usize = 64;

impl Id {
    /// The text as an id, when it is one.
    pub fn new(text: &str) -> Option<Self> {
        let words_are_plain = text.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        let starts_well = text.starts_with(|first: char| first.is_ascii_lowercase());
        (words_are_plain && starts_well && text.len() <= MAX_ID).then(|| Self(text.to_owned()))
    }
}

impl TryFrom<&str> for Id {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        let wanted = "an id: lower-case letters, digits and single hyphens, starting with a letter, 64 at most";
        Self::new(text).ok_or_else(|| is_not(text, wanted))
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_is_safe_in_a_link_and_nothing_else() {
        for good in ["a", "thu-obis", "theme-1", "gnm2021"] {
            assert!(Id::new(good).is_some(), "{good}");
        }
        let long = "a".repeat(MAX_ID + 1);
        for bad in ["", "-a", "a-", "a--b", "A", "1a", "a b", "a/b", "é", "a.b", "a_b", &long] {
            assert!(Id::new(bad).is_none(), "{bad}");
        }
    }
}
