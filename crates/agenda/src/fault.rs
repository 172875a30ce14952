//! What is wrong with an agenda, where, and what to do about it.

use std::fmt;

use super::rule::Rule;

/// One thing wrong with an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The rule that is broken.
    pub rule: Rule,
    /// JSON pointer (RFC 6901) to the value.
    pub pointer: String,
    /// The nearest thing with a name, such as ``session `thu-obis` ``.
    pub subject: String,
    /// What is wrong.
    pub problem: String,
    /// What to do; empty where the problem says it.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.subject.is_empty() {
            write!(f, "{}: ", self.subject)?;
        }
        f.write_str(&self.problem)?;
        if !self.remedy.is_empty() {
            write!(f, "; {}", self.remedy)?;
        }
        Ok(())
    }
}

/// The first 40 characters, so that a hostile file cannot flood a message.
pub fn clip(text: &str) -> String {
    let mut clipped: String = text.chars().take(40).collect();
    if clipped.len() < text.len() {
        clipped.push('…');
    }
    clipped
}

/// The problem of a text that is not what was expected.
pub(crate) fn is_not(text: &str, wanted: &str) -> String {
    format!("`{}` is not {wanted}", clip(text))
}
