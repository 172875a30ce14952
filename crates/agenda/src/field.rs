//! How values of the agenda are read: every fault is collected with its place,
//! and reading goes on. The same lines describe each type as JSON Schema.
//!
//! Reading always ends in a value of the type, so that it needs no way out
//! half-way; what was made of a faulty value is never seen, because an agenda
//! with an error is not handed on.

use super::fault::{Fault, Severity};
use super::json::{Json, Value};

#[cfg(feature = "schema")]
pub(super) use serde_json::{Value as Schema, json as schema};

/// A type that stands for a value of the agenda.
pub(super) trait Field: Sized {
    /// Whether a record must have it.
    const REQUIRED: bool = true;

    /// What an absent member means; for a required one, anything of the type.
    fn blank() -> Self;

    /// Reads the value; anything of the type after the reader was told what is wrong.
    fn read(json: &Json, reader: &mut Reader) -> Self;

    /// The type as JSON Schema (<https://json-schema.org/draft/2020-12/schema>).
    #[cfg(feature = "schema")]
    fn schema() -> Schema;
}

/// Where the reading is, and what was found wrong so far.
#[derive(Default)]
pub(super) struct Reader {
    pointer: String,
    subject: String,
    pub(super) faults: Vec<Fault>,
}

/// Where the reading was before it entered something.
pub(super) struct Outside {
    pointer: usize,
    subject: Option<String>,
}

impl Reader {
    /// Reports an error at the value.
    pub(super) fn error(&mut self, json: &Json, problem: String, remedy: &str) {
        self.fault(Severity::Error, json, problem, remedy);
    }

    fn fault(&mut self, severity: Severity, json: &Json, problem: String, remedy: &str) {
        let (pointer, subject, remedy) = (self.pointer.clone(), self.subject.clone(), remedy.to_owned());
        self.faults.push(Fault { severity, pointer, at: json.at, subject, problem, remedy });
    }

    /// The string, or an error that says what was wanted.
    pub(super) fn string<'j>(&mut self, json: &'j Json, wanted: &str) -> Option<&'j str> {
        let text = json.as_str();
        if text.is_none() {
            self.unexpected(json, wanted);
        }
        text
    }

    /// Reads a string by `parse`, or reports what was wanted.
    pub(super) fn parsed<T: Field>(&mut self, json: &Json, wanted: &str, parse: fn(&str) -> Option<T>) -> T {
        let Some(text) = self.string(json, wanted) else { return T::blank() };
        parse(text).unwrap_or_else(|| {
            self.is_not(json, text, wanted);
            T::blank()
        })
    }

    /// The place of the string among the words, or an error that names them.
    pub(super) fn word(&mut self, json: &Json, words: &[&str]) -> usize {
        let found = json.as_str().and_then(|text| words.iter().position(|word| *word == text));
        found.unwrap_or_else(|| {
            let wanted = format!("one of `{}`", words.join("`, `"));
            if let Some(text) = self.string(json, &wanted) {
                self.is_not(json, text, &wanted);
            }
            0
        })
    }

    /// Reports a value of another sort than wanted.
    pub(super) fn unexpected(&mut self, json: &Json, wanted: &str) {
        self.error(json, format!("here is {}, where {wanted} was expected", json.sort()), "");
    }

    fn is_not(&mut self, json: &Json, text: &str, wanted: &str) {
        self.error(json, format!("`{}` is not {wanted}", clip(text)), "");
    }

    /// Opens an object that is a record: names it in what is reported inside,
    /// and reports members that are unknown or said twice.
    pub(super) fn open(&mut self, json: &Json, noun: &str, known: &[&str]) -> Outside {
        let mut outside = Outside { pointer: self.pointer.len(), subject: None };
        let Value::Object(members) = &json.value else {
            self.unexpected(json, &format!("an object (the {noun})"));
            return outside;
        };
        if let Some(id) = json.member("id").and_then(Json::as_str) {
            outside.subject = Some(std::mem::replace(&mut self.subject, format!("{noun} `{}`", clip(id))));
        }
        for (index, (name, member)) in members.iter().enumerate() {
            let is_again = members.iter().take(index).any(|(earlier, _)| earlier == name);
            if !is_again && known.contains(&name.as_ref()) {
                continue;
            }
            let inside = self.enter(name);
            if is_again {
                self.error(member, format!("`{name}` is said twice"), "keep one");
            } else {
                let meant = nearest(name, known).map(|meant| format!("did you mean `{meant}`?"));
                let problem = format!("`{name}` means nothing to this app");
                self.fault(Severity::Warning, member, problem, meant.as_deref().unwrap_or("it is passed over"));
            }
            self.leave(inside);
        }
        outside
    }

    /// Goes back to where the reading was.
    pub(super) fn leave(&mut self, outside: Outside) {
        self.pointer.truncate(outside.pointer);
        if let Some(subject) = outside.subject {
            self.subject = subject;
        }
    }

    /// Reads a member of a record.
    pub(super) fn member<T: Field>(&mut self, json: &Json, name: &str) -> T {
        let Some(member) = self.find(json, name, T::REQUIRED) else { return T::blank() };
        let outside = self.enter(name);
        let read = T::read(member, self);
        self.leave(outside);
        read
    }

    /// The member of that name; that it is missing is an error when it is required.
    fn find<'j, 'a>(&mut self, json: &'j Json<'a>, name: &str, required: bool) -> Option<&'j Json<'a>> {
        let member = json.member(name);
        // What is no object was reported as such.
        if member.is_none() && required && matches!(json.value, Value::Object(_)) {
            self.error(json, format!("`{name}` is missing"), "");
        }
        member
    }

    fn enter(&mut self, step: &str) -> Outside {
        let outside = Outside { pointer: self.pointer.len(), subject: None };
        self.pointer.push('/');
        for letter in step.chars() {
            match letter {
                '~' => self.pointer.push_str("~0"),
                '/' => self.pointer.push_str("~1"),
                _ => self.pointer.push(letter),
            }
        }
        outside
    }
}

