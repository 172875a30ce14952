//! The text of an agenda as JSON, with the place of each value.

use std::ops::Range;

use agenda::{Fault, Rule};
use jsonc_parser::ast::{ObjectProp, Value as Node};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value;

/// JSON alone: browsers read nothing else.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// What to do about JSON with additions.
const REMEDY: &str =
    "browsers read strict JSON only: names and texts in double quotes, no comments, no trailing commas";

/// A fault and the bytes of the text that it concerns.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) range: Range<usize>,
    pub(super) fault: Fault,
}

/// A text that is JSON.
pub(super) struct Source<'a> {
    /// Its values with their places.
    pub(super) root: Node<'a>,
    /// Its values alone.
    pub(super) value: Value,
}

impl<'a> Source<'a> {
    /// Reads a text without a byte order mark.
    ///
    /// # Errors
    /// Where and why it is not JSON.
    pub(super) fn parse(text: &'a str) -> Result<Self, Placed> {
        let tree = parse_to_ast(text, &CollectOptions::default(), &STRICT).map_err(|error| {
            let remedy = if is_of_another_json(error.kind()) { REMEDY } else { "" };
            not_json(error.range().start..error.range().end, error.kind().to_string(), remedy)
        })?;
        let root = tree.value.ok_or_else(|| not_json(0..0, "The file is empty".to_owned(), ""))?;
        let value = serde_json::from_str(text).map_err(|error| {
            let at = offset(text, error.line(), error.column());
            not_json(at..at, without_place(&error), "")
        })?;
        Ok(Self { root, value })
    }

    /// The place of what the pointer leads to, or of the last value on the way.
    pub(super) fn place(&self, pointer: &str) -> Range<usize> {
        let mut here = &self.root;
        for step in steps(pointer) {
            let next = match here {
                Node::Array(list) => step.parse().ok().and_then(|index: usize| list.elements.get(index)),
                Node::Object(object) => object.get(&step).map(|member| &member.value),
                Node::StringLit(_) | Node::NumberLit(_) | Node::BooleanLit(_) | Node::NullKeyword(_) => None,
            };
            let Some(next) = next else { break };
            here = next;
        }
        let range = here.range();
        match here {
            // What is between the braces is not to be underlined.
            Node::Array(_) | Node::Object(_) => range.start..range.start + 1,
            Node::StringLit(_) | Node::NumberLit(_) | Node::BooleanLit(_) | Node::NullKeyword(_) => {
                range.start..range.end
            }
        }
    }

    /// The place of a member's name.
    pub(super) fn place_of_name(member: &ObjectProp) -> Range<usize> {
        let range = member.name.range();
        range.start..range.end
    }
}

/// The fault of a text that is not JSON.
fn not_json(range: Range<usize>, problem: String, remedy: &str) -> Placed {
    let (pointer, subject, remedy) = (String::new(), String::new(), remedy.to_owned());
    Placed { range, fault: Fault { rule: Rule::Syntax, pointer, subject, problem, remedy } }
}

/// Whether some other reader of JSON takes it.
fn is_of_another_json(kind: &ParseErrorKind) -> bool {
    matches!(
        kind,
        ParseErrorKind::BareDecimalPointNumbersNotAllowed
            | ParseErrorKind::CommentsNotAllowed
            | ParseErrorKind::ExpectedStringObjectProperty
            | ParseErrorKind::HexadecimalNumbersNotAllowed
            | ParseErrorKind::NonFiniteNumbersNotAllowed
            | ParseErrorKind::SingleQuotedStringsNotAllowed
            | ParseErrorKind::TrailingCommasNotAllowed
            | ParseErrorKind::UnaryPlusNumbersNotAllowed
    )
}

/// The byte of a line and column (in bytes), both counted from 1.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = (before + column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// The words of an error without the place that serde appends to them.
fn without_place(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.rsplit_once(" at line ").map_or(words.as_str(), |(problem, _)| problem).to_owned()
}

/// Line and column of a byte, both counted from 1, columns in characters.
pub(super) fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let column = before.chars().rev().take_while(|&character| character != '\n').count() + 1;
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    (line, column)
}

/// The steps of a JSON pointer (RFC 6901).
pub(super) fn steps(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"))
}

/// A pointer one step further.
pub(super) fn join(pointer: &str, step: &str) -> String {
    format!("{pointer}/{}", step.replace('~', "~0").replace('/', "~1"))
}
