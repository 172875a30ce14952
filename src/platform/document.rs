//! The document around the app: title, root attributes, focus, scrolling.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::{listen, window};

/// Shows the page in the colours of that name; `device` means as the device is set.
pub fn set_colours(colours: &str) {
    set_root_attribute("data-colours", colours);
}

/// Sets an attribute unless it is so: a language, even if it is the same one,
/// has a browser reckon the style of every element anew.
fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element())
        && root.get_attribute(name).as_deref() != Some(value)
    {
        // The names are our own and valid; any value is.
        let _ = root.set_attribute(name, value);
    }
}

/// Moves the focus to the first element that matches, without scrolling there.
/// Returns whether there is one.
pub fn focus(selector: &str) -> bool {
    find(selector).is_some_and(|element| take_focus(&element))
}

/// Brings the element of that id into view and moves the focus there. Returns
/// whether there is one.
pub fn show_anchor(id: &str) -> bool {
    let found = document().and_then(|document| document.get_element_by_id(id));
    found.is_some_and(|element| {
        element.scroll_into_view();
        take_focus(&element)
    })
}

/// Whether the document, as it is, has the element of that id and is long enough
/// to be scrolled so many pixels.
pub fn reaches(id: &str, scroll: f64) -> bool {
    let Some(document) = document() else { return false };
    let length = || document.document_element().map_or(0, |page| page.scroll_height() - page.client_height());
    // To know how long a page is, a browser has to lay it out.
    (id.is_empty() || document.get_element_by_id(id).is_some()) && (scroll <= 0.0 || scroll <= f64::from(length()))
}

/// Whether the visitor is at something that would be lost if the page were made
/// anew: a video, a field that they fill in, a panel, or words that they selected.
pub fn is_in_use() -> bool {
    let has_selected = || {
        let selection = window().and_then(|window| window.get_selection().ok().flatten());
        selection.is_some_and(|selection| !selection.is_collapsed())
    };
    find("iframe.video__frame, video.video__frame, input:focus, select:focus, :popover-open").is_some()
        || has_selected()
}

/// Where the visitor is in the page, by what has the focus or else by the first
/// link in sight: to be asked before what they look at is made anew, and called
/// when that is done.
pub fn keep_place() -> impl FnOnce() + 'static {
    let active = document().and_then(|document| document.active_element());
    let held = active.and_then(|active| Some((named(&active)?, top(&active), true)));
    let held = held.or_else(|| {
        let first = first_link_in_sight()?;
        Some((named(&first)?, top(&first), false))
    });
    move || {
        let Some((selector, height, has_focus)) = held else { return };
        if let (Some(window), Some(found)) = (window(), find(&selector)) {
            window.scroll_by_with_x_and_y(0.0, top(&found) - height);
            if has_focus {
                take_focus(&found);
            }
        }
    }
}

fn first_link_in_sight() -> Option<Element> {
    let links = document()?.query_selector_all("main a[href]").ok()?;
    let mut links = (0..links.length()).filter_map(|index| links.item(index)?.dyn_into::<Element>().ok());
    // What is hidden has no height.
    links.find(|link| top(link) >= 0.0 && link.get_bounding_client_rect().height() > 0.0)
}

/// A selector that finds an element again in a page that was made anew.
fn named(element: &Element) -> Option<String> {
    let by = |name: &str| Some((name.to_owned(), element.get_attribute(name)?));
    let (name, value) = by("href").or_else(|| by("aria-label"))?;
    let value = value.replace('\\', "\\\\").replace('"', "\\\"");
    Some(format!("{}[{name}=\"{value}\"]", element.local_name()))
}

/// Pixels from the top of the window.
fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Calls back once what changed has been put into the document.
pub fn next_frame(ready: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(ready);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Scrolls to that many pixels from the top.
pub fn scroll_to(y: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}

/// Scrolls a part of the page that scrolls by itself, and not the page, so that what matches stands in its upper half.
pub fn scroll_inside(frame: &str, selector: &str) {
    if let (Some(frame), Some(found)) = (find(frame), find(selector)) {
        let height = frame.get_bounding_client_rect().height();
        frame.scroll_by_with_x_and_y(0.0, top(&found) - top(&frame) - height / 3.0);
    }
}

/// Gives an element the focus, without scrolling there. Anything may be where a link leads; what takes
/// no focus by itself is made to.
pub fn take_focus(element: &Element) -> bool {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return false };
    if element.tab_index() < 0 {
        // The name and value are valid.
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// The key of the bookmark whose button was pressed, if it was one.
pub fn pressed_key(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("button[data-key]").ok()??.get_attribute("data-key")
}

/// Presses the button of a bookmark.
pub fn press(key: &str) {
    if let Some(button) =
        find(&format!("button[data-key=\"{key}\"]")).and_then(|button| button.dyn_into::<HtmlElement>().ok())
    {
        button.click();
    }
}

/// Takes the first so many items out of a list that is plain HTML.
pub fn drop_items(list: &str, count: usize) {
    let Some(list) = find(list) else { return };
    for _ in 0..count {
        let Some(item) = list.first_element_child() else { return };
        item.remove();
    }
}

/// Whether there is an element that matches.
pub fn has(selector: &str) -> bool {
    find(selector).is_some()
}

/// The first element that matches.
pub(super) fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Has `/` bring the visitor to the search field of a page that has one, and open the form around it, unless they
/// write or something lies above the page.
pub fn follow_search_key() {
    let Some(document) = document() else { return };
    listen(&document, "keydown", |event: KeyboardEvent| {
        let is_plain = event.key() == "/" && !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        if !is_plain || find("input:focus, select:focus, textarea:focus, :popover-open, dialog[open]").is_some() {
            return;
        }
        let Some(field) = find(".filter input").and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if let Ok(Some(form)) = field.closest("details") {
            // The name and value are valid.
            let _ = form.set_attribute("open", "");
        }
        event.prevent_default();
        let _ = field.focus();
        field.select();
    });
}

/// Calls back when the page is about to be printed, and when that is over.
pub fn on_print(printing: impl Fn(bool) + Clone + 'static) {
    if let Some(window) = window() {
        let before = printing.clone();
        listen(&window, "beforeprint", move |_: Event| before(true));
        listen(&window, "afterprint", move |_: Event| printing(false));
    }
}

/// Opens the browser's own way to paper.
pub fn print() {
    if let Some(window) = window() {
        // Where there is no printer, the browser says so.
        let _ = window.print();
    }
}
