//! What is wrong with a value and what was expected, in words.

use agenda::model::Document;
use agenda::suggest::nearest;
use agenda::{clip, kind, placeholder};
use serde_json::{Value, json};

use super::meant;
use super::remedy::did_you_mean;
use super::shape::part;
use super::source::steps;
use super::stamp::{lacking, year_last};

/// Words from the schema, from the reader of the app, and from the rest of the file.
pub(super) struct Words<'a> {
    pub(super) schema: &'a Value,
    /// The file as it is.
    pub(super) root: &'a Value,
}

impl Words<'_> {
    /// Problem and remedy of a value that is not of its type; the reason is the message of the validator.
    pub(super) fn of(&self, pointer: &str, value: &Value, reason: &str) -> (String, String) {
        let plain = |problem: String| (problem, String::new());
        let Some(schema) = part(self.schema, pointer) else { return plain(reason.to_owned()) };
        if let (Some(words), Some(text)) = (choices(schema), value.as_str()) {
            let meant = nearest(text, &words).map(did_you_mean);
            let problem = format!("`{}` is not {}", clip(text), one_of(&words));
            return (problem, meant.unwrap_or_default());
        }
        if sort(value) != expected_sort(schema) {
            return plain(format!("here is {}, where {} was expected", sort(value), self.wanted(pointer, schema)));
        }
        let text = value.as_str().unwrap_or_default();
        if schema.get("format").is_some_and(|format| format == "date-time")
            && let Some(said) = lacking(text, self.root)
        {
            return said;
        }
        let is_date = schema.get("format").is_some_and(|format| format == "date");
        match self.reader(pointer, value) {
            Some(said) if is_date => (said, year_last(text).unwrap_or_default()),
            Some(said) if said.contains(" is not an id") => {
                (said, meant::id(self.root, pointer, text).map(did_you_mean).unwrap_or_default())
            }
            Some(said) if said.starts_with("invalid ") => {
                plain(format!("`{}` is not {}", clip(&value.to_string()), self.wanted(pointer, schema)))
            }
            Some(said) => plain(said),
            None => plain(reason.to_owned()),
        }
    }

    /// What a value should be, with its article.
    fn wanted(&self, pointer: &str, schema: &Value) -> String {
        if let Some(words) = choices(schema) {
            return one_of(&words);
        }
        let (probes, otherwise) = match kind(schema) {
            "array" => return "a list".to_owned(),
            "boolean" => return "`true` or `false`".to_owned(),
            "object" => return object(schema),
            "integer" => (vec![json!(0), json!(u32::MAX)], "a whole number"),
            _ => (vec![json!(""), json!("\u{0}")], "a string"),
        };
        let said = probes.iter().find_map(|probe| self.reader(pointer, probe));
        let wanted = said.as_deref().and_then(|said| said.split_once(" is not ")).map(|(_, wanted)| wanted);
        wanted.unwrap_or(otherwise).to_owned()
    }

    /// The message of the reader for a value at that place, in an agenda with nothing else in it.
    fn reader(&self, pointer: &str, value: &Value) -> Option<String> {
        let mut root = placeholder(self.schema);
        let (mut here, mut schema) = (&mut root, self.schema);
        for step in steps(pointer) {
            if let Some(item) = schema.get("items") {
                *here = json!([placeholder(item)]);
                (here, schema) = (here.get_mut(0)?, item);
            } else {
                schema = schema.get("properties")?.get(&step)?;
                here = here.as_object_mut()?.entry(step).or_insert_with(|| placeholder(schema));
            }
        }
        *here = value.clone();
        Document::from_value(&root).err().map(|error| error.problem)
    }
}

/// An object by the members that it must have.
fn object(schema: &Value) -> String {
    let names = schema.get("required").and_then(Value::as_array).into_iter().flatten();
    let names: Vec<String> = names.filter_map(|name| Some(format!("`{}`", name.as_str()?))).collect();
    match names.split_last() {
        None => "an object".to_owned(),
        Some((only, [])) => format!("an object with {only}"),
        Some((last, others)) => format!("an object with {} and {last}", others.join(", ")),
    }
}

fn choices(schema: &Value) -> Option<Vec<&str>> {
    Some(schema.get("enum")?.as_array()?.iter().filter_map(Value::as_str).collect())
}

fn one_of(words: &[&str]) -> String {
    format!("one of `{}`", words.join("`, `"))
}

/// The sort of a value, with its article.
fn sort(value: &Value) -> &'static str {
    match value {
        Value::Null => "`null`",
        Value::Bool(true) => "`true`",
        Value::Bool(false) => "`false`",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The sort of value that a schema describes.
fn expected_sort(schema: &Value) -> &'static str {
    match kind(schema) {
        "array" => "a list",
        "object" => "an object",
        "integer" | "number" => "a number",
        "boolean" => "`true` or `false`",
        _ => "a string",
    }
}
