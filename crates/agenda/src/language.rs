//! In which language the host writes, and the names of languages.

use super::Agenda;
use super::model::Session;

/// The language of the interface.
pub const INTERFACE: &str = "en";

/// A code of two letters and its language's English name, a line for each (`build.rs`).
const NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/languages.txt"));

impl Agenda {
    /// The language in which the event is told, where that is not the interface's.
    pub fn lang(&self) -> Option<&str> {
        other_than(INTERFACE, &self.event().language)
    }

    /// The language in which a session is told, where that is not the interface's.
    pub fn lang_of<'a>(&'a self, session: &'a Session) -> Option<&'a str> {
        session.language.as_ref().map_or_else(|| self.lang(), |tag| other_than(INTERFACE, tag))
    }

    /// The code of the language in which a session is told.
    pub fn language_of(&self, session: &Session) -> String {
        primary(session.language.as_ref().map_or(&*self.event().language, |tag| &**tag))
    }

    /// The languages of its sessions, each with its name, in order of those.
    pub fn languages(&self) -> Vec<(String, String)> {
        let mut languages = Vec::new();
        for code in self.sessions().iter().map(|session| self.language_of(session)) {
            let place = languages.binary_search_by_key(&&*name(&code), |(_, name): &(String, String)| &**name);
            if let Err(place) = place {
                let name = name(&code);
                languages.insert(place, (code, name));
            }
        }
        languages
    }

    /// The name of a session's language where it is not the event's.
    pub fn other_language(&self, session: &Session) -> Option<String> {
        other_than(&self.event().language, session.language.as_ref()?).map(name)
    }
}

/// A language's tag, where it is not that other language in whatever region or script.
fn other_than<'a>(other: &str, tag: &'a str) -> Option<&'a str> {
    (primary(tag) != primary(other)).then_some(tag)
}

/// As in `Spanish` for `es-419`; the tag itself where it is none of the common languages.
fn name(tag: &str) -> String {
    let code = primary(tag);
    let found = NAMES.lines().find_map(|line| line.strip_prefix(&code).filter(|_| code.len() == 2));
    found.unwrap_or(tag).to_owned()
}

/// The first part of a tag (BCP 47), which names the language.
fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn languages_have_their_english_names() {
        for (tag, said) in [
            ("es", "Spanish"),
            ("ES-419", "Spanish"),
            ("ar", "Arabic"),
            ("zh-Hant", "Chinese"),
            ("el", "Modern Greek"),
            ("ne", "Nepali"),
            ("pt_BR", "Portuguese"),
            ("haw", "haw"),
            ("tlh-Latn", "tlh-Latn"),
            ("e", "e"),
            ("", ""),
        ] {
            assert_eq!(name(tag), said, "{tag}");
        }
        assert!(NAMES.lines().count() > 180 && NAMES.lines().all(|line| line.len() > 3), "{NAMES}");
    }

    #[test]
    fn a_session_names_its_language_where_it_is_not_the_events() {
        for (event, own, lang, named) in [
            ("en", "", None, None),
            ("en-GB", "", None, None),
            ("en", "en-US", None, None),
            ("en", "es", Some("es"), Some("Spanish")),
            ("ar", "", Some("ar"), None),
            ("ar", "ar-EG", Some("ar-EG"), None),
            ("ar", "en", None, Some("English")),
        ] {
            let own = if own.is_empty() { String::new() } else { format!("\"language\": \"{own}\", ") };
            let agenda = sample::changed(&[
                ("\"language\": \"en\"", &format!("\"language\": \"{event}\"")),
                ("\"id\": \"opening\", ", &format!("\"id\": \"opening\", {own}")),
            ]);
            let session = agenda.session("opening").expect("in the sample");
            assert_eq!(agenda.lang_of(session), lang, "{event} {own}");
            assert_eq!(agenda.other_language(session).as_deref(), named, "{event} {own}");
        }
    }
}
