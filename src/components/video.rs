//! A recording that loads nothing from anyone before the visitor asks for it.

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use super::artwork::artwork;
use super::icon::{PLAY, icon};
use super::links::anchor;
use super::toggle::watched;
use crate::agenda::Mark;
use crate::agenda::model::Theme;
use crate::agenda::video::{Aspect, Film, Source};
use crate::browser::{IS_LIVE, is_online};
use crate::markup::{Element, Node, el, link};
use crate::state::App;

/// A player that can be started from anywhere on the page.
#[derive(Clone, Copy)]
pub struct Player {
    /// Where it was started; nothing until somebody asks for it.
    from: RwSignal<Option<Mark>>,
    /// Whether it was asked for in vain, while the device had no network.
    is_offline: RwSignal<bool>,
}

impl Player {
    /// One that nobody has started yet.
    pub fn idle() -> Self {
        Self { from: RwSignal::new(None), is_offline: RwSignal::new(false) }
    }

    /// Plays from a mark, unless the device has no network.
    pub fn play(self, from: Mark) {
        self.is_offline.set(!is_online());
        if is_online() {
            self.from.set(Some(from));
        }
    }
}

/// A poster of our own, and after the click the player in its place.
pub fn video(app: App, film: &'static Film, title: &str, theme: Option<&'static Theme>, player: Player) -> Vec<Node> {
    let shape = match film.aspect {
        Aspect::Wide => "wide",
        Aspect::Classic => "classic",
    };
    let title = title.to_owned();
    let frame = el("div").class(format!("video video--{shape}")).live(move || match player.from.get() {
        None => poster(app, film, &title, theme, player),
        Some(mark) => screen(app, film, title.clone(), mark),
    });
    let offline = el("p").class("video__offline").attr("role", "status").live(move || {
        player.is_offline.get().then_some(
            "You are offline, so the video cannot be loaded. Everything else on this page works; \
             try again when you have a connection.",
        )
    });
    vec![frame.into(), offline.into()]
}

fn poster(app: App, film: &'static Film, title: &str, theme: Option<&'static Theme>, player: Player) -> Element {
    let from = film.source.name().map(|name| format!("Loads the player from {name}"));
    let length = film.duration.map(|duration| el("span").class("poster__length").text(duration.to_string()));
    play(app, film, Mark(0), player)
        .class("poster")
        .attr("aria-label", format!("Play: {title}"))
        .with(artwork(app, theme))
        .with(el("span").class("poster__play").with(icon(PLAY)))
        .with(el("span").class("poster__from").with(from))
        .with(length)
}

/// What starts a video: a button, or before the app is there a link to the video's own page.
pub fn play(app: App, film: &'static Film, from: Mark, player: Player) -> Element {
    if IS_LIVE {
        return el("button").attr("type", "button").on("click", move |_| player.play(from));
    }
    el("a").attr("href", app.places.file(&film.source.page_at(from))).attr("rel", "noopener noreferrer")
}

fn screen(app: App, film: &'static Film, title: String, from: Mark) -> Element {
    let src = film.source.player(from);
    match film.source {
        Source::File(_) => {
            let captions = film.captions.as_ref().map(|captions| {
                el("track").attr("kind", "captions").attr("src", app.places.address(captions)).attr("default", "")
            });
            let screen = el("video").attr("src", app.places.file(&src)).attr("controls", "").attr("autoplay", "");
            screen.with(captions)
        }
        Source::Vimeo { .. } | Source::YouTube { .. } => el("iframe")
            .attr("src", src)
            .attr("allow", "autoplay; fullscreen; picture-in-picture; encrypted-media")
            .attr("allowfullscreen", "")
            // YouTube refuses to play for a page that sends no referrer (error 153).
            .attr("referrerpolicy", "strict-origin-when-cross-origin"),
    }
    .class("video__frame")
    .attr("title", title)
    .focused()
}

/// What stands under a video: the mark that it was watched, and the links that
/// need no player here: the host's page, captions, transcript.
pub fn video_foot(app: App, film: &'static Film, id: String, title: &str) -> Element {
    let page = app.places.file(&film.source.page());
    let words = film.source.name().map_or("Download the video".to_owned(), |name| format!("Watch on {name}"));
    let others = [("Captions", &film.captions), ("Transcript", &film.transcript)];
    let others = others.into_iter().filter_map(|(words, href)| href.as_ref().map(|href| anchor(app, href, words)));
    let first = link(page, words).attr("rel", "noopener noreferrer");
    let links = el("p").class("video__links").with(first).each(others);
    el("div").class("video__foot").with(watched(app, id, title)).with(links)
}
