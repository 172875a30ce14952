//! The modules of a QR code: patterns that every code of its version has, and
//! the codewords between them (ISO/IEC 18004, sections 6.3 and 7.7).

use super::Level;

/// Dark, as a bit of a module.
const DARK: u8 = 1;

/// A part of a pattern, and no codeword, as a bit of a module.
const FIXED: u8 = 2;

/// A square of modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    /// Modules of a side.
    pub(super) size: usize,
    modules: Vec<u8>,
}

impl Grid {
    /// The patterns of a version; the places for level and mask are kept.
    pub(super) fn new(version: usize) -> Self {
        let size = 17 + 4 * version;
        let mut grid = Self { size, modules: vec![0; size * size] };
        for at in 0..size {
            grid.fix(6, at, at % 2 == 0);
            grid.fix(at, 6, at % 2 == 0);
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] {
            grid.square(x, y, 4);
        }
        let places = places(version);
        let (first, last) = (6, size - 7);
        for (x, y) in places.iter().flat_map(|x| places.iter().map(|y| (*x, *y))) {
            // Three corners have their own.
            if ![(first, first), (first, last), (last, first)].contains(&(x, y)) {
                grid.square(x, y, 2);
            }
        }
        grid.write_format(Level::Low, 0);
        grid.write_version(version);
        grid
    }

    pub(super) fn is_dark(&self, x: usize, y: usize) -> bool {
        self.module(x, y) & DARK != 0
    }

    /// Turns a module over, unless it belongs to a pattern.
    pub(super) fn flip(&mut self, x: usize, y: usize) {
        if let Some(module) = self.modules.get_mut(y * self.size + x).filter(|module| **module & FIXED == 0) {
            *module ^= DARK;
        }
    }

    /// Places codewords in columns of two, up and down, from the right.
    pub(super) fn place(&mut self, codewords: &[u8]) {
        let bits = codewords.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1));
        let mut bits = bits.fuse();
        // The column of the timing pattern is passed over.
        let columns = (1..self.size).rev().step_by(2).map(|right| if right < 7 { right - 1 } else { right });
        for (turn, right) in columns.enumerate() {
            for step in 0..self.size {
                let y = if turn % 2 == 0 { self.size - 1 - step } else { step };
                for x in [right, right - 1] {
                    if self.module(x, y) & FIXED == 0 && bits.next() == Some(true) {
                        self.flip(x, y);
                    }
                }
            }
        }
    }

    /// Writes level and mask in both their places (section 7.9).
    pub(super) fn write_format(&mut self, level: Level, mask: u32) {
        let level = match level {
            Level::Low => 1,
            Level::Medium => 0,
        };
        let format = with_check(level << 3 | mask, 10, 0x537) ^ 0x5412;
        let last = self.size - 1;
        for at in 0..15 {
            let is_dark = format >> at & 1 == 1;
            // Both ways round the corner, and past the timing pattern.
            let near = if at < 6 { at } else { at + 1 };
            if at < 8 {
                self.fix(8, near, is_dark);
                self.fix(last - at, 8, is_dark);
            } else {
                self.fix(if at == 8 { 7 } else { 14 - at }, 8, is_dark);
                self.fix(8, last - 14 + at, is_dark);
            }
        }
        self.fix(8, last - 7, true);
    }

    /// Writes the version in both its places, from 7 on (section 7.10).
    fn write_version(&mut self, version: usize) {
        if version < 7 {
            return;
        }
        let bits = with_check(u32::try_from(version).unwrap_or(0), 12, 0x1f25);
        for at in 0..18 {
            let (far, near) = (self.size - 11 + at % 3, at / 3);
            self.fix(far, near, bits >> at & 1 == 1);
            self.fix(near, far, bits >> at & 1 == 1);
        }
    }

    /// Draws squares within one another round a module, out to that distance.
    fn square(&mut self, x: usize, y: usize, reach: usize) {
        for row in y.saturating_sub(reach)..=y + reach {
            for column in x.saturating_sub(reach)..=x + reach {
                if row < self.size && column < self.size {
                    let away = x.abs_diff(column).max(y.abs_diff(row));
                    // The small square has its light ring one further in.
                    self.fix(column, row, if reach == 2 { away != 1 } else { away != 2 && away != 4 });
                }
            }
        }
    }

    fn fix(&mut self, x: usize, y: usize, is_dark: bool) {
        if let Some(module) = self.modules.get_mut(y * self.size + x) {
            *module = FIXED | u8::from(is_dark);
        }
    }

    fn module(&self, x: usize, y: usize) -> u8 {
        self.modules.get(y * self.size + x).copied().unwrap_or(0)
    }
}

/// Where the small squares are, along either side (annex E).
fn places(version: usize) -> Vec<usize> {
    if version == 1 {
        return Vec::new();
    }
    let count = version / 7 + 2;
    let step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
    let from_end = |index: usize| 10 + 4 * version - index * step;
    (0..count).map(|index| if index + 1 == count { 6 } else { from_end(index) }).collect()
}

/// A number with its remainder behind it, of so many bits (annexes C and D).
fn with_check(number: u32, bits: u32, divisor: u32) -> u32 {
    let rest = (0..bits).fold(number, |rest, _| (rest << 1) ^ ((rest >> (bits - 1)) * divisor));
    number << bits | rest
}
