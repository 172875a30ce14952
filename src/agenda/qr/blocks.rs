//! The codewords of a QR code: the bytes with what says how to read them, in
//! blocks with their error correction (ISO/IEC 18004, sections 7.4 to 7.6).

use super::Level;

/// Error correction codewords of each block, by version (table 9).
const CORRECTION: [&[u8; 40]; 2] = [
    &[
        7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    &[
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28,
        28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ],
];

/// How many blocks there are, by version (table 9).
const BLOCKS: [&[u8; 40]; 2] = [
    &[
        1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
        19, 19, 20, 21, 22, 24, 25,
    ],
    &[
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31,
        33, 35, 37, 38, 40, 43, 45, 47, 49,
    ],
];

/// How many bytes a code can hold.
pub(super) fn room(version: usize, level: Level) -> usize {
    // Mode and length take 12 bits, and 20 from version 10 on.
    data_codewords(version, level) - if version < 10 { 2 } else { 3 }
}

/// Every codeword of a code, in the order in which they are placed.
pub(super) fn codewords(bytes: &[u8], version: usize, level: Level) -> Vec<u8> {
    let data = data(bytes, version, level);
    let blocks = entry(&BLOCKS, version, level);
    let divisor = divisor(entry(&CORRECTION, version, level));
    // The last blocks are one codeword longer, where they are not all of a length.
    let (short, shorts) = (data.len() / blocks, blocks - data.len() % blocks);
    let mut rest = data.as_slice();
    let mut parts: Vec<(&[u8], Vec<u8>)> = Vec::with_capacity(blocks);
    for block in 0..blocks {
        let (part, after) = rest.split_at(short + usize::from(block >= shorts));
        parts.push((part, remainder(part, &divisor)));
        rest = after;
    }
    let mut all = Vec::new();
    for at in 0..=short {
        all.extend(parts.iter().filter_map(|(data, _)| data.get(at)));
    }
    for at in 0..divisor.len() {
        all.extend(parts.iter().filter_map(|(_, correction)| correction.get(at)));
    }
    all
}

/// The bytes behind their mode and length, and padding up to the end.
fn data(bytes: &[u8], version: usize, level: Level) -> Vec<u8> {
    let length = bytes.len();
    // Half a byte for the mode shifts all that follows by half a byte.
    let [.., high, low] = length.to_be_bytes();
    let head: &[u8] = if version < 10 { &[low] } else { &[high, low] };
    let mut data = Vec::new();
    let mut before = 4;
    for byte in head.iter().chain(bytes) {
        data.push(before << 4 | byte >> 4);
        before = *byte;
    }
    data.push(before << 4);
    let mut padding = [0xec, 0x11].into_iter().cycle();
    let room = data_codewords(version, level);
    data.extend(padding.by_ref().take(room - data.len()));
    data
}

fn data_codewords(version: usize, level: Level) -> usize {
    modules(version) / 8 - entry(&CORRECTION, version, level) * entry(&BLOCKS, version, level)
}

/// How many modules are left for codewords beside all patterns (section 6.3).
fn modules(version: usize) -> usize {
    let mut modules = (16 * version + 128) * version + 64;
    if version >= 2 {
        let patterns = version / 7 + 2;
        modules -= (25 * patterns - 10) * patterns - 55;
    }
    if version >= 7 {
        modules -= 36;
    }
    modules
}

fn entry(table: &[&[u8; 40]; 2], version: usize, level: Level) -> usize {
    let [low, medium] = table;
    let row = match level {
        Level::Low => low,
        Level::Medium => medium,
    };
    row.get(version - 1).map_or(1, |entry| usize::from(*entry))
}

/// The polynomial that blocks are divided by, without its first coefficient, which is 1 (annex A).
fn divisor(degree: usize) -> Vec<u8> {
    let mut divisor = vec![0; degree];
    if let Some(last) = divisor.last_mut() {
        *last = 1;
    }
    let mut root = 1;
    for _ in 0..degree {
        let mut above = 0;
        for coefficient in divisor.iter_mut().rev() {
            (*coefficient, above) = (product(*coefficient, root) ^ above, *coefficient);
        }
        root = product(root, 2);
    }
    divisor
}

/// What is left of a block after the division: its error correction.
fn remainder(block: &[u8], divisor: &[u8]) -> Vec<u8> {
    let mut rest = vec![0; divisor.len()];
    for byte in block {
        rest.rotate_left(1);
        let factor = rest.last_mut().map_or(0, |last| std::mem::take(last) ^ byte);
        rest.iter_mut().zip(divisor).for_each(|(rest, coefficient)| *rest ^= product(*coefficient, factor));
    }
    rest
}

/// The product in the field of 256 elements modulo x⁸ + x⁴ + x³ + x² + 1 (section 7.5.2).
fn product(a: u8, b: u8) -> u8 {
    (0..8).rev().fold(0, |sum: u8, bit| {
        let doubled = (sum << 1) ^ ((sum >> 7) * 0x1d);
        doubled ^ ((b >> bit & 1) * a)
    })
}
