//! What is kept, and what is said when it is not.

use meridian::platform::storage::{Refusal, Store};
use wasm_bindgen_test::wasm_bindgen_test;

/// More than any browser keeps for one site.
const TOO_MUCH: usize = 12_000_000;

#[wasm_bindgen_test]
fn what_was_written_is_read_as_it_was() -> Result<(), Refusal> {
    let store = Store::open("web-test/texts/")?;
    for text in ["1 1624881600000 on", "", " ", "\0", "{\"a\":\"b\"}", "<b>", "ñ 🦋 日本", "later"] {
        store.write("star/a", text)?;
        assert_eq!(store.read("star/a").as_deref(), Some(text));
    }
    assert_eq!(store.read("star/b"), None);
    Ok(())
}

#[wasm_bindgen_test]
fn keys_are_those_under_the_prefix_without_it() -> Result<(), Refusal> {
    let (ours, other) = (Store::open("web-test/keys/")?, Store::open("web-test/other/")?);
    assert_eq!(ours.keys(), Vec::<String>::new());
    ours.write("star/b", "1")?;
    other.write("star/c", "2")?;
    ours.write("star/a", "3")?;
    ours.write("star/b", "4")?;
    let mut keys = ours.keys();
    keys.sort();
    assert_eq!(keys, ["star/a", "star/b"]);
    assert_eq!(other.read("star/a"), None);
    Ok(())
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_loses_nothing() -> Result<(), Refusal> {
    let store = Store::open("web-test/full/")?;
    store.write("star/a", "before")?;
    assert_eq!(store.write("star/a", &"x".repeat(TOO_MUCH)), Err(Refusal::Full));
    assert_eq!(store.read("star/a").as_deref(), Some("before"));
    store.write("star/a", "after")
}
