//! Stylesheets: all of them linked, colours in one place, rules in layers.

use crate::css::{Piece, pieces};
use crate::rust::{has_word, shipped};
use crate::tree::{File, Violation};

/// The one that imports all others.
const MAIN: &str = "style/main.css";

/// Where colours are given their names.
const TOKENS: &str = "style/tokens.css";
/// The colours that are made from a hue, beside the hues themselves.
const HUES: &str = "style/hues.css";

/// Functions that make a colour out of numbers.
const COLOURS: [&str; 10] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

/// At-rules that layers do not concern.
const UNLAYERED: [&str; 7] =
    ["@layer", "@font-face", "@property", "@keyframes", "@page", "@view-transition", "@counter-style"];

/// Where `!important` may stand: it has to win over every other layer there.
const IMPORTANT: [&str; 2] = ["print.css", "reset.css"];

/// `main.css` imports every other stylesheet once, and nothing that is missing.
pub(crate) fn every_stylesheet_is_imported_once(files: &[File]) -> Vec<Violation> {
    const RULE: &str = "imports";
    let mut violations = Vec::new();
    for file in files.iter().filter(|file| file.is_style()) {
        let imports = pieces(&file.text).into_iter().filter_map(|piece| Some((piece.line, imported(&piece)?)));
        for (line, path) in imports {
            if file.path != MAIN {
                violations.push(file.breaks(RULE, line, "only main.css imports"));
            } else if !files.iter().any(|file| file.path == path) {
                violations.push(file.breaks(RULE, line, format!("there is no {path}")));
            }
        }
        let times = times_imported(files, &file.path);
        if file.path != MAIN && times != 1 {
            violations.push(file.breaks(RULE, 1, format!("imported {times} times by main.css, not once")));
        }
    }
    violations
}

/// Colours have names, and only `tokens.css` knows what they look like.
/// (`index.html` has to repeat two for the frame of the browser.)
pub(crate) fn colours_are_tokens(files: &[File]) -> Vec<Violation> {
    let literal = |file: &File, line, what: &str| {
        file.breaks("colours", line, format!("`{what}` is a colour: give it a name in {TOKENS}"))
    };
    let mut violations = Vec::new();
    for file in files.iter().filter(|file| file.is_style() && ![TOKENS, HUES].contains(&&*file.path)) {
        for piece in pieces(&file.text).iter().filter(|piece| !piece.opens) {
            let named = COLOURS.iter().filter(|name| has_word(&piece.text, name)).map(|name| (*name).to_owned());
            violations.extend(named.chain(hex(&piece.text)).map(|what| literal(file, piece.line, &what)));
        }
    }
    for file in files.iter().filter(|file| file.is_source()) {
        for (number, line) in shipped(files, file) {
            let named = ["rgb(", "hsl(", "oklch("].iter().filter(|name| has_word(line, name));
            let quoted = hex(line).into_iter().filter(|hex| line.contains(&format!("\"{hex}\"")));
            violations
                .extend(named.map(|name| (*name).to_owned()).chain(quoted).map(|what| literal(file, number, &what)));
        }
    }
    violations
}

/// Every rule has its place in the cascade, and none shouts.
pub(crate) fn every_rule_stands_in_a_layer(files: &[File]) -> Vec<Violation> {
    const RULE: &str = "cascade";
    let mut violations = Vec::new();
    for file in files.iter().filter(|file| file.is_style()) {
        let layered = imports_of_main(files)
            .any(|piece| imported(&piece).is_some_and(|path| path == file.path) && has_word(&piece.text, "layer"));
        for piece in pieces(&file.text) {
            let outermost = piece.opens && piece.within.is_empty();
            if outermost && !layered && !UNLAYERED.iter().any(|name| has_word(&piece.text, name)) {
                violations.push(file.breaks(RULE, piece.line, format!("`{}` stands in no `@layer`", piece.text)));
            }
            let forced = piece.within.iter().any(|prelude| prelude.contains("prefers-reduced-motion"));
            if piece.text.contains("!important") && !forced && !IMPORTANT.contains(&file.name()) {
                let what = format!("`!important` stands in {} or under reduced motion only", IMPORTANT.join(", "));
                violations.push(file.breaks(RULE, piece.line, what));
            }
        }
    }
    violations
}

