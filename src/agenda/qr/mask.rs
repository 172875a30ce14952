//! Masks: each code is turned over in one of eight ways, so that it is neither
//! too even nor looks like a corner where there is none (ISO/IEC 18004, section 7.8).

use super::Level;
use super::grid::Grid;

/// How many masks there are.
const MASKS: u32 = 8;

/// What looks like a corner, with the light modules on one side of it.
const CORNERS: [u32; 2] = [0b000_0101_1101, 0b101_1101_0000];

/// The code under the mask that disturbs readers least.
pub(super) fn masked(grid: Grid, level: Level) -> Grid {
    let mut best: Option<(usize, Grid)> = None;
    for mask in 0..MASKS {
        let mut tried = grid.clone();
        tried.write_format(level, mask);
        for y in 0..grid.size {
            (0..grid.size).filter(|x| turns(mask, *x, y)).for_each(|x| tried.flip(x, y));
        }
        let score = score(&tried);
        if best.as_ref().is_none_or(|(other, _)| score < *other) {
            best = Some((score, tried));
        }
    }
    best.map_or(grid, |(_, grid)| grid)
}

/// Whether a mask turns a module over (table 10).
fn turns(mask: u32, x: usize, y: usize) -> bool {
    let kept = match mask {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (x / 3 + y / 2) % 2,
        5 => x * y % 2 + x * y % 3,
        6 => (x * y % 2 + x * y % 3) % 2,
        _ => ((x + y) % 2 + x * y % 3) % 2,
    };
    kept == 0
}

/// How much a code disturbs a reader (table 11).
fn score(grid: &Grid) -> usize {
    let size = grid.size;
    let mut score = 0;
    let mut dark = 0;
    for line in 0..size {
        score += score_of_line(size, |at| grid.is_dark(at, line)) + score_of_line(size, |at| grid.is_dark(line, at));
        for at in 0..size {
            let here = grid.is_dark(at, line);
            dark += usize::from(here);
            let is_even = at > 0 && line > 0 && {
                let same = |x, y| grid.is_dark(x, y) == here;
                same(at - 1, line) && same(at, line - 1) && same(at - 1, line - 1)
            };
            score += if is_even { 3 } else { 0 };
        }
    }
    // Ten for each twentieth by which dark and light are apart from a half.
    let all = size * size;
    score + (dark * 20).abs_diff(all * 10) / all * 10
}

fn score_of_line(size: usize, is_dark: impl Fn(usize) -> bool) -> usize {
    let mut score = 0;
    let (mut last, mut run) = (0, 0);
    for at in 0..size {
        let is_same = at > 0 && last & 1 == u32::from(is_dark(at));
        run = if is_same { run + 1 } else { 1 };
        last = (last << 1 | u32::from(is_dark(at))) & 0x7ff;
        score += match run {
            0..5 => 0,
            5 => 3,
            _ => 1,
        };
        if at >= 10 && CORNERS.contains(&last) {
            score += 40;
        }
    }
    score
}
