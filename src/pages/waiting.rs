//! What is shown while the agenda is on its way: the shape of a page.

use crate::markup::{Node, el};

/// A quiet placeholder.
pub fn waiting() -> Node {
    el("main")
        .attr("id", "main")
        .attr("aria-busy", "true")
        .with(el("p").class("unseen").attr("role", "status").text("Loading the programme"))
        .with(el("div").class("waiting__title"))
        .each((0..5).map(|_| el("div").class("waiting__card")))
        .into()
}
