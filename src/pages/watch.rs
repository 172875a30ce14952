//! Every talk and recording, and what of it was watched.

use leptos::prelude::*;

use crate::agenda::model::{Recording, Session, Talk, Theme};
use crate::agenda::picks::{Shelf, recording_id};
use crate::agenda::video::Video;
use crate::components::recording::{RecordingItem, recording_title};
use crate::components::talk::TalkItem;
use crate::route::Route;
use crate::state::App;

/// The page of everything that can be watched.
#[component]
pub fn Watch(app: App) -> impl IntoView {
    let agenda = app.agenda;
    let themes = agenda.themes().iter().map(Some).chain([None]);
    let groups = themes.map(move |theme| {
        let same = |other: Option<&Theme>| other.map(|other| &other.id) == theme.map(|theme| &theme.id);
        let talks = agenda.talks().filter(|(session, talk)| same(agenda.theme_of_talk(session, talk))).collect();
        view! { <TalkGroup app theme talks /> }
    });
    let recordings = agenda.sessions().iter().flat_map(|session| session.recordings.iter().enumerate().map(move |(index, recording)| (session, recording, index)));
    let recordings = recordings.map(move |(session, recording, index)| view! { <Recorded app session recording index /> });
    view! {
        <h1>"Watch"</h1>
        <p class="lead">{move || progress(app)}</p>
        {groups.collect_view()}
        <section>
            <h2>"Recordings of live sessions"</h2>
            <ul class="talks">{recordings.collect_view()}</ul>
        </section>
    }
}

#[component]
fn TalkGroup(
    app: App,
    theme: Option<&'static Theme>,
    talks: Vec<(&'static Session, &'static Talk)>,
) -> impl IntoView {
    let heading = match theme {
        Some(theme) => {
            let href = app.places.href(Route::Theme(theme.id.to_string()));
            view! { <a href=href>{&*theme.title}</a> }.into_any()
        }
        None => "More talks".into_any(),
    };
    (!talks.is_empty()).then(|| {
        let talks = talks.into_iter().map(move |(session, talk)| view! { <li><TalkItem app session talk /></li> });
        view! {
            <section>
                <h2>{heading}</h2>
                <ul class="talks">{talks.collect_view()}</ul>
            </section>
        }
    })
}

#[component]
fn Recorded(app: App, session: &'static Session, recording: &'static Recording, index: usize) -> impl IntoView {
    let href = app.places.href_at(Route::Session(session.id.to_string()), &format!("recording-{}", index + 1));
    view! {
        <li class="talk">
            <h3 class="talk__title"><a href=href>{recording_title(session, recording)}</a></h3>
            <RecordingItem app session recording index />
        </li>
    }
}

/// How much of what there is was watched.
fn progress(app: App) -> String {
    let is_published = |video: &Video| matches!(video, Video::Published(_));
    let talks = app.agenda.talks().filter(|(_, talk)| is_published(&talk.video)).map(|(_, talk)| talk.id.to_string());
    let recordings = app.agenda.sessions().iter().flat_map(|session| {
        let published = session.recordings.iter().enumerate().filter(|(_, recording)| is_published(&recording.video));
        published.map(|(index, _)| recording_id(&session.id, index))
    });
    let all: Vec<String> = talks.chain(recordings).collect();
    let watched = all.iter().filter(|id| app.kept.has(Shelf::Watched, id)).count();
    match watched {
        0 => format!("{} talks and recordings to watch at any hour.", all.len()),
        watched => format!("You have watched {watched} of {} talks and recordings.", all.len()),
    }
}
