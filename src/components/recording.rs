//! The recording of a live session, with its chapters.

use agenda::model::Chapter;
use agenda::recorded::Recorded;
use agenda::video::{Film, Video};

use super::video::{Play, Player, VideoFoot, VideoFrame};
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::use_agenda;

/// A recording in a list; its title leads to its anchor on its session's page.
#[component]
pub fn ListedRecording(
    /// The recording.
    recorded: Recorded<'static>,
) -> impl IntoView {
    let agenda = use_agenda();
    let page = Page::Session(recorded.session.id.to_string());
    let href = use_links().to_anchor(&page, &recorded.anchor());
    let theme = agenda.theme_of_recording(recorded);
    view! {
        <article class=format!("talk {}", agenda.hue_class_with(recorded.session, theme))>
            <h3 class="talk__title" dir="auto" lang=agenda.lang_of(recorded.session)>
                <a href=href>{recorded.title()}</a>
            </h3>
            <RecordingParts recorded/>
        </article>
    }
}

/// A recording with its chapters, or why there is none.
#[component]
pub fn RecordingParts(
    /// The recording.
    recorded: Recorded<'static>,
) -> impl IntoView {
    match &recorded.recording.video {
        Video::Published(film) => {
            let (player, title) = (Player::idle(), recorded.title());
            let theme = use_agenda().theme_of_recording(recorded);
            view! {
                <VideoFrame film title=title.clone() theme player/>
                <VideoFoot film id=recorded.id() title/>
                <Chapters film chapters=&recorded.recording.chapters player/>
            }
        }
        Video::Missing(reason) => view! { <p class="missing" dir="auto">{reason.to_string()}</p> },
    }
}

/// Chapters that start the video where they begin; nothing where there are none.
#[component]
fn Chapters(
    /// The recording.
    film: &'static Film,
    /// Its chapters.
    chapters: &'static [Chapter],
    /// What they start.
    player: Player,
) -> impl IntoView {
    let item = move |chapter: &'static Chapter| {
        view! {
            <li>
                <Play film from=chapter.at player class="chapter">
                    <span class="chapter__at">{chapter.at.to_string()}</span>
                    " "
                    <bdi>{chapter.title.to_string()}</bdi>
                </Play>
            </li>
        }
    };
    (!chapters.is_empty()).then(|| {
        view! {
            <p class="chapters__head" aria-hidden="true">{"Chapters"}</p>
            <ol class="chapters" aria-label="Chapters">{chapters.iter().map(item).collect_view()}</ol>
        }
    })
}
