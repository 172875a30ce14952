//! What Unicode knows of letters: the browser's own tables, or natively those of a crate.

/// A text with every letter decomposed for compatibility (NFKD).
#[cfg(target_arch = "wasm32")]
pub fn decompose(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKD").into()
}

/// A text with every letter decomposed for compatibility (NFKD).
#[cfg(not(target_arch = "wasm32"))]
pub fn decompose(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfkd(text).collect()
}
