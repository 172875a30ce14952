//! What the index of a large programme costs: 1,105 sessions, as FOSDEM 2025 had, each with a long abstract.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use agenda::Agenda;
use agenda::filter::{Filter, Visitor};
use agenda::search::Index;
use chrono::{DateTime, FixedOffset, Utc};
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

const SESSIONS: usize = 1_105;

/// Words of an abstract; those of FOSDEM 2025 have 130.
const WORDS: usize = 200;

/// Different words; most are rare, as in any language.
const VOCABULARY: u64 = 20_000;

const SYLLABLES: [&str; 20] = [
    "ba", "cor", "del", "fin", "gá", "hel", "is", "jo", "ka", "lum", "mer", "no", "or", "pan", "qui", "ra", "sol",
    "ta", "ul", "ve",
];

/// Generous: a slow and busy machine, and in tests a build that is not optimised.
const MOST_A_KEY: Duration = Duration::from_millis(if cfg!(debug_assertions) { 400 } else { 20 });
const MOST_TO_MAKE: Duration = Duration::from_millis(if cfg!(debug_assertions) { 8_000 } else { 400 });
const MOST_BYTES: usize = 2_000_000;

fn offset_at(_: &str, _: DateTime<Utc>) -> Option<FixedOffset> {
    FixedOffset::east_opt(3_600)
}

fn decompose(text: &str) -> String {
    text.nfkd().collect()
}

/// Numbers that look like chance (xorshift), always the same.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    /// A word, by a number of which small ones come often.
    fn word(&mut self) -> String {
        let most = 1 + self.below(VOCABULARY);
        let mut number = usize::try_from(self.below(most)).unwrap_or_default();
        let mut word = String::new();
        while number > 0 || word.is_empty() {
            word.push_str(SYLLABLES.get(number % SYLLABLES.len()).copied().unwrap_or_default());
            number /= SYLLABLES.len();
        }
        word
    }

    fn words(&mut self, number: usize) -> String {
        (0..number).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

fn source() -> String {
    let mut chance = Chance(0x9e37_79b9);
    let people: Vec<_> =
        (0..SESSIONS).map(|number| json!({ "id": format!("p{number}"), "name": chance.words(2) })).collect();
    let sessions: Vec<_> = (0..SESSIONS)
        .map(|number| {
            json!({
                "id": format!("s{number}"), "title": chance.words(7), "kind": "talk", "summary": chance.words(WORDS),
                "start": "2027-01-30T10:00:00+01:00", "end": "2027-01-30T11:00:00+01:00",
                "people": [{ "person": format!("p{number}"), "role": "speaker" }],
            })
        })
        .collect();
    let agenda = json!({
        "format": 1,
        "event": {
            "id": "big", "title": "Big", "start": "2027-01-30", "end": "2027-01-31", "timezone": "Europe/Brussels",
            "language": "en", "mode": "in-person",
        },
        "revision": { "number": 1, "published": "2027-01-01T00:00:00Z" },
        "kinds": [{ "id": "talk", "title": "Talk", "hue": 0 }],
        "people": people,
        "sessions": sessions,
    });
    agenda.to_string()
}

/// The median of some runs.
fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times.get(2).copied().unwrap_or(Duration::MAX)
}

#[test]
fn a_key_costs_little_in_a_programme_of_1_105_sessions_with_abstracts() -> Result<(), Box<dyn Error>> {
    let source = source();
    let agenda = Agenda::read(&source, &offset_at)?;
    let made = median(|| drop(black_box(Index::new(&agenda, decompose))));
    let index = Index::new(&agenda, decompose);
    println!(
        "agenda: {} KB; index: made in {made:?}, {} KB of memory",
        source.len() / 1_000,
        index.size().div_ceil(1_000)
    );
    assert!(made <= MOST_TO_MAKE, "{made:?}");
    assert!(index.size() <= MOST_BYTES, "{} bytes", index.size());
    // One letter, which many words start with; a word; two; a typo, which is compared with every word; inside of words.
    for words in ["c", "cordel", "solba cor", "corrdelfin", "kalumzzmer", "技術"] {
        let filter = Filter { words: words.into(), ..Filter::default() };
        let mut count = 0;
        let time = median(|| {
            let query = index.query(words);
            let found = filter.apply(&agenda, Some(&query), None, Visitor::default());
            count = found.len();
            // What a screen shows of it.
            for session in found.into_iter().take(25) {
                black_box(query.marked(&session.title, decompose));
                black_box(query.excerpts(&agenda, session, decompose));
            }
        });
        println!("{words}: {count} found in {time:?}");
        assert!(time <= MOST_A_KEY, "{words}: {time:?}");
    }
    Ok(())
}