impl<T: Field> Field for Option<T> {
    const REQUIRED: bool = false;

    fn blank() -> Self {
        None
    }

    fn read(json: &Json, reader: &mut Reader) -> Self {
        Some(T::read(json, reader))
    }

    #[cfg(feature = "schema")]
    fn schema() -> Schema {
        T::schema()
    }
}

impl<T: Field> Field for Vec<T> {
    const REQUIRED: bool = false;

    fn blank() -> Self {
        Vec::new()
    }

    fn read(json: &Json, reader: &mut Reader) -> Self {
        let mut read = Vec::new();
        let Value::Array(items) = &json.value else {
            reader.unexpected(json, "a list");
            return read;
        };
        for (index, item) in items.iter().enumerate() {
            let outside = reader.enter(&index.to_string());
            read.push(T::read(item, reader));
            reader.leave(outside);
        }
        read
    }

    #[cfg(feature = "schema")]
    fn schema() -> Schema {
        schema!({ "type": "array", "items": T::schema() })
    }
}

impl Field for bool {
    const REQUIRED: bool = false;

    fn blank() -> Self {
        false
    }

    fn read(json: &Json, reader: &mut Reader) -> Self {
        if let Value::Bool(truth) = json.value {
            return truth;
        }
        reader.unexpected(json, "true or false");
        false
    }

    #[cfg(feature = "schema")]
    fn schema() -> Schema {
        schema!({ "type": "boolean" })
    }
}

impl Field for String {
    fn blank() -> Self {
        String::new()
    }

    fn read(json: &Json, reader: &mut Reader) -> Self {
        reader.string(json, "a string").unwrap_or_default().to_owned()
    }

    #[cfg(feature = "schema")]
    fn schema() -> Schema {
        schema!({ "type": "string" })
    }
}

/// The first 40 characters, so that a hostile file cannot flood a message.
pub(super) fn clip(text: &str) -> String {
    let mut clipped: String = text.chars().take(40).collect();
    if clipped.len() < text.len() {
        clipped.push('…');
    }
    clipped
}

/// The known name that differs from this one in one or two letters.
fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let near = |known: &&&str| distance(name, known, 2) <= 2 && known.len() > 3;
    known.iter().filter(near).min_by_key(|known| distance(name, known, 2)).copied()
}

#[expect(clippy::indexing_slicing, reason = "the row has one item more than `b` has bytes")]
/// Levenshtein distance, or more than `most` when it is certain to be more.
fn distance(a: &str, b: &str, most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, to) in b.bytes().enumerate() {
            let replaced = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
