//! The SHA-256 of files.

use sha2::{Digest as _, Sha256};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The SHA-256 of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digest([u8; 32]);

impl Digest {
    /// Of these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Its first 16 hexadecimal digits, which file names and versions carry.
    pub(super) fn short(self) -> String {
        self.0.iter().take(8).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
    }

    /// As policies and service workers write it: `sha256-` and base64.
    pub(super) fn integrity(self) -> String {
        format!("sha256-{}", base64(&self.0))
    }
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    let letter = |index: u32| {
        let letter = usize::try_from(index & 63).ok().and_then(|index| ALPHABET.get(index));
        char::from(*letter.unwrap_or(&b'='))
    };
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        let letters = [18, 12, 6, 0].map(|shift| letter(bits >> shift));
        text.extend(letters.iter().take(three.len() + 1));
        text.extend(['='].repeat(3 - three.len()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }

    #[test]
    fn the_digest_is_sha_256() {
        let digest = Digest::of(b"abc");
        assert_eq!(digest.short(), "ba7816bf8f01cfea");
        assert_eq!(digest.integrity(), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
