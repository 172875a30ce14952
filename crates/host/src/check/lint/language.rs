//! Languages: registered BCP 47 tags.

use agenda::Rule;
use language_tags::LanguageTag;

use super::Lint;
use crate::check::remedy::did_you_mean;

/// Codes of countries that are taken for those of their languages.
const COUNTRIES: [(&str, &str); 9] = [
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("jp", "ja"),
    ("mx", "es"),
    ("nz", "en"),
    ("ua", "uk"),
    ("us", "en"),
];

impl Lint<'_> {
    pub(super) fn languages(&mut self) {
        let document = self.document;
        let event = [("/event/language".to_owned(), &document.event.language)];
        let sessions = document.sessions.iter().enumerate();
        let sessions =
            sessions.filter_map(|(i, session)| Some((format!("/sessions/{i}/language"), session.language.as_ref()?)));
        for (pointer, language) in event.into_iter().chain(sessions) {
            if !is_registered(language) {
                let first = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
                let meant =
                    COUNTRIES.iter().find(|(country, _)| *country == first).map(|(_, meant)| did_you_mean(meant));
                let meant = meant.or_else(|| region(language));
                let remedy = meant.unwrap_or_else(|| "use a tag such as `en`, `pt-BR` or `zh-Hant`".to_owned());
                self.fault(
                    Rule::UnknownLanguage,
                    pointer,
                    format!("`{}` is no registered language", &**language),
                    remedy,
                );
            }
        }
    }
}

/// Whether every part of a tag is registered.
pub(crate) fn is_registered(tag: &str) -> bool {
    LanguageTag::parse(tag).is_ok_and(|tag| tag.is_valid())
}

/// What was meant where the parts after the language are not registered.
fn region(tag: &str) -> Option<String> {
    let (language, region) = tag.split_once('-')?;
    let known = is_registered(language);
    let meant = if region.eq_ignore_ascii_case("uk") { format!("{language}-GB") } else { language.to_owned() };
    known.then(|| did_you_mean(meant))
}
