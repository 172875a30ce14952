//! The browser: the only code that names `web_sys` and `js_sys`.
//!
//! Each file covers one part of it and gives plain values to the layers above. Nothing here runs
//! natively but `letters`: pages are prerendered without event handlers and effects.

pub mod clock;
pub mod document;
pub mod fetch;
pub mod file;
pub mod history;
pub mod letters;
pub mod near;
pub mod page;
pub mod share;
pub mod storage;
pub mod task;
pub mod worker;
pub mod zones;

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, Window};

/// The window; `None` only where the app cannot run.
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

/// What the boot script offers to the app: `window.meridian`.
fn boot() -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &"meridian".into()).ok()
}

/// An object with one of its methods, where there are both.
fn method(object: Option<&JsValue>, name: &str) -> Option<(JsValue, Function)> {
    // Asking anything of `undefined` throws, which is an error here and no panic.
    let method = Reflect::get(object?, &name.into()).ok()?.dyn_into().ok()?;
    Some((object?.clone(), method))
}

/// Tells the boot script something.
fn tell(event: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(event)) {
        // Under `trunk serve` there is no boot script that listens.
        let _ = window.dispatch_event(&event);
    }
}

/// Tells the boot script that the app is live.
pub fn tell_ready() {
    tell("meridian:ready");
}

/// Tells the boot script that the page can be read, and no more than that.
pub fn tell_read_only() {
    tell("meridian:read-only");
}

/// Hands the message of a panic to the boot script, which shows it: after a panic nothing of the
/// app can be relied on.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some((boot, fail)) = method(boot().as_ref(), "fail") {
            // There is nobody left to tell when this fails too.
            let _ = fail.call1(&boot, &panic.to_string().into());
        }
    }));
}

/// Calls back whenever the visitor comes back to the page: shown again after another tab, restored
/// from the back-forward cache, online or offline.
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
