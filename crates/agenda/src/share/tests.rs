//! Links come back as they were made, whatever becomes of the programme, and
//! damage is noticed.

use super::*;
use crate::sample;
use proptest::prelude::*;
use proptest::sample::subsequence;

const EVENT: &str = "gnm2021";

/// Letters of a link before the mark: a base of 40, and `mine/#`.
const BEFORE: usize = 40 + 6;

fn programme(size: usize, name: &str) -> Vec<String> {
    (0..size).map(|index| format!("{name}-{index}")).collect()
}

fn refs(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

/// So many of them, as good as at random.
fn some_of(ids: &[String], count: usize, seed: u64) -> Vec<String> {
    let mut keyed: Vec<(u64, &String)> =
        ids.iter().map(|id| (hash(fnv(id.as_bytes()), seed.wrapping_mul(77) + 1000, 40), id)).collect();
    keyed.sort();
    keyed.into_iter().take(count).map(|(_, id)| id.clone()).collect()
}

fn longest(size: usize, count: usize, times: u64) -> usize {
    let lengths = (0..times).map(|seed| {
        let ids = programme(size, &format!("s{seed}"));
        let code = write(EVENT, &refs(&ids), &some_of(&ids, count, seed));
        BEFORE + 1 + code.len()
    });
    lengths.max().unwrap_or(0)
}

#[test]
fn three_hundred_of_eleven_hundred_take_at_most_800_letters() {
    let longest = longest(1_100, 300, 300);
    assert!(longest <= 800, "{longest}");
}

#[test]
fn ten_of_eighteen_take_at_most_90_letters() {
    let longest = longest(18, 10, 5_000);
    assert!(longest <= 90, "{longest}");
}

#[test]
fn five_thousand_come_back() {
    let ids = programme(5_000, "session");
    let code = write(EVENT, &refs(&ids), &ids);
    let shared = read(EVENT, &refs(&ids), &code).expect("it is whole");
    assert_eq!(shared, Shared { sessions: ids, unknown: 0 });
}

/// Links that were made once have to be read for ever: when this fails, raise
/// the version and read both.
#[test]
fn the_format_is_what_it_was() {
    assert_eq!(hash(fnv(b""), 0, 32), 0xc381_7c01);
    assert_eq!(hash(fnv(b"thu-obis"), 0, 20), 0xca197);
    assert_eq!(hash(fnv(b"thu-obis"), 5, 20), 0x08dc3);
    let ids = ["mon-theme-1", "thu-obis", "fri-battle"];
    let chosen = ["fri-battle".to_owned(), "thu-obis".to_owned(), "gone".to_owned()];
    // As a few lines of Python write it from the description above.
    let code = "JCTtiXKqCHCZp6hOb9";
    assert_eq!(write(EVENT, &ids, &chosen), code);
    let sessions = vec!["thu-obis".to_owned(), "fri-battle".to_owned()];
    assert_eq!(read(EVENT, &ids, code), Ok(Shared { sessions, unknown: 1 }));
    assert_eq!(read("gnm2022", &ids, code), Err(Problem::OtherEvent));
}

#[test]
fn an_agenda_is_read_and_written_by_its_sessions() {
    let agenda = sample::agenda();
    let chosen = ["late".to_owned(), "opening".to_owned()];
    let shared = decode(&agenda, &encode(&agenda, &chosen)).expect("it is whole");
    assert_eq!(shared, Shared { sessions: vec!["opening".to_owned(), "late".to_owned()], unknown: 0 });
    let none = decode(&agenda, &encode(&agenda, &[])).expect("it is whole");
    assert_eq!(none, Shared { sessions: Vec::new(), unknown: 0 });
}

#[test]
fn every_change_of_one_letter_and_every_part_is_damaged() {
    for (size, count) in [(3, 0), (18, 1), (18, 10), (200, 60)] {
        let ids = programme(size, "a");
        let code = write(EVENT, &refs(&ids), &some_of(&ids, count, 1));
        let damaged = |text: &str| assert_eq!(read(EVENT, &refs(&ids), text), Err(Problem::Damaged), "{text}");
        for at in 0..code.len() {
            damaged(&code[..at]);
            damaged(&code[at + 1..]);
            damaged(&(code[..at].to_owned() + &code[at + 1..]));
            for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_%é ".chars() {
                let changed = format!("{}{letter}{}", &code[..at], &code[at + 1..]);
                if changed != code {
                    damaged(&changed);
                }
                damaged(&format!("{code}A{letter}A"));
            }
        }
        for end in [".", ")", ">", ",\n", "»"] {
            assert!(read(EVENT, &refs(&ids), &format!("{code}{end}")).is_ok(), "{end}");
        }
    }
}

#[test]
fn what_happens_on_the_way_is_undone() {
    let ids = programme(18, "a");
    // Some of which have two hyphens in a row, and some an underscore.
    for seed in 0..400 {
        let code = write(EVENT, &refs(&ids), &some_of(&ids, 10, seed));
        let (front, back) = code.split_at(code.len() / 2);
        for arrived in [
            format!("{code}).  See you there"),
            format!("{code}?utm_source=mail&fbclid=Iw"),
            format!("{code}%29%2E"),
            format!("{code}%2529"),
            format!("{code}/"),
            format!("{code}_"),
            format!("{code}--"),
            format!("{code}\u{200b}"),
            format!("{front}%20{back}"),
            format!("{front}=%0D%0A{back}"),
            format!("{front}%0A%3E%20{back}"),
            format!("{front}\u{ad}{back}."),
            code.replace("--", "—").replace('-', "–"),
        ] {
            assert_eq!(readable(&arrived), code, "{arrived}");
            assert!(read(EVENT, &refs(&ids), &arrived).is_ok(), "{arrived}");
        }
    }
    for (arrived, left) in [("", ""), ("%", ""), ("abc%zz", "abc"), ("AB CD", "AB"), ("%25%32%35", "")] {
        assert_eq!(readable(arrived), left, "{arrived}");
    }
}

