//! Tests in a real browser of what only a browser can answer and no page shows by itself: its time
//! zones, its storage, and which views a signal wakes.
#![cfg(target_arch = "wasm32")]

mod bookmarks;
mod storage;
mod zones;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
