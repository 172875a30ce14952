//! Puts markup into the document and keeps it as its signals say.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::{LocalStorage, StoredValue};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element as DomElement, Event, HtmlElement, Node as DomNode, Text};

use super::window;
use crate::markup::{Act, Element, Node, Parts, Value};

const SVG: &str = "http://www.w3.org/2000/svg";

/// How the name of a custom property begins.
const CUSTOM: &str = "--";

/// How far a part is looked for among what stands there.
const REACH: usize = 4;

/// Puts a part at the end of the document's body.
pub fn mount_to_body(node: Node) {
    if let Some((mut mount, body)) = start("body") {
        mount.add(node, &mut Spot { parent: body, next: None });
    }
}

/// Makes that part all that the first element that matches contains. What stands
/// there already, as in a page that was made beforehand, stays as far as it
/// agrees: nothing moves, and neither focus nor selection nor the place in the
/// page is lost.
pub fn take_over(selector: &str, node: Node) {
    if let Some((mut mount, parent)) = start(selector) {
        mount.fill(node, &parent);
    }
}

/// Mounts a part where nobody sees it, and has it taken over by another of the kind.
pub fn rehearse(make: impl Fn() -> Node) {
    if let Some((mut mount, _)) = start("body")
        && let Ok(stage) = mount.document.create_element("body")
    {
        mount.fill(make(), &stage);
        mount.fill(make(), &stage);
    }
}

fn start(selector: &str) -> Option<(Mount, DomNode)> {
    let document = window()?.document()?;
    let parent = document.query_selector(selector).ok()??.into();
    Some((Mount { document, in_svg: false, focus: None }, parent))
}

/// Where the mounting is.
#[derive(Clone)]
struct Mount {
    document: Document,
    in_svg: bool,
    focus: Option<HtmlElement>,
}

/// Where the next part goes: before `next`, which it may also be found to be.
#[derive(Clone)]
struct Spot {
    parent: DomNode,
    next: Option<DomNode>,
}

impl Spot {
    fn insert(&self, child: &DomNode) {
        // `next` is always a child of `parent`, and anything made here can stand in it.
        let _ = self.parent.insert_before(child, self.next.as_ref());
    }

    /// Takes away what stands there, up to `end` or all of it.
    fn clear(&mut self, end: Option<&DomNode>) {
        while let Some(next) = self.next.take().filter(|next| !next.is_same_node(end)) {
            self.next = next.next_sibling();
            let heir = heir_of_focus(&next);
            let _ = self.parent.remove_child(&next);
            if let Some(heir) = heir {
                let _ = heir.focus();
            }
        }
    }

    /// The element of that name that stands here or a little further; what is before it goes.
    fn find(&mut self, tag: &str) -> Option<DomElement> {
        let is_it = |node: &DomNode| node.node_name().eq_ignore_ascii_case(tag);
        let mut far = self.next.clone();
        for steps in 0..REACH {
            let node = far?;
            far = node.next_sibling();
            if is_it(&node) {
                if steps > 0 {
                    self.clear(Some(&node));
                }
                self.next = far;
                return Some(node.unchecked_into());
            }
        }
        None
    }
}

impl Mount {
    /// Makes a part all that stands inside of a parent.
    fn fill(&mut self, node: Node, parent: &DomNode) {
        let mut spot = Spot { parent: parent.clone(), next: parent.first_child() };
        self.add(node, &mut spot);
        spot.clear(None);
    }

    fn add(&mut self, node: Node, spot: &mut Spot) {
        match node {
            Node::Text(text) => self.add_text(&text, spot),
            Node::Many(nodes) => nodes.into_iter().for_each(|node| self.add(node, spot)),
            Node::Element(Element(parts)) => self.add_element(*parts, spot),
            Node::Live(make) => self.add_live(make, spot),
        }
    }

    fn add_text(&mut self, text: &str, spot: &mut Spot) {
        // Only texts have a value: there are no comments in our pages.
        let found = spot.next.as_ref().and_then(|next| Some((next.node_value()?, next.clone())));
        let Some((data, there)) = found else {
            return spot.insert(&self.document.create_text_node(text));
        };
        let there: Text = there.unchecked_into();
        // In a file texts that follow one another are one.
        if data.len() > text.len() && data.starts_with(text) {
            let length = text.encode_utf16().count();
            let _ = there.split_text(u32::try_from(length).unwrap_or(u32::MAX));
        } else if data != text {
            there.set_data(text);
        }
        spot.next = there.next_sibling();
    }

    fn add_element(&mut self, parts: Parts, spot: &mut Spot) {
        let outside = self.in_svg;
        self.in_svg |= parts.tag == "svg";
        if let Some(dom) = spot.find(parts.tag) {
            self.dress(&dom, parts);
        } else if let Ok(dom) = self.create(parts.tag) {
            self.dress(&dom, parts);
            spot.insert(&dom);
        }
        self.in_svg = outside;
    }

