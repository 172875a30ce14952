//! The macros that declare what an agenda is made of.

#[cfg(feature = "schema")]
use super::field::{Schema, schema};

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

        impl $crate::field::Field for $Record {
            fn blank() -> Self {
                Self { $( $field: $crate::field::Field::blank(), )+ }
            }

            fn read(json: &$crate::json::Json, reader: &mut $crate::field::Reader) -> Self {
                let outside = reader.open(json, $noun, &[$( record!(@name $field $($rename)?) ),+]);
                let read = Self { $( $field: reader.member(json, record!(@name $field $($rename)?)), )+ };
                reader.leave(outside);
                read
            }

            #[cfg(feature = "schema")]
            fn schema() -> $crate::field::Schema {
                $crate::record::record_schema(
                    concat!($($about),+),
                    [$((
                        record!(@name $field $($rename)?),
                        concat!($($doc),+),
                        <$Type as $crate::field::Field>::REQUIRED,
                        <$Type as $crate::field::Field>::schema(),
                    )),+],
                )
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $rename:literal) => { $rename };
}
pub(super) use record;

/// Declares a choice between words: its type, its reader, and its schema. One
/// that is optional means its first word where the file is silent.
macro_rules! words {
    (
        $(#[doc = $about:literal])+
        pub enum $Words:ident $(, $optional:ident)? {
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

        impl $crate::field::Field for $Words {
            const REQUIRED: bool = words!(@required $($optional)?);

            fn blank() -> Self {
                [$( Self::$Word ),+][0]
            }

            fn read(json: &$crate::json::Json, reader: &mut $crate::field::Reader) -> Self {
                let index = reader.word(json, &[$( $word ),+]);
                [$( Self::$Word ),+].get(index).copied().unwrap_or_else(Self::blank)
            }

            #[cfg(feature = "schema")]
            fn schema() -> $crate::field::Schema {
                $crate::field::schema!({
                    "description": concat!($($about),+).trim(),
                    "enum": [$($word),+],
                })
            }
        }
    };
    (@required) => { true };
    (@required optional) => { false };
}
pub(super) use words;

/// An object type with its members: name, description, whether required, schema.
#[cfg(feature = "schema")]
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
