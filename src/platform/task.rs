//! Tasks of the browser, between which it hears the visitor and draws.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdleRequestOptions, MessageChannel};

use super::window;

/// Milliseconds after which a browser that is never idle goes on.
const PATIENCE: u32 = 2_000;

/// Ends this task: what follows it is done in the next one. A message brings that about, because a
/// timer takes its time: some milliseconds, and a second in a hidden tab.
pub async fn next_task() {
    let Ok(channel) = MessageChannel::new() else { return };
    let (here, there) = (channel.port1(), channel.port2());
    let heard = Promise::new(&mut |resolve, _| here.set_onmessage(Some(&resolve)));
    if there.post_message(&JsValue::NULL).is_ok() {
        // A promise that nobody rejects.
        let _ = JsFuture::from(heard).await;
    }
    here.close();
}

/// Ends this task, and waits until the browser has nothing better to do: two seconds at most, as some pages are never
/// idle.
pub async fn idle() {
    let Some(window) = window() else { return };
    let idle = Promise::new(&mut |resolve, _| {
        let options = IdleRequestOptions::new();
        options.set_timeout(PATIENCE);
        // Browsers that know no idle time go on at once.
        let asked = window.request_idle_callback_with_options(&resolve, &options);
        if asked.is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(idle).await;
}
