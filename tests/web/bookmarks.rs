//! Which followers a star wakes.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use agenda::bookmarks::BookmarkKind;
use leptos::prelude::*;
use leptos::task::tick;
use meridian::state::bookmarks::provide_bookmarks;
use meridian::state::notices::provide_notices;
use wasm_bindgen_test::wasm_bindgen_test;

/// How many stars are in sight.
const STARS: usize = 1_000;

#[wasm_bindgen_test]
async fn a_star_of_a_thousand_wakes_its_own_followers_alone() {
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.set();
    let bookmarks = provide_bookmarks(provide_notices());
    let runs: Vec<Arc<AtomicUsize>> = (0..STARS).map(|_| Arc::default()).collect();
    let all = Arc::new(AtomicUsize::new(0));
    for (index, runs) in runs.iter().cloned().enumerate() {
        Effect::new(move || {
            bookmarks.has(BookmarkKind::Star, &format!("s{index}"));
            runs.fetch_add(1, Ordering::Relaxed);
        });
    }
    let counted = Arc::clone(&all);
    Effect::new(move || {
        bookmarks.on(BookmarkKind::Star);
        counted.fetch_add(1, Ordering::Relaxed);
    });
    tick().await;
    bookmarks.toggle(BookmarkKind::Star, "s500");
    tick().await;
    let counts: Vec<usize> = runs.iter().map(|runs| runs.load(Ordering::Relaxed)).collect();
    let woken: Vec<(usize, usize)> = counts.into_iter().enumerate().filter(|(_, runs)| *runs != 1).collect();
    assert_eq!(woken, [(500, 2)]);
    assert_eq!(all.load(Ordering::Relaxed), 2);
    assert!(bookmarks.has(BookmarkKind::Star, "s500"));
}
