//! A schedule as a short text for the anchor of a link, which no browser sends
//! to a server.
//!
//! Sessions are identified by hashes of their ids, not by their positions, so that
//! a link outlives every change of the programme. The encoder has the programme and
//! chooses hashes that no other session of it shares.
//!
//! The format must stay readable for as long as there are links. A row of bits,
//! the highest of each number first:
//!
//! | bits | what |
//! |---|---|
//! | 3 | version of the format: 1 |
//! | 3 | `w`: a hash has `b` = 18 + 2 `w` bits |
//! | 4 | seed of the hashes |
//! | 16 | hash of the event's id, with seed 0 |
//! | 2 log₂ + 1 | how many sessions, and one more, in Elias' gamma code |
//! | … | the hashes in order: each less the one before less 1, in Rice's code |
//! | 0 to 5 | zeros, so that the whole is a multiple of six |
//! | 16 | CRC-16/IBM-3740 of all bits before |
//!
//! and each six of them one letter of base64url (RFC 4648, section 5). Rice's
//! code writes the number's multiple of 2ᵏ as so many zeros and a one, then its
//! last `k` bits; `k` = ⌊log₂(2ᵇ / (sessions + 1))⌋. Every later version has to
//! end in the same CRC, so that it is not taken for damage.

mod bits;
pub mod compare;

use super::Agenda;
use super::address;
use super::fingerprint::fnv;
use bits::{Bits, Source};

/// Prefix of the text in the anchor of a link; no id contains it.
pub const MARK: char = '~';

/// The version of the format.
const VERSION: u64 = 1;

/// The widths that are tried, as they are written: 20 to 32 bits.
const WIDTHS: std::ops::Range<u64> = 1..8;

/// How many seeds are tried with each width.
const SEEDS: u64 = 16;

/// The content of a link, matched with this programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Ids of sessions, in order of time.
    pub sessions: Vec<String>,
    /// How many more there are that this programme does not have.
    pub unknown: usize,
}

/// Why a link cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It was cut off or changed on its way, or never was such a link.
    Damaged,
    /// A newer version of the app made it.
    Newer,
    /// It holds a schedule of another event.
    OtherEvent,
}

/// The text of a schedule; `chosen` are ids, of which the programme need not have all.
pub fn encode(agenda: &Agenda, chosen: &[String]) -> String {
    let ids: Vec<&str> = agenda.sessions().iter().map(|session| &*session.id).collect();
    write(&agenda.event().id, &ids, chosen)
}

/// Reads the text of a schedule, without the mark before it.
///
/// # Errors
/// Why the link cannot be read.
pub fn decode(agenda: &Agenda, code: &str) -> Result<Shared, Problem> {
    let ids: Vec<&str> = agenda.sessions().iter().map(|session| &*session.id).collect();
    read(&agenda.event().id, &ids, code)
}

/// A code as far as it can be read, without what programs and people on its way have added: escapes, dashes in place of
/// hyphens, line breaks and marks of quotation inside, and what follows it.
pub fn readable(code: &str) -> String {
    // Two hyphens in a row become one long dash.
    let code = address::unescaped(code).replace('\u{2014}', "--");
    let code: Vec<char> = code.chars().map(address::plain_hyphen).collect();
    let is_letter = |letter: &char| letter.is_ascii_alphanumeric() || "-_".contains(*letter);
    let cut: String = code.iter().copied().take_while(is_letter).collect();
    let joined: String = code.into_iter().filter(is_letter).collect();
    let trimmed = |code: &str| code.trim_end_matches(['-', '_']).to_owned();
    let tries = [trimmed(&cut), joined.clone(), trimmed(&joined)];
    let whole = [cut.clone()].into_iter().chain(tries).find(|code| Bits::of_text(code).is_some());
    whole.unwrap_or(cut)
}

fn write(event: &str, programme: &[&str], chosen: &[String]) -> String {
    let mut own: Vec<u64> = Vec::with_capacity(chosen.len());
    for hash in chosen.iter().map(|id| fnv(id.as_bytes())) {
        insert(&mut own, hash);
    }
    own.dedup();
    let others = programme.iter().map(|id| fnv(id.as_bytes()));
    let others: Vec<u64> = others.filter(|hash| own.binary_search(hash).is_err()).collect();
    let mut text = String::new();
    for attempt in WIDTHS.start * SEEDS..WIDTHS.end * SEEDS {
        let (width, seed) = (attempt / SEEDS, attempt % SEEDS);
        let (hashes, is_clear) = hashes(&own, &others, width, seed);
        text = text_of(event, width, seed, &hashes);
        // Programs that find links in a message leave out such a letter at the end.
        if is_clear && !text.ends_with(['-', '_']) {
            break;
        }
    }
    text
}

