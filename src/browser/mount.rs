//! Puts markup into the document and keeps it as its signals say.

use std::any::Any;
use std::rc::Rc;

use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::{LocalStorage, StoredValue};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element as DomElement, Event, HtmlElement, Node as DomNode};

use super::window;
use crate::markup::{Act, Element, Node, Parts, Value};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Puts a part at the end of the document's body.
pub fn mount_to_body(node: Node) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let Some(body) = document.body() else { return };
    let mut mount = Mount { document, in_svg: false, focus: None };
    mount.add(node, &body);
}

/// Where the mounting is.
#[derive(Clone)]
struct Mount {
    document: Document,
    in_svg: bool,
    focus: Option<HtmlElement>,
}

impl Mount {
    fn add(&mut self, node: Node, parent: &DomNode) {
        match node {
            Node::Text(text) => append(parent, &self.document.create_text_node(&text)),
            Node::Many(nodes) => nodes.into_iter().for_each(|node| self.add(node, parent)),
            Node::Element(Element(parts)) => self.add_element(*parts, parent),
            Node::Live(make) => self.add_live(make, parent),
        }
    }

    fn add_element(&mut self, element: Parts, parent: &DomNode) {
        let outside = self.in_svg;
        self.in_svg |= element.tag == "svg";
        let made = if self.in_svg {
            self.document.create_element_ns(Some(SVG), element.tag)
        } else {
            self.document.create_element(element.tag)
        };
        // The names of elements are our own and valid.
        if let Ok(dom) = made {
            for (name, value) in element.attributes {
                set(&dom, name, value);
            }
            for (event, act) in element.events {
                listen(&dom, event, act);
            }
            for child in element.children {
                self.add(child, &dom);
            }
            append(parent, &dom);
            if element.takes_focus {
                self.focus = dom.dyn_into().ok();
            }
        }
        self.in_svg = outside;
    }

    /// Adds two empty texts, and keeps between them what is made.
    fn add_live(&mut self, make: Box<dyn Fn() -> Node>, parent: &DomNode) {
        let (start, end) = (self.document.create_text_node(""), self.document.create_text_node(""));
        append(parent, &start);
        append(parent, &end);
        let mount = self.clone();
        keep(RenderEffect::new(move |_| {
            while let Some(next) = start.next_sibling().filter(|next| !next.is_same_node(Some(&end))) {
                // It stands between two siblings, so its parent has it.
                let _ = next.parent_node().map(|parent| parent.remove_child(&next));
            }
            let mut mount = mount.clone();
            let fragment = mount.document.create_document_fragment();
            mount.add(make(), &fragment);
            let _ = end.parent_node().map(|parent| parent.insert_before(&fragment, Some(&end)));
            if let Some(element) = mount.focus {
                take_focus(&element);
            }
        }));
    }
}

/// Sets an attribute, now and whenever its signals change.
fn set(dom: &DomElement, name: &'static str, value: Value) {
    match value {
        Value::Fixed(value) => write(dom, name, Some(&value)),
        Value::Live(value) => {
            let dom = dom.clone();
            keep(RenderEffect::new(move |_| write(&dom, name, value().as_deref())));
        }
    }
}

/// Writes an attribute; what a visitor can change too is written as a property.
fn write(dom: &DomElement, name: &str, value: Option<&str>) {
    let property: Option<JsValue> = match name {
        "value" if dom.tag_name() == "INPUT" => Some(value.unwrap_or_default().into()),
        "checked" | "selected" => Some(value.is_some().into()),
        _ => None,
    };
    // The names and values of attributes are our own or escaped, and valid.
    let _ = match (property, value) {
        (Some(property), _) => js_sys::Reflect::set(dom, &name.into(), &property).map(drop),
        (None, Some(value)) => dom.set_attribute(name, value),
        (None, None) => dom.remove_attribute(name),
    };
}

fn listen(dom: &DomElement, event: &str, act: Act) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let value = event.target().and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
        act(value.and_then(|value| value.as_string()).unwrap_or_default());
    });
    // An element takes every listener.
    let _ = dom.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    keep(closure);
}

/// Gives an element the focus, and a frame once more when its page is there:
/// the browser lets go of it as the frame turns to another origin, although
/// the element still counts as focused.
fn take_focus(element: &HtmlElement) {
    let _ = element.focus();
    let frame = element.clone();
    super::listen(element, "load", move |_: Event| {
        let active = frame.owner_document().and_then(|document| document.active_element());
        if active.is_some_and(|active| active.is_same_node(Some(&frame))) {
            let _ = frame.blur();
            let _ = frame.focus();
        }
    });
}

/// Keeps something for as long as the part of the page that is being made.
fn keep<T: Any>(thing: T) {
    let thing: Rc<dyn Any> = Rc::new(thing);
    let _: StoredValue<Rc<dyn Any>, LocalStorage> = StoredValue::new_local(thing);
}

fn append(parent: &DomNode, child: &DomNode) {
    // What was just made has no place yet, and takes this one.
    let _ = parent.append_child(child);
}
