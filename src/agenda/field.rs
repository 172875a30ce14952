//! How values of the agenda are read: every fault is collected with its place,
//! and reading goes on. The same lines describe each type as JSON Schema.

use super::fault::{Fault, Severity};
use super::json::{Json, Value};

#[cfg(feature = "host")]
pub(super) use serde_json::{Value as Schema, json as schema};

/// A type that stands for a value of the agenda.
pub(super) trait Field: Sized {
    /// Reads the value; `None` after the reader was told why not.
    fn read(json: &Json, reader: &mut Reader) -> Option<Self>;

    /// What an absent member means; `None` when it must be there.
    fn absent() -> Option<Self> {
        None
    }

    /// The type as JSON Schema (<https://json-schema.org/draft/2020-12/schema>).
    #[cfg(feature = "host")]
    fn schema() -> Schema;
}

/// Where the reading is, and what was found wrong so far.
#[derive(Default)]
pub(super) struct Reader {
    pointer: String,
    subject: String,
    pub(super) faults: Vec<Fault>,
}

impl Reader {
    /// Reports an error at the value.
    pub(super) fn error(&mut self, json: &Json, problem: impl Into<String>, remedy: impl Into<String>) {
        self.fault(Severity::Error, json, problem.into(), remedy.into());
    }

    fn fault(&mut self, severity: Severity, json: &Json, problem: String, remedy: String) {
        let (pointer, subject) = (self.pointer.clone(), self.subject.clone());
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
    pub(super) fn parsed<T>(&mut self, json: &Json, wanted: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.string(json, wanted)?;
        let parsed = parse(text);
        if parsed.is_none() {
            self.error(json, format!("`{}` is not {wanted}", clip(text)), "");
        }
        parsed
    }

    /// Reports a value of another sort than wanted.
    pub(super) fn unexpected(&mut self, json: &Json, wanted: &str) {
        self.error(json, format!("here is {}, where {wanted} was expected", json.sort()), "");
    }

    /// Reads inside a member or an item.
    pub(super) fn within<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
        let result = read(self);
        self.pointer.truncate(length);
        result
    }

    /// Opens an object that is a record: names it in what is reported inside,
    /// and reports members that are unknown or said twice.
    pub(super) fn record<T>(
        &mut self,
        json: &Json,
        noun: &str,
        known: &[&str],
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let Value::Object(members) = &json.value else {
            self.unexpected(json, &format!("an object (the {noun})"));
            return None;
        };
        let id = json.member("id").and_then(Json::as_str);
        let outer = id.map(|id| std::mem::replace(&mut self.subject, format!("{noun} `{}`", clip(id))));
        for (index, (name, member)) in members.iter().enumerate() {
            if members.iter().take(index).any(|(earlier, _)| earlier == name) {
                self.within(name, |reader| reader.error(member, format!("`{name}` is said twice"), "keep one"));
            } else if !known.contains(&name.as_ref()) {
                let remedy = match nearest(name, known) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "it is passed over".to_owned(),
                };
                let problem = format!("`{name}` means nothing to this app");
                self.within(name, |reader| reader.fault(Severity::Warning, member, problem, remedy));
            }
        }
        let record = read(self);
        if let Some(outer) = outer {
            self.subject = outer;
        }
        record
    }

    /// Reads a member of a record.
    pub(super) fn member<T: Field>(&mut self, json: &Json, name: &str) -> Option<T> {
        if let Some(member) = json.member(name) {
            return self.within(name, |reader| T::read(member, reader));
        }
        let absent = T::absent();
        if absent.is_none() {
            self.error(json, format!("`{name}` is missing"), "");
        }
        absent
    }
}

impl<T: Field> Field for Option<T> {
    fn read(json: &Json, reader: &mut Reader) -> Option<Self> {
        T::read(json, reader).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    #[cfg(feature = "host")]
    fn schema() -> Schema {
        T::schema()
    }
}

impl<T: Field> Field for Vec<T> {
    fn read(json: &Json, reader: &mut Reader) -> Option<Self> {
        let Value::Array(items) = &json.value else {
            reader.unexpected(json, "a list");
            return None;
        };
        // Each item is read even after one failed, so that every fault is told.
        let read: Vec<Option<T>> = items
            .iter()
            .enumerate()
            .map(|(index, item)| reader.within(&index.to_string(), |reader| T::read(item, reader)))
            .collect();
        read.into_iter().collect()
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    #[cfg(feature = "host")]
    fn schema() -> Schema {
        schema!({ "type": "array", "items": T::schema() })
    }
}

impl Field for bool {
    fn read(json: &Json, reader: &mut Reader) -> Option<Self> {
        if let Value::Bool(truth) = json.value {
            return Some(truth);
        }
        reader.unexpected(json, "true or false");
        None
    }

