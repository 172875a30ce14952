//! What time the device says it is.

use chrono::{DateTime, Utc};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

/// How often the page looks at the clock, in milliseconds.
const TICK: i32 = 10_000;

/// Milliseconds since 1970-01-01T00:00:00Z.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "device clocks are whole and positive")]
pub fn milliseconds() -> u64 {
    js_sys::Date::now() as u64
}

/// The present instant.
pub fn now() -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(i64::try_from(milliseconds()).ok()?)
}

/// Calls back every ten seconds, for as long as the page lives.
pub fn every_tick(tick: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(tick);
    if let Some(window) = window() {
        let callback = closure.as_ref().unchecked_ref();
        // Without a timer the page stays as of its last load, which is not wrong: times are absolute.
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(callback, TICK);
    }
    closure.forget();
}
