//! Generative line drawings: one for each theme, always the same for the same id.
//! Made of whole numbers only, which keeps the paths short.

use super::model::Motif;

/// Width of the drawing, in its own units.
pub const WIDTH: i32 = 480;
/// Height of the drawing, in its own units.
pub const HEIGHT: i32 = 300;

/// One line of a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    /// SVG path data.
    pub path: String,
    /// How strong it is: 0 is faint, 2 is full.
    pub weight: i32,
}

/// The drawing of a motif; `seed` is any text, such as the id of a theme.
pub fn draw(motif: Motif, seed: &str) -> Vec<Stroke> {
    let mut chance = Chance::new(seed);
    match motif {
        Motif::Meridians => meridians(&mut chance),
        Motif::Wings => wings(&mut chance),
        Motif::Leaves => leaves(&mut chance),
        Motif::Waves => waves(&mut chance),
    }
}

/// A globe, turned a little, half outside the picture.
fn meridians(chance: &mut Chance) -> Vec<Stroke> {
    let (cx, cy, r) = (chance.between(300, 350), chance.between(140, 180), chance.between(190, 230));
    let turn = chance.between(0, 14);
    let longitudes = (0..12).map(|step| {
        let rx = r * sine(step * 15 + turn) / 1_000;
        let sweep = i32::from(rx > 0);
        let path = format!("M{cx} {}A{} {r} 0 0 {sweep} {cx} {}", cy - r, rx.abs(), cy + r);
        Stroke { path, weight: i32::from(step % 3 == 0) }
    });
    let far_side = (0..12).map(|step| {
        let rx = r * sine(step * 15 + turn) / 1_000;
        let path = format!("M{cx} {}A{} {r} 0 0 0 {cx} {}", cy - r, rx.abs(), cy + r);
        Stroke { path, weight: 0 }
    });
    let latitudes = (-5..=5).map(|step: i32| {
        let (y, half) = (cy - r * sine(step * 15) / 1_000, r * sine(90 - (step * 15).abs()) / 1_000);
        let path = format!("M{} {y}A{half} {} 0 0 0 {} {y}", cx - half, half / 5, cx + half);
        Stroke { path, weight: if step == 0 { 2 } else { 1 } }
    });
    let rim = Stroke { path: format!("M{cx} {}A{r} {r} 0 1 1 {} {}Z", cy - r, cx - 1, cy - r), weight: 2 };
    longitudes.chain(far_side).chain(latitudes).chain([rim]).collect()
}

/// The veins of two pairs of wings, mirrored.
fn wings(chance: &mut Chance) -> Vec<Stroke> {
    let (cx, cy) = (chance.between(270, 310), chance.between(140, 165));
    let (reach, lift) = (chance.between(165, 200), chance.between(120, 150));
    let mut strokes = Vec::new();
    for side in [-1, 1] {
        for vein in 0..=10 {
            let angle = 8 * vein;
            let (x, y) = (reach * sine(90 - angle / 2) / 1_000, lift * sine(angle) / 1_000);
            let bend = reach * (4 + vein) / 20;
            strokes.push(Stroke {
                path: format!(
                    "M{cx} {cy}C{} {} {} {} {} {}",
                    cx + side * bend / 3,
                    cy - lift * vein / 10,
                    cx + side * bend,
                    cy - y - lift / 5,
                    cx + side * x,
                    cy - y,
                ),
                weight: match vein {
                    0 | 10 => 2,
                    _ => i32::from(vein % 2 == 0),
                },
            });
        }
        for vein in 0..=7 {
            let angle = 12 * vein;
            let (x, y) = (reach * 3 / 5 * sine(90 - angle * 2 / 3) / 1_000, lift * sine(angle) / 1_000);
            strokes.push(Stroke {
                path: format!(
                    "M{cx} {cy}Q{} {} {} {}",
                    cx + side * reach * (9 - vein) / 12,
                    cy + y / 4,
                    cx + side * x,
                    cy + y
                ),
                weight: if vein % 7 == 0 { 2 } else { i32::from(vein % 2 == 1) },
            });
        }
    }
    let body = format!("M{cx} {}Q{} {cy} {cx} {}Q{} {cy} {cx} {}Z", cy - 34, cx + 9, cy + 62, cx - 9, cy - 34);
    let feelers = format!("M{cx} {}q6 -40 30 -58M{cx} {}q-6 -40 -30 -58", cy - 34, cy - 34);
    strokes.extend([body, feelers].map(|path| Stroke { path, weight: 2 }));
    strokes
}

