//! Colours for pictures, which know no CSS: OKLCH as the stylesheets write it, turned into sRGB.

use std::fmt;

use agenda::Hue;

/// The paper of the light scheme: `--paper` of the stylesheet.
pub(super) const PAPER: Rgb = Rgb(0xfb, 0xfa, 0xf6);
/// The paper of the dark scheme, as the frame of a browser shows it.
pub(super) const DARK_PAPER: Rgb = Rgb(0x15, 0x17, 0x1c);
/// The hue where no theme gives one, in degrees: `--hue` of the stylesheet.
const HUE: f64 = 235.0;

/// An sRGB colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) u8, pub(super) u8, pub(super) u8);

/// The colours that a hue has in the light scheme (style/hues.css).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tint {
    /// Behind everything: `--tint-wash`.
    pub(super) wash: Rgb,
    /// Along an edge: `--tint-edge`.
    pub(super) edge: Rgb,
    /// Of drawings: `--tint-art`.
    pub(super) art: Rgb,
}

impl Tint {
    /// The colours of a hue, or of the event where there is none.
    pub(super) fn of(hue: Option<Hue>) -> Self {
        let class = hue.map(Hue::class);
        let degrees = class.and_then(|class| class.rsplit('-').next()?.parse().ok()).unwrap_or(HUE);
        Self {
            wash: Rgb::from_oklch(0.955, 0.022, degrees),
            edge: Rgb::from_oklch(0.6, 0.13, degrees),
            art: Rgb::from_oklch(0.5, 0.12, degrees),
        }
    }
}

impl Rgb {
    /// From lightness (0 to 1), chroma and hue (degrees), by the matrices of
    /// Björn Ottosson, "A perceptual color space for image processing". What
    /// sRGB cannot show is clipped.
    fn from_oklch(lightness: f64, chroma: f64, degrees: f64) -> Self {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let (a, b) = (chroma * cosine, chroma * sine);
        let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let medium = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        Self(
            byte(4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short),
            byte(-1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short),
            byte(-0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short),
        )
    }
}

/// The hue of a colour such as `#3399ff`, in the nearest step of the stylesheet; `None` for greys
/// and for what is no such colour.
pub(crate) fn hue_of(hex: &str) -> Option<u32> {
    let digits = hex.trim().strip_prefix('#').filter(|digits| digits.is_ascii())?;
    let parts: Vec<&str> = match digits.len() {
        3 => (0..3).filter_map(|at| digits.get(at..=at)).collect(),
        6 | 8 => (0..3).filter_map(|at| digits.get(2 * at..2 * at + 2)).collect(),
        _ => return None,
    };
    let part = |at: usize| -> Option<f64> {
        let part = parts.get(at)?;
        let value = f64::from(u8::from_str_radix(part, 16).ok()?) / if part.len() == 1 { 15.0 } else { 255.0 };
        Some(if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    let (red, green, blue) = (part(0)?, part(1)?, part(2)?);
    let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
    let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
    let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
    let a = 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short;
    let b = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short;
    let steps = b.atan2(a).to_degrees().rem_euclid(360.0) / f64::from(Hue::STEP);
    let step = (0..360 / Hue::STEP).min_by(|one, other| {
        let away = |step: &u32| {
            let away = (f64::from(*step) - steps).abs();
            away.min(360.0 / f64::from(Hue::STEP) - away)
        };
        away(one).total_cmp(&away(other))
    });
    (a.hypot(b) > 0.01).then_some(step? * Hue::STEP)
}

impl fmt::Display for Rgb {
    /// As in `#fbfaf6`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// A share of light as sRGB encodes it in a byte.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of a byte")]
fn byte(light: f64) -> u8 {
    let encoded = if light <= 0.003_130_8 { 12.92 * light } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (encoded.clamp(0.0, 1.0) * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oklch_becomes_the_colour_that_browsers_show() {
        // As Chromium's canvas reads them back.
        for (lightness, chroma, degrees, hex) in [
            (1.0, 0.0, 0.0, "#ffffff"),
            (0.0, 0.0, 0.0, "#000000"),
            (0.627_955, 0.257_683, 29.233_9, "#ff0000"),
            (0.866_44, 0.294_827, 142.495_3, "#00ff00"),
            (0.452_014, 0.313_214, 264.052, "#0000ff"),
        ] {
            assert_eq!(Rgb::from_oklch(lightness, chroma, degrees).to_string(), hex);
        }
    }

    #[test]
    fn a_colour_has_the_hue_that_it_was_made_from() {
        for step in 0..360 / Hue::STEP {
            let hue = step * Hue::STEP;
            let art = Tint::of(Hue::try_from(u64::from(hue)).ok()).art;
            assert_eq!(hue_of(&art.to_string()), Some(hue));
        }
        assert_eq!((hue_of("#f00"), hue_of("#ff0000ff")), (Some(30), Some(30)));
        for none in ["", "red", "#12", "#777", "#ffffff", "#gggggg", "#äää"] {
            assert_eq!(hue_of(none), None, "{none}");
        }
    }

    /// The contrast of two colours (WCAG 2.2).
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let light = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = |Rgb(red, green, blue)| 0.212_6 * light(red) + 0.715_2 * light(green) + 0.072_2 * light(blue);
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// A host chooses a hue alone, so that none can be chosen that is hard to read.
    #[test]
    fn every_hue_can_be_read_in_light_and_dark() {
        let hues = include_str!("../../../../style/hues.css");
        let pairs = [((0.37, 0.1), (0.955, 0.022)), ((0.87, 0.075), (0.255, 0.03))];
        for (text, wash) in pairs {
            for (lightness, chroma) in [text, wash] {
                assert!(hues.contains(&format!("oklch({lightness} {chroma} var(--hue))")), "{lightness} {chroma}");
            }
            for degrees in (0..360).step_by(15) {
                let colour = |(lightness, chroma)| Rgb::from_oklch(lightness, chroma, f64::from(degrees));
                let found = contrast(colour(text), colour(wash));
                assert!(found >= 4.5, "hue {degrees}: {found:.2}");
            }
        }
        assert!((contrast(Rgb(0, 0, 0), Rgb(255, 255, 255)) - 21.0).abs() < 0.01);
    }

    #[test]
    fn the_papers_are_those_of_the_stylesheet() {
        let Rgb(red, green, blue) = Rgb::from_oklch(0.985, 0.006, 90.0);
        assert!([(red, PAPER.0), (green, PAPER.1), (blue, PAPER.2)].iter().all(|(a, b)| a.abs_diff(*b) <= 2));
    }

    #[test]
    fn an_event_without_hues_has_the_hue_of_the_stylesheet() {
        let hues = include_str!("../../../../style/hues.css");
        assert!(hues.contains(&format!("--hue: {HUE};")));
        for colour in ["0.955 0.022", "0.6 0.13", "0.5 0.12"] {
            assert!(hues.contains(&format!("light-dark(oklch({colour} var(--hue))")), "{colour}");
        }
        assert_eq!(Tint::of(None).art, Rgb::from_oklch(0.5, 0.12, HUE));
    }
}
