//! Stylesheets: every one is imported into a layer, colours are tokens, and the contrast of tokens holds for every hue.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// What text is written in, and behind it. `night-wash` is for the text of the night and for `ink` alone, `found` for `ink`.
const TEXT: [&str; 6] = ["ink", "ink-soft", "link", "alert", "tint-text", "night-text"];
const BEHIND: [&str; 4] = ["paper", "raised", "tint-wash", "alert-wash"];
const PAIRS: [(&str, &str); 3] = [("night-text", "night-wash"), ("ink", "night-wash"), ("ink", "found")];
/// Edges of fields and drawings.
const DRAWN: [&str; 4] = ["control", "focus", "tint-edge", "tint-art"];

/// WCAG 2.2, 1.4.6 and 1.4.11.
const OF_TEXT: f64 = 7.0;
const OF_DRAWINGS: f64 = 3.0;

/// Functions that make a colour out of numbers.
const COLOURS: [&str; 5] = ["rgb(", "hsl(", "oklab(", "oklch(", "lch("];

/// A token in light and in dark: lightness, chroma, and hue where it is fixed.
type Token = [(f64, f64, Option<f64>); 2];

#[test]
fn contrast_holds_for_every_hue_in_light_and_dark() -> io::Result<()> {
    let tokens: BTreeMap<String, Token> = ["tokens.css", "hues.css"]
        .iter()
        .map(|name| fs::read_to_string(folder().join(name)))
        .collect::<io::Result<Vec<_>>>()?
        .iter()
        .flat_map(|css| css.lines().filter_map(token).collect::<Vec<_>>())
        .collect();
    let faults = faults(&tokens);
    assert!(faults.is_empty(), "{}", faults.join("\n"));

    // A token that is a little too light is found.
    let mut planted = tokens;
    planted.insert("link".into(), [(0.5, 0.12, Some(255.0)), (0.86, 0.08, Some(245.0))]);
    assert!(self::faults(&planted).iter().any(|fault| fault.starts_with("link on paper in light")));
    Ok(())
}

#[test]
fn every_stylesheet_is_imported_into_a_layer_and_colours_are_tokens() -> io::Result<()> {
    let main = fs::read_to_string(folder().join("main.css"))?;
    let mut count = 0;
    for entry in fs::read_dir(folder())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.rsplit('.').next() != Some("css") || name == "main.css" {
            continue;
        }
        assert_eq!(main.matches(&format!("@import \"{name}\" layer(")).count(), 1, "{name} in main.css");
        let css = fs::read_to_string(folder().join(&name))?;
        let literal = css.lines().find(|line| !["tokens.css", "hues.css"].contains(&&*name) && has_colour(line));
        assert_eq!(literal, None, "{name}: give the colour a name in tokens.css");
        count += 1;
    }
    assert_eq!(main.matches("@import").count(), count, "main.css imports what there is");
    for (line, is_colour) in [
        ("  color: #add;", true),
        ("  background: rgb(0 0 0);", true),
        ("  border: 1px solid oklch(0 0 0);", true),
        ("#add {", false),
        ("  fill: url(#fade);", false),
        ("  top: color-mix(in oklab, var(--a), var(--b));", false),
    ] {
        assert_eq!(has_colour(line), is_colour, "{line}");
    }
    Ok(())
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("style")
}

fn has_colour(line: &str) -> bool {
    let value = line.split_once(": ").map_or("", |(_, value)| value);
    let is_hex = |word: &str| word.len() >= 3 && word.chars().all(|c| c.is_ascii_hexdigit());
    let mut words = value.split([' ', ',', ';']).filter_map(|word| word.strip_prefix('#'));
    words.any(is_hex) || COLOURS.iter().any(|name| value.contains(name))
}

/// Reads `--link: light-dark(oklch(0.38 0.12 255), oklch(0.86 0.08 245));`.
fn token(line: &str) -> Option<(String, Token)> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(oklch(")?;
    let (light, dark) = value.split_once(", oklch(")?;
    let colour = |text: &str| {
        let mut parts = text.trim_end_matches([')', ';']).split(' ');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()))
    };
    Some((name.to_owned(), [colour(light)?, colour(dark)?]))
}

/// Each pair whose contrast is too small, with the first hue for which it is.
fn faults(tokens: &BTreeMap<String, Token>) -> Vec<String> {
    let text = TEXT.iter().flat_map(|front| BEHIND.map(|back| (*front, back))).chain(PAIRS);
    let text = text.map(|pair| (pair, OF_TEXT));
    let drawn = DRAWN.iter().flat_map(|front| BEHIND.map(|back| ((*front, back), OF_DRAWINGS)));
    let pairs: Vec<_> = text.chain(drawn).collect();
    let mut faults = Vec::new();
    for ((front, back), wanted) in pairs {
        let (Some(on), Some(under)) = (tokens.get(front), tokens.get(back)) else {
            faults.push(format!("{front} or {back} is no token"));
            continue;
        };
        for (scheme, (on, under)) in ["light", "dark"].iter().zip(on.iter().zip(under)) {
            let contrast = |hue| contrast(luminance(*on, hue), luminance(*under, hue));
            if let Some(hue) = (0..360).find(|hue| contrast(f64::from(*hue)) < wanted) {
                let found = contrast(f64::from(hue));
                faults.push(format!("{front} on {back} in {scheme}, hue {hue}: {found:.2}, less than {wanted}"));
            }
        }
    }
    faults
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance of what sRGB shows of an OKLCH colour (matrices of Björn Ottosson).
fn luminance((lightness, chroma, fixed): (f64, f64, Option<f64>), hue: f64) -> f64 {
    let (sine, cosine) = fixed.unwrap_or(hue).to_radians().sin_cos();
    let (a, b) = (chroma * cosine, chroma * sine);
    let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let medium = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    let red = 4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short;
    let green = -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short;
    let blue = -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short;
    0.2126 * red.clamp(0.0, 1.0) + 0.7152 * green.clamp(0.0, 1.0) + 0.0722 * blue.clamp(0.0, 1.0)
}
