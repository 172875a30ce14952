//! The drawings of the event and its themes. They lie in a file of their own,
//! which `meridian build` draws, and are shown where they are wanted.

use crate::agenda::artwork::{HEIGHT, WIDTH};
use crate::agenda::model::Theme;
use crate::markup::{Element, el};
use crate::state::App;

/// How a drawing fills a box of another shape.
const FIT: &str = "xMaxYMid slice";

/// Shows the drawing of a theme, or the event's where there is none.
pub fn artwork(app: App, theme: Option<&'static Theme>) -> Element {
    let name = theme.map_or("art".to_owned(), |theme| format!("art-{}", theme.id));
    let svg = el("svg").class("art").attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}")).attr("preserveAspectRatio", FIT);
    let drawing = el("use").attr("href", app.places.file(&format!("/artwork.svg#{name}")));
    svg.attr("aria-hidden", "true").with(drawing)
}
