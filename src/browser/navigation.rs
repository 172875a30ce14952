//! The address bar: links inside the site change the page without a reload,
//! and each entry of the history remembers where its visitor was.
//!
//! An entry's state is a text: pixels from the top, and the link that was
//! followed from there, as in `350 /sessions/thu-obis/`.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent, ScrollRestoration, Window};

use super::{listen, window};
use crate::route::Place;

/// Milliseconds of rest after which the place in the page is remembered.
const REST: i32 = 120;

/// What the address bar says, and how the visitor came there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arrival {
    /// The path, as it stands.
    pub path: String,
    /// The query with its `?`, or nothing.
    pub query: String,
    /// The anchor with its `#`, or nothing.
    pub anchor: String,
    /// Where the visitor was in this entry of the history, if they were there before.
    pub memory: Option<Memory>,
}

/// Where a visitor was in a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Memory {
    /// Pixels from the top.
    pub scroll: f64,
    /// The link they followed from there; empty when they left otherwise.
    pub link: String,
}

/// Where the visitor is, told anew with each change.
type Changed = Rc<dyn Fn(Arrival)>;

impl Arrival {
    /// The place of the site that is served under `base`.
    pub fn place(&self, base: &str) -> Place {
        Place::under(base, &self.path, &self.query, &self.anchor)
    }
}

/// What the address bar says now.
pub fn here() -> Arrival {
    let Some(window) = window() else { return Arrival::default() };
    let location = window.location();
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    Arrival {
        path: part(location.pathname()),
        query: part(location.search()),
        anchor: part(location.hash()),
        memory: memory(&window),
    }
}

/// The path under which the site is served, with a `/` at its end; the boot
/// script has found it.
pub fn base() -> String {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("data-base")).unwrap_or_else(|| "/".to_owned())
}

/// The address at which the site is served, ending in `/`.
pub fn site() -> Option<String> {
    Some(format!("{}{}", origin(), base()))
}

/// Where the site is served, as in `https://a.example`, without a path.
pub fn origin() -> String {
    window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Takes over navigation inside the site: links, Back and Forward.
pub fn start(base: &str, changed: impl Fn(Arrival) + 'static) {
    let Some(window) = window() else { return };
    let changed: Changed = Rc::new(changed);
    if let Ok(history) = window.history() {
        // The browser would scroll before the page is there.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    remember_scrolling(&window);
    let on_history = Rc::clone(&changed);
    listen(&window, "popstate", move |_: Event| on_history(here()));
    if let Some(document) = window.document() {
        let base = base.to_owned();
        listen(&document, "click", move |event: MouseEvent| {
            if let Some(href) = followed(&event, &base) {
                event.prevent_default();
                go(&href);
                changed(here());
            }
        });
    }
}

/// Remembers where the visitor has scrolled to already. It takes a browser
/// longer than the rest of the start, and can wait.
pub fn remember_arrival() {
    if window().is_some_and(|window| memory(&window).is_none()) {
        remember("");
    }
}

/// Goes to a page of the site in a new entry of the history.
fn go(href: &str) {
    remember(href);
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// Puts another address into the present entry of the history.
pub fn replace(href: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(href));
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// The address of the link that the click follows inside the app; `None` when
/// the click is the browser's own affair.
fn followed(event: &MouseEvent, base: &str) -> Option<String> {
    let modified = event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let location = window()?.location();
    let path = link.pathname();
    let is_file = path.rsplit('/').next().is_some_and(|last| last.contains('.') && last != "index.html");
    let is_ours = link.origin() == location.origin().ok()? && path.starts_with(base) && !is_file;
    let same_page = Some(&path) == location.pathname().ok().as_ref()
        && Some(link.search()) == location.search().ok()
        && !link.hash().is_empty();
    let opens_here = link.target().is_empty() && !link.has_attribute("download");
    (is_ours && opens_here && !same_page).then(|| format!("{path}{}{}", link.search(), link.hash()))
}

/// Writes into the present entry of the history where the visitor is.
fn remember(link: &str) {
    let Some(window) = window() else { return };
    let scroll = window.scroll_y().unwrap_or(0.0).max(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pages are shorter than four billion pixels"
    )]
    let state = format!("{} {link}", scroll as u32);
    if let Ok(history) = window.history() {
        let _ = history.replace_state(&state.into(), "");
    }
}

fn memory(window: &Window) -> Option<Memory> {
    let state = window.history().ok()?.state().ok()?.as_string()?;
    let (scroll, link) = state.split_once(' ')?;
    let scroll: u32 = scroll.parse().ok()?;
    Some(Memory { scroll: f64::from(scroll), link: link.to_owned() })
}

/// Remembers the place in the page whenever scrolling comes to rest, so that a
/// reload and Forward find it again too.
fn remember_scrolling(window: &Window) {
    let rested = Closure::<dyn Fn()>::new(|| remember(""));
    let pending: RefCell<Option<i32>> = RefCell::new(None);
    let timers = window.clone();
    listen(window, "scroll", move |_: Event| {
        if let Some(timer) = pending.take() {
            timers.clear_timeout_with_handle(timer);
        }
        let callback = rested.as_ref().unchecked_ref();
        let timer = timers.set_timeout_with_callback_and_timeout_and_arguments_0(callback, REST);
        *pending.borrow_mut() = timer.ok();
    });
}
