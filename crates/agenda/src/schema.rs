//! The JSON Schema of the agenda file, made from the types that read it.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use serde_json::{Value, json};

use super::model::Document;

/// The schema as a text, formatted, with a line break at its end.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.with_transform(as_read).into_generator().into_root_schema_for::<Document>();
    schema.insert("title".to_owned(), "Meridian agenda, format 1".into());
    format!("{:#}\n", schema.as_value())
}

/// Brings a schema in line with what the reader takes: a member that is not required may be `null`, a choice is a
/// plain list of words, and the width of an integer is an implementation detail.
fn as_read(schema: &mut Schema) {
    transform_subschemas(&mut as_read, schema);
    if let Some(kind) = schema.get_mut("type")
        && let Value::Array(kinds) = &kind
        && let Some(first) = kinds.iter().find(|kind| *kind != "null").cloned()
    {
        *kind = first;
    }
    let alternatives = schema.get("anyOf").and_then(Value::as_array);
    if let Some([one, null]) = alternatives.map(Vec::as_slice)
        && null["type"] == "null"
        && let Value::Object(members) = one.clone()
    {
        schema.remove("anyOf");
        for (name, member) in members {
            schema.ensure_object().entry(name).or_insert(member);
        }
    }
    if schema.get("default") == Some(&Value::Null) {
        schema.remove("default");
    }
    if schema.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
        schema.remove("format");
    }
    let choices = schema.get("oneOf").and_then(Value::as_array);
    let words: Option<Vec<Value>> = choices.and_then(|all| all.iter().map(|one| one.get("const").cloned()).collect());
    if let Some(words) = words {
        schema.remove("oneOf");
        schema.insert("type".to_owned(), "string".into());
        schema.insert("enum".to_owned(), words.into());
    }
    let required: Vec<Value> = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    if let Some(Value::Object(members)) = schema.get_mut("properties") {
        let optional = members.iter_mut().filter(|(name, _)| !required.iter().any(|other| other == name.as_str()));
        optional.for_each(|(_, member)| allow_null(member));
    }
}

/// Lets a value be `null` as well.
fn allow_null(schema: &mut Value) {
    if let Some(kind) = schema.get_mut("type") {
        *kind = json!([kind.clone(), "null"]);
    }
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.push(Value::Null);
    }
}

/// The sort of value that a schema describes, apart from `null`.
pub fn kind(schema: &Value) -> &str {
    let kind = schema.get("type").unwrap_or(&Value::Null);
    kind.get(0).unwrap_or(kind).as_str().unwrap_or_default()
}

/// A value that the schema and the reader take, made of `examples` and of the members that are required. The host
/// tool puts it where a value is faulty, and tells [`rules::check_except`](crate::rules::check_except) so.
pub fn placeholder(schema: &Value) -> Value {
    let first = |list: &str| schema.get(list).and_then(|list| list.get(0)).cloned();
    if let Some(value) = first("examples").or_else(|| first("enum")).or_else(|| schema.get("const").cloned()) {
        return value;
    }
    let word = |name: &str| schema.get(name).and_then(Value::as_str).unwrap_or_default();
    match (kind(schema), word("format")) {
        ("object", _) => {
            let names = schema.get("required").and_then(Value::as_array).into_iter().flatten();
            let member = |name: &Value| {
                let name = name.as_str()?;
                Some((name.to_owned(), placeholder(schema.get("properties")?.get(name)?)))
            };
            Value::Object(names.filter_map(member).collect())
        }
        ("array", _) => json!([]),
        ("boolean", _) => json!(false),
        (_, "date") => json!("2021-06-28"),
        (_, "date-time") => json!("2021-06-28T09:00:00+02:00"),
        _ => json!("text"),
    }
}
