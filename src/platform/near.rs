//! What comes near to what is seen.

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::document;

/// How far around the window is near: twice its height.
const MARGIN: &str = "200% 0px";

/// Waits until the element that matches comes near; not where there is none.
pub async fn near(selector: &str) {
    let Some(element) = document::find(selector) else { return };
    let come = Promise::new(&mut |resolve, _| {
        let told = resolve.clone();
        let seen = Closure::<dyn FnMut(Array, IntersectionObserver)>::new(
            move |entries: Array, observer: IntersectionObserver| {
                let is_near = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
                if entries.iter().any(is_near) {
                    observer.disconnect();
                    let _ = told.call0(&JsValue::NULL);
                }
            },
        );
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let seen = seen.into_js_value();
        match IntersectionObserver::new_with_options(seen.unchecked_ref(), &options) {
            Ok(observer) => observer.observe(&element),
            // A browser without observers has everything at once.
            Err(_) => _ = resolve.call0(&JsValue::NULL),
        }
    });
    let _ = JsFuture::from(come).await;
}
