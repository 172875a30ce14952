//! Markup as a plain tree: what components make, and what a browser mounts or,
//! natively, a file is written from.
//!
//! Not Leptos' `view!`, which makes types, and code for each of them: the app
//! measured 246 KB with it and less than half with this tree.

pub mod standing;

use std::borrow::Cow;

/// A text that is mostly known when the app is built.
pub type Words = Cow<'static, str>;

/// What happens on an event; it is handed the value of the event's target.
pub type Act = Box<dyn Fn(String)>;

/// A part of a page.
pub enum Node {
    /// Text; whatever it says, it is shown as it is.
    Text(Words),
    /// An element.
    Element(Element),
    /// Several parts, one after the other.
    Many(Vec<Node>),
    /// A part that is made anew whenever a signal that it reads changes.
    Live(Box<dyn Fn() -> Node>),
}

/// An element in the making. Boxed, because it is handed from call to call.
#[must_use]
pub struct Element(pub Box<Parts>);

/// An element with its attributes, children, and what happens on events.
pub struct Parts {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes, by name.
    pub attributes: Vec<(&'static str, Value)>,
    /// What happens on events, by name.
    pub events: Vec<(&'static str, Act)>,
    /// What stands inside.
    pub children: Vec<Node>,
    /// Whether it takes the focus once it is there.
    pub takes_focus: bool,
    /// Whether it stays as it is: nothing in it follows signals, hears events or takes the focus.
    pub is_still: bool,
}

/// The value of an attribute.
pub enum Value {
    /// It never changes.
    Fixed(Words),
    /// It is set, or taken away, whenever a signal that it reads changes.
    Live(Box<dyn Fn() -> Option<Words>>),
}

/// An element of that name.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        events: Vec::new(),
        children: Vec::new(),
        takes_focus: false,
        is_still: true,
    }))
}

/// A link.
pub fn link(href: String, words: impl Into<Words>) -> Element {
    el("a").attr("href", href).text(words)
}

/// A section with a heading of the second level.
pub fn section(heading: impl Into<Node>) -> Element {
    el("section").with(el("h2").with(heading))
}

/// A button that does something.
pub fn button(words: impl Into<Words>, press: impl Fn() + 'static) -> Element {
    el("button").attr("type", "button").class("button").on("click", move |_| press()).text(words)
}

/// A list with one item for each part.
pub fn list(class: &'static str, items: impl IntoIterator<Item = impl Into<Node>>) -> Element {
    el("ul").class(class).each(items.into_iter().map(|item| el("li").with(item)))
}

/// A part that is made anew whenever a signal that it reads changes.
pub fn live<N: Into<Node>>(make: impl Fn() -> N + 'static) -> Node {
    Node::Live(Box::new(move || make().into()))
}

impl Node {
    fn is_still(&self) -> bool {
        match self {
            Self::Text(_) => true,
            Self::Element(element) => element.0.is_still,
            Self::Many(nodes) => nodes.iter().all(Self::is_still),
            Self::Live(_) => false,
        }
    }
}

impl Element {
    /// Adds an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.set(name, Value::Fixed(value.into()))
    }

    /// Adds an attribute where there is a value.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Words>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Adds an attribute that follows signals; it is absent while there is no value.
    pub fn attr_live<W: Into<Words>>(self, name: &'static str, value: impl Fn() -> Option<W> + 'static) -> Self {
        self.set(name, Value::Live(Box::new(move || value().map(Into::into))))
    }

    /// Adds the class attribute.
    pub fn class(self, class: impl Into<Words>) -> Self {
        self.attr("class", class)
    }

    /// Adds a part inside, at the end.
    pub fn with(self, child: impl Into<Node>) -> Self {
        self.push(child.into())
    }

    /// Adds text inside, at the end.
    pub fn text(self, words: impl Into<Words>) -> Self {
        self.push(Node::Text(words.into()))
    }

    /// Adds several parts inside, at the end.
    pub fn each(self, children: impl IntoIterator<Item = impl Into<Node>>) -> Self {
        children.into_iter().fold(self, |element, child| element.push(child.into()))
    }

    /// Adds a part that follows signals, at the end.
    pub fn live<N: Into<Node>>(self, make: impl Fn() -> N + 'static) -> Self {
        self.with(live(make))
    }

    /// Does something on an event; it is handed the value of the event's target.
    pub fn on(mut self, event: &'static str, act: impl Fn(String) + 'static) -> Self {
        self.0.events.push((event, Box::new(act)));
        self.0.is_still = false;
        self
    }

    /// Takes the focus once it is there.
    pub fn focused(mut self) -> Self {
        self.0.takes_focus = true;
        self.0.is_still = false;
        self
    }

    // The two that everything comes down to are kept out of line: inlined at
    // each of some 500 calls they would make up a tenth of the app.
    #[inline(never)]
    fn set(mut self, name: &'static str, value: Value) -> Self {
        self.0.is_still &= matches!(value, Value::Fixed(_));
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn push(mut self, child: Node) -> Self {
        self.0.is_still &= child.is_still();
        self.0.children.push(child);
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<Vec<Node>> for Node {
    fn from(parts: Vec<Node>) -> Self {
        Self::Many(parts)
    }
}

impl<N: Into<Node>> From<Option<N>> for Node {
    fn from(part: Option<N>) -> Self {
        part.map_or_else(|| Self::Many(Vec::new()), Into::into)
    }
}
