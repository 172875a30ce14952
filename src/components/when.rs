//! When something is, on the clocks that the visitor wants to see.

use leptos::prelude::*;

use super::icon::{Icon, IconOf};
use crate::agenda::clock::Reading;
use crate::agenda::model::Session;
use crate::agenda::time::{Date, Span};
use crate::state::App;
use crate::state::times::{Face, Shown};

/// The time of a session, a line for each clock.
#[component]
pub fn When(app: App, session: &'static Session) -> impl IntoView {
    let day = app.agenda.day_of(session);
    let lines = move || {
        let shown = app.times.shown();
        shown.faces.iter().map(|face| line(&shown, face, session.span(), day)).collect_view()
    };
    view! { <div class="when">{lines}</div> }
}

fn line(shown: &Shown, face: &Face, span: Span, day: Date) -> impl IntoView + use<> {
    let reading = Reading::new(&face.zone, span, day, shown.cycle);
    let is_viewer = face.zone == shown.viewer;
    view! {
        <p class="when__line">
            <time class="when__time" datetime=span.start.to_string()>
                {reading.range}
            </time>
            {reading.day.map(|day| view! { <strong class="when__day">{day}</strong> })}
            <span class="when__zone">
                {face.city()} <span class="when__whose">{format!(" · {}", face.whose_words())}</span>
            </span>
            {(is_viewer && reading.night).then(|| view! { <Night /> })}
        </p>
    }
}

/// Says that something falls into the visitor's night.
#[component]
pub fn Night() -> impl IntoView {
    view! {
        <span class="night">
            <IconOf icon=Icon::Moon />
            "in your night"
        </span>
    }
}