    fn absent() -> Option<Self> {
        Some(false)
    }

    #[cfg(feature = "host")]
    fn schema() -> Schema {
        schema!({ "type": "boolean" })
    }
}

impl Field for String {
    fn read(json: &Json, reader: &mut Reader) -> Option<Self> {
        reader.string(json, "a string").map(str::to_owned)
    }

    #[cfg(feature = "host")]
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

/// Declares a record: its type, its reader, and its schema.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        pub struct $Record:ident $noun:literal {
            $( $(#[doc = $doc:literal])+ $field:ident $(as $rename:literal)? : $Type:ty, )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq)]
        pub struct $Record {
            $( $(#[doc = $doc])+ pub $field: $Type, )+
        }

        impl $crate::agenda::field::Field for $Record {
            fn read(
                json: &$crate::agenda::json::Json,
                reader: &mut $crate::agenda::field::Reader,
            ) -> Option<Self> {
                const NAMES: &[&str] = &[$( record!(@name $field $($rename)?) ),+];
                reader.record(json, $noun, NAMES, |reader| {
                    // All members are read before the first missing one ends it.
                    $( let $field = reader.member(json, record!(@name $field $($rename)?)); )+
                    Some(Self { $( $field: $field?, )+ })
                })
            }

            #[cfg(feature = "host")]
            fn schema() -> $crate::agenda::field::Schema {
                $crate::agenda::field::record_schema(
                    concat!($($about),+),
                    [$((
                        record!(@name $field $($rename)?),
                        concat!($($doc),+),
                        <$Type as $crate::agenda::field::Field>::absent().is_none(),
                        <$Type as $crate::agenda::field::Field>::schema(),
                    )),+],
                )
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $rename:literal) => { $rename };
}
pub(super) use record;

/// Declares a choice between words: its type, its reader, and its schema.
macro_rules! words {
    (
        $(#[doc = $about:literal])+
        pub enum $Words:ident $(default $Default:ident)? {
            $( $Word:ident = $word:literal, )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $Words {
            $( #[doc = concat!("`", $word, "`")] $Word, )+
        }

        impl $Words {
            /// The word as the agenda writes it.
            pub fn word(self) -> &'static str {
                match self { $( Self::$Word => $word, )+ }
            }
        }

        impl $crate::agenda::field::Field for $Words {
            fn read(
                json: &$crate::agenda::json::Json,
                reader: &mut $crate::agenda::field::Reader,
            ) -> Option<Self> {
                let wanted = concat!("one of:" $(, " `", $word, "`")+);
                reader.parsed(json, wanted, |text| match text {
                    $( $word => Some(Self::$Word), )+
                    _ => None,
                })
            }

            $( fn absent() -> Option<Self> { Some(Self::$Default) } )?

            #[cfg(feature = "host")]
            fn schema() -> $crate::agenda::field::Schema {
                $crate::agenda::field::schema!({
                    "description": concat!($($about),+).trim(),
                    "enum": [$($word),+],
                })
            }
        }
    };
}
pub(super) use words;

/// An object type with its members: name, description, whether required, schema.
#[cfg(feature = "host")]
pub(super) fn record_schema<const N: usize>(about: &str, members: [(&str, &str, bool, Schema); N]) -> Schema {
    let required: Vec<&str> = members.iter().filter(|member| member.2).map(|member| member.0).collect();
    let properties: serde_json::Map<String, Schema> = members
        .into_iter()
        .map(|(name, doc, _, mut member)| {
            // What the member is for says more than what its type is.
            if let Some(members) = member.as_object_mut() {
                members.insert("description".to_owned(), doc.trim().into());
            }
            (name.to_owned(), member)
        })
        .collect();
    schema!({
        "type": "object",
        "description": about.trim(),
        "required": required,
        "properties": properties,
    })
}
