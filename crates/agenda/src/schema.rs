//! The JSON Schema of the agenda file, made from the types that read it.

use super::field::Field;
use super::model::Document;

/// The schema as a text, formatted, with a line break at its end.
pub fn schema() -> String {
    let mut schema = Document::schema();
    if let Some(members) = schema.as_object_mut() {
        members.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
        members.insert("title".to_owned(), "Meridian agenda, format 1".into());
    }
    format!("{schema:#}\n")
}
