//! Numbers as bits, and bits as letters of a link.

/// Base64url (RFC 4648, section 5), six bits a letter.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bits of the check at the end.
const CHECK: u32 = 16;

/// A link has no more letters than this; 5,000 sessions take 12,000.
const MOST_LETTERS: usize = 100_000;

/// A row of bits as it is written.
#[derive(Default)]
pub(super) struct Bits(Vec<bool>);

/// What is left of a row of bits.
pub(super) struct Source<'a>(pub(super) &'a [bool]);

impl Bits {
    /// Adds the last bits of a number.
    pub(super) fn put(&mut self, number: u64, bits: u32) {
        self.0.extend((0..bits).rev().map(|at| number >> at & 1 == 1));
    }

    /// Adds a number from 1 in Elias' gamma code.
    pub(super) fn put_gamma(&mut self, number: u64) {
        let more = number.ilog2();
        self.put(number, 2 * more + 1);
    }

    /// Adds a number in Rice's code.
    pub(super) fn put_rice(&mut self, number: u64, rice: u32) {
        (0..number >> rice).for_each(|_| self.0.push(false));
        self.0.push(true);
        self.put(number, rice);
    }

    /// The letters, with the check at their end.
    pub(super) fn into_text(mut self) -> String {
        while !(self.0.len() + CHECK as usize).is_multiple_of(6) {
            self.0.push(false);
        }
        self.put(check(&self.0), CHECK);
        let letter = |bits: &[bool]| {
            let number = bits.iter().fold(0, |number, bit| number << 1 | usize::from(*bit));
            LETTERS.get(number).copied().map_or('A', char::from)
        };
        self.0.chunks(6).map(letter).collect()
    }

    /// The bits of such letters without the check; `None` where it fails.
    pub(super) fn of_text(text: &str) -> Option<Vec<bool>> {
        if text.len() > MOST_LETTERS {
            return None;
        }
        let mut bits = Self::default();
        for byte in text.bytes() {
            let number = LETTERS.iter().position(|letter| *letter == byte)?;
            bits.put(number as u64, 6);
        }
        let body = bits.0.len().checked_sub(CHECK as usize)?;
        let (body, end) = bits.0.split_at_checked(body)?;
        (Source(end).take(CHECK) == Some(check(body))).then(|| body.to_vec())
    }
}

impl Source<'_> {
    /// A number of so many bits.
    pub(super) fn take(&mut self, bits: u32) -> Option<u64> {
        (0..bits).try_fold(0, |number, _| Some(number << 1 | u64::from(self.bit()?)))
    }

    /// A number from 1 in Elias' gamma code.
    pub(super) fn take_gamma(&mut self) -> Option<u64> {
        let more = u32::try_from(self.zeros()?).ok().filter(|more| *more < 32)?;
        Some(1 << more | self.take(more)?)
    }

    /// A number in Rice's code.
    pub(super) fn take_rice(&mut self, rice: u32) -> Option<u64> {
        Some(self.zeros()? << rice | self.take(rice)?)
    }

    /// How many zeros come before the next one; both are taken.
    fn zeros(&mut self) -> Option<u64> {
        let mut zeros = 0;
        while !self.bit()? {
            zeros += 1;
        }
        Some(zeros)
    }

    fn bit(&mut self) -> Option<bool> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }
}

/// CRC-16/IBM-3740: polynomial 0x1021, begun with ones. It finds every change of
/// up to 16 bits in a row, so every change of one letter or two beside one another.
fn check(bits: &[bool]) -> u64 {
    let step = |crc: u16, bit: &bool| {
        let shifted = crc << 1;
        if (crc >> 15 == 1) == *bit { shifted } else { shifted ^ 0x1021 }
    };
    u64::from(bits.iter().fold(0xffff, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_is_the_one_that_is_named() {
        let mut bits = Bits::default();
        b"123456789".iter().for_each(|byte| bits.put(u64::from(*byte), 8));
        assert_eq!(check(&bits.0), 0x29b1);
    }

    #[test]
    fn numbers_come_back() {
        let mut bits = Bits::default();
        for number in 1..300 {
            bits.put_gamma(number);
            bits.put_rice(number * 7, 5);
        }
        let mut source = Source(&bits.0);
        for number in 1..300 {
            assert_eq!(source.take_gamma(), Some(number));
            assert_eq!(source.take_rice(5), Some(number * 7));
        }
        assert_eq!(source.take(1), None);
    }
}
