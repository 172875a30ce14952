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
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "gloo_net"];

/// Words that are not terms of the field, in code or comments.
const RETIRED: [&str; 21] = [
    "bells",
    "rehearse",
    "rehearsed",
    "rehearsal",
    "standing",
    "spot",
    "stage",
    "staged",
    "shelf",
    "shelves",
    "pick",
    "picks",
    "picked",
    "faces",
    "takeover",
    "take over",
    "takes over",
    "took over",
    "taken over",
    "whoever",
    "was had",
];

/// Names of types and modules that standard ones have replaced; as words of a sentence they are fine.
const RENAMED: [&str; 9] = ["Kept", "Known", "Shelf", "Pick", "Picks", "Places", "Look", "Face", "Forget"];

const RULES: [Rule; 7] = [
    ("only platform names the browser", only_platform_names_the_browser),
    ("imports go down only", imports_go_down_only),
    ("every file says what it is", every_file_says_what_it_is),
    ("files are short", files_are_short),
    ("no style attribute", no_style_attribute),
    ("words are terms of the field", words_are_terms_of_the_field),
    ("views are components", views_are_components),
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
        (0, "src/state/now.rs", "use leptos::prelude::*;", "use web_sys::Window;"),
        (0, "src/main.rs", "wasm_bindgen_futures::spawn_local(start());", "use wasm_bindgen::JsValue;"),
        (0, "src/platform/clock.rs", "use web_sys::Window;", ""),
        (1, "src/state/now.rs", "use crate::platform::clock;", "use crate::pages::home::Home;"),
        (1, "src/platform/page.rs", "use super::clock;", "let a = crate::platform::b(crate::routes::c());"),
        (1, "src/routes.rs", "use crate::platform::page;", "use crate::{\n    app::App,\n};"),
        (1, "src/components/star.rs", "use super::icon::Icon;", "use super::super::app::App;"),
        (2, "src/state/now.rs", "//! A.", "use leptos::prelude::*;"),
        (2, "style/card.css", "/* A. */", ".card {}"),
        (3, "src/state/now.rs", "//! A.", &long),
        (4, "src/pages/home.rs", "view! { <p style:--for=x></p> }", "view! { <p style=\"x\"></p> }"),
        (5, "boot/head.js", "// A signal.", "// The bells ring."),
        (5, "src/state/now.rs", "// Known to all.", "struct Known;"),
        (6, "src/pages/home.rs", "#[component]\nfn Day(\n) -> impl IntoView {", "fn Day(\n) -> impl IntoView {"),
        (6, "src/pages/home.rs", "fn day() -> impl IntoView {", "#[component]\nfn A() {\n}\n\npub fn B() -> AnyView {"),
    ] {
        let (name, rule) = RULES[index];
        assert_eq!(rule(path, sound), None, "{name}");
        assert!(planted.is_empty() || rule(path, planted).is_some(), "{name}: {planted}");
    }
}

fn only_platform_names_the_browser(path: &str, text: &str) -> Option<String> {
    let is_app = path.starts_with("src/") && !path.starts_with("src/platform/");
    // The app starts by a task of the browser.
    let own = if path == "src/main.rs" { "wasm_bindgen_futures::spawn_local" } else { "" };
    let names = |line: &&str| BROWSER.iter().any(|name| line.contains(name)) && (own.is_empty() || !line.contains(own));
    lines(text).find(|line| is_app && names(line)).map(str::to_owned)
}

fn imports_go_down_only(path: &str, text: &str) -> Option<String> {
    let layer = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    let own = path.strip_prefix("src/")?.split(['/', '.']).next().and_then(layer)?;
    let goes_up = |line: &&str| {
        let named = line.split("crate::").skip(1).filter_map(|rest| rest.split([':', ';', ',', ' ']).next());
        // A group or a path by way of `super` would hide which layer is meant.
        let is_hidden = line.contains("crate::{") || line.contains("super::super::");
        is_hidden || named.filter_map(layer).any(|named| named > own)
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
    let is_code = path.rsplit('.').next() == Some("rs") && !path.contains("/tests");
    let length = text.lines().count();
    (is_code && length > LONGEST).then(|| format!("{length} lines, more than {LONGEST}"))
}

/// The policy forbids it. (`style:--name` is set through the CSSOM.)
fn no_style_attribute(path: &str, text: &str) -> Option<String> {
    lines(text).find(|line| path.starts_with("src/") && line.contains(" style=")).map(str::to_owned)
}

fn words_are_terms_of_the_field(_: &str, text: &str) -> Option<String> {
    let is_retired = |line: &&str| {
        let line = line.to_lowercase();
        RETIRED.iter().any(|word| has_word(&line, word))
    };
    let renamed = || lines(text).find(|line| RENAMED.iter().any(|name| has_word(line, name)));
    text.lines().find(is_retired).or_else(renamed).map(str::to_owned)
}

fn views_are_components(path: &str, text: &str) -> Option<String> {
    let is_judged = ["src/components/", "src/pages/"].iter().any(|folder| path.starts_with(folder));
    let is_unmarked = |item: &&str| {
        let head = item.split("{\n").next().unwrap_or_default();
        let names = head.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("fn "));
        let is_view = ["-> impl IntoView ", "-> AnyView "].iter().any(|shown| head.contains(shown));
        is_view && !head.contains("#[component]") && names.into_iter().any(|name| name.starts_with(char::is_uppercase))
    };
    text.split("\n\n").find(|item| is_judged && is_unmarked(item)).map(str::to_owned)
}

/// Whether the line has the word, and not as a part of another.
fn has_word(line: &str, word: &str) -> bool {
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    line.match_indices(word).any(|(at, _)| {
        let after = line[at + word.len()..].chars().next();
        ends(line[..at].chars().next_back()) && ends(after)
    })
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
