//! The page that the app was loaded with: where its site lies, and what it was made from.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::window;

/// The id of the element that holds the app; it is the first in the body.
const APP: &str = "app";

/// The path under which the site is served, with a `/` at its end. The boot script has made it absolute; under
/// `trunk serve`, without one, the site lies at `/`.
pub fn base() -> String {
    attribute("data-base").unwrap_or_else(|| "/".to_owned())
}

/// The address at which the site is served, ending in `/`.
pub fn site() -> Option<String> {
    Some(format!("{}{}", origin(), base()))
}

/// Where the site is served, as in `https://a.example`, without a path.
pub fn origin() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The query of the address, with its `?`, or nothing.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The path of the address.
pub fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// The anchor of the address, with its `#`, or nothing.
pub fn anchor() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The fingerprint of the agenda that the page was prerendered from; `None` for a page that is not the one that
/// was asked for (404.html) or that holds nothing yet.
pub fn prerendered_from() -> Option<String> {
    made_from().filter(|_| !has_attribute("data-shell"))
}

/// The fingerprint of the agenda that the site was made from; `None` under `trunk serve`.
pub fn made_from() -> Option<String> {
    attribute("data-agenda")
}

/// Where, under the base, the brief of the agenda is, if it has one.
pub fn brief() -> Option<String> {
    attribute("data-brief")
}

/// The session that the page carries, as the agenda has it.
pub fn carried() -> Option<String> {
    window()?.document()?.get_element_by_id("carried")?.text_content()
}

/// Where, under the base, the words are by which zones are found.
pub fn places() -> Option<String> {
    attribute("data-places")
}

/// The offsets that the build knew, as [`BuiltZones`](agenda::zone::BuiltZones) writes them.
pub fn zones() -> Option<String> {
    root()?.get_attribute("data-zones")
}

/// Whether the boot script wants the page made afresh, because hydration has failed.
pub fn is_altered() -> bool {
    has_attribute("data-altered")
}

/// The element that holds the app, emptied. It is made where there is none.
pub fn emptied_root() -> Option<HtmlElement> {
    let document = window()?.document()?;
    let root = if let Some(root) = document.get_element_by_id(APP) {
        root
    } else {
        let root = document.create_element("div").ok()?;
        root.set_id(APP);
        document.body()?.prepend_with_node_1(&root).ok()?;
        root
    };
    root.set_text_content(None);
    root.dyn_into().ok()
}

/// The element that holds the app.
pub fn root() -> Option<HtmlElement> {
    window()?.document()?.get_element_by_id(APP)?.dyn_into().ok()
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

fn attribute(name: &str) -> Option<String> {
    document_element()?.get_attribute(name)
}

fn has_attribute(name: &str) -> bool {
    document_element().is_some_and(|element| element.has_attribute(name))
}

fn document_element() -> Option<Element> {
    window()?.document()?.document_element()
}
