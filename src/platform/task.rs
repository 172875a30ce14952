//! Tasks of the browser, between which it hears the visitor and draws.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

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
