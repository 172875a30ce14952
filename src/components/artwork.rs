//! The themes' drawings: each is drawn once in the page and shown where it is wanted.

use leptos::prelude::*;

use crate::agenda::Agenda;
use crate::agenda::artwork::{HEIGHT, WIDTH, draw};
use crate::agenda::model::{Motif, Theme};

/// Name of the event's own drawing.
const EVENT: &str = "event";

/// Draws every theme's artwork, and the event's, out of sight.
#[component]
pub fn ArtworkSheet(agenda: &'static Agenda) -> impl IntoView {
    let event = (EVENT, Motif::Meridians, &*agenda.event().id);
    let themes = agenda.themes().iter().map(|theme| (&*theme.id, theme.motif, &*theme.id));
    let symbols = [event].into_iter().chain(themes).map(|(name, motif, seed)| {
        let strokes = draw(motif, seed).into_iter().map(|stroke| {
            view! { <path class=format!("art__line art__line--{}", stroke.weight) d=stroke.path /> }
        });
        view! {
            <symbol id=symbol(name) viewBox=view_box() preserveAspectRatio="xMaxYMid slice">
                {strokes.collect_view()}
            </symbol>
        }
    });
    view! {
        <svg class="art-sheet" aria-hidden="true">
            {symbols.collect_view()}
        </svg>
    }
}

/// Shows the drawing of a theme, or the event's where there is none.
#[component]
pub fn Artwork(theme: Option<&'static Theme>) -> impl IntoView {
    let name = theme.map_or(EVENT, |theme| &*theme.id);
    view! {
        <svg class="art" viewBox=view_box() preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
            <use href=format!("#{}", symbol(name)) />
        </svg>
    }
}

fn symbol(name: &str) -> String {
    format!("art-{name}")
}

fn view_box() -> String {
    format!("0 0 {WIDTH} {HEIGHT}")
}
