//! QR codes, after ISO/IEC 18004:2015: a text becomes a square of dark and
//! light modules that the camera of a phone reads.
//!
//! Our own, because crates for it cost the visitor twice as much. Byte mode
//! only. A link of letters in both cases gains nothing from the others.

mod blocks;
mod grid;
mod mask;

use grid::Grid;

/// Modules of the quiet zone on each side (section 6.3.8).
pub const QUIET: usize = 4;

/// The largest version, as the standard calls sizes.
const LARGEST: usize = 40;

/// The largest version at which the stronger correction is worth its room: with
/// 93 modules a code still has 3 pixels for each on a phone 360 pixels wide.
const LARGEST_STRONG: usize = 19;

/// How much of a code may be unreadable (section 6.5.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// About 7 %.
    Low,
    /// About 15 %.
    Medium,
}

/// A code: a square of modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    grid: Grid,
}

impl Code {
    /// The code of a text: of level M up to version 19, beyond it of level L.
    /// `None` for more than 2,953 bytes.
    pub fn of(text: &str) -> Option<Self> {
        let fits = |version: &usize, level| text.len() <= blocks::room(*version, level);
        let strong = (1..=LARGEST_STRONG).find(|version| fits(version, Level::Medium));
        let (version, level) = match strong {
            Some(version) => (version, Level::Medium),
            None => ((1..=LARGEST).find(|version| fits(version, Level::Low))?, Level::Low),
        };
        Some(Self::with(text.as_bytes(), version, level))
    }

    /// The code of bytes, which have to fit, at that version and level.
    fn with(bytes: &[u8], version: usize, level: Level) -> Self {
        let mut grid = Grid::new(version);
        grid.place(&blocks::codewords(bytes, version, level));
        Self { grid: mask::masked(grid, level) }
    }

    /// How many modules a side has, without the quiet zone: 21 to 177.
    pub fn size(&self) -> usize {
        self.grid.size
    }

    /// Whether a module is dark, counted from the left and the top.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        self.grid.is_dark(x, y)
    }

    /// The path of the dark modules in SVG, one unit each, with room for the quiet
    /// zone: it belongs in a square of [`Code::size`] and twice [`QUIET`].
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.size() {
            let mut x = 0;
            while x < self.size() {
                let length = (x..self.size()).take_while(|x| self.is_dark(*x, y)).count();
                if length > 0 {
                    let parts = [("M", x + QUIET), (" ", y + QUIET), ("h", length), ("v1h-", length)];
                    for (letter, number) in parts {
                        path.push_str(letter);
                        path.push_str(&number.to_string());
                    }
                    path.push('z');
                }
                x += length + 1;
            }
        }
        path
    }
}

#[cfg(test)]
mod tests;
