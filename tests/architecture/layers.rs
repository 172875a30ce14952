//! Who may use whom: imports go down only, one door leads to the platform, and
//! the core knows nothing but itself.

use crate::rust::{code, has_word};
use crate::tree::{File, Violation};

/// What speaks to the browser.
const PLATFORM: [&str; 5] = ["gloo_net", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"];

/// What makes signals live.
const FRAMEWORK: [&str; 3] = ["leptos", "reactive_graph", "any_spawner"];

/// Modules that do without it.
const PURE: [&str; 4] = ["agenda", "markup", "route", "meridian"];

/// `route`, `agenda` and `markup` 0 → `browser` 1 → `state` 2 → `components` 3 → `pages` 4 → `app` 5.
pub(crate) fn look_down_only(files: &[File]) -> Vec<Violation> {
    let sources = files.iter().filter(|file| file.is_source());
    let judged = sources.flat_map(|file| {
        let from = module(&file.path);
        used(file).into_iter().filter(move |(_, to)| !may_use(from, to)).map(move |(line, to)| {
            let what = format!("`{from}` may not use `{to}`; imports go down only");
            file.breaks("layers", line, what)
        })
    });
    judged.collect()
}

/// Only `src/browser/` names the crates of the platform.
pub(crate) fn one_door_to_the_platform(files: &[File]) -> Vec<Violation> {
    let outside = files.iter().filter(|file| file.is_source() && module(&file.path) != "browser");
    named(outside, &PLATFORM, "platform", "only src/browser/ may")
}

/// The core knows no framework.
pub(crate) fn the_core_is_pure(files: &[File]) -> Vec<Violation> {
    let pure = |file: &&File| file.is_source() && PURE.contains(&module(&file.path));
    named(files.iter().filter(pure), &FRAMEWORK, "purity", "the core does without it")
}

fn named<'f>(files: impl Iterator<Item = &'f File>, words: &[&str], rule: &'static str, who: &str) -> Vec<Violation> {
    files
        .flat_map(|file| {
            let lines = code(file).into_iter();
            lines.flat_map(move |(number, line)| {
                let words = words.iter().filter(move |word| has_word(line, word));
                words.map(move |word| file.breaks(rule, number, format!("names `{word}`; {who}")))
            })
        })
        .collect()
}

/// The module at the top of the crate to which a file belongs: `agenda` of `src/agenda/time.rs`.
fn module(path: &str) -> &str {
    let path = path.strip_prefix("src/").unwrap_or(path);
    let path = path.strip_prefix("bin/").unwrap_or(path);
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

fn rank(module: &str) -> Option<usize> {
    let ranks: [&[&str]; 6] =
        [&["agenda", "markup", "route"], &["browser"], &["state"], &["components"], &["pages"], &["app"]];
    ranks.iter().position(|modules| modules.contains(&module))
}

fn may_use(from: &str, to: &str) -> bool {
    match (from, to) {
        ("host", "host") | ("meridian", _) => true,
        (_, "host") => false,
        // It makes pages as the app does; what it has in place of a browser is its own.
        ("host", to) => to != "browser" && rank(to).is_some() && rank(to) < rank("app"),
        ("main" | "lib", _) => true,
        (from, to) if from == to => true,
        (from, to) => match (rank(from), rank(to)) {
            (Some(0), Some(0)) => true,
            (Some(from), Some(to)) => to < from,
            (None, _) | (_, None) => false,
        },
    }
}

/// The modules of the top that a file names, with the line of each.
fn used(file: &File) -> Vec<(usize, String)> {
    let lines = code(file);
    let mut found = Vec::new();
    for (index, (number, line)) in lines.iter().enumerate() {
        for rest in roots(line, depth(&file.path)) {
            // A group may go on over the lines that follow.
            let more = lines.iter().skip(index + 1).map(|(_, line)| *line);
            let text: String = [rest].into_iter().chain(more.take(60)).collect::<Vec<_>>().join(" ");
            let modules = first_steps(&text).into_iter().filter(|step| step == "host" || rank(step).is_some());
            found.extend(modules.map(|module| (*number, module)));
        }
    }
    found
}

/// How far below the top of the crate a file's module lies.
fn depth(path: &str) -> usize {
    let path = path.strip_prefix("src/").unwrap_or(path);
    path.trim_end_matches("/mod.rs").split('/').count()
}

/// What follows each path in the line that starts at the top of the crate.
fn roots(line: &str, depth: usize) -> Vec<&str> {
    let climb = "super::".repeat(depth);
    ["crate::", "meridian::", climb.as_str()]
        .iter()
        .flat_map(|root| line.match_indices(root).map(move |(at, root)| line.split_at(at + root.len())))
        .filter(|(until, rest)| !rest.starts_with("super::") && starts_a_path(until))
        .map(|(_, rest)| rest)
        .collect()
}

/// Whether the path that ends here is not a part of a longer one, as in `leptos::crate::`.
fn starts_a_path(until: &str) -> bool {
    let is_step = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let path = until.rsplit(|c| !is_step(c)).next().unwrap_or(until);
    let mut steps = path.trim_end_matches("::").split("::");
    matches!(path, "crate::" | "meridian::") || steps.all(|step| step == "super")
}

/// The first step of a path, or of each path in a group: `a` and `b` of `{a::c, b::{d, e}}`.
fn first_steps(text: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = text.strip_prefix('{') else { return vec![word(text)] };
    let (mut depth, mut steps, mut at_start) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            c if c.is_whitespace() => {}
            _ if at_start => {
                at_start = false;
                steps.push(word(group.get(at..).unwrap_or_default()));
            }
            _ => {}
        }
    }
    steps
}

