//! The recording of a live session, with its chapters.

use leptos::prelude::*;

use super::video::{Playing, VideoBox};
use super::watched::Watched;
use crate::agenda::Mark;
use crate::agenda::model::{Chapter, Recording, Session};
use crate::agenda::picks::recording_id;
use crate::agenda::video::Video;
use crate::state::App;

/// What a recording is called: its own title, or its session's.
pub fn recording_title(session: &Session, recording: &Recording) -> String {
    match &recording.title {
        Some(title) => format!("{}: {title}", session.title),
        None => session.title.to_string(),
    }
}

/// The recording that is the `index`-th of its session.
#[component]
pub fn RecordingItem(app: App, session: &'static Session, recording: &'static Recording, index: usize) -> impl IntoView {
    let title = recording_title(session, recording);
    let theme = app.agenda.theme_of_recording(session, recording);
    match &recording.video {
        Video::Published(film) => {
            let playing = RwSignal::new(Playing::No);
            view! {
                <VideoBox app film title=title.clone() theme playing />
                <Watched app id=recording_id(&session.id, index) title />
                <Chapters chapters=&recording.chapters playing />
            }
            .into_any()
        }
        Video::Missing(reason) => view! { <p class="missing">{&**reason}</p> }.into_any(),
    }
}

/// Chapters that start the video where they begin.
#[component]
fn Chapters(chapters: &'static [Chapter], playing: RwSignal<Playing>) -> impl IntoView {
    let items = chapters.iter().map(move |Chapter { at, title }| {
        let Mark(seconds) = *at;
        view! {
            <li>
                <button type="button" class="chapter" on:click=move |_| playing.set(Playing::ask(Mark(seconds)))>
                    <span class="chapter__at">{at.to_string()}</span>
                    " "
                    {&**title}
                </button>
            </li>
        }
    });
    (!chapters.is_empty()).then(|| {
        view! {
            <h3>"Chapters"</h3>
            <ol class="chapters">{items.collect_view()}</ol>
        }
    })
}
