//! Faults of shape: values that are not of their type. All are found at once, and placeholders take their
//! place, so that the rules can be checked as well.

use agenda::model::Document;
use agenda::{Fault, Rule, placeholder};
use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use super::source::join;
use super::subject::subject;
use super::words::Words;

/// The schema of the format, ready to be used.
pub(super) struct Shape {
    pub(super) schema: Value,
    validator: Validator,
}

/// An agenda whose shape was made sound.
pub(super) struct Sound {
    /// The agenda; there is none when the reader takes no placeholder.
    pub(super) document: Option<Document>,
    /// What was wrong.
    pub(super) faults: Vec<Fault>,
    /// Pointers to the placeholders.
    pub(super) placeholders: Vec<String>,
}

impl Shape {
    /// Prepares the schema.
    ///
    /// # Errors
    /// The schema of this tool is broken.
    pub(super) fn new() -> Result<Self, String> {
        let broken = |error: &dyn std::fmt::Display| format!("the schema of the agenda is broken: {error}\n");
        let schema = serde_json::from_str(&agenda::schema()).map_err(|error| broken(&error))?;
        let options = jsonschema::options().should_validate_formats(true);
        let validator = options.build(&schema).map_err(|error| broken(&error))?;
        Ok(Self { schema, validator })
    }

    /// Finds every fault of shape.
    pub(super) fn check(&self, root: &Value) -> Sound {
        let mut repair = Repair {
            schema: &self.schema,
            root,
            sound: root.clone(),
            words: Words { schema: &self.schema, root },
            faults: Vec::new(),
            placeholders: Vec::new(),
        };
        for error in self.validator.iter_errors(root) {
            let pointer = error.instance_path().to_string();
            if let ValidationErrorKind::Required { property: Value::String(name) } = error.kind() {
                repair.missing(&pointer, name);
            } else {
                repair.wrong(&pointer, &error.to_string());
            }
        }
        repair.place_all();
        let document = repair.read();
        let Repair { faults, placeholders, .. } = repair;
        Sound { document, faults, placeholders }
    }
}

/// The part of the schema that describes what a pointer leads to.
pub(super) fn part<'s>(schema: &'s Value, pointer: &str) -> Option<&'s Value> {
    let mut steps = super::source::steps(pointer);
    steps.try_fold(schema, |part, step| part.get("items").or_else(|| part.get("properties")?.get(&step)))
}

struct Repair<'a> {
    schema: &'a Value,
    /// The agenda as it is.
    root: &'a Value,
    /// The agenda with placeholders.
    sound: Value,
    words: Words<'a>,
    faults: Vec<Fault>,
    placeholders: Vec<String>,
}

impl Repair<'_> {
    fn fault(&mut self, rule: Rule, pointer: &str, problem: String, remedy: String) {
        let (pointer, subject) = (pointer.to_owned(), subject(self.root, pointer));
        self.faults.push(Fault { rule, pointer, subject, problem, remedy });
    }

    /// A required member is not there.
    fn missing(&mut self, pointer: &str, name: &str) {
        self.fault(Rule::MissingMember, pointer, format!("`{name}` is missing"), String::new());
        self.placeholders.push(join(pointer, name));
    }

    /// A value is not of its type, for the reason that the validator or the reader gives.
    fn wrong(&mut self, pointer: &str, reason: &str) {
        // A value can break several keywords of the schema at once.
        if self.placeholders.iter().any(|other| other == pointer) {
            return;
        }
        let value = self.root.pointer(pointer).unwrap_or(&Value::Null);
        let (problem, remedy) = self.words.of(pointer, value, reason);
        self.fault(Rule::WrongValue, pointer, problem, remedy);
        self.placeholders.push(pointer.to_owned());
    }

    /// Puts the placeholders in; an outer one makes those inside it needless.
    fn place_all(&mut self) {
        self.placeholders.sort();
        for pointer in self.placeholders.clone() {
            self.place(&pointer);
        }
    }

    fn place(&mut self, pointer: &str) {
        let Some(value) = part(self.schema, pointer).map(placeholder) else { return };
        if let Some(wrong) = self.sound.pointer_mut(pointer) {
            *wrong = value;
        } else if let Some((parent, name)) = pointer.rsplit_once('/')
            && let Some(Value::Object(members)) = self.sound.pointer_mut(parent)
        {
            members.insert(name.to_owned(), value);
        }
    }

    /// Reads the agenda; what the reader alone refuses becomes a fault and a placeholder too.
    fn read(&mut self) -> Option<Document> {
        loop {
            let error = match Document::from_value(&self.sound) {
                Ok(document) => return Some(document),
                Err(error) => error,
            };
            if self.placeholders.contains(&error.path) {
                return None;
            }
            self.wrong(&error.path, &error.problem);
            self.place(&error.path);
        }
    }
}