/// The `@import` lines of `main.css`.
fn imports_of_main(files: &[File]) -> impl Iterator<Item = Piece> {
    let main = files.iter().filter(|file| file.path == MAIN);
    main.flat_map(|file| pieces(&file.text)).filter(|piece| imported(piece).is_some())
}

fn times_imported(files: &[File], path: &str) -> usize {
    imports_of_main(files).filter(|piece| imported(piece).is_some_and(|imported| imported == path)).count()
}

/// The path of the file that an `@import` names.
fn imported(piece: &Piece) -> Option<String> {
    let rest = piece.text.strip_prefix("@import")?.trim_start();
    let rest = rest.strip_prefix("url(").unwrap_or(rest);
    let name = rest.trim_start_matches(['"', '\'']).split(['"', '\'', ')']).next()?;
    Some(format!("style/{}", name.trim_start_matches("./")))
}

/// Colours as `#` and 3, 4, 6 or 8 hexadecimal digits; fragments of a `url(#…)` are none.
fn hex(text: &str) -> Vec<String> {
    let starts = text.match_indices('#').filter(|(at, _)| !text.get(..*at).unwrap_or_default().ends_with("url("));
    starts
        .filter_map(|(at, _)| {
            let word = text.get(at + 1..)?.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').next()?;
            let colour = matches!(word.len(), 3 | 4 | 6 | 8) && word.chars().all(|c| c.is_ascii_hexdigit());
            colour.then(|| format!("#{word}"))
        })
        .collect()
}

#[test]
fn stylesheets_that_are_not_imported_once_are_found() {
    let planted = [
        (
            MAIN,
            "@layer a, b;\n@import \"./a.css\" layer(a);\n@import url('b.css');\n@import \"b.css\";\n@import \"gone.css\";",
        ),
        ("style/a.css", "@import \"b.css\";"),
        ("style/b.css", ""),
        ("style/alone.css", ""),
    ];
    let places = ["style/main.css:5", "style/a.css:1", "style/b.css:1", "style/alone.css:1"];
    assert_eq!(crate::found(every_stylesheet_is_imported_once, &planted), places);
}

#[test]
fn stray_colours_are_found() {
    let planted = [
        (TOKENS, ":root { --ink: #123; --paper: oklch(0.9 0 0); }"),
        (
            "style/card.css",
            "#add {\n  color: #add;\n  background: rgb(0 0 0);\n  fill: url(#fade);\n  top: color-mix(in oklab, var(--a), var(--b));\n}",
        ),
        ("src/components/band.rs", "let a = \"#fff\";\nlet b = \"#addresses\";\nlet c = \"oklch(0 0 0)\";"),
    ];
    let places = ["style/card.css:2", "style/card.css:3", "src/components/band.rs:1", "src/components/band.rs:3"];
    assert_eq!(crate::found(colours_are_tokens, &planted), places);
}

#[test]
fn rules_without_a_layer_are_found() {
    let planted = [
        (MAIN, "@import \"card.css\" layer(blocks);\n@import \"page.css\";\n@import \"print.css\" layer(print);\np {}"),
        (
            "style/card.css",
            ".card {\n  top: 0 !important;\n}\n@media (prefers-reduced-motion) { * { top: 0 !important } }",
        ),
        ("style/page.css", "@layer pages { p {} }\n@font-face {}\n@media print { p {} }"),
        ("style/print.css", "p { top: 0 !important }"),
    ];
    let places = ["style/main.css:4", "style/card.css:2", "style/page.css:3"];
    assert_eq!(crate::found(every_rule_stands_in_a_layer, &planted), places);
}
