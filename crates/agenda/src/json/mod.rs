//! JSON (RFC 8259) as a tree that remembers where each value stands.
//!
//! Our own because the same few kilobytes serve the browser and the host tool,
//! name line and column in both, and cost the visitor a fifth of `serde_json`.

mod parser;

use std::borrow::Cow;
use std::fmt;

use parser::Parser;

/// How deep arrays and objects may nest; an agenda needs eight.
const MAX_DEPTH: usize = 64;

/// A value and the byte offset at which it starts.
#[derive(Debug, Clone, PartialEq)]
pub struct Json<'a> {
    /// Byte offset in the source.
    pub at: usize,
    /// The value itself.
    pub value: Value<'a>,
}

/// What a JSON text can say. A number stays as written.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written
    Number(&'a str),
    /// A string, unescaped
    String(Cow<'a, str>),
    /// An array
    Array(Vec<Json<'a>>),
    /// An object, members in order, names as they come
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Why a text is not JSON, and the byte offset where that shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Byte offset in the source.
    pub at: usize,
    /// What was wrong there.
    pub problem: &'static str,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.problem)
    }
}

/// Line and column of a byte offset, both counted from 1, columns in characters.
pub fn line_column(source: &str, at: usize) -> (usize, usize) {
    let before = source.get(..at).unwrap_or(source);
    let column = before.chars().rev().take_while(|&character| character != '\n').count() + 1;
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    (line, column)
}

/// A text as a JSON string.
pub fn quote(text: &str) -> String {
    let digit = |character: char, shift: u32| char::from_digit((u32::from(character) >> shift) & 15, 16).unwrap_or('0');
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\0'..'\u{20}' => quoted.extend(['\\', 'u', '0', '0', digit(character, 4), digit(character, 0)]),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

impl<'a> Json<'a> {
    /// Reads one JSON text; a byte order mark before it is passed over.
    ///
    /// # Errors
    /// Where the text stops being JSON, or nests deeper than 64 levels.
    pub fn parse(source: &'a str) -> Result<Self, SyntaxError> {
        let start = if source.starts_with('\u{feff}') { 3 } else { 0 };
        let mut parser = Parser::at(source, start);
        parser.skip_space();
        let json = parser.value(MAX_DEPTH)?;
        parser.skip_space();
        match parser.peek() {
            None => Ok(json),
            Some(_) => Err(parser.error("there is something after the end of the JSON value")),
        }
    }

    /// What sort of value this is, with its article.
    pub fn sort(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        }
    }

    /// The member of that name, when this is an object that has one.
    pub fn member(&self, name: &str) -> Option<&Json<'a>> {
        let Value::Object(members) = &self.value else { return None };
        members.iter().find(|(key, _)| key == name).map(|(_, json)| json)
    }

    /// The string, when this is one.
    pub fn as_str(&self) -> Option<&str> {
        let Value::String(text) = &self.value else { return None };
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Our tree as serde's, to compare the two readers.
    fn as_serde(json: &Json<'_>) -> serde_json::Value {
        match &json.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(truth) => (*truth).into(),
            Value::Number(digits) => serde_json::from_str(digits).expect("a number as JSON writes it"),
            Value::String(text) => text.as_ref().into(),
            Value::Array(items) => items.iter().map(as_serde).collect(),
            Value::Object(members) => members.iter().map(|(name, json)| (name.to_string(), as_serde(json))).collect(),
        }
    }

    fn any_json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            ".*".prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
                prop::collection::hash_map(".*", inner, 0..6)
                    .prop_map(|members| members.into_iter().collect::<serde_json::Map<_, _>>().into()),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_an_independent_writer_wrote(value in any_json()) {
            for text in [value.to_string(), format!("{value:#}")] {
                let json = Json::parse(&text).expect("serde_json writes JSON");
                prop_assert_eq!(as_serde(&json), value.clone());
            }
        }

        #[test]
        fn agrees_with_an_independent_reader_on_any_text(text in r#"[\[\]{},:"\\/bu0-9a-f.eE+ \n-]{0,24}"#) {
            let ours = Json::parse(&text).map(|json| as_serde(&json)).ok();
            let theirs = serde_json::from_str::<serde_json::Value>(&text).ok();
            // Numbers too large for a float are JSON all the same.
            if theirs.is_some() {
                prop_assert_eq!(ours, theirs);
            }
        }

        #[test]
        fn an_independent_reader_reads_what_was_quoted(text in "(?s).*") {
            prop_assert_eq!(serde_json::from_str::<String>(&quote(&text)).expect("a string"), text);
        }

        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = Json::parse(&text);
        }
    }

    #[test]
    fn says_where_and_why_a_text_is_not_json() {
        let cases = [
            ("", 1, 1, "ends where a value"),
            ("{\n  \"a\": 1,\n}", 3, 1, "no comma after the last"),
            ("[1 2]", 1, 4, "comma or `]`"),
            ("{\"a\" 1}", 1, 6, "colon"),
            ("{a: 1}", 1, 2, "double quotes"),
            ("'a'", 1, 1, "a value was expected"),
            ("\"a\nb\"", 1, 3, "inside a string"),
            ("\"é\\x\"", 1, 4, "no such escape"),
            ("\"\\ud800\"", 1, 8, "surrogate"),
            ("01", 1, 2, "leading zeros"),
            ("1 1", 1, 3, "after the end"),
        ];
        for (text, line, column, problem) in cases {
            let error = Json::parse(text).expect_err(text);
            assert_eq!(line_column(text, error.at), (line, column), "{text:?}");
            assert!(error.problem.contains(problem), "{text:?}: {error}");
        }
    }

    #[test]
    fn refuses_to_nest_without_end() {
        let deep = "[".repeat(100_000);
        assert!(Json::parse(&deep).is_err());
    }
}
