//! Members that the format does not have, and members that appear twice.

use agenda::{Fault, Rule, clip};
use jsonc_parser::ast::{Object, Value as Node};
use serde_json::Value;

use super::meant;
use super::source::{Placed, Source, join};
use super::subject::subject;

/// Every such member of the file.
pub(super) fn faults(source: &Source, schema: &Value) -> Vec<Placed> {
    let mut walk = Walk { source, faults: Vec::new() };
    walk.value(&source.root, schema, "");
    walk.faults
}

struct Walk<'a> {
    source: &'a Source<'a>,
    faults: Vec<Placed>,
}

impl Walk<'_> {
    fn value(&mut self, node: &Node, schema: &Value, pointer: &str) {
        match node {
            Node::Object(object) => self.object(object, schema, pointer),
            Node::Array(list) => {
                let Some(schema) = schema.get("items") else { return };
                for (index, item) in list.elements.iter().enumerate() {
                    self.value(item, schema, &join(pointer, &index.to_string()));
                }
            }
            Node::StringLit(_) | Node::NumberLit(_) | Node::BooleanLit(_) | Node::NullKeyword(_) => {}
        }
    }

    fn object(&mut self, object: &Object, schema: &Value, pointer: &str) {
        let Some(known) = schema.get("properties").and_then(Value::as_object) else { return };
        let names: Vec<&str> = known.keys().map(String::as_str).collect();
        let mut seen: Vec<&str> = Vec::new();
        for member in &object.properties {
            let (name, pointer) = (member.name.as_str(), join(pointer, member.name.as_str()));
            let fault = |rule, problem, remedy: &str| {
                let subject = subject(&self.source.value, &pointer);
                let fault = Fault { rule, pointer: pointer.clone(), subject, problem, remedy: remedy.to_owned() };
                Placed { range: Source::place_of_name(member), fault }
            };
            if seen.contains(&name) {
                let again = fault(Rule::MemberTwice, format!("`{}` appears twice", clip(name)), "remove one");
                self.faults.push(again);
            }
            seen.push(name);
            if let Some(schema) = known.get(name) {
                self.value(&member.value, schema, &pointer);
                continue;
            }
            let free: Vec<&str> = names.iter().copied().filter(|name| object.get(name).is_none()).collect();
            let meant = meant::member(name, &free).map(|meant| format!("did you mean `{meant}`?"));
            let problem = format!("the format has no member `{}` here", clip(name));
            let unknown = fault(Rule::UnknownMember, problem, meant.as_deref().unwrap_or("it is ignored"));
            self.faults.push(unknown);
        }
    }
}
