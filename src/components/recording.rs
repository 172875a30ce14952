//! The recording of a live session, with its chapters.

use super::toggle::watched;
use super::video::{Player, video};
use crate::agenda::model::{Chapter, Recording, Session};
use crate::agenda::picks::recording_id;
use crate::agenda::video::Video;
use crate::markup::{Element, Node, el, link};
use crate::route::Route;
use crate::state::App;

/// A session's recording, and which of its recordings it is, from 0.
#[derive(Clone, Copy)]
pub struct Recorded {
    /// The session.
    pub session: &'static Session,
    /// Its recording.
    pub recording: &'static Recording,
    /// Which of the session's recordings it is.
    pub index: usize,
}

impl Recorded {
    /// The recordings of a session.
    pub fn all_of(session: &'static Session) -> impl Iterator<Item = Self> {
        session.recordings.iter().enumerate().map(move |(index, recording)| Self { session, recording, index })
    }

    /// The id under which it is kept as watched.
    pub fn id(self) -> String {
        recording_id(&self.session.id, self.index)
    }

    /// Its anchor on the page of its session.
    pub fn anchor(self) -> String {
        format!("recording-{}", self.index + 1)
    }

    /// Its own title, or its session's.
    fn title(self) -> String {
        match &self.recording.title {
            Some(title) => format!("{}: {title}", self.session.title),
            None => self.session.title.to_string(),
        }
    }
}

/// A recording in a list; its title links to its anchor on its session's page.
pub fn recording_in_list(app: App, recorded: Recorded) -> Element {
    let href = app.places.href_at(Route::Session(recorded.session.id.to_string()), &recorded.anchor());
    let title = el("h3").class("talk__title").add(link(href, recorded.title()));
    el("article").class("talk").add(title).each(recording(app, recorded))
}

/// A recording with its chapters, or why there is none.
pub fn recording(app: App, recorded: Recorded) -> Vec<Node> {
    let Recorded { session, recording, .. } = recorded;
    match &recording.video {
        Video::Published(film) => {
            let player = Player::new();
            let title = recorded.title();
            let mut parts = video(app, film, &title, app.agenda.theme_of_recording(session, recording), player);
            parts.push(watched(app, recorded.id(), &title).into());
            parts.extend(chapters(&recording.chapters, player));
            parts
        }
        Video::Missing(reason) => vec![el("p").class("missing").text(&**reason).into()],
    }
}

/// Chapters that start the video where they begin.
fn chapters(chapters: &'static [Chapter], player: Player) -> Option<Node> {
    let items = chapters.iter().map(|chapter| {
        let start = el("button").attr("type", "button").class("chapter").on("click", move |_| player.play(chapter.at));
        let at = el("span").class("chapter__at").text(chapter.at.to_string());
        el("li").add(start.add(at).text(" ").text(&*chapter.title))
    });
    let items = el("ol").class("chapters").each(items);
    (!chapters.is_empty()).then(|| vec![el("h4").text("Chapters").into(), items.into()].into())
}
