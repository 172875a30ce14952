//! The rules of the tree that Cargo cannot know, judged by reading its files as text. Each is shown
//! to fail on a planted violation.

use std::fs;
use std::io;
use std::path::Path;

/// A file of the tree: its path from the top, and its text.
type File = (String, String);

/// What a rule is called, and what it finds wrong in a file.
type Rule = (&'static str, fn(&str, &str) -> Option<String>);

/// The layers of the app, lowest first. Each may name itself and those before it.
const LAYERS: [&str; 6] = ["platform", "routes", "state", "components", "pages", "app"];

/// The longest a file may be, in lines.
const LONGEST: usize = 250;

/// Crates that only `platform` names.
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen::", "gloo_net"];

/// Words that are not terms of the field (CONTRIBUTING.md).
const RETIRED: [&str; 7] = ["bells", "rehearse", "rehearsal", "take over", "takeover", "whoever", "was had"];

const RULES: [Rule; 6] = [
    ("only platform names the browser", only_platform_names_the_browser),
    ("imports go down only", imports_go_down_only),
    ("every file says what it is", every_file_says_what_it_is),
    ("files are short", files_are_short),
    ("no style attribute", no_style_attribute),
    ("words are terms of the field", words_are_terms_of_the_field),
];

#[test]
fn the_tree_keeps_every_rule() -> io::Result<()> {
    let mut files = Vec::new();
    for folder in ["src", "crates", "boot", "style"] {
        read(Path::new(env!("CARGO_MANIFEST_DIR")), folder, &mut files)?;
    }
    assert!(files.iter().any(|(path, _)| path == "src/lib.rs"), "the tree was not found");
    let broken: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| RULES.iter().map(move |(name, rule)| (name, path, rule(path, text))))
        .filter_map(|(name, path, found)| Some(format!("{path}: {name}: {}", found?)))
        .collect();
    assert!(broken.is_empty(), "{} violations:\n{}", broken.len(), broken.join("\n"));
    Ok(())
}

#[test]
fn each_rule_finds_a_planted_violation() {
    let long = "//! Long.\n".to_owned() + &"\n".repeat(LONGEST);
    for (index, path, sound, planted) in [
        (0, "src/state/now.rs", "//! A.\nuse leptos::prelude::*;", "//! A.\nuse web_sys::Window;"),
        (1, "src/state/now.rs", "//! A.\nuse crate::platform::clock;", "//! A.\nuse crate::pages::home::Home;"),
        (2, "src/state/now.rs", "//! A.", "use leptos::prelude::*;"),
        (3, "src/state/now.rs", "//! A.", &long),
        (4, "src/pages/home.rs", "//! A.\nview! { <p style:--for=x></p> }", "//! A.\nview! { <p style=\"x\"></p> }"),
        (5, "boot/head.js", "// A signal.", "// The bells ring."),
    ] {
        let rule = RULES[index].1;
        assert_eq!(rule(path, sound), None, "{}", RULES[index].0);
        assert!(rule(path, planted).is_some(), "{}", RULES[index].0);
    }
    // The lowest layer may name the browser.
    assert_eq!(only_platform_names_the_browser("src/platform/clock.rs", "use web_sys::Window;"), None);
}

#[test]
fn every_stylesheet_is_imported_into_a_layer() -> io::Result<()> {
    let mut files = Vec::new();
    read(Path::new(env!("CARGO_MANIFEST_DIR")), "style", &mut files)?;
    let main =
        files.iter().find(|(path, _)| path == "style/main.css").map(|(_, text)| text.clone()).unwrap_or_default();
    for (path, _) in files.iter().filter(|(path, _)| path != "style/main.css") {
        let name = path.trim_start_matches("style/");
        assert_eq!(main.matches(&format!("@import \"{name}\" layer(")).count(), 1, "{name}");
    }
    Ok(())
}

fn only_platform_names_the_browser(path: &str, text: &str) -> Option<String> {
    let is_app = path.starts_with("src/") && !path.starts_with("src/platform/");
    lines(text).find(|line| is_app && BROWSER.iter().any(|name| line.contains(name))).map(str::to_owned)
}

fn imports_go_down_only(path: &str, text: &str) -> Option<String> {
    let layer = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    let own = path.strip_prefix("src/")?.split(['/', '.']).next().and_then(layer)?;
    let goes_up = |line: &&str| {
        let named = line.split("crate::").nth(1).and_then(|rest| rest.split([':', ';', '{']).next());
        named.and_then(layer).is_some_and(|named| named > own)
    };
    lines(text).find(goes_up).map(str::to_owned)
}

fn every_file_says_what_it_is(path: &str, text: &str) -> Option<String> {
    let head = match path.rsplit('.').next() {
        Some("rs") => text.starts_with("//! "),
        Some("js") => text.starts_with("//") || text.starts_with("/*"),
        Some("css") => text.starts_with("/*"),
        _ => true,
    };
    (!head).then(|| "it begins without a sentence about itself".to_owned())
}

fn files_are_short(path: &str, text: &str) -> Option<String> {
    let is_code = path.ends_with(".rs") && !path.contains("/tests");
    let length = text.lines().count();
    (is_code && length > LONGEST).then(|| format!("{length} lines, more than {LONGEST}"))
}

/// The policy forbids it. (`style:--name` is set through the CSSOM.)
fn no_style_attribute(path: &str, text: &str) -> Option<String> {
    lines(text).find(|line| path.starts_with("src/") && line.contains(" style=")).map(str::to_owned)
}

fn words_are_terms_of_the_field(_: &str, text: &str) -> Option<String> {
    let has = |line: &str, word: &str| {
        let line = line.to_lowercase();
        line.match_indices(word).any(|(at, _)| {
            let beside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            beside(line[..at].chars().next_back()) && beside(line[at + word.len()..].chars().next())
        })
    };
    text.lines().find(|line| RETIRED.iter().any(|word| has(line, word))).map(str::to_owned)
}

/// Lines that are no comments.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.starts_with("//"))
}

/// Every source file below a folder.
fn read(top: &Path, folder: &str, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(top.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(top, &path, files)?;
        } else if [".rs", ".js", ".css"].iter().any(|end| path.ends_with(end)) {
            files.push((path.clone(), fs::read_to_string(top.join(&path))?));
        }
    }
    Ok(())
}
