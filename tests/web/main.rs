//! Tests in a real browser of what only a browser can answer and no page shows
//! by itself: its time zones, its storage, and the document under our markup.
#![cfg(target_arch = "wasm32")]

mod mount;
mod storage;
mod takeover;
mod zones;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
