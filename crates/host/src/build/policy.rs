//! What a page may load and run: the Content-Security-Policy, in this one place.

use std::collections::BTreeSet;

use super::digest::Digest;
use agenda::Agenda;
use agenda::link::Href;
use agenda::video::{Film, Source, Video};

/// Who shows videos. Nothing of theirs is loaded before a visitor asks for it.
pub(super) const VIDEO_HOSTS: [&str; 2] = ["https://player.vimeo.com", "https://www.youtube-nocookie.com"];

/// The policy of every page of a site.
pub(super) struct Policy {
    directives: Vec<String>,
    /// Links to pictures and videos that no policy can name, so that browsers will not load them.
    pub(super) unnamed: Vec<String>,
}

impl Policy {
    /// For pages with that script and that style inlined.
    pub(super) fn new(agenda: &Agenda, script: &str, style: &str) -> Self {
        let (pictures, media) = (pictures(agenda), media(agenda));
        let directives = vec![
            "default-src 'none'".to_owned(),
            format!("script-src 'self' 'wasm-unsafe-eval' '{}'", Digest::of(script.as_bytes()).integrity()),
            // The many pages of a large event share the file.
            format!(
                "style-src{} '{}'",
                if agenda.is_large() { " 'self'" } else { "" },
                Digest::of(style.as_bytes()).integrity()
            ),
            with_origins("img-src 'self'", &pictures),
            with_origins("media-src 'self'", &media),
            "connect-src 'self'".to_owned(),
            format!("frame-src {}", VIDEO_HOSTS.join(" ")),
            "manifest-src 'self'".to_owned(),
            "worker-src 'self'".to_owned(),
            "base-uri 'none'".to_owned(),
            "form-action 'none'".to_owned(),
            "require-trusted-types-for 'script'".to_owned(),
            "trusted-types default".to_owned(),
        ];
        let outside = pictures.iter().chain(&media).filter(|href| href.host().is_some());
        let unnamed = outside.filter(|href| origin(href).is_none()).map(|href| href.to_string()).collect();
        Self { directives, unnamed }
    }

    /// For the `<meta>` of a page.
    pub(super) fn meta(&self) -> String {
        self.directives.join("; ")
    }

    /// For the header of a response, which can also forbid framing the page.
    pub(super) fn header(&self) -> String {
        format!("{}; frame-ancestors 'none'", self.meta())
    }
}

/// Pictures that the agenda names.
fn pictures(agenda: &Agenda) -> Vec<&Href> {
    agenda.event().hero.iter().map(|hero| &hero.src).collect()
}

/// Video files that the agenda names, and their captions.
fn media(agenda: &Agenda) -> Vec<&Href> {
    let talks = agenda.talks().map(|(_, talk)| &talk.video);
    let recordings = agenda.recordings().map(|recorded| &recorded.recording.video);
    let films = talks.chain(recordings).filter_map(|video| match video {
        Video::Published(film) => Some(film),
        Video::Missing(_) => None,
    });
    films.flat_map(played).collect()
}

/// What the browser itself plays of a film.
fn played(film: &Film) -> impl Iterator<Item = &Href> {
    let source = match &film.source {
        Source::File(src) => Some(src),
        Source::Vimeo { .. } | Source::YouTube { .. } => None,
    };
    source.into_iter().chain(film.captions.as_ref().filter(move |_| source.is_some()))
}

fn with_origins(directive: &str, hrefs: &[&Href]) -> String {
    let origins: BTreeSet<String> = hrefs.iter().filter_map(|href| origin(href)).collect();
    [directive.to_owned()].into_iter().chain(origins).collect::<Vec<_>>().join(" ")
}

/// Scheme and host, as a policy names them; `None` where it cannot, as with
/// letters beyond ASCII, or need not, as inside the site.
fn origin(href: &Href) -> Option<String> {
    let scheme = href.split_once("://")?.0.to_ascii_lowercase();
    let host = href.host()?.rsplit('@').next()?.to_ascii_lowercase();
    let (name, port) = host.split_once(':').unwrap_or((&host, "1"));
    let has_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    let has_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    (has_name && has_port).then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn policy(changes: &[(&str, &str)]) -> Policy {
        let agenda = Agenda::read(&sample::with(changes), &crate::offset_at).expect("an agenda");
        Policy::new(&agenda, "alert(1)", "p{}")
    }

    #[test]
    fn is_the_policy_that_was_agreed() {
        let expected = "default-src 'none'; \
            script-src 'self' 'wasm-unsafe-eval' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; \
            style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; img-src 'self'; media-src 'self'; \
            connect-src 'self'; frame-src https://player.vimeo.com https://www.youtube-nocookie.com; \
            manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
            require-trusted-types-for 'script'; trusted-types default";
        let policy = policy(&[]);
        assert_eq!(policy.meta(), expected);
        assert_eq!(policy.header(), format!("{expected}; frame-ancestors 'none'"));
        assert!(policy.unnamed.is_empty() && !policy.meta().contains("unsafe-inline"));
    }

    #[test]
    fn names_the_origins_that_the_agenda_needs_and_no_other() {
        let hero = r#""hero": { "src": "https://Pictures.example:8443/a.jpg?x=1", "alt": "" }, "mode""#;
        let file = r#"{ "provider": "file", "src": "https://films.example/a.mp4", "captions": "http://captions.example/a.vtt" }"#;
        let inside = r#"{ "provider": "file", "src": "/a.mp4" }"#;
        let policy = policy(&[
            ("\"mode\"", hero),
            (r#"{ "provider": "vimeo", "id": "1" }"#, file),
            (r#"{ "provider": "vimeo", "id": "2" }"#, inside),
        ]);
        let meta = policy.meta();
        assert!(meta.contains("; img-src 'self' https://pictures.example:8443; "), "{meta}");
        assert!(meta.contains("; media-src 'self' http://captions.example https://films.example; "), "{meta}");
        let vimeo = r#"{ "provider": "vimeo", "id": "1", "captions": "https://captions.example/a.vtt" }"#;
        let meta = self::policy(&[(r#"{ "provider": "vimeo", "id": "1" }"#, vimeo)]).meta();
        assert!(meta.contains("; media-src 'self'; "), "{meta}");
    }

    #[test]
    fn a_host_cannot_write_into_the_policy() {
        for bad in [
            "https://a.example;script-src/x",
            "https://a'b/x",
            "https://a,b/x",
            "https://bücher.example/x",
            "https://[::1]/x",
            "https://a.example:*/x",
        ] {
            let hero = format!(r#""hero": {{ "src": "{bad}", "alt": "" }}, "mode""#);
            let policy = policy(&[("\"mode\"", &hero)]);
            assert!(policy.meta().contains("; img-src 'self'; "), "{}", policy.meta());
            assert_eq!(policy.unnamed, [bad]);
        }
        assert_eq!(
            origin(&Href::new("https://me:secret@a.example/x").expect("a link")).as_deref(),
            Some("https://a.example")
        );
    }
}
