//! The fingerprint of an agenda file.

/// A number that differs between versions of a file (FNV-1a, 64 bits). It is no
/// proof against an adversary, who would gain nothing.
pub fn fingerprint(source: &[u8]) -> String {
    fnv(source).to_string()
}

/// FNV-1a, 64 bits.
pub(super) fn fnv(source: &[u8]) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    source.iter().copied().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_fnv_1a() {
        for (source, print) in
            [("", 0xcbf2_9ce4_8422_2325_u64), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            assert_eq!(fingerprint(source.as_bytes()), print.to_string());
        }
    }
}
