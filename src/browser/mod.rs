//! The only door to the platform: nothing else names `web_sys` or `js_sys`.
//!
//! Each file covers one part of it and hands plain values to the layers above.

pub mod clock;
pub mod document;
pub mod fetch;
pub mod file;
pub mod mount;
pub mod navigation;
pub mod share;
pub mod storage;
pub mod worker;
pub mod zones;

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
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

/// What the boot script offers to the app.
fn boot() -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &"meridian".into()).ok()
}

/// A thing with one of its methods, where there are both.
fn method(thing: Option<&JsValue>, name: &str) -> Option<(JsValue, Function)> {
    // To ask anything of `undefined` throws, which is an error here and no panic.
    let method = Reflect::get(thing?, &name.into()).ok()?.dyn_into().ok()?;
    Some((thing?.clone(), method))
}

/// Tells the boot script something.
fn tell(event: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(event)) {
        // Nobody has to listen.
        let _ = window.dispatch_event(&event);
    }
}

/// Tells the boot script that the app has taken the page over.
pub fn tell_ready() {
    tell("meridian:ready");
}

/// Tells the boot script that the page can be read, and no more than that.
pub fn tell_read_only() {
    tell("meridian:read-only");
}

/// Hands the words of a panic to the boot script, which shows them: after it
/// nothing of the app can be relied on.
pub fn tell_of_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some((boot, fail)) = method(boot().as_ref(), "fail") {
            // There is nobody left to tell when this fails too.
            let _ = fail.call1(&boot, &panic.to_string().into());
        }
    }));
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

/// Whether pages are live: here they are, and not only read.
pub const IS_LIVE: bool = true;

/// Whether the device believes that it has a network.
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}
