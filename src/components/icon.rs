//! Small drawings that stand beside words, never instead of them.

use crate::prelude::*;

/// A five-pointed star.
pub const STAR: &str = "M12 3l2.7 5.9 6.3.7-4.7 4.3 1.3 6.3-5.6-3.2-5.6 3.2 1.3-6.3L3 9.6l6.3-.7z";
/// A crescent.
pub const MOON: &str = "M19 14.5A8 8 0 0 1 9.5 5a8 8 0 1 0 9.5 9.5z";
/// A triangle.
pub const PLAY: &str = "M8 5v14l11-7z";
/// A tick.
pub const TICK: &str = "M5 12.5l4.5 4.5L19 7";
/// A funnel.
pub const FUNNEL: &str = "M4 5h16l-6 8v6l-4-2v-4z";
/// A clock.
pub const CLOCK: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2";

/// An icon, which assistive technology passes over.
#[component]
pub fn Icon(
    /// Its SVG path, on a grid of 24 by 24.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}
