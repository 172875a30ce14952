//! A recording, or the reason why there is none.

mod entry;
#[cfg(test)]
mod tests;

use serde::Deserialize;

use crate::link::Href;
use crate::scalar::{Line, Mark};

/// A recording to watch, or why there is none.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "entry::Entry"))]
pub enum Video {
    /// It can be watched.
    Published(Film),
    /// It cannot, for this reason.
    Missing(Line),
}

/// A recording that can be watched.
#[derive(Debug, Clone, PartialEq)]
pub struct Film {
    /// Who shows it.
    pub source: Source,
    /// Its shape.
    pub aspect: Aspect,
    /// How long it takes.
    pub duration: Option<Mark>,
    /// Its captions as a file or page.
    pub captions: Option<Href>,
    /// What is said in it, as a page.
    pub transcript: Option<Href>,
}

/// Who shows a recording, and its id there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Vimeo, with the hash that unlisted videos need.
    Vimeo {
        /// Digits.
        id: String,
        /// Hexadecimal digits.
        hash: Option<String>,
    },
    /// YouTube, through its domain without cookies.
    YouTube {
        /// Eleven letters, digits, hyphens and underscores.
        id: String,
    },
    /// A file, played by the browser itself.
    File(Href),
}

/// The shape of a picture, width to height.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Aspect {
    /// The default.
    #[default]
    #[serde(rename = "16:9")]
    Wide,
    /// Of older ones.
    #[serde(rename = "4:3")]
    Classic,
}

impl Source {
    /// The name of the site that shows it; `None` for a plain file.
    pub fn name(&self) -> Option<&'static str> {
        match self {
            Self::Vimeo { .. } => Some("Vimeo"),
            Self::YouTube { .. } => Some("YouTube"),
            Self::File(_) => None,
        }
    }

    /// The page on which it can be watched without a player here.
    pub fn page(&self) -> String {
        match self {
            Self::Vimeo { id, hash: None } => format!("https://vimeo.com/{id}"),
            Self::Vimeo { id, hash: Some(hash) } => format!("https://vimeo.com/{id}/{hash}"),
            Self::YouTube { id } => format!("https://www.youtube.com/watch?v={id}"),
            Self::File(src) => src.to_string(),
        }
    }

    /// That page, starting at a mark.
    pub fn page_at(&self, from: Mark) -> String {
        let (page, seconds) = (self.page(), from.0);
        match self {
            _ if seconds == 0 => page,
            Self::Vimeo { .. } => format!("{page}#t={seconds}s"),
            Self::YouTube { .. } => format!("{page}&t={seconds}s"),
            Self::File(_) => format!("{page}#t={seconds}"),
        }
    }

    /// What the player is loaded from: it starts at once, at `from`, and is
    /// asked not to track (Vimeo's `dnt`, YouTube's domain without cookies).
    pub fn player(&self, from: Mark) -> String {
        let seconds = from.0;
        match self {
            Self::Vimeo { id, hash } => {
                let key = hash.as_ref().map(|hash| format!("h={hash}&")).unwrap_or_default();
                format!("https://player.vimeo.com/video/{id}?{key}dnt=1&autoplay=1#t={seconds}s")
            }
            Self::YouTube { id } => {
                format!("https://www.youtube-nocookie.com/embed/{id}?autoplay=1&rel=0&start={seconds}")
            }
            Self::File(src) => format!("{}#t={seconds}", &**src),
        }
    }
}
