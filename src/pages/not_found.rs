//! What is shown where there is no page.

use leptos::prelude::*;

use crate::route::Route;
use crate::state::App;

/// Says so, and offers ways on.
#[component]
pub fn NotFound(app: App) -> impl IntoView {
    view! {
        <h1>"Page not found"</h1>
        <p class="lead">
            "Nothing is kept at this address. A session may have been renamed or removed, or the link may be incomplete."
        </p>
        <ul class="ways">
            <li><a href=app.places.href(Route::Programme)>"Find a session in the programme"</a></li>
            <li><a href=app.places.href(Route::Mine)>"Open my schedule"</a></li>
            <li><a href=app.places.href(Route::Home)>"Start from the home page"</a></li>
        </ul>
    }
}
