//! What we write is read by somebody else: `rqrr`.

use super::*;
use proptest::prelude::*;

/// What an independent reader makes of a code, at two pixels a module.
fn read(code: &Code) -> Option<Vec<u8>> {
    const SCALE: usize = 2;
    let side = (code.size() + 2 * QUIET) * SCALE;
    let place = |at: usize| (at / SCALE).checked_sub(QUIET).filter(|at| *at < code.size());
    let is_dark = |x, y| place(x).zip(place(y)).is_some_and(|(x, y)| code.is_dark(x, y));
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| if is_dark(x, y) { 0 } else { 255 });
    let grids = image.detect_grids();
    let [grid] = grids.as_slice() else { return None };
    let mut bytes = Vec::new();
    grid.decode_to(&mut bytes).ok().map(|_| bytes)
}

/// Bytes that look like nothing in particular.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let step = |state: &mut u64| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((*state >> 56) as u8)
    };
    std::iter::repeat(()).scan(seed + 1, |state, ()| step(state)).take(length).collect()
}

#[test]
fn every_version_and_level_is_read_full_and_not() {
    for version in 1..=40 {
        for level in [Level::Low, Level::Medium] {
            let room = blocks::room(version, level);
            let length = if (version % 2 == 0) == (level == Level::Low) { room } else { room * 2 / 3 };
            let bytes = noise(length, (version * 1000 + length) as u64);
            let code = Code::with(&bytes, version, level);
            assert_eq!(code.size(), 17 + 4 * version);
            assert_eq!(read(&code), Some(bytes), "version {version} {level:?}, {length} bytes");
        }
    }
}

/// Capacities in bytes from table 7 of the standard.
#[test]
fn as_much_fits_as_the_standard_says() {
    for (version, low, medium) in
        [(1, 17, 14), (6, 134, 106), (9, 230, 180), (10, 271, 213), (19, 792, 624), (20, 858, 666), (40, 2953, 2331)]
    {
        assert_eq!(blocks::room(version, Level::Low), low, "version {version}");
        assert_eq!(blocks::room(version, Level::Medium), medium, "version {version}");
    }
}

#[test]
fn a_longest_schedule_is_three_pixels_a_module_on_a_small_phone() {
    let code = Code::of(&"x".repeat(800)).expect("800 bytes fit");
    assert!((code.size() + 2 * QUIET) * 3 <= 328, "{}", code.size());
    assert_eq!(Code::of(&"x".repeat(624)).expect("624 bytes fit").size(), 93, "version 19 of level M");
    assert_eq!(Code::of(&"x".repeat(625)).expect("625 bytes fit").size(), 85, "version 17 of level L");
    assert!(Code::of(&"x".repeat(2953)).is_some());
    assert_eq!(Code::of(&"x".repeat(2954)), None);
}

#[test]
fn the_path_draws_what_is_dark() {
    let code = Code::of("https://a.example/").expect("it fits");
    let mut drawn = vec![false; (code.size() + 2 * QUIET).pow(2)];
    for run in code.path().split('M').skip(1) {
        let numbers: Vec<usize> =
            run.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        let [x, y, length, 1, back] = numbers[..] else { panic!("{run}") };
        assert_eq!(length, back);
        (x..x + length).for_each(|x| drawn[y * (code.size() + 2 * QUIET) + x] = true);
    }
    for (at, drawn) in drawn.iter().enumerate() {
        let (x, y) = (at % (code.size() + 2 * QUIET), at / (code.size() + 2 * QUIET));
        let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < code.size());
        let is_dark = inside(x).zip(inside(y)).is_some_and(|(x, y)| code.is_dark(x, y));
        assert_eq!(is_dark, *drawn, "{x} {y}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_read(text in ".{1,200}") {
        let code = Code::of(&text).expect("it fits");
        prop_assert_eq!(read(&code), Some(text.into_bytes()));
    }
}
