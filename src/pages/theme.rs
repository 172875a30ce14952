//! A theme: its live sessions and its talks to watch.

use leptos::prelude::*;

use super::programme::Cards;
use crate::agenda::model::Theme;
use crate::components::artwork::Artwork;
use crate::components::prose::Prose;
use crate::components::recording::{RecordingItem, recording_title};
use crate::components::talk::TalkItem;
use crate::route::Route;
use crate::state::App;

/// The page of a theme.
#[component]
pub fn ThemePage(app: App, theme: &'static Theme) -> impl IntoView {
    let agenda = app.agenda;
    let is_this = move |other: Option<&Theme>| other.is_some_and(|other| other.id == theme.id);
    let sessions: Vec<_> = agenda.sessions().iter().filter(|session| session.themes.contains(&theme.id)).collect();
    let talks: Vec<_> = agenda.talks().filter(|(session, talk)| is_this(agenda.theme_of_talk(session, talk))).collect();
    let talks = talks.into_iter().map(move |(session, talk)| view! { <li><TalkItem app session talk /></li> });
    let recordings = sessions.iter().flat_map(|session| session.recordings.iter().enumerate().map(move |numbered| (*session, numbered)));
    let recordings: Vec<_> = recordings.filter(|(session, (_, recording))| is_this(agenda.theme_of_recording(session, recording))).collect();
    let has_recordings = !recordings.is_empty();
    let recordings = recordings.into_iter().map(move |(session, (index, recording))| {
        let href = app.places.href(Route::Session(session.id.to_string()));
        view! {
            <li class="talk">
                <h3 class="talk__title"><a href=href>{recording_title(session, recording)}</a></h3>
                <RecordingItem app session recording index />
            </li>
        }
    });
    let number = theme.number.map(|number| view! { <p class="hero__dates">{format!("Theme {}", number.0)}</p> });
    view! {
        <div class=format!("hero hero--theme {}", theme.hue.class())>
            <Artwork theme=Some(theme) />
            <div class="hero__words">
                {number}
                <h1>{&*theme.title}</h1>
                {theme.summary.as_ref().map(|text| view! { <Prose app text /> })}
            </div>
        </div>
        <section>
            <h2>"Live sessions"</h2>
            <Cards app sessions />
        </section>
        <section>
            <h2>"Talks to watch"</h2>
            <ul class="talks">{talks.collect_view()}</ul>
        </section>
        {has_recordings.then(|| view! {
            <section>
                <h2>"Recordings of the live sessions"</h2>
                <ul class="talks">{recordings.collect_view()}</ul>
            </section>
        })}
    }
}
