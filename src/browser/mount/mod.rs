//! Puts markup into the document and keeps it as its signals say.

mod spot;

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::{LocalStorage, StoredValue};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element as DomElement, Event, HtmlElement, Node as DomNode, Text};

use self::spot::Spot;
use super::window;
use crate::markup::standing::{Agreement, Standing};
use crate::markup::{Act, Element, Node, Parts, Value};

const SVG: &str = "http://www.w3.org/2000/svg";

/// How the name of a custom property begins.
const CUSTOM: &str = "--";

/// Puts a part at the end of the document's body.
pub fn mount_to_body(node: Node) {
    if let Some((mut mount, body)) = start("body") {
        mount.add(node, &mut Spot::in_new(&body));
    }
}

/// Makes that part all that the first element that matches contains. What stands
/// there already, as in a page that was made beforehand, stays as far as it
/// agrees: nothing moves, and neither focus nor selection nor the place in the
/// page is lost.
pub fn take_over(selector: &str, node: Node) {
    if let Some((mut mount, parent)) = start(selector) {
        mount.take_over(node, &parent);
    }
}

/// Where parts are mounted and nobody sees it.
pub struct Stage(Option<(Mount, DomElement)>);

impl Stage {
    /// With nothing on it.
    pub fn empty() -> Self {
        let stage = start("body").and_then(|(mount, _)| {
            let stage = mount.document.create_element("body").ok()?;
            Some((mount, stage))
        });
        Self(stage)
    }

    /// Makes that part all that it contains, as [`take_over`] does.
    pub fn play(&self, node: Node) {
        if let Some((mount, stage)) = &self.0 {
            mount.clone().take_over(node, stage);
        }
    }
}

fn start(selector: &str) -> Option<(Mount, DomElement)> {
    let document = window()?.document()?;
    let parent = document.query_selector(selector).ok()??;
    Some((Mount { document, in_svg: false, focus: None }, parent))
}

/// Where the mounting is.
#[derive(Clone)]
struct Mount {
    document: Document,
    in_svg: bool,
    focus: Option<HtmlElement>,
}

impl Mount {
    /// Makes a part all that stands inside of an element, of which nothing is known yet.
    fn take_over(&mut self, node: Node, parent: &DomElement) {
        // In its text, texts that follow one another are one.
        parent.normalize();
        let standing = Standing::in_text(parent.inner_html());
        if standing.is_at_end() {
            // Of what is there nothing is known.
            parent.set_text_content(None);
        }
        self.fill(node, Spot::inside(parent, standing));
    }

    /// Makes a part all that stands from there on.
    fn fill(&mut self, node: Node, mut spot: Spot) {
        self.add(node, &mut spot);
        if !spot.standing.is_at_end() {
            spot.clear(usize::MAX);
        }
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
        let agreement = spot.standing.pass_text(text);
        let mut there = || spot.next().map(JsCast::unchecked_into::<Text>);
        match agreement {
            Agreement::Missing => return spot.insert(&self.document.create_text_node(text)),
            Agreement::Whole => {}
            Agreement::Start => {
                let length = text.encode_utf16().count();
                let _ = there().map(|there| there.split_text(u32::try_from(length).unwrap_or(u32::MAX)));
            }
            Agreement::Other => there().iter().for_each(|there| there.set_data(text)),
        }
        spot.pass();
    }

    fn add_element(&mut self, parts: Parts, spot: &mut Spot) {
        if parts.is_still && spot.standing.pass_element(&parts) {
            return spot.pass();
        }
        let outside = self.in_svg;
        self.in_svg |= parts.tag == "svg";
        if let Some((dom, standing)) = spot.find(parts.tag) {
            self.dress(&dom, parts, &standing, Spot::inside(&dom, standing.inside()));
        } else if let Ok(dom) = self.create(parts.tag) {
            self.dress(&dom, parts, &Standing::default(), Spot::in_new(&dom));
            spot.insert(&dom);
        }
        self.in_svg = outside;
    }

    /// The names of elements are our own and valid.
    fn create(&self, tag: &str) -> Result<DomElement, JsValue> {
        if self.in_svg { self.document.create_element_ns(Some(SVG), tag) } else { self.document.create_element(tag) }
    }

    /// Gives an element its attributes, what happens on events, and its content.
    fn dress(&mut self, dom: &DomElement, parts: Parts, standing: &Standing, inside: Spot) {
        // What a visitor opened stays open.
        let is_stale =
            |name: &&str| *name != "open" && !parts.attributes.iter().any(|(wanted, _)| attribute_of(wanted) == *name);
        for name in standing.names().filter(is_stale) {
            // What is not there any more was to be taken away.
            let _ = dom.remove_attribute(name);
        }
        for (name, value) in parts.attributes {
            match value {
                Value::Fixed(value) if standing.has(name, &value) => {}
                Value::Fixed(value) => write(dom, name, Some(&value)),
                Value::Live(value) => {
                    let dom = dom.clone();
                    keep(RenderEffect::new(move |_| write(&dom, name, value().as_deref())));
                }
            }
        }
        for (event, act) in parts.events {
            listen(dom, event, act);
        }
        self.fill(Node::Many(parts.children), inside);
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
        self.fill(node, Spot::in_new(&fragment));
        let _ = parent.insert_before(&fragment, Some(end));
        if let Some(element) = self.focus.take() {
            take_focus(&element);
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
        "value" if matches!(&*dom.tag_name(), "INPUT" | "TEXTAREA") => Some(value.unwrap_or_default().into()),
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