/// A stem with leaves to either side, each with its veins.
fn leaves(chance: &mut Chance) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let lean = chance.between(-20, 20);
    let stem = |t: i32| (120 + 32 * t + lean * t * t / 60, 275 - 29 * t + t * t / 2);
    let (start, middle, end) = (stem(0), stem(5), stem(9));
    strokes.push(Stroke {
        path: format!("M{} {}Q{} {} {} {}", start.0, start.1, middle.0, middle.1 + 8, end.0, end.1),
        weight: 2,
    });
    for t in 1..=9 {
        let (x, y) = stem(t);
        for side in [-1, 1] {
            let angle = 42 + side * (58 - 3 * t) + chance.between(-6, 6);
            let length = 118 - 7 * t + chance.between(-8, 8);
            strokes.extend(leaf(x, y, angle, length));
        }
    }
    strokes
}

/// A leaf from its foot: outline, rib, and two pairs of veins.
fn leaf(x: i32, y: i32, angle: i32, length: i32) -> [Stroke; 3] {
    let point = |angle: i32, reach: i32| (x + reach * sine(angle + 90) / 1_000, y - reach * sine(angle) / 1_000);
    let (tip, left, right) =
        (point(angle, length), point(angle + 26, length * 3 / 5), point(angle - 26, length * 3 / 5));
    let (low, high) = (point(angle, length / 3), point(angle, length * 3 / 5));
    let (low_left, low_right) = (point(angle + 15, length * 3 / 5), point(angle - 15, length * 3 / 5));
    let (high_left, high_right) = (point(angle + 9, length * 4 / 5), point(angle - 9, length * 4 / 5));
    [
        Stroke {
            path: format!("M{x} {y}Q{} {} {} {}Q{} {} {x} {y}", left.0, left.1, tip.0, tip.1, right.0, right.1),
            weight: 1,
        },
        Stroke { path: format!("M{x} {y}L{} {}", tip.0, tip.1), weight: 1 },
        Stroke {
            path: format!(
                "M{} {}L{} {}L{} {}M{} {}L{} {}L{} {}",
                low_left.0,
                low_left.1,
                low.0,
                low.1,
                low_right.0,
                low_right.1,
                high_left.0,
                high_left.1,
                high.0,
                high.1,
                high_right.0,
                high_right.1
            ),
            weight: 0,
        },
    ]
}

/// Swell upon swell, calmer towards the horizon.
fn waves(chance: &mut Chance) -> Vec<Stroke> {
    (0..17)
        .map(|row| {
            let y = 40 + row * row * 9 / 10;
            let half = 26 + row * 3 + chance.between(0, 6);
            let height = 3 + row * 2 + chance.between(0, 5);
            let from = -chance.between(0, 2 * half);
            let swells = (WIDTH - from) / half + 1;
            let path = format!(
                "M{from} {y}q{} {} {half} 0{}",
                half / 2,
                -height,
                format!("t{half} 0").repeat(to_count(swells))
            );
            Stroke { path, weight: i32::from(row % 2 == 0) + i32::from(row % 4 == 2) }
        })
        .collect()
}

fn to_count(number: i32) -> usize {
    usize::try_from(number).unwrap_or(0)
}

/// A thousand times the sine of an angle in degrees (Bhāskara I, exact enough to draw by).
fn sine(degrees: i32) -> i32 {
    let turn = degrees.rem_euclid(360);
    let (sign, half) = if turn < 180 { (1, turn) } else { (-1, turn - 180) };
    let product = half * (180 - half);
    sign * 4_000 * product / (40_500 - product)
}

/// Numbers that look like chance and are the same for the same seed (xorshift).
struct Chance(u32);

impl Chance {
    fn new(seed: &str) -> Self {
        // FNV-1a, never 0, because xorshift would stay there.
        Self(seed.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) | 1)
    }

    fn between(&mut self, low: i32, high: i32) -> i32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        low + i32::try_from(self.0 % high.abs_diff(low).max(1)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOTIFS: [Motif; 4] = [Motif::Meridians, Motif::Wings, Motif::Leaves, Motif::Waves];

    #[test]
    fn a_seed_always_draws_the_same_and_another_seed_something_else() {
        for motif in MOTIFS {
            assert_eq!(draw(motif, "theme-1"), draw(motif, "theme-1"), "{motif:?}");
            assert_ne!(draw(motif, "theme-1"), draw(motif, "theme-2"), "{motif:?}");
        }
    }

    #[test]
    fn drawings_are_small_and_made_of_whole_numbers() {
        for motif in MOTIFS {
            let strokes = draw(motif, "theme-1");
            let size: usize = strokes.iter().map(|stroke| stroke.path.len()).sum();
            assert!((300..6_000).contains(&size), "{motif:?}: {size}");
            assert!(strokes.iter().all(|stroke| !stroke.path.contains('.') && (0..=2).contains(&stroke.weight)));
        }
    }

    #[test]
    fn the_sine_is_near_enough() {
        for degrees in -720..720 {
            let exact = (f64::from(degrees).to_radians().sin() * 1_000.0).round();
            assert!((f64::from(sine(degrees)) - exact).abs() <= 4.0, "{degrees}");
        }
    }
}
