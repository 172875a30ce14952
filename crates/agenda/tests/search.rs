//! What visitors of the meeting search for, and what they find: moved here from the end-to-end tests.

use std::error::Error;
use std::fs;
use std::path::Path;

use agenda::Agenda;
use agenda::filter::{Filter, Visitor};
use agenda::search::Index;
use chrono::{DateTime, FixedOffset, Utc};
use unicode_normalization::UnicodeNormalization;

fn offset_at(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    FixedOffset::east_opt(zone.to_offset(jiff::Timestamp::from_second(at.timestamp()).ok()?).seconds())
}

fn decompose(text: &str) -> String {
    text.nfkd().collect()
}

#[test]
fn accents_and_case_do_not_count_and_people_talks_and_other_spellings_are_found() -> Result<(), Box<dyn Error>> {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/agenda.json"))?;
    let agenda = Agenda::read(&source, &offset_at).map_err(|error| error.to_string())?;
    let index = Index::new(&agenda, decompose);
    let cases: [(&str, &str, &str, &[&str]); 12] = [
        ("", "", "doring", &["thu-qa"]),
        ("", "", "Döring", &["thu-qa"]),
        ("", "", "DÖRING", &["thu-qa"]),
        ("", "", "hofft", &["thu-qa"]),
        ("", "", "jean cossi", &["wed-africa", "fri-demo-3"]),
        ("", "", "sensitive species", &["thu-qa"]),
        ("", "", "oceania", &["wed-oceania"]),
        ("", "", "battle helpdesk", &["fri-battle"]),
        ("theme-4", "", "", &["thu-qa"]),
        ("", "demo", "strategies", &["tue-demo-2"]),
        ("theme-1", "panel", "nodes", &["mon-theme-1"]),
        ("theme-9", "", "", &[]),
    ];
    for (theme, kind, words, ids) in cases {
        let filter = Filter { theme: theme.into(), kind: kind.into(), words: words.into(), ..Filter::default() };
        let query = filter.has_words().then(|| index.query(words));
        let found = filter.apply(&agenda, query.as_ref(), None, Visitor::default());
        let found: Vec<&str> = found.into_iter().map(|session| &*session.id).collect();
        assert_eq!(found, ids, "{theme} {kind} {words}");
    }
    Ok(())
}