/// The hashes of the chosen sessions, in order, and whether no other session shares one.
fn hashes(own: &[u64], others: &[u64], width: u64, seed: u64) -> (Vec<u64>, bool) {
    let mut all: Vec<u64> = Vec::with_capacity(own.len() + others.len());
    for (ids, is_own) in [(own, 1), (others, 0)] {
        for id in ids {
            insert(&mut all, hash(*id, seed, width_bits(width)) << 1 | is_own);
        }
    }
    let clashes = |pair: &[u64]| matches!(pair, [a, b] if a >> 1 == b >> 1 && (a | b) & 1 == 1);
    let is_clear = !all.windows(2).any(clashes);
    let mut hashes: Vec<u64> = all.into_iter().filter(|hash| hash & 1 == 1).map(|hash| hash >> 1).collect();
    hashes.dedup();
    (hashes, is_clear)
}

fn text_of(event: &str, width: u64, seed: u64, hashes: &[u64]) -> String {
    let mut bits = Bits::default();
    bits.put(VERSION, 3);
    bits.put(width, 3);
    bits.put(seed, 4);
    bits.put(hash_of_event(event), 16);
    let count = hashes.len() as u64;
    bits.put_gamma(count + 1);
    let rice = rice(width_bits(width), count);
    let mut next = 0;
    for hash in hashes {
        bits.put_rice(hash - next, rice);
        next = hash + 1;
    }
    bits.into_text()
}

fn read(event: &str, programme: &[&str], code: &str) -> Result<Shared, Problem> {
    let bits = Bits::of_text(&readable(code)).ok_or(Problem::Damaged)?;
    let mut source = Source(&bits);
    match source.take(3) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(Problem::Newer),
        _ => return Err(Problem::Damaged),
    }
    let head = source.take(3).zip(source.take(4)).zip(source.take(16));
    let ((width, seed), of_event) = head.ok_or(Problem::Damaged)?;
    if of_event != hash_of_event(event) {
        return Err(Problem::OtherEvent);
    }
    let width = width_bits(width);
    let hashes = read_hashes(source, width).ok_or(Problem::Damaged)?;
    let place = |id: &str| hashes.binary_search(&hash(fnv(id.as_bytes()), seed, width)).ok();
    let found: Vec<(usize, &str)> = programme.iter().filter_map(|id| Some((place(id)?, *id))).collect();
    let mut hits = vec![0_u32; hashes.len()];
    for (place, _) in &found {
        if let Some(hits) = hits.get_mut(*place) {
            *hits += 1;
        }
    }
    // A session that was added later may share a hash: then neither counts.
    let sure = found.into_iter().filter(|(place, _)| hits.get(*place) == Some(&1));
    let sessions: Vec<String> = sure.map(|(_, id)| id.to_owned()).collect();
    Ok(Shared { unknown: hashes.len() - sessions.len(), sessions })
}

/// The hashes up to the end, at which nothing but a few zeros may be left.
fn read_hashes(mut source: Source, width: u32) -> Option<Vec<u64>> {
    let count = source.take_gamma()? - 1;
    let rice = rice(width, count);
    let mut hashes = Vec::new();
    let mut next = 0;
    for _ in 0..count {
        let hash = next + source.take_rice(rice)?;
        if hash >> width != 0 {
            return None;
        }
        hashes.push(hash);
        next = hash + 1;
    }
    (source.0.len() < 6 && !source.0.contains(&true)).then_some(hashes)
}

/// How many bits a hash has.
fn width_bits(width: u64) -> u32 {
    18 + 2 * u32::try_from(width).unwrap_or(0)
}

/// How many bits of a distance Rice's code writes as they are.
fn rice(width: u32, count: u64) -> u32 {
    ((1_u64 << width) / (count + 1)).checked_ilog2().unwrap_or(0)
}

fn hash_of_event(event: &str) -> u64 {
    hash(fnv(event.as_bytes()), 0, 16)
}

/// The first `width` bits of a number (FNV-1a of an id) after it was mixed, as
/// `SplitMix64` does it (Steele, Lea, Flood 2014), so that each bit depends on every letter.
fn hash(id: u64, seed: u64, width: u32) -> u64 {
    let mut mixed = id.wrapping_add((seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) >> (64 - width)
}

/// Inserts a number into an ordered list: less code than sorting.
fn insert(numbers: &mut Vec<u64>, number: u64) {
    numbers.insert(numbers.partition_point(|other| *other < number), number);
}

#[cfg(test)]
mod tests;
