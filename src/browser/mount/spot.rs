//! Where the next part of a page goes, in the document and in the text of it.

use std::mem;

use wasm_bindgen::JsCast;
use web_sys::{Element as DomElement, HtmlElement, Node as DomNode};

use crate::markup::standing::Standing;

/// Where the next part goes. The document is asked for the node that stands
/// there only when that is needed.
#[derive(Clone)]
pub(super) struct Spot {
    parent: DomNode,
    /// A node at the spot or before it; `None` when that was not asked for, or there is none.
    near: Option<DomNode>,
    was_asked: bool,
    /// How many nodes there are from `near`, or else the first, to the spot.
    ahead: usize,
    /// The same place in the text of the page.
    pub(super) standing: Standing,
}

impl Spot {
    /// The spot inside of what has nothing inside, or behind all that it has.
    pub(super) fn in_new(parent: &DomNode) -> Self {
        Self { was_asked: true, ..Self::inside(parent, Standing::default()) }
    }

    /// The first spot inside of what stands there.
    pub(super) fn inside(parent: &DomNode, standing: Standing) -> Self {
        Self { parent: parent.clone(), near: None, was_asked: false, ahead: 0, standing }
    }

    /// The node that stands there.
    pub(super) fn next(&mut self) -> Option<DomNode> {
        if !self.was_asked {
            self.near = self.parent.first_child();
            self.was_asked = true;
        }
        for _ in 0..mem::take(&mut self.ahead) {
            self.near = self.near.take()?.next_sibling();
        }
        self.near.clone()
    }

    pub(super) fn insert(&mut self, child: &DomNode) {
        let next = self.next();
        // It is a child of `parent`, and anything made here can stand in that.
        let _ = self.parent.insert_before(child, next.as_ref());
    }

    /// Goes on past the node that stands there, and is already passed in the text.
    pub(super) fn pass(&mut self) {
        self.ahead += 1;
    }

    /// Takes away what stands there, so many nodes at most.
    pub(super) fn clear(&mut self, most: usize) {
        for _ in 0..most {
            let Some(next) = self.next() else { return };
            self.near = next.next_sibling();
            self.standing.pass();
            let heir = heir_of_focus(&next);
            let _ = self.parent.remove_child(&next);
            if let Some(heir) = heir {
                let _ = heir.focus();
            }
        }
    }

    /// The element of that name that stands here or a little further; what is before it goes.
    pub(super) fn find(&mut self, tag: &str) -> Option<(DomElement, Standing)> {
        let steps = self.standing.steps_to(tag)?;
        self.clear(steps);
        let found = (self.next()?.unchecked_into(), self.standing.clone());
        self.pass();
        self.standing.pass();
        Some(found)
    }
}

/// What takes the focus when a node that has it goes: what was put before it in its place.
fn heir_of_focus(node: &DomNode) -> Option<HtmlElement> {
    let active = node.owner_document()?.active_element()?;
    let heir = node.dyn_ref::<DomElement>().filter(|_| node.contains(Some(&active)))?.previous_element_sibling()?;
    heir.dyn_into().ok()
}
