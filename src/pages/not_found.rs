//! What is shown where there is no page.

use crate::markup::{Node, el, link, list};
use crate::route::Route;
use crate::state::App;

/// Says so, and offers ways on.
pub fn not_found(app: App) -> Node {
    let ways = [
        (Route::Programme, "Find a session in the programme"),
        (Route::Mine, "Open my schedule"),
        (Route::Home, "Start from the home page"),
    ];
    let words =
        "Nothing is kept at this address. A session may have been renamed or removed, or the link may be incomplete.";
    Node::Many(vec![
        el("h1").text("Page not found").into(),
        el("p").class("lead").text(words).into(),
        list("ways", ways.map(|(route, words)| link(app.places.href(route), words))).into(),
    ])
}
