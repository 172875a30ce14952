//! The only door to the platform: nothing else names `web_sys` or `js_sys`.
//!
//! Each file covers one part of it and hands plain values to the layers above.

pub mod clock;
pub mod document;
pub mod fetch;
pub mod mount;
pub mod navigation;
pub mod storage;
pub mod zones;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget, Window};

/// The window; there is always one where this app runs, and nothing is done where there is none.
fn window() -> Option<Window> {
    web_sys::window()
}

/// Calls back for every such event, for as long as the page lives.
fn listen<E: JsCast + 'static>(target: &EventTarget, event: &str, mut heard: impl FnMut(E) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| heard(event.unchecked_into()));
    // A target that refuses listeners would be no event target.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Calls back whenever the page comes back to its visitor: shown again after
/// another tab, restored from the back-forward cache, online or offline.
pub fn on_return(back: impl Fn() + Clone + 'static) {
    let Some(window) = window() else { return };
    for event in ["pageshow", "online", "offline"] {
        let back = back.clone();
        listen(&window, event, move |_: Event| back());
    }
    if let Some(document) = window.document() {
        listen(&document, "visibilitychange", move |_: Event| back());
    }
}

/// Whether the device believes that it has a network.
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}
