//! A recording that loads nothing from anyone before the visitor asks for it.

use leptos::html::{Iframe, Video};
use leptos::prelude::*;

use super::artwork::Artwork;
use super::icon::{Icon, IconOf};
use crate::agenda::Mark;
use crate::agenda::model::Theme;
use crate::agenda::video::{Aspect, Film, Source};
use crate::browser::is_online;
use crate::state::App;

/// Where a player stands: not asked for, running from a mark, or out of reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Playing {
    /// Nobody asked for it yet.
    No,
    /// It was started at that mark.
    From(Mark),
    /// It was asked for while the device had no network.
    Offline,
}

impl Playing {
    /// What comes of asking to play from a mark.
    pub fn ask(mark: Mark) -> Self {
        if is_online() { Self::From(mark) } else { Self::Offline }
    }
}

/// A poster of our own, and after the click the player in its place.
#[component]
pub fn VideoBox(
    app: App,
    film: &'static Film,
    title: String,
    theme: Option<&'static Theme>,
    playing: RwSignal<Playing>,
) -> impl IntoView {
    let hue = theme.map(|theme| theme.hue.class()).unwrap_or_default();
    let shape = match film.aspect {
        Aspect::Wide => "video--wide",
        Aspect::Classic => "video--classic",
    };
    let title = StoredValue::new(title);
    let inside = move || {
        let title = title.get_value();
        match playing.get() {
            Playing::No | Playing::Offline => poster(film, &title, theme, playing).into_any(),
            Playing::From(mark) => player(app, film, title, mark),
        }
    };
    let offline = move || {
        (playing.get() == Playing::Offline).then(|| {
            "You are offline, so the video cannot be loaded. Everything else on this page works; \
             try again when you have a connection."
        })
    };
    view! {
        <div class=format!("video {shape} {hue}")>{inside}</div>
        <p class="video__offline" role="status">{offline}</p>
        <p class="video__elsewhere">{elsewhere(app, film)}</p>
    }
}

fn poster(film: &Film, title: &str, theme: Option<&'static Theme>, playing: RwSignal<Playing>) -> impl IntoView + use<> {
    let from = film.source.name().map(|name| format!("Loads the player from {name}"));
    let length = film.duration.map(|duration| view! { <span class="poster__length">{duration.to_string()}</span> });
    view! {
        <button
            type="button"
            class="poster"
            aria-label=format!("Play: {title}")
            on:click=move |_| playing.set(Playing::ask(Mark(0)))
        >
            <Artwork theme />
            <span class="poster__play"><IconOf icon=Icon::Play /></span>
            <span class="poster__from">{from}</span>
            {length}
        </button>
    }
}

fn player(app: App, film: &'static Film, title: String, mark: Mark) -> AnyView {
    let src = film.source.player(mark);
    match film.source {
        Source::File(_) => {
            let frame = NodeRef::<Video>::new();
            frame.on_load(|frame| _ = frame.focus());
            let src = if src.starts_with('/') { app.places.file(&src) } else { src };
            let track = film.captions.as_ref().map(|captions| {
                let src = if captions.is_inside() { app.places.file(captions) } else { captions.to_string() };
                view! { <track kind="captions" src=src default=true /> }
            });
            view! {
                <video class="video__frame" node_ref=frame src=src title=title controls=true autoplay=true>
                    {track}
                </video>
            }
            .into_any()
        }
        Source::Vimeo { .. } | Source::YouTube { .. } => {
            let frame = NodeRef::<Iframe>::new();
            frame.on_load(|frame| _ = frame.focus());
            view! {
                <iframe
                    class="video__frame"
                    node_ref=frame
                    src=src
                    title=title
                    allow="autoplay; fullscreen; picture-in-picture; encrypted-media"
                    allowfullscreen=true
                    referrerpolicy="strict-origin-when-cross-origin"
                ></iframe>
            }
            .into_any()
        }
    }
}

/// Links that need no player here: the host's page, captions, transcript.
fn elsewhere(app: App, film: &'static Film) -> impl IntoView {
    let page = film.source.page();
    let page = if page.starts_with('/') { app.places.file(&page) } else { page };
    let words = film.source.name().map_or("Download the video".to_owned(), |name| format!("Watch on {name}"));
    let others = [("Captions", &film.captions), ("Transcript", &film.transcript)].into_iter().filter_map(move |(words, href)| {
        let href = href.as_ref()?;
        Some(view! { " · " <super::links::Anchor app href>{words}</super::links::Anchor> })
    });
    view! {
        <a href=page rel="noopener noreferrer">{words}</a>
        {others.collect_view()}
    }
}
