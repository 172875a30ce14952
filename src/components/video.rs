//! A recording that loads nothing from anyone before the visitor asks for it.

use agenda::Mark;
use agenda::model::Theme;
use agenda::video::{Aspect, Film};

use super::artwork::Artwork;
use super::icon::{Icon, PLAY};
use super::link_button::LinkButton;
use super::links::Anchor;
use super::screen::Screen;
use super::watched::Watched;
use crate::platform::is_online;
use crate::prelude::*;
use crate::routes::use_links;

/// A player that can be started from anywhere on the page.
#[derive(Clone, Copy)]
pub struct Player {
    /// Where it was started, and how often it was before; nothing until it is.
    from: RwSignal<Option<(u32, Mark)>>,
    /// Whether it was started in vain, while the device had no network.
    is_offline: RwSignal<bool>,
}

impl Player {
    /// One that was not started yet.
    pub fn idle() -> Self {
        Self { from: RwSignal::new(None), is_offline: RwSignal::new(false) }
    }

    /// Plays from a mark, unless the device has no network.
    fn play(self, from: Mark) {
        self.is_offline.set(!is_online());
        if is_online() {
            self.from.update(|last| *last = Some((last.map_or(0, |(count, _)| count + 1), from)));
        }
    }
}

/// A poster of our own, and after the click the player in its place.
#[component]
pub fn VideoFrame(
    /// The recording.
    film: &'static Film,
    /// Its title.
    title: String,
    /// The theme whose artwork is its poster.
    theme: Option<&'static Theme>,
    /// What starts it.
    player: Player,
) -> impl IntoView {
    let class = match film.aspect {
        Aspect::Wide => "video video--wide",
        Aspect::Classic => "video video--classic",
    };
    let poster = {
        let title = title.clone();
        move || player.from.get().is_none().then(|| view! { <Poster film title=title.clone() theme player/> })
    };
    // Each start has a screen of its own: a player does not hear of another time in its address.
    let screen = move |(_, from)| view! { <Screen film title=title.clone() from/> };
    let offline = move || {
        player.is_offline.get().then_some(
            "You are offline, so the video cannot be loaded. Everything else on this page works; \
             try again when you have a connection.",
        )
    };
    view! {
        <div class=class>
            {move || poster()}
            <For each=move || player.from.get() key=|(count, _)| *count children=screen/>
        </div>
        <p class="video__offline" role="status">{move || offline()}</p>
    }
}

#[component]
fn Poster(
    /// The recording.
    film: &'static Film,
    /// Its title.
    title: String,
    /// The theme whose artwork it shows.
    theme: Option<&'static Theme>,
    /// What it starts.
    player: Player,
) -> impl IntoView {
    let from = film.source.name().map(|name| format!("Loads the player from {name}"));
    let length = film.duration.map(|length| view! { <span class="poster__length">{length.to_string()}</span> });
    view! {
        <Play film from=Mark(0) player class="poster">
            <Artwork theme/>
            <span class="poster__play"><Icon path=PLAY/></span>
            <span class="unseen">{format!("Play: {title}. ")}</span>
            <span class="poster__from">{from}</span>
            " "
            {length}
        </Play>
    }
}

/// Starts a video; without the app, a link to the video's own page.
#[component]
pub fn Play(
    /// The recording.
    film: &'static Film,
    /// Where it starts.
    from: Mark,
    /// What it starts.
    player: Player,
    /// Its class.
    class: &'static str,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let href = use_links().file(&film.source.page_at(from));
    let press = Callback::new(move |()| player.play(from));
    view! { <LinkButton href class press>{children()}</LinkButton> }
}

/// What stands under a video: the tick, and the links that need no player here: the host's page,
/// captions, transcript.
#[component]
pub fn VideoFoot(
    /// The recording.
    film: &'static Film,
    /// The id under which its tick is kept.
    id: String,
    /// Its title.
    title: String,
) -> impl IntoView {
    let page = use_links().file(&film.source.page());
    let words = film.source.name().map_or("Download the video".to_owned(), |name| format!("Watch on {name}"));
    let others = [("Captions", &film.captions), ("Transcript", &film.transcript)];
    let others = others.into_iter().filter_map(|(words, href)| Some(view! { <Anchor href=href.as_ref()? words/> }));
    view! {
        <div class="video__foot">
            <Watched id title/>
            <p class="video__links">
                <a href=page rel="noopener noreferrer external">{words}</a>
                {others.collect_view()}
            </p>
        </div>
    }
}
