//! Where the visitor was in each entry of the browser's history.
//!
//! The router keeps the addresses; this keeps, as the entry's state, pixels from the top and the
//! link that was followed from there, as in `350 /sessions/thu-obis/`. So Back finds the same place
//! and the same focus, and a reload too.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Element, Event, HtmlAnchorElement, ScrollRestoration, Window};

use super::{listen, window};

/// Milliseconds of rest after which the place in the page is remembered.
const REST: i32 = 120;

/// Where a visitor was in a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Memory {
    /// Pixels from the top.
    pub scroll: f64,
    /// The link they followed from there; empty when they left otherwise.
    pub link: String,
}

/// Where the visitor was in the present entry, if they were there before.
pub fn memory() -> Option<Memory> {
    let state = window()?.history().ok()?.state().ok()?.as_string()?;
    let (scroll, link) = state.split_once(' ')?;
    let scroll: u32 = scroll.parse().ok()?;
    Some(Memory { scroll: f64::from(scroll), link: link.to_owned() })
}

/// Writes another address into the present entry, before the router reads it. What is remembered there stays.
pub fn set_address(address: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // A browser that refuses leaves the address as it arrived.
        let _ = history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(address));
    }
}

/// Remembers the place in the page whenever scrolling comes to rest or a link is followed.
pub fn start() {
    let Some(window) = window() else { return };
    if let Ok(history) = window.history() {
        // The browser would scroll before the page is there.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    if memory().is_none() {
        remember("");
    }
    remember_scrolling(&window);
    remember_links(&window);
}

/// Before the router hears of the click, and goes to another entry.
fn remember_links(window: &Window) {
    let clicked = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = link.and_then(|target| target.closest("a[href]").ok().flatten());
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
            remember(&format!("{}{}{}", link.pathname(), link.search(), link.hash()));
        }
    });
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    let callback = clicked.as_ref().unchecked_ref();
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options("click", callback, &options);
    clicked.forget();
}

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

/// Writes into the present entry where the visitor is.
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
