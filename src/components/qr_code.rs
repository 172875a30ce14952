//! The QR code of a link.

use crate::platform::share::{code, fetch_codes};
use crate::prelude::*;

/// Pixels that a side of a code takes on the screen, where its modules are not too many: a camera
/// then reads it at arm's length.
const SIDE: usize = 264;

/// Pixels of a module: fewer are hard to read from a screen.
const LEAST: usize = 3;

/// The QR code of a link; the first takes a moment to come.
#[component]
pub fn QrCode(
    /// The link.
    link: String,
) -> impl IntoView {
    // Not drawn yet; too long for a code; drawn.
    let drawn: RwSignal<Option<Option<String>>> = RwSignal::new(code(&link).map(Some));
    if drawn.get_untracked().is_none() {
        fetch_codes(move || drawn.set(Some(code(&link))));
    }
    view! {
        {move || drawn.get().map(|code| view! { <Square code/> })}
    }
}

/// A drawn code, dark on white in every scheme of colours, in pixels that no module shares with
/// another.
#[component]
fn Square(
    /// How many modules a side has, and the path of the dark ones; `None` for a link that is too long.
    code: Option<String>,
) -> impl IntoView {
    let parts = code.as_deref().and_then(|code| code.split_once(' '));
    let parts = parts.and_then(|(side, path)| Some((side.parse::<usize>().ok().filter(|side| *side > 0)?, path)));
    let Some((side, path)) = parts else {
        let words = "The link is too long for a QR code: share the link itself.";
        return view! { <p class="aside">{words}</p> };
    };
    let pixels = (side * (SIDE / side).max(LEAST)).to_string();
    view! {
        <svg
            class="qr"
            viewBox=format!("0 0 {side} {side}")
            width=pixels.clone()
            height=pixels
            role="img"
            aria-label="QR code of the link"
        >
            <path class="qr__paper" d=format!("M0 0h{side}v{side}H0z")></path>
            <path class="qr__ink" d=path.to_owned()></path>
        </svg>
    }
}
