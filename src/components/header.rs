//! The head of every page: where one is, where one can go, whose time it is.

use super::clock_panel::clock_panel;
use crate::agenda::picks::Shelf;
use crate::markup::{Element, Node, el, link};
use crate::route::Route;
use crate::state::App;

/// The event's name, the way to every page, and the clock switch.
pub fn header(app: App) -> Element {
    let event = app.agenda.event();
    let name = event.short_title.as_ref().unwrap_or(&event.title);
    let count = move || {
        let stars = app.kept.on(Shelf::Star).len();
        (stars > 0).then(|| Node::Many(vec![" ".into(), el("span").class("count").text(stars.to_string()).into()]))
    };
    let menu = el("ul")
        .with(el("li").with(entry(app, Route::Programme, "Programme")))
        .with(el("li").with(entry(app, Route::Watch, "Watch")))
        .with(el("li").with(entry(app, Route::People, "People")))
        .with(el("li").with(entry(app, Route::Mine, "My schedule").live(count)));
    el("header")
        .class("masthead")
        .with(link("#main".to_owned(), "Skip to content").class("skip"))
        .with(link(app.places.href(Route::Home), &**name).class("wordmark"))
        .with(el("nav").class("menu").attr("aria-label", "Main").with(menu))
        .each(clock_panel(app))
}

fn entry(app: App, route: Route, words: &'static str) -> Element {
    let href = app.places.href(route.clone());
    let current = move || match (app.places.route(), &route) {
        (Route::Day(_), Route::Programme) | (Route::Person(_), Route::People) => Some("true"),
        (here, there) if here == *there => Some("page"),
        _ => None,
    };
    link(href, words).attr_live("aria-current", current)
}
