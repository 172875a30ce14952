//! What a host sends in place of a text file: the same, compressed beforehand.

use std::io::{self, Write};

use brotli::BrotliCompress;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// How hard to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// What there may be thousands of.
    Quick,
    /// What every visitor loads, and what there are few of.
    Best,
}

/// Endings of files that shrink.
const TEXT: [&str; 10] = ["html", "css", "js", "json", "svg", "xml", "txt", "webmanifest", "wasm", "ics"];

/// From so many bytes on, the best takes seconds.
const LARGE: usize = 1 << 20;

/// The smallest window that the encoder is good at: below it takes 32 MB to remember what it has seen.
const SMALLEST: i32 = 17;
/// The encoder's own.
const LARGEST: i32 = 22;
/// Bytes by which a window is smaller than its logarithm says (RFC 7932, section 9.1).
const RESERVED: usize = 16;

/// Whether a file of that name shrinks.
pub(super) fn shrinks(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').is_some_and(|(_, end)| TEXT.iter().any(|text| text.eq_ignore_ascii_case(end)))
}

/// The bytes by brotli (RFC 7932).
///
/// # Errors
/// As the encoder reports them.
pub(super) fn brotli(mut bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let quality = match effort {
        Effort::Quick => 5,
        Effort::Best if bytes.len() > LARGE => 9,
        Effort::Best => 11,
    };
    let params = BrotliEncoderParams {
        quality,
        lgwin: window(bytes.len()),
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    BrotliCompress(&mut bytes, &mut compressed, &params)?;
    Ok(compressed)
}

/// The bytes by gzip (RFC 1952), with neither a time nor a name, so that the same bytes give the same.
///
/// # Errors
/// As the encoder reports them.
pub(super) fn gzip(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let level = match effort {
        Effort::Quick => 6,
        Effort::Best => 9,
    };
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::new(level));
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The window that holds so many bytes, as the logarithm of its size. The
/// encoder clears several times as much before it begins.
fn window(bytes: usize) -> i32 {
    (SMALLEST..LARGEST).find(|window| (bytes + RESERVED) >> window == 0).unwrap_or(LARGEST)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn knows_what_shrinks_by_its_name() {
        for path in ["index.html", "app/a-0.wasm", "manifest.webmanifest", "a/b.SVG", "robots.txt", "a.b.json"] {
            assert!(shrinks(path), "{path}");
        }
        for path in ["a.png", "_headers", ".nojekyll", "html", "a.js/b", "a.br", "a.json.gz"] {
            assert!(!shrinks(path), "{path}");
        }
    }

    #[test]
    fn the_window_holds_the_whole_where_it_can() {
        for (bytes, log) in
            [(0, 17), (65_536, 17), (131_055, 17), (131_056, 18), (1 << 20, 21), (1 << 21, 22), (1 << 30, 22)]
        {
            assert_eq!(window(bytes), log, "{bytes}");
        }
    }

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "the quick brown fox ".repeat(400).into_bytes();
        for bytes in [&text[..], b"", b"x"] {
            for effort in [Effort::Quick, Effort::Best] {
                let mut plain = Vec::new();
                let small = brotli(bytes, effort).expect("brotli");
                brotli::BrotliDecompress(&mut &small[..], &mut plain).expect("brotli");
                assert_eq!(plain, bytes);
                let (small, mut plain) = (gzip(bytes, effort).expect("gzip"), Vec::new());
                GzDecoder::new(&small[..]).read_to_end(&mut plain).expect("gzip");
                assert_eq!(plain, bytes);
                assert_eq!(small[4..8], [0; 4], "no time");
            }
        }
        assert!(brotli(&text, Effort::Best).expect("brotli").len() < 100);
    }
}
