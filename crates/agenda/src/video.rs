//! A recording, or the reason why there is none.

use super::field::{Field, Reader};
#[cfg(feature = "schema")]
use super::field::{Schema, schema};
use super::json::Json;
use super::link::Href;
use super::record::{record, words};
use super::scalar::{Line, Mark};

/// A recording to watch, or why there is none.
#[derive(Debug, Clone, PartialEq)]
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

/// Who shows a recording, and by which name they know it.
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

words! {
    /// Who shows a recording.
    pub enum Provider {
        Vimeo = "vimeo",
        YouTube = "youtube",
        File = "file",
    }
}

words! {
    /// The shape of a picture, width to height. 16:9 when the file is silent.
    pub enum Aspect, optional {
        Wide = "16:9",
        Classic = "4:3",
    }
}

record! {
    /// A recording that can be watched.
    pub struct Entry "video" {
        /// Who shows it.
        provider: Provider,
        /// Its id there.
        id: Option<Line>,
        /// Vimeo's key to an unlisted video.
        hash: Option<Line>,
        /// The file itself, when the provider is `file`.
        src: Option<Href>,
        /// Its shape, width to height.
        aspect: Aspect,
        /// How long it takes, as `7:05`.
        duration: Option<Mark>,
        /// Its captions as a file or page.
        captions: Option<Href>,
        /// What is said in it, as a page.
        transcript: Option<Href>,
    }
}

record! {
    /// Stands where there is no recording.
    pub struct Gap "video" {
        /// Why there is none, as a sentence.
        missing: Line,
    }
}

impl Source {
    /// What people call whoever shows it; `None` for a plain file.
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

    /// Reads the source out of an entry, or says what is wrong with it.
    fn of(entry: &Entry) -> Result<Self, &'static str> {
        let id = |plain: fn(&u8) -> bool| {
            entry.id.as_deref().filter(|id| id.bytes().all(|byte| plain(&byte))).map(str::to_owned)
        };
        match entry.provider {
            Provider::Vimeo => {
                let hash = entry.hash.as_deref().map(str::to_owned);
                if hash.as_ref().is_some_and(|hash| !hash.bytes().all(|byte| byte.is_ascii_hexdigit())) {
                    return Err("the `hash` of a Vimeo video is made of hexadecimal digits");
                }
                let id = id(u8::is_ascii_digit).ok_or("a Vimeo video wants an `id` made of digits")?;
                Ok(Self::Vimeo { id, hash })
            }
            Provider::YouTube => id(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(byte))
                .filter(|id| id.len() == 11)
                .map(|id| Self::YouTube { id })
                .ok_or("a YouTube video wants an `id` of eleven letters, digits, `-` and `_`"),
            Provider::File => entry
                .src
                .clone()
                .filter(|src| !src.starts_with("mailto:"))
                .map(Self::File)
                .ok_or("a video file wants a `src`"),
        }
    }
}

impl Field for Video {
    fn blank() -> Self {
        Self::Missing(Line::blank())
    }

    fn read(json: &Json, reader: &mut Reader) -> Self {
        if json.member("missing").is_some() {
            return Self::Missing(Gap::read(json, reader).missing);
        }
        let known = reader.faults.len();
        let entry = Entry::read(json, reader);
        match Source::of(&entry) {
            Ok(source) => {
                let Entry { aspect, duration, captions, transcript, .. } = entry;
                Self::Published(Film { source, aspect, duration, captions, transcript })
            }
            Err(problem) => {
                // What is wrong with a member was said there.
                if reader.faults.len() == known {
                    reader.error(json, problem.to_owned(), "");
                }
                Self::blank()
            }
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> Schema {
        schema!({ "anyOf": [Entry::schema(), Gap::schema()] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Video, String> {
        let json = Json::parse(text).expect(text);
        let mut reader = Reader::default();
        let video = Video::read(&json, &mut reader);
        reader.faults.first().map_or(Ok(video), |fault| Err(fault.problem.clone()))
    }

    fn source(text: &str) -> Source {
        match read(text) {
            Ok(Video::Published(film)) => film.source,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn knows_page_and_player_of_each_provider() {
        let cases = [
            (
                r#"{"provider":"vimeo","id":"566492345"}"#,
                "https://vimeo.com/566492345",
                "https://player.vimeo.com/video/566492345?dnt=1&autoplay=1#t=425s",
            ),
            (
                r#"{"provider":"vimeo","id":"1","hash":"ab0"}"#,
                "https://vimeo.com/1/ab0",
                "https://player.vimeo.com/video/1?h=ab0&dnt=1&autoplay=1#t=425s",
            ),
            (
                r#"{"provider":"youtube","id":"abc-DEF_123"}"#,
                "https://www.youtube.com/watch?v=abc-DEF_123",
                "https://www.youtube-nocookie.com/embed/abc-DEF_123?autoplay=1&rel=0&start=425",
            ),
            (r#"{"provider":"file","src":"/talk.mp4"}"#, "/talk.mp4", "/talk.mp4#t=425"),
        ];
        for (text, page, player) in cases {
            let source = source(text);
            assert_eq!((source.page().as_str(), source.player(Mark(425)).as_str()), (page, player));
        }
    }

    #[test]
    fn refuses_ids_that_their_provider_does_not_use() {
        for (text, why) in [
            (r#"{"provider":"vimeo","id":"12?x"}"#, "digits"),
            (r#"{"provider":"vimeo"}"#, "digits"),
            (r#"{"provider":"vimeo","id":"1","hash":"x"}"#, "hexadecimal"),
            (r#"{"provider":"youtube","id":"short"}"#, "eleven"),
            (r#"{"provider":"youtube","id":"abc/DEF_123"}"#, "eleven"),
            (r#"{"provider":"file","id":"1"}"#, "`src`"),
            (r#"{"provider":"dailymotion","id":"1"}"#, "one of `vimeo`, `youtube`, `file`"),
        ] {
            assert!(read(text).is_err_and(|problem| problem.contains(why)), "{text}");
        }
    }

    #[test]
    fn a_gap_says_why() {
        assert!(matches!(read(r#"{"missing":"No recording was published."}"#), Ok(Video::Missing(_))));
        assert!(read(r#"{"missing":""}"#).is_err());
    }
}
