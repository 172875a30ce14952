//! The recording of a live session, with its chapters.

use super::video::{Player, play, video, video_foot};
use crate::agenda::model::Chapter;
use crate::agenda::recorded::Recorded;
use crate::agenda::video::{Film, Video};
use crate::markup::{Element, Node, el, link};
use crate::route::Route;
use crate::state::App;

/// A recording in a list; its title links to its anchor on its session's page.
pub fn recording_in_list(app: App, recorded: Recorded<'static>) -> Element {
    let href = app.places.href_at(Route::Session(recorded.session.id.to_string()), &recorded.anchor());
    let title = el("h3").class("talk__title").with(link(href, recorded.title()));
    let theme = app.agenda.theme_of_recording(recorded);
    let class = format!("talk {}", app.agenda.hue_class_with(recorded.session, theme));
    el("article").class(class).with(title).each(recording(app, recorded))
}

/// A recording with its chapters, or why there is none.
pub fn recording(app: App, recorded: Recorded<'static>) -> Vec<Node> {
    match &recorded.recording.video {
        Video::Published(film) => {
            let player = Player::idle();
            let title = recorded.title();
            let mut parts = video(app, film, &title, app.agenda.theme_of_recording(recorded), player);
            parts.push(video_foot(app, film, recorded.id(), &title).into());
            parts.extend(chapters(app, film, &recorded.recording.chapters, player));
            parts
        }
        Video::Missing(reason) => vec![el("p").class("missing").text(&**reason).into()],
    }
}

/// Chapters that start the video where they begin.
fn chapters(app: App, film: &'static Film, chapters: &'static [Chapter], player: Player) -> Option<Node> {
    let items = chapters.iter().map(|chapter| {
        let start = play(app, film, chapter.at, player).class("chapter");
        let at = el("span").class("chapter__at").text(chapter.at.to_string());
        el("li").with(start.with(at).text(" ").text(&*chapter.title))
    });
    let items = el("ol").class("chapters").attr("aria-label", "Chapters").each(items);
    let words = el("p").class("chapters__head").attr("aria-hidden", "true").text("Chapters");
    (!chapters.is_empty()).then(|| vec![words.into(), items.into()].into())
}
