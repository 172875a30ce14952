//! Credits, privacy, access, the data, and what changed in the programme.

use agenda::calendar::Feed;
use agenda::model::Change;
use agenda::time::words::day_month_year;

use crate::components::calendar::{FeedCalendar, Feeds};
use crate::components::delete_data::DeleteData;
use crate::components::links::Anchor;
use crate::components::notices::CHANGES;
use crate::components::page_title::PageTitle;
use crate::components::prose::Prose;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::use_agenda;

/// What is stored in the browser, by key.
const KEYS: [(&str, &str); 11] = [
    ("star/…", "each session you starred"),
    ("maybe/…", "each session you marked as maybe"),
    ("note/…", "your note about a session"),
    ("lead/…", "how long before a session your calendar reminds you"),
    ("known/…", "what a session was when you starred it, to tell you of changes"),
    ("watched/…", "each talk or recording you marked as watched"),
    ("set/clock", "which clocks times are shown on"),
    ("set/hours", "how hours are counted"),
    ("set/colours", "light or dark"),
    ("told/programme", "the newest programme you were told of"),
    ("aside/…", "a copy of anything stored here that could not be read"),
];

/// What that comes to in words.
const STORED: [&str; 5] = [
    "the sessions you starred or marked as maybe, and what they were then, to tell you of changes",
    "your notes, and how early your calendar reminds you",
    "what you marked as watched",
    "how you want to see times and colours",
    "a copy of this site, so that it works offline",
];

/// The page about the app and its data.
#[component]
pub fn About() -> impl IntoView {
    view! {
        <PageTitle page=Page::About/>
        <h1>{"About"}</h1>
        <Event/>
        <Privacy/>
        <Accessibility/>
        <Data/>
        <Calendars/>
        <Changes/>
    }
}

#[component]
fn Event() -> impl IntoView {
    let event = use_agenda().event();
    let organiser = event.organiser.as_ref();
    view! {
        <section>
            <h2>{"The event and this app"}</h2>
            {organiser
                .map(|organiser| {
                    view! { <p><bdi>{event.title.to_string()}</bdi> ": organised by " <bdi>{organiser.to_string()}</bdi> "."</p> }
                })}
            {event.url.as_ref().map(|href| view! { <p><Anchor href words="The official site"/></p> })}
            <p class="prose">
                {"Shown with Meridian, an agenda app for events whose people are spread across time zones. \
                 Its code is free to use under the MIT or the Apache 2.0 licence. The drawings are made by the app \
                 itself."}
            </p>
        </section>
    }
}

#[component]
fn Privacy() -> impl IntoView {
    let id = &use_agenda().event().id;
    let keys = KEYS.map(|(key, words)| (format!("meridian/{id}/{key}"), words));
    let cache = ("meridian …".to_owned(), "a copy of this site, so that it works offline");
    let row = |(key, words): (String, &'static str)| {
        view! {
            <tr>
                <th scope="row">
                    <code>{key}</code>
                </th>
                <td>{words}</td>
            </tr>
        }
    };
    view! {
        <section>
            <h2>{"Privacy"}</h2>
            <p class="prose">
                {"There is no account, no cookie and no server that knows you. Nothing is fetched from anyone else \
                 until you press play on a video or follow a link. In this browser, and nowhere else, are kept:"}
            </p>
            <ul class="prose">{STORED.map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
            <p class="prose">
                {"Browsers may delete that. Safari, on iPhone, iPad and Mac, does so after seven days of use without a \
                 visit to this site. Add the site to your home screen or Dock, which keeps it, or save a backup of "}
                <a href=use_links().to(&Page::Mine)>{"My schedule"}</a>
                " as a file."
            </p>
            <details class="fold">
                <summary>{"Under which names it is stored"}</summary>
                <table class="keys">
                    <tbody>{keys.into_iter().chain([cache]).map(row).collect_view()}</tbody>
                </table>
            </details>
            <DeleteData/>
        </section>
    }
}

#[component]
fn Accessibility() -> impl IntoView {
    view! {
        <section>
            <h2>{"Accessibility"}</h2>
            <p class="prose">
                {"Every page is built to meet WCAG 2.2, level AA, with a contrast of at least 7:1 for text. All of it \
                 works by keyboard and with a screen reader, at twice the text size, in light, dark and forced \
                 colours, and without motion where your device asks for that."}
            </p>
            <p class="prose">
                {"Videos play in the player of the site that hosts them. That player is a third party’s: we choose its \
                 size and title, but cannot say how accessible it is. A link to the video’s own page stands beside \
                 each."}
            </p>
        </section>
    }
}

#[component]
fn Data() -> impl IntoView {
    let agenda = use_agenda();
    let revision = agenda.revision();
    let published = agenda.venue().local(revision.published.to_utc()).date_naive();
    view! {
        <section>
            <h2>{"The data"}</h2>
            <p>
                {format!(
                    "This is revision {} of the programme, published on {}.",
                    revision.number.0,
                    day_month_year(published),
                )}
            </p>
            <p>
                <a href=use_links().file("/agenda.json") rel="external">{"The whole programme as one file"}</a>
            </p>
        </section>
    }
}

#[component]
fn Calendars() -> impl IntoView {
    let words = "The programme for your own calendar. Each day, theme, session and person has one on its page, too.";
    Feed::All.has_any(use_agenda()).then(|| {
        view! {
            <section>
                <h2>{"Calendars"}</h2>
                <p class="prose">{words}</p>
                <FeedCalendar feed=Feed::All/>
                <Feeds/>
            </section>
        }
    })
}

#[component]
fn Changes() -> impl IntoView {
    let agenda = use_agenda();
    let change = |change: &'static Change| {
        let source = change.source.as_ref();
        view! {
            <li>
                <h3>{day_month_year(agenda.date_of(change.at))}</h3>
                <Prose text=&change.text/>
                {source.map(|href| view! { <p class="aside"><Anchor href words="Source"/></p> })}
            </li>
        }
    };
    let changes: Vec<_> = agenda.revision().changes.iter().rev().map(change).collect();
    let changes = if changes.is_empty() {
        view! { <p>{"No change has been announced."}</p> }
    } else {
        view! { <ol class="history">{changes}</ol> }
    };
    view! {
        <section id=CHANGES>
            <h2>{"What changed in the programme"}</h2>
            {changes}
        </section>
    }
}
