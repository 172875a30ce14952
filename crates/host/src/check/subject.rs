//! The subject of a fault: the nearest thing with an id.

use agenda::clip;
use serde_json::Value;

use super::source::steps;

/// The noun for the items of each list of things with ids.
const NOUNS: [(&str, &str); 6] = [
    ("themes", "theme"),
    ("kinds", "kind"),
    ("rooms", "room"),
    ("people", "person"),
    ("sessions", "session"),
    ("talks", "talk"),
];

/// The subject of a fault at a pointer, such as ``session `thu-obis` ``; empty when nothing around it has a name.
pub(super) fn subject(root: &Value, pointer: &str) -> String {
    let (mut here, mut list, mut subject) = (root, String::new(), String::new());
    for step in steps(pointer) {
        let item = here.get(&step).or_else(|| here.get(step.parse::<usize>().ok()?));
        let Some(item) = item else { break };
        let noun = NOUNS.iter().find(|(name, _)| *name == list).map(|(_, noun)| noun);
        let id = item.get("id").and_then(Value::as_str);
        match (noun, id) {
            (Some(noun), Some(id)) => subject = format!("{noun} `{}`", clip(id)),
            _ if ["event", "revision"].contains(&&*step) => subject.clone_from(&step),
            _ => {}
        }
        (here, list) = (item, step);
    }
    subject
}
