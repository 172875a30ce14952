//! A recording as `agenda.json` writes it: flat, with a provider that decides
//! what an id is made of.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::{Aspect, Film, Source, Video};
use crate::deserialize::or_default;
use crate::link::Href;
use crate::scalar::{Line, Mark};

/// A recording that can be watched, or why there is none.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        extend("anyOf" = [
            { "required": ["provider"], "properties": { "provider": { "type": "string" } } },
            { "required": ["missing"], "properties": { "missing": { "type": "string" } } },
        ]),
        example = serde_json::json!({ "missing": "There is no recording." })
    )
)]
pub(super) struct Entry {
    /// Who shows it.
    provider: Option<Provider>,
    /// Its id there.
    id: Option<Line>,
    /// Vimeo's key to an unlisted video.
    hash: Option<Line>,
    /// The file itself, when the provider is `file`.
    src: Option<Href>,
    /// Its shape, width to height.
    #[serde(default, deserialize_with = "or_default")]
    aspect: Aspect,
    /// How long it takes, as `7:05`.
    duration: Option<Mark>,
    /// Its captions as a file or page.
    captions: Option<Href>,
    /// What is said in it, as a page.
    transcript: Option<Href>,
    /// Why there is no recording, as a sentence; then nothing else counts.
    missing: Option<Line>,
}

/// Who shows a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum Provider {
    /// vimeo.com
    Vimeo,
    /// youtube.com
    YouTube,
    /// The browser itself.
    File,
}

impl<'de> Deserialize<'de> for Video {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntryVisitor)
    }
}

/// Judges an entry while serde is at it, so that a fault has its line.
struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = Video;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a video")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Video, A::Error> {
        Entry::deserialize(MapAccessDeserializer::new(map))?.into_video().map_err(A::Error::custom)
    }
}

impl Entry {
    fn into_video(self) -> Result<Video, &'static str> {
        let source = self.source();
        let Self { provider: _, id: _, hash: _, src: _, aspect, duration, captions, transcript, missing } = self;
        match missing {
            Some(missing) => Ok(Video::Missing(missing)),
            None => Ok(Video::Published(Film { source: source?, aspect, duration, captions, transcript })),
        }
    }

    /// Who shows it, or what is wrong with the id.
    fn source(&self) -> Result<Source, &'static str> {
        let id = |plain: fn(&u8) -> bool| {
            self.id.as_deref().filter(|id| id.bytes().all(|byte| plain(&byte))).map(str::to_owned)
        };
        match self.provider.ok_or("a video has a `provider`, or says why it is `missing`")? {
            Provider::Vimeo => {
                let hash = self.hash.as_deref().map(str::to_owned);
                if hash.as_ref().is_some_and(|hash| !hash.bytes().all(|byte| byte.is_ascii_hexdigit())) {
                    return Err("the `hash` of a Vimeo video is made of hexadecimal digits");
                }
                let id = id(u8::is_ascii_digit).ok_or("a Vimeo video wants an `id` made of digits")?;
                Ok(Source::Vimeo { id, hash })
            }
            Provider::YouTube => id(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte))
                .filter(|id| id.len() == 11)
                .map(|id| Source::YouTube { id })
                .ok_or("a YouTube video wants an `id` of eleven letters, digits, `-` and `_`"),
            Provider::File => self
                .src
                .clone()
                .filter(|src| !src.starts_with("mailto:"))
                .map(Source::File)
                .ok_or("a video file wants a `src`"),
        }
    }
}
