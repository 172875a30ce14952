//! A theme: its live sessions and its talks to watch.

use agenda::calendar::Feed;
use agenda::model::{Session, Theme};

use super::not_found::NotFound;
use super::page_of::PageOf;
use crate::components::artwork::Artwork;
use crate::components::calendar::FeedCalendar;
use crate::components::card::Cards;
use crate::components::nothing::Nothing;
use crate::components::page_title::PageTitle;
use crate::components::prose::Prose;
use crate::components::recording::ListedRecording;
use crate::components::talk::Talks;
use crate::prelude::*;
use crate::routes::Page;
use crate::state::programme::use_agenda;

/// The page of a theme.
#[component]
pub fn ThemePage() -> impl IntoView {
    view! { <PageOf parameter="id" page=page_of/> }
}

fn page_of(id: &str) -> AnyView {
    match use_agenda().theme(id) {
        Some(theme) => view! { <One theme/> },
        None => view! { <NotFound/> },
    }
}

#[component]
fn One(
    /// The theme.
    theme: &'static Theme,
) -> impl IntoView {
    let agenda = use_agenda();
    let is_this = |other: Option<&Theme>| other.is_some_and(|other| other.id == theme.id);
    let sessions: Vec<&Session> =
        agenda.sessions().iter().filter(|session| session.themes.contains(&theme.id)).collect();
    let talks: Vec<_> = agenda.talks().filter(|(session, talk)| is_this(agenda.theme_of_talk(session, talk))).collect();
    let recordings = agenda.recordings().filter(|one| is_this(agenda.theme_of_recording(*one)));
    let recordings: Vec<_> = recordings.map(|recorded| view! { <li><ListedRecording recorded/></li> }).collect();
    let recorded = (!recordings.is_empty()).then(|| {
        view! {
            <section>
                <h2>{"Recordings of the live sessions"}</h2>
                <ul class="talks">{recordings}</ul>
            </section>
        }
    });
    let none = (sessions.is_empty() && talks.is_empty() && recorded.is_none()).then(|| {
        let words = "Nothing is published for this theme yet.";
        view! { <Nothing words page=Page::Programme way="See the whole programme"/> }
    });
    let live = (!sessions.is_empty()).then(|| {
        view! {
            <section>
                <h2>{"Live sessions"}</h2>
                <FeedCalendar feed=Feed::Theme(theme)/>
                <Cards sessions dated=true/>
            </section>
        }
    });
    let watched = (!talks.is_empty()).then(|| {
        view! {
            <section>
                <h2>{"Talks to watch"}</h2>
                <Talks talks/>
            </section>
        }
    });
    view! {
        <PageTitle page=Page::Theme(theme.id.to_string())/>
        <div class=format!("hero hero--theme {}", theme.hue.class())>
            <Artwork theme=Some(theme)/>
            <div class="hero__words">
                {theme.number.map(|number| view! { <p class="hero__dates">{format!("Theme {}", number.0)}</p> })}
                <h1 dir="auto" lang=agenda.lang()>{theme.title.to_string()}</h1>
                {theme.summary.as_ref().map(|text| view! { <Prose text/> })}
            </div>
        </div>
        {none}
        {live}
        {watched}
        {recorded}
    }
}
