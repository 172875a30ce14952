//! What a session belongs to and how it stands, in a word or two each.

use leptos::prelude::*;

use crate::agenda::model::{Session, Status};
use crate::agenda::phase::Phase;
use crate::route::Route;
use crate::state::App;

/// The themes of a session as links, its kind, and its state.
#[component]
pub fn Badges(app: App, session: &'static Session) -> impl IntoView {
    let themes = app.agenda.themes_of(session).map(move |theme| {
        let words = match theme.number {
            Some(number) => format!("Theme {}", number.0),
            None => theme.title.to_string(),
        };
        let href = app.places.href(Route::Theme(theme.id.to_string()));
        view! { <a class=format!("badge badge--theme {}", theme.hue.class()) href=href>{words}</a> }
    });
    let kind = app.agenda.kind(&session.kind);
    let kind = kind.map(|kind| view! { <span class="badge badge--kind">{&*kind.title}</span> });
    let live = move || {
        let is_live = Phase::of(session, app.clock.now()) == Phase::Live && session.status != Status::Cancelled;
        is_live.then(|| view! { <strong class="badge badge--live">"On now"</strong> })
    };
    view! {
        <p class="badges">
            {live}
            {status(session.status)}
            {themes.collect_view()}
            {kind}
        </p>
    }
}

fn status(status: Status) -> Option<impl IntoView> {
    let words = match status {
        Status::Confirmed => None,
        Status::Tentative => Some("Tentative"),
        Status::Cancelled => Some("Cancelled"),
    };
    words.map(|words| view! { <strong class="badge badge--status">{words}</strong> })
}