#[test]
fn imports_that_go_up_are_found() {
    let planted = [
        ("src/agenda/time.rs", "use crate::browser::clock::now;"),
        ("src/state/clock.rs", "//! crate::pages\nfn a() { crate::pages::home::Home; }"),
        ("src/browser/fetch.rs", "use crate::{\n    agenda::Agenda,\n    state::{clock, zone},\n};"),
        ("src/components/star.rs", "use super::super::app::App;"),
        ("src/pages/mod.rs", "use super::app::App;"),
        ("src/app.rs", "use crate::host::check;"),
        ("src/main.rs", "use meridian::host::run;"),
        ("src/host/check.rs", "use crate::browser::clock;"),
    ];
    let places = [
        "src/agenda/time.rs:1",
        "src/state/clock.rs:2",
        "src/browser/fetch.rs:1",
        "src/components/star.rs:1",
        "src/pages/mod.rs:1",
        "src/app.rs:1",
        "src/main.rs:1",
        "src/host/check.rs:1",
    ];
    assert_eq!(crate::found(look_down_only, &planted), places);
}

#[test]
fn imports_that_go_down_or_stay_are_fine() {
    let planted = [
        ("src/route.rs", "use crate::agenda::time::Date;\nmod tests { use super::*; }"),
        ("src/agenda/filter.rs", "use super::time::Date;\nuse crate::route::Route;\n$crate::agenda::field::Field"),
        ("src/state/mod.rs", "use crate::{agenda::{self, Agenda}, browser, route::Route};"),
        ("src/pages/home.rs", "use crate::components::{band::Band, star};\nuse super::super::pages::day;"),
        ("src/app.rs", "use crate::pages;"),
        ("src/main.rs", "fn main() { meridian::app::start() }"),
        ("src/host/check.rs", "use super::zones;\nuse crate::agenda::Agenda;"),
        ("src/host/prerender.rs", "use crate::{pages::page, state::State};"),
        ("src/bin/meridian.rs", "use meridian::host::run;"),
    ];
    assert_eq!(crate::found(look_down_only, &planted), [""; 0]);
}

#[test]
fn other_doors_to_the_platform_are_found() {
    let planted = [
        ("src/browser/clock.rs", "use js_sys::Date;"),
        ("src/state/clock.rs", "// web_sys is far away\nuse leptos::web_sys::Window;"),
        ("src/main.rs", "use wasm_bindgen::prelude::*;"),
    ];
    assert_eq!(crate::found(one_door_to_the_platform, &planted), ["src/state/clock.rs:2", "src/main.rs:1"]);
}

#[test]
fn a_framework_in_the_core_is_found() {
    let planted = [
        ("src/agenda/picks.rs", "use leptos::prelude::*;"),
        ("src/route.rs", "fn a() { leptos::view! {} }"),
        ("src/pages/home.rs", "use leptos::prelude::*;"),
    ];
    assert_eq!(crate::found(the_core_is_pure, &planted), ["src/agenda/picks.rs:1", "src/route.rs:1"]);
}
