//! My schedule: what I starred, day by day.

use leptos::prelude::*;

use super::programme::DaySection;
use crate::agenda::clock::until;
use crate::agenda::model::Session;
use crate::agenda::phase::now_and_next;
use crate::agenda::picks::Shelf;
use crate::components::icon::{Icon, IconOf};
use crate::components::shift_notice::ShiftNotice;
use crate::route::Route;
use crate::state::App;

/// The page of my schedule.
#[component]
pub fn Mine(app: App) -> impl IntoView {
    let starred = move || {
        let ids = app.kept.on(Shelf::Star);
        app.agenda.sessions().iter().filter(|session| ids.contains(&session.id.to_string())).collect::<Vec<_>>()
    };
    let body = move || {
        let sessions = starred();
        if sessions.is_empty() {
            return view! { <Empty app /> }.into_any();
        }
        let days = app.agenda.days().into_iter().map(|day| {
            let on_day = sessions.iter().copied().filter(|session| app.agenda.day_of(session) == day);
            (day, on_day.collect::<Vec<&Session>>())
        });
        let days = days.filter(|(_, sessions)| !sessions.is_empty());
        let days = days.map(|(day, sessions)| view! { <DaySection app day sessions /> }).collect_view();
        view! {
            <p class="lead">{move || next(app, &starred())}</p>
            <ShiftNotice app />
            {days}
        }
        .into_any()
    };
    let lasting = (!app.kept.is_lasting()).then(|| {
        view! { <p class="missing">"Your browser keeps nothing for this site: your schedule lasts until you close this page."</p> }
    });
    view! {
        <h1>"My schedule"</h1>
        {lasting}
        {body}
        <Vanished app />
    }
}

/// What is on or comes next of what I starred.
fn next(app: App, sessions: &[&'static Session]) -> String {
    let now = app.clock.now();
    let found = now_and_next(sessions.iter().copied(), now);
    let titles = |sessions: &[&Session]| sessions.iter().map(|session| session.title.to_string()).collect::<Vec<_>>().join("; ");
    match (found.now.as_slice(), found.next.as_slice()) {
        ([], []) => "All of it is over. What was recorded can be watched from the session pages.".to_owned(),
        ([], next @ [first, ..]) => format!("Next, {}: {}.", until(first.start, now), titles(next)),
        (now, _) => format!("On now: {}.", titles(now)),
    }
}

/// What to do while nothing is starred.
#[component]
fn Empty(app: App) -> impl IntoView {
    view! {
        <div class="empty">
            <IconOf icon=Icon::Star />
            <p>
                "Nothing here yet. Press the star on any session, and it appears here with its time on your clock. \
                 Your schedule stays in this browser; nobody else sees it."
            </p>
            <p><a class="button" href=app.places.href(Route::Programme)>"Choose from the programme"</a></p>
        </div>
    }
}

/// Stars whose session is not in the programme: kept, and said.
#[component]
fn Vanished(app: App) -> impl IntoView {
    move || {
        let ids = app.kept.on(Shelf::Star).into_iter().filter(|id| app.agenda.session(id).is_none());
        let ids: Vec<String> = ids.collect();
        let items = ids.iter().map(|id| {
            let of_row = id.clone();
            view! {
                <li>
                    <code>{id.clone()}</code>
                    " "
                    <button
                        type="button"
                        class="button"
                        aria-label=format!("Remove {id}")
                        on:click=move |_| app.kept.toggle(Shelf::Star, &of_row)
                    >
                        "Remove"
                    </button>
                </li>
            }
        });
        (!ids.is_empty()).then(|| {
            view! {
                <section class="vanished">
                    <h2>"No longer in the programme"</h2>
                    <p>"You starred these sessions, and the programme does not have them now. They stay here in case they return."</p>
                    <ul>{items.collect_view()}</ul>
                </section>
            }
        })
    }
}