#[test]
fn a_newer_version_is_not_taken_for_damage() {
    let mut bits = Bits::default();
    bits.put(VERSION + 1, 3);
    bits.put(0x1234_5678, 40);
    assert_eq!(read(EVENT, &[], &bits.into_text()), Err(Problem::Newer));
    let mut bits = Bits::default();
    bits.put(0, 60);
    assert_eq!(read(EVENT, &[], &bits.into_text()), Err(Problem::Damaged));
}

/// What is written says more sessions than there are, or hashes out of range.
#[test]
fn what_cannot_have_been_written_is_damaged() {
    let head = || {
        let mut bits = Bits::default();
        bits.put(VERSION, 3);
        bits.put(0b001_0000, 7);
        bits.put(hash_of_event(EVENT), 16);
        bits
    };
    let mut many = head();
    many.put_gamma(1 << 30);
    let mut endless = head();
    (0..5).for_each(|_| endless.put(0, 40));
    let mut beyond = head();
    beyond.put_gamma(2);
    beyond.put_rice(1 << 20, rice(20, 1));
    let mut more = head();
    more.put_gamma(1);
    more.put(0, 6);
    for bits in [many, endless, beyond, more] {
        assert_eq!(read(EVENT, &[], &bits.into_text()), Err(Problem::Damaged));
    }
}

#[test]
fn a_hash_that_two_sessions_share_is_taken_for_neither() {
    let ids = programme(4_000, "later");
    let code = write(EVENT, &["one"], &["one".to_owned()]);
    let bits = Bits::of_text(&code).expect("it is whole");
    let mut source = Source(&bits);
    source.take(6);
    let seed = source.take(4).expect("a seed");
    let of = |id: &str| hash(fnv(id.as_bytes()), seed, 20);
    let twin = (0..20_000_000).map(|index| format!("t{index}")).find(|id| of(id) == of("one")).expect("a twin");
    let mut later = refs(&ids);
    later.push("one");
    assert_eq!(read(EVENT, &later, &code), Ok(Shared { sessions: vec!["one".to_owned()], unknown: 0 }));
    later.push(&twin);
    assert_eq!(read(EVENT, &later, &code), Ok(Shared { sessions: Vec::new(), unknown: 1 }));
    // Where the encoder has both, it chooses different hashes.
    let code = write(EVENT, &["one", &twin], &["one".to_owned()]);
    assert_eq!(read(EVENT, &later, &code), Ok(Shared { sessions: vec!["one".to_owned()], unknown: 0 }));
}

proptest! {
    #[test]
    fn what_is_written_is_read((ids, chosen) in (0..400_usize).prop_flat_map(|size| {
        let ids = programme(size, "s");
        (Just(ids.clone()), subsequence(ids, 0..=size))
    })) {
        let code = write(EVENT, &refs(&ids), &chosen);
        prop_assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
        prop_assert_eq!(read(EVENT, &refs(&ids), &code), Ok(Shared { sessions: chosen, unknown: 0 }));
    }

    #[test]
    fn it_outlives_another_programme(
        chosen in subsequence(programme(60, "s"), 0..=60),
        gone in subsequence(programme(60, "s"), 0..=60),
        new in 0..60_usize,
        turn in 0..60_usize,
    ) {
        let before = programme(60, "s");
        let code = write(EVENT, &refs(&before), &chosen);
        let mut now: Vec<String> = before.into_iter().filter(|id| !gone.contains(id)).collect();
        now.extend(programme(new, "new"));
        now.reverse();
        let length = now.len().max(1);
        now.rotate_left(turn % length);
        let shared = read(EVENT, &refs(&now), &code).expect("it is whole");
        let still: Vec<String> = now.iter().filter(|id| chosen.contains(id)).cloned().collect();
        prop_assert_eq!(shared.unknown, chosen.len() - still.len());
        prop_assert_eq!(shared.sessions, still);
        // One who has the vanished ones too hands them on.
        let again = write(EVENT, &refs(&now), &chosen);
        let shared = read(EVENT, &refs(&programme(60, "s")), &again).expect("it is whole");
        prop_assert_eq!(shared, Shared { sessions: chosen, unknown: 0 });
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let _ = read(EVENT, &["a", "b"], &text);
    }

    #[test]
    fn no_bits_make_it_panic(bits in proptest::collection::vec(any::<bool>(), 0..400), whole in any::<bool>()) {
        let mut written = Bits::default();
        if whole {
            written.put(VERSION, 3);
            written.put(0b001_0000, 7);
            written.put(hash_of_event(EVENT), 16);
        }
        for bit in bits {
            written.put(u64::from(bit), 1);
        }
        let _ = read(EVENT, &["a", "b"], &written.into_text());
    }

    #[test]
    fn arbitrary_bytes_are_damaged(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(read(EVENT, &["a", "b"], &text).is_err());
    }
}
