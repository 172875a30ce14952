//! Credits, privacy, access, the data, and what changed in the programme.

use leptos::prelude::*;

use crate::agenda::time::Moment;
use crate::components::links::Anchor;
use crate::components::prose::Prose;
use crate::state::App;

/// The page about the app and its data.
#[component]
pub fn About(app: App) -> impl IntoView {
    view! {
        <h1>"About"</h1>
        <Event app />
        <Privacy app />
        <Access />
        <Data app />
        <Changes app />
    }
}

#[component]
fn Event(app: App) -> impl IntoView {
    let event = app.agenda.event();
    let organiser = event.organiser.as_ref().map(|organiser| view! { <p>{&*event.title} " was organised by " {&**organiser} "."</p> });
    let site = event.url.as_ref().map(|href| view! { <p><Anchor app href>"The official site"</Anchor></p> });
    view! {
        <section>
            <h2>"The event and this app"</h2>
            {organiser}
            {site}
            <p>
                "Shown with Meridian, an agenda app for events whose people are spread across time zones. \
                 Its code is free to use under the MIT or the Apache 2.0 licence. The drawings are made by the app itself."
            </p>
        </section>
    }
}

#[component]
fn Privacy(app: App) -> impl IntoView {
    let prefix = format!("meridian/{}/", app.agenda.event().id);
    let keys = [
        ("star/…", "each session you starred"),
        ("watched/…", "each talk or recording you marked as watched"),
        ("set/clock", "on whose clocks times are shown"),
        ("set/hours", "how hours are counted"),
        ("set/colours", "light or dark"),
        ("aside/…", "a copy of anything kept here that could not be read"),
    ];
    let rows = keys.map(|(key, words)| {
        view! { <tr><th scope="row"><code>{prefix.clone()}{key}</code></th><td>{words}</td></tr> }
    });
    view! {
        <section>
            <h2>"Privacy"</h2>
            <p>
                "There is no account, no cookie and no server that knows you. Nothing is fetched from anyone else \
                 until you press play on a video or follow a link. What you star and set stays in this browser:"
            </p>
            <table class="keys"><tbody>{rows.into_iter().collect_view()}</tbody></table>
        </section>
    }
}

#[component]
fn Access() -> impl IntoView {
    view! {
        <section>
            <h2>"Accessibility"</h2>
            <p>
                "Every page is built to meet WCAG 2.2, level AA, with a contrast of at least 7:1 for text. All of it works \
                 by keyboard and with a screen reader, at twice the text size, in light, dark and forced colours, \
                 and without motion where your device asks for that."
            </p>
            <p>
                "Videos are shown in the player of whoever hosts them. That player is a third party’s: we choose its \
                 size and title, and cannot answer for how accessible it is. A link to the video’s own page stands beside each."
            </p>
        </section>
    }
}

#[component]
fn Data(app: App) -> impl IntoView {
    let revision = app.agenda.revision();
    let published = app.agenda.venue().local(revision.published).date.day_month_year();
    view! {
        <section>
            <h2>"The data"</h2>
            <p>{format!("This is revision {} of the programme, published on {published}.", revision.number.0)}</p>
            <p><a href=app.places.file("/agenda.json")>"The whole programme as one file"</a></p>
        </section>
    }
}

#[component]
fn Changes(app: App) -> impl IntoView {
    let shown = move |at: Moment| match at {
        Moment::Day(date) => date.day_month_year(),
        Moment::Instant(at) => app.agenda.venue().local(at).date.day_month_year(),
    };
    let changes = app.agenda.revision().changes.iter().rev().map(move |change| {
        let source = change.source.as_ref().map(|href| view! { <p class="aside"><Anchor app href>"Source"</Anchor></p> });
        view! {
            <li>
                <h3>{shown(change.at)}</h3>
                <Prose app text=&change.text />
                {source}
            </li>
        }
    });
    view! {
        <section>
            <h2>"What changed in the programme"</h2>
            <ol class="history">{changes.collect_view()}</ol>
        </section>
    }
}
