//! Small drawings that stand beside words, never instead of them.

use leptos::prelude::*;

/// A drawing on a grid of 24 by 24.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A five-pointed star.
    Star,
    /// A crescent.
    Moon,
    /// A triangle in a circle.
    Play,
    /// A tick.
    Tick,
    /// A clock face.
    Clock,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Star => "M12 3l2.7 5.9 6.3.7-4.7 4.3 1.3 6.3-5.6-3.2-5.6 3.2 1.3-6.3L3 9.6l6.3-.7z",
            Self::Moon => "M19 14.5A8 8 0 0 1 9.500 5a8 8 0 1 0 9.500 9.500z",
            Self::Play => "M8 5v14l11-7z",
            Self::Tick => "M5 12.500l4.500 4.500L19 7",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
        }
    }
}

/// Draws an icon; assistive technology passes it over.
#[component]
pub fn IconOf(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path() />
        </svg>
    }
}
