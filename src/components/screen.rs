//! The player itself, once the visitor has asked for it.

use agenda::Mark;
use agenda::video::{Film, Source};
use leptos::html::{Iframe, Video};

use crate::platform::document;
use crate::prelude::*;
use crate::routes::use_links;

/// The player of a recording; it takes the focus.
#[component]
pub fn Screen(
    /// The recording.
    film: &'static Film,
    /// Its title.
    title: String,
    /// Where it starts.
    from: Mark,
) -> impl IntoView {
    let links = use_links();
    let src = film.source.player(from);
    match film.source {
        Source::File(_) => {
            let video = NodeRef::<Video>::new();
            video.on_load(|video| {
                document::take_focus(&video);
            });
            let captions = film.captions.as_ref().map(|captions| {
                view! { <track kind="captions" src=links.address(captions) default=true/> }
            });
            // Captions on another origin are read with its leave alone, which has to hold for the video as well.
            let crossorigin = film.captions.as_ref().filter(|captions| !captions.is_inside()).map(|_| "anonymous");
            view! {
                <video
                    node_ref=video
                    crossorigin=crossorigin
                    class="video__frame"
                    src=links.file(&src)
                    title=title
                    controls=true
                    autoplay=true
                >
                    {captions}
                </video>
            }
        }
        Source::Vimeo { .. } | Source::YouTube { .. } => {
            let iframe = NodeRef::<Iframe>::new();
            iframe.on_load(|iframe| {
                document::take_focus(&iframe);
            });
            view! {
                // YouTube refuses to play for a page that sends no referrer (error 153).
                <iframe
                    node_ref=iframe
                    class="video__frame"
                    src=src
                    title=title
                    allow="autoplay; fullscreen; picture-in-picture; encrypted-media"
                    allowfullscreen=true
                    referrerpolicy="strict-origin-when-cross-origin"
                ></iframe>
            }
        }
    }
}
