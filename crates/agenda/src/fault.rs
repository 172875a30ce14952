//! What is wrong with an agenda, where, and what to do about it.

use std::fmt;

use super::json::{SyntaxError, line_column};

/// Whether a fault keeps the agenda from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The agenda breaks a rule.
    Error,
    /// Probably a slip, or a member that a newer app knows.
    Warning,
}

/// One thing wrong with an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whether the agenda can be used all the same.
    pub severity: Severity,
    /// JSON pointer (RFC 6901) to the value.
    pub pointer: String,
    /// Byte offset of the value in the source.
    pub at: usize,
    /// The nearest thing with a name, such as ``session `thu-obis` ``.
    pub subject: String,
    /// What is wrong.
    pub problem: String,
    /// What to do; empty where the problem says it.
    pub remedy: String,
}

impl Fault {
    /// The fault behind the line and column of the source where it stands.
    pub fn locate(&self, source: &str) -> String {
        let (line, column) = line_column(source, self.at);
        format!("{line}:{column} {self}")
    }
}

impl From<SyntaxError> for Fault {
    fn from(error: SyntaxError) -> Self {
        Self {
            severity: Severity::Error,
            pointer: String::new(),
            at: error.at,
            subject: String::new(),
            problem: error.problem.to_owned(),
            remedy: String::new(),
        }
    }
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
