//! Judges the tree by reading its files as text: the house rules that a
//! program can check. Each rule is a function from files to violations, and
//! each has a test that plants a violation and sees it found.
#![cfg(not(target_arch = "wasm32"))]

mod css;
mod layers;
mod names;
mod rust;
mod shape;
mod styles;
mod surroundings;
mod tree;

use tree::{File, Rule, Violation};

/// Every rule.
const RULES: [Rule; 13] = [
    layers::look_down_only,
    layers::one_door_to_the_platform,
    layers::the_core_is_pure,
    names::no_forbidden_name,
    names::no_expect_outside_tests,
    names::no_style_attribute,
    shape::one_file_one_noun,
    shape::small_files,
    shape::every_file_says_what_it_is,
    styles::every_stylesheet_is_imported_once,
    styles::colours_are_tokens,
    styles::every_rule_stands_in_a_layer,
    surroundings::no_trace_of_a_machine,
];

#[test]
fn the_tree_keeps_every_rule() -> std::io::Result<()> {
    let files = tree::files()?;
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "the tree was not found");
    let violations: Vec<String> =
        RULES.iter().flat_map(|rule| rule(&files)).map(|violation| violation.to_string()).collect();
    assert!(violations.is_empty(), "{} violations:\n{}", violations.len(), violations.join("\n"));
    Ok(())
}

/// Where a rule finds violations in a planted tree, each as `path:line`.
fn found(rule: Rule, planted: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<File> =
        planted.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect();
    rule(&files).iter().map(Violation::place).collect()
}
