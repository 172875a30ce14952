//! What the meeting published, and how to look things up in it.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::Value;

pub(crate) type Fallible<T> = Result<T, Box<dyn Error>>;

/// Where a look-up finds nothing.
pub(crate) static NOTHING: Value = Value::Null;

pub(crate) struct Meeting {
    pub(crate) agenda: Value,
    pub(crate) facts: Value,
    pub(crate) inventory: Value,
    pub(crate) sources: Vec<String>,
}

impl Meeting {
    pub(crate) fn read(folder: &Path) -> Fallible<Self> {
        let agenda = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/agenda.json");
        let facts = fs::read_to_string(folder.join("facts.json"))?;
        let inventory = fs::read_to_string(folder.join("inventory.json"))?;
        Ok(Self {
            agenda: serde_json::from_str(&fs::read_to_string(agenda)?)?,
            facts: serde_json::from_str(&facts)?,
            inventory: serde_json::from_str(&inventory)?,
            sources: vec![
                fs::read_to_string(folder.join("seed-home.md"))?,
                fs::read_to_string(folder.join("seed-sessions.md"))?,
                facts,
                inventory,
            ],
        })
    }

    pub(crate) fn sessions(&self) -> &[Value] {
        list(&self.agenda, "sessions")
    }

    pub(crate) fn slots(&self) -> &[Value] {
        list(&self.facts, "slots")
    }

    pub(crate) fn session(&self, id: &str) -> &Value {
        find(self.sessions(), "id", id)
    }

    /// The session under which the pages listed a talk, such as `marine`.
    pub(crate) fn session_of(&self, page: &str) -> &Value {
        let slot = self.slots().iter().find(|slot| texts(slot, "inventorySessionIds").contains(&page));
        self.session(slot.map_or("", |slot| text(slot, "slotId")))
    }

    /// Every name under which a person is known.
    pub(crate) fn names(&self, id: &str) -> Vec<&str> {
        let person = find(list(&self.agenda, "people"), "id", id);
        let mut names = texts(person, "aliases");
        names.push(text(person, "name"));
        names
    }

    /// Every line and passage of the agenda, with the member that holds it.
    pub(crate) fn passages(&self) -> Vec<(&str, &str)> {
        let mut found = Vec::new();
        collect(&self.agenda, "agenda", &mut found);
        found
    }
}

/// Runs a check with the facts; without them, says so and passes.
pub(crate) fn with_facts(check: impl FnOnce(&Meeting)) -> Fallible<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gnm2021");
    if folder.is_dir() {
        check(&Meeting::read(&folder)?);
    } else {
        eprintln!("Not checked: the facts of the meeting are not here ({}).", folder.display());
    }
    Ok(())
}

pub(crate) fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value.get(member).and_then(Value::as_str).unwrap_or_default()
}

pub(crate) fn list<'a>(value: &'a Value, member: &str) -> &'a [Value] {
    value.get(member).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

pub(crate) fn texts<'a>(value: &'a Value, member: &str) -> Vec<&'a str> {
    list(value, member).iter().filter_map(Value::as_str).collect()
}

pub(crate) fn member<'a>(value: &'a Value, member: &str) -> &'a Value {
    value.get(member).unwrap_or(&NOTHING)
}

pub(crate) fn find<'a>(values: &'a [Value], key: &str, wanted: &str) -> &'a Value {
    values.iter().find(|value| text(value, key) == wanted).unwrap_or(&NOTHING)
}

pub(crate) fn collect<'a>(value: &'a Value, member: &'a str, found: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::String(text) => found.push((member, text)),
        Value::Array(items) => {
            for item in items {
                collect(item, member, found);
            }
        }
        Value::Object(members) => {
            for (name, item) in members {
                collect(item, name, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Lower-case words without addresses and punctuation.
pub(crate) fn words(passage: &str) -> Vec<String> {
    passage
        .replace("](", " ")
        .split_whitespace()
        .filter(|word| !word.starts_with("http"))
        .flat_map(|word| word.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
