//! The drawings of the event and its themes. They are in a file of their own, which
//! `meridian build` draws.

use agenda::artwork::{HEIGHT, WIDTH};
use agenda::model::Theme;

use crate::prelude::*;
use crate::routes::use_links;

/// The drawing of a theme, or the event's where there is none.
#[component]
pub fn Artwork(
    /// The theme.
    theme: Option<&'static Theme>,
) -> impl IntoView {
    let name = theme.map_or("art".to_owned(), |theme| format!("art-{}", theme.id));
    let href = use_links().file(&format!("/artwork.svg#{name}"));
    view! {
        // It fills a box of another shape.
        <svg
            class="art"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            preserveAspectRatio="xMaxYMid slice"
            aria-hidden="true"
        >
            <use href=href></use>
        </svg>
    }
}