    /// The names of elements are our own and valid.
    fn create(&self, tag: &str) -> Result<DomElement, JsValue> {
        if self.in_svg { self.document.create_element_ns(Some(SVG), tag) } else { self.document.create_element(tag) }
    }

    /// Gives an element its attributes, what happens on events, and its content.
    fn dress(&mut self, dom: &DomElement, parts: Parts) {
        let mut names: Vec<&str> = parts.attributes.iter().map(|(name, _)| attribute_of(name)).collect();
        names.dedup();
        for (name, value) in parts.attributes {
            set(dom, name, value);
        }
        strip(dom, &names);
        for (event, act) in parts.events {
            listen(dom, event, act);
        }
        self.fill(Node::Many(parts.children), dom);
        if parts.takes_focus {
            self.focus = dom.clone().dyn_into().ok();
        }
    }

    /// Adds two empty texts, and keeps between them what is made.
    fn add_live(&mut self, make: Box<dyn Fn() -> Node>, spot: &mut Spot) {
        let (start, end) = (self.document.create_text_node(""), self.document.create_text_node(""));
        spot.insert(&start);
        // The effect outlives this call, so what the first making needs is lent to it.
        let lent = Rc::new(RefCell::new(Some((self.clone(), spot.clone()))));
        let (first, again) = (Rc::clone(&lent), Self { focus: None, ..self.clone() });
        keep(RenderEffect::new(move |before: Option<()>| match (before, first.take()) {
            (None, Some((mut mount, mut spot))) => {
                mount.add(make(), &mut spot);
                spot.insert(&end);
                first.replace(Some((mount, spot)));
            }
            _ => again.clone().renew(make(), &start, &end),
        }));
        if let Some((mount, there)) = lent.take() {
            self.focus = mount.focus;
            *spot = there;
        }
    }

    /// Puts something else between two texts.
    fn renew(&mut self, node: Node, start: &DomNode, end: &DomNode) {
        // They stand between two siblings, so they have a parent.
        let Some(parent) = end.parent_node() else { return };
        while let Some(old) = start.next_sibling().filter(|node| !node.is_same_node(Some(end))) {
            let _ = parent.remove_child(&old);
        }
        let fragment = self.document.create_document_fragment();
        self.fill(node, &fragment);
        let _ = parent.insert_before(&fragment, Some(end));
        if let Some(element) = self.focus.take() {
            take_focus(&element);
        }
    }
}

/// Sets an attribute, now and whenever its signals change.
fn set(dom: &DomElement, name: &'static str, value: Value) {
    match value {
        // In a page that was made beforehand most are as they should be.
        Value::Fixed(value) if dom.get_attribute(name).as_deref() == Some(&value) => {}
        Value::Fixed(value) => write(dom, name, Some(&value)),
        Value::Live(value) => {
            let dom = dom.clone();
            keep(RenderEffect::new(move |_| write(&dom, name, value().as_deref())));
        }
    }
}

/// What takes the focus when a node that has it goes: what was put before it in its place.
fn heir_of_focus(node: &DomNode) -> Option<HtmlElement> {
    let active = node.owner_document()?.active_element()?;
    let heir = node.dyn_ref::<DomElement>().filter(|_| node.contains(Some(&active)))?.previous_element_sibling()?;
    heir.dyn_into().ok()
}

/// Takes away the attributes that are not among those wanted. What a visitor
/// opened stays open.
fn strip(dom: &DomElement, wanted: &[&str]) {
    let has_more =
        if wanted.is_empty() { dom.has_attributes() } else { dom.attributes().length() as usize > wanted.len() };
    if has_more {
        let names = dom.get_attribute_names();
        for name in names
            .iter()
            .filter_map(|name| name.as_string())
            .filter(|name| name != "open" && !wanted.contains(&name.as_str()))
        {
            // What is not there any more was to be taken away.
            let _ = dom.remove_attribute(&name);
        }
    }
}

/// The attribute by which something is kept: all custom properties are in one.
fn attribute_of(name: &str) -> &str {
    if name.starts_with(CUSTOM) { "style" } else { name }
}

/// Writes an attribute; what a visitor can change too is written as a property.
/// What stylesheets reckon with is set as a custom property, which the policy
/// lets a script do though it lets no page have a `style` attribute.
fn write(dom: &DomElement, name: &str, value: Option<&str>) {
    if name.starts_with(CUSTOM) {
        let style = dom.unchecked_ref::<HtmlElement>().style();
        // Any text is a value.
        let _ = style.set_property(name, value.unwrap_or_default());
        return;
    }
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
