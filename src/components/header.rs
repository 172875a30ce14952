//! The head of every page: where one is, where one can go, whose time it is.

use leptos::prelude::*;

use super::clock_panel::ClockPanel;
use crate::agenda::picks::Shelf;
use crate::route::Route;
use crate::state::App;

/// The event's name, the way to every page, and the clock switch.
#[component]
pub fn Header(app: App) -> impl IntoView {
    let event = app.agenda.event();
    let name = event.short_title.as_ref().unwrap_or(&event.title);
    let stars = move || app.kept.on(Shelf::Star).len();
    let count = move || (stars() > 0).then(|| view! { <span class="count">" " {stars()}</span> });
    view! {
        <header class="masthead">
            <a class="skip" href="#main">"Skip to content"</a>
            <a class="wordmark" href=app.places.href(Route::Home)>{&**name}</a>
            <nav class="menu" aria-label="Main">
                <ul>
                    {entry(app, Route::Programme, "Programme", ())}
                    {entry(app, Route::Watch, "Watch", ())}
                    {entry(app, Route::People, "People", ())}
                    {entry(app, Route::Mine, "My schedule", count)}
                </ul>
            </nav>
            <ClockPanel app />
        </header>
    }
}

fn entry(app: App, route: Route, words: &'static str, after: impl IntoView + 'static) -> impl IntoView {
    let href = app.places.href(route.clone());
    let current = move || match (app.places.route.get(), &route) {
        (Route::Day(_), Route::Programme) | (Route::Person(_), Route::People) => Some("true"),
        (here, there) if here == *there => Some("page"),
        _ => None,
    };
    view! { <li><a href=href aria-current=current>{words}{after}</a></li> }
}
