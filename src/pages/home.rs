//! The event: what it is, and what matters at this moment.

use leptos::prelude::*;

use crate::agenda::clock::until;
use crate::agenda::model::{Action, Mode, Session};
use crate::agenda::phase::{Season, now_and_next};
use crate::components::artwork::Artwork;
use crate::components::card::{Card, counted};
use crate::components::day_band::DayBand;
use crate::components::links::{Anchor, LinkList};
use crate::components::prose::Prose;
use crate::route::Route;
use crate::state::App;

/// How many recordings are offered once the event is over.
const OFFERED: usize = 4;

/// The home page.
#[component]
pub fn Home(app: App) -> impl IntoView {
    let event = app.agenda.event();
    let sections = event.sections.iter().map(move |section| {
        view! {
            <section class="passage">
                <h2>{&*section.heading}</h2>
                <Prose app text=&section.text />
            </section>
        }
    });
    view! {
        <Hero app />
        {move || moment(app)}
        <Days app />
        <Themes app />
        <div class="passages">
            {sections.collect_view()}
            <section class="passage">
                <h2>"Links"</h2>
                <LinkList app links=&event.links />
            </section>
        </div>
    }
}

#[component]
fn Hero(app: App) -> impl IntoView {
    let event = app.agenda.event();
    let mode = match event.mode {
        Mode::Virtual => "online",
        Mode::InPerson => "in person",
        Mode::Hybrid => "online and in person",
    };
    let dates = format!("{} to {}, {mode}", event.start.day_month(), event.end.day_month_year());
    let picture = match &event.hero {
        Some(image) => {
            let src = if image.src.is_inside() { app.places.file(&image.src) } else { image.src.to_string() };
            let credit = [&image.credit, &image.licence].into_iter().flatten().map(|line| &**line).collect::<Vec<_>>();
            view! {
                <figure class="hero__picture">
                    <img src=src alt=image.alt.as_str() />
                    <figcaption>{credit.join(", ")}</figcaption>
                </figure>
            }
            .into_any()
        }
        None => view! { <Artwork theme=None /> }.into_any(),
    };
    let actions = event.actions.iter().map(move |action| move || one_action(app, action));
    view! {
        <div class="hero">
            {picture}
            <div class="hero__words">
                <p class="hero__dates">{dates}</p>
                <h1>{&*event.title}</h1>
                <p class="hero__tagline">{event.tagline.as_deref()}</p>
                <ul class="actions">{actions.collect_view()}</ul>
            </div>
        </div>
    }
}

/// A call to action, or what became of it.
fn one_action(app: App, action: &'static Action) -> impl IntoView {
    let today = app.agenda.venue().local(app.clock.now()).date;
    let is_over = action.until.is_some_and(|until| today > until);
    if is_over {
        return action.closed.as_ref().map(|closed| view! { <li class="actions__closed">{&**closed}</li> }.into_any());
    }
    let item = view! {
        <li class:actions__main=action.primary>
            <Anchor app href=&action.href>{&*action.label}</Anchor>
        </li>
    };
    Some(item.into_any())
}

/// What matters now: a countdown, what is on and next, or what can be caught up on.
fn moment(app: App) -> AnyView {
    let now = app.clock.now();
    let found = now_and_next(app.agenda.sessions().iter(), now);
    let next_heading = found.next.first().map(|next| format!("Next, {}", until(next.start, now)));
    match Season::of(app.agenda, now) {
        Season::Before(days) => {
            let words = match days {
                1 => "It starts tomorrow".to_owned(),
                days => format!("It starts in {days} days"),
            };
            view! { <Sessions app heading=words sessions=found.next /> }.into_any()
        }
        Season::During => view! {
            {(!found.now.is_empty()).then(|| view! { <Sessions app heading="On now".to_owned() sessions=found.now /> })}
            {next_heading.map(|heading| view! { <Sessions app heading sessions=found.next /> })}
        }
        .into_any(),
        Season::After => {
            let recorded = app.agenda.sessions().iter().filter(|session| !session.recordings.is_empty());
            let recorded = recorded.take(OFFERED).collect();
            view! {
                <Sessions app heading="It is over, and worth catching up on".to_owned() sessions=recorded />
                <p class="more"><a href=app.places.href(Route::Watch)>"All talks and recordings"</a></p>
            }
            .into_any()
        }
    }
}

#[component]
fn Sessions(app: App, heading: String, sessions: Vec<&'static Session>) -> impl IntoView {
    let cards = sessions.into_iter().map(move |session| view! { <li><Card app session /></li> });
    view! {
        <section class="moment">
            <h2>{heading}</h2>
            <ul class="cards">{cards.collect_view()}</ul>
        </section>
    }
}

/// The days at a glance.
#[component]
fn Days(app: App) -> impl IntoView {
    let days = app.agenda.days().into_iter().map(move |day| {
        let sessions: Vec<_> = app.agenda.sessions_on(day).collect();
        let count = counted(sessions.len(), "session").unwrap_or_else(|| "No sessions".to_owned());
        let band = (!sessions.is_empty()).then(|| view! { <DayBand app sessions /> });
        view! {
            <li class="glance__day">
                <h3><a href=app.places.href(Route::Day(day))>{day.long()}</a></h3>
                <p class="aside">{count}</p>
                {band}
            </li>
        }
    });
    view! {
        <section class="glance">
            <h2>"The days at a glance"</h2>
            <ul>{days.collect_view()}</ul>
        </section>
    }
}

/// The themes, each with its artwork.
#[component]
fn Themes(app: App) -> impl IntoView {
    let themes = app.agenda.themes().iter().map(move |theme| {
        let number = theme.number.map(|number| view! { <p class="tile__number">{format!("Theme {}", number.0)}</p> });
        view! {
            <li class=format!("tile {}", theme.hue.class())>
                <Artwork theme=Some(theme) />
                <div class="tile__words">
                    {number}
                    <h3><a href=app.places.href(Route::Theme(theme.id.to_string()))>{&*theme.title}</a></h3>
                </div>
            </li>
        }
    });
    (!app.agenda.themes().is_empty()).then(|| {
        view! {
            <section>
                <h2>"Themes"</h2>
                <ul class="tiles">{themes.collect_view()}</ul>
            </section>
        }
    })
}
