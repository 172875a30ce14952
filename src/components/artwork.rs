//! The themes' drawings: each is drawn once in the page and shown where it is wanted.

use crate::agenda::Agenda;
use crate::agenda::artwork::{HEIGHT, WIDTH, draw};
use crate::agenda::model::{Motif, Theme};
use crate::markup::{Element, el};

/// How a drawing fills a box of another shape.
const FIT: &str = "xMaxYMid slice";

/// Draws every theme's artwork, and the event's, out of sight.
pub fn artwork_sheet(agenda: &'static Agenda) -> Element {
    let event = (None, Motif::Meridians, &*agenda.event().id);
    let themes = agenda.themes().iter().map(|theme| (Some(theme), theme.motif, &*theme.id));
    let symbols = [event].into_iter().chain(themes).map(|(theme, motif, seed)| {
        let strokes = draw(motif, seed)
            .into_iter()
            .map(|stroke| el("path").class(format!("art__line art__line--{}", stroke.weight)).attr("d", stroke.path));
        let symbol = el("symbol").attr("id", name(theme)).attr("viewBox", view_box());
        symbol.attr("preserveAspectRatio", FIT).each(strokes)
    });
    el("svg").class("art-sheet").attr("aria-hidden", "true").each(symbols)
}

/// Shows the drawing of a theme, or the event's where there is none.
pub fn artwork(theme: Option<&'static Theme>) -> Element {
    let svg = el("svg").class("art").attr("viewBox", view_box()).attr("preserveAspectRatio", FIT);
    svg.attr("aria-hidden", "true").with(el("use").attr("href", format!("#{}", name(theme))))
}

fn name(theme: Option<&Theme>) -> String {
    theme.map_or("art".to_owned(), |theme| format!("art-{}", theme.id))
}

fn view_box() -> String {
    format!("0 0 {WIDTH} {HEIGHT}")
}
