//! Ways out of the page for a link: the device's own share sheet, the clipboard, and a QR code.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{boot, method, window};

/// Whether the device has a share sheet.
pub fn can_send() -> bool {
    method(navigator().as_ref(), "share").is_some()
}

/// Whether there is a clipboard: only pages that came over HTTPS have one.
pub fn can_copy() -> bool {
    clipboard().is_some()
}

/// Opens the share sheet with a title and an address. What becomes of it is
/// between the visitor and their device.
pub fn send(title: &str, address: &str) {
    let Some((navigator, share)) = method(navigator().as_ref(), "share") else { return };
    let data = Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        // A plain object takes everything.
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    finish(share.call1(&navigator, &data), |_| ());
}

/// Copies a text; afterwards it is told whether that was done.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    match clipboard() {
        Some((clipboard, write)) => finish(write.call1(&clipboard, &text.into()), done),
        None => done(false),
    }
}

/// The QR code of a text, from `boot/code.js`: how many modules a side has, a
/// space, and the SVG path of the dark ones, one unit each. Nothing while what
/// draws it is on its way, or when the text is too long for a code.
pub fn code(text: &str) -> Option<String> {
    let (boot, draw) = method(boot().as_ref(), "draw")?;
    draw.call1(&boot, &text.into()).ok()?.as_string()
}

/// Calls back when what draws codes is there, or cannot be had.
pub fn fetch_codes(done: impl FnOnce() + 'static) {
    if let Some((boot, later)) = method(boot().as_ref(), "later") {
        finish(later.call0(&boot), |_| done());
    }
}

/// Waits for what the platform has promised.
fn finish(called: Result<JsValue, JsValue>, done: impl FnOnce(bool) + 'static) {
    let promise = called.and_then(JsCast::dyn_into::<Promise>);
    spawn_local(async move {
        done(match promise {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        });
    });
}

fn navigator() -> Option<JsValue> {
    Some(window()?.navigator().into())
}

fn clipboard() -> Option<(JsValue, Function)> {
    let clipboard = Reflect::get(&navigator()?, &"clipboard".into()).ok();
    method(clipboard.as_ref(), "writeText")
}
