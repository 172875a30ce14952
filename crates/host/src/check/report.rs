//! The report on one file: every fault with its place, and a summary.

use agenda::{Rule, Severity};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde_json::json;

use super::source::{Placed, line_column};

/// Every fault of a file, in the order of the file.
pub(in crate::check) struct Report<'a> {
    name: &'a str,
    text: &'a str,
    faults: Vec<Placed>,
    /// The summary of a valid file.
    contents: String,
}

impl<'a> Report<'a> {
    /// A report on a text, which is the content of the file of that name.
    pub(super) fn new(name: &'a str, text: &'a str, mut faults: Vec<Placed>, contents: String) -> Self {
        faults.sort_by_key(|placed| placed.range.start);
        Self { name, text, faults, contents }
    }

    /// Every fault, and a summary. It has colours, which are removed when it is not printed to a terminal.
    pub(super) fn text(&self) -> String {
        let [errors, warnings, notes] = self.counts();
        let notes = if notes > 0 { format!("; {}", count(notes, "note", "notes")) } else { String::new() };
        let last = match (errors, warnings) {
            (0, 0) => format!("{} is valid: {}{notes}", self.name, self.contents),
            (0, warnings) => {
                format!("{}{notes}; the agenda can be used all the same", count(warnings, "warning", "warnings"))
            }
            (errors, 0) => format!("{}{notes}", count(errors, "error", "errors")),
            (errors, warnings) => {
                format!("{}, {}{notes}", count(errors, "error", "errors"), count(warnings, "warning", "warnings"))
            }
        };
        format!("{}{last}\n", self.faults())
    }

    /// Every fault with its place, the line of the file, and what to do.
    pub(super) fn faults(&self) -> String {
        self.faults.iter().flat_map(|placed| [self.snippet(placed), "\n\n".to_owned()]).collect()
    }

    fn snippet(&self, Placed { range, fault }: &Placed) -> String {
        // The one line, as the rest of a large file would be read again for each fault.
        let start = self.text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let rest = self.text.get(start..).unwrap_or_default();
        let line = rest.split(['\r', '\n']).next().unwrap_or_default();
        let (from, to) = (range.start - start, range.end.saturating_sub(start).min(line.len()));
        let level = match fault.rule.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = if fault.subject.is_empty() {
            fault.problem.clone()
        } else {
            format!("{}: {}", fault.subject, fault.problem)
        };
        let remedy = Some(fault.remedy.as_str()).filter(|remedy| !remedy.is_empty());
        let place = AnnotationKind::Primary.span(from..to.max(from)).label(remedy);
        let snippet = Snippet::source(line).line_start(line_column(self.text, range.start).0).path(self.name);
        Renderer::styled()
            .render(&[level.primary_title(title).id(fault.rule.name()).element(snippet.annotation(place))])
    }

    /// The same for machines: one JSON object.
    pub(super) fn json(&self) -> String {
        let faults: Vec<_> = self
            .faults
            .iter()
            .map(|Placed { range, fault }| {
                let (line, column) = line_column(self.text, range.start);
                json!({
                    "file": self.name,
                    "severity": severity(fault.rule),
                    "rule": fault.rule.name(),
                    "line": line,
                    "column": column,
                    "pointer": fault.pointer,
                    "subject": fault.subject,
                    "problem": fault.problem,
                    "remedy": fault.remedy,
                    "message": fault.to_string(),
                })
            })
            .collect();
        let [errors, warnings, notes] = self.counts();
        let report =
            json!({ "file": self.name, "errors": errors, "warnings": warnings, "notes": notes, "faults": faults });
        format!("{report:#}\n")
    }

    /// The same as commands of GitHub's workflows, which shows them beside the lines.
    pub(super) fn github(&self) -> String {
        let line = |Placed { range, fault }: &Placed| {
            let command = match fault.rule.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "notice",
            };
            let (line, column) = line_column(self.text, range.start);
            let (name, message) = (property(self.name), data(&fault.to_string()));
            format!("::{command} file={name},line={line},col={column},title={}::{message}\n", fault.rule.name())
        };
        self.faults.iter().map(line).collect()
    }

    /// Whether a warning is among the faults.
    pub(super) fn has_warnings(&self) -> bool {
        self.faults.iter().any(|placed| placed.fault.rule.severity() == Severity::Warning)
    }

    /// How many errors, warnings and notes there are.
    fn counts(&self) -> [usize; 3] {
        [Severity::Error, Severity::Warning, Severity::Note]
            .map(|severity| self.faults.iter().filter(|placed| placed.fault.rule.severity() == severity).count())
    }
}

/// The severity of a rule in a word.
pub(super) fn severity(rule: Rule) -> &'static str {
    match rule.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A message as a command of a workflow takes it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of such a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// As in `1 person` and `2 people`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
