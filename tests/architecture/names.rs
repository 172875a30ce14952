//! Names that stand nowhere in `src/`, because each is a way to fail where
//! nobody can act on it.

use crate::rust::{code, has_word, shipped};
use crate::tree::{File, Violation};

/// What must not be said, and what to do instead.
const FORBIDDEN: [(&str, &str); 9] = [
    ("unwrap()", "say what happens otherwise; in tests, `expect` says what was hoped for"),
    ("set_inner_html", "build nodes; text that becomes markup is a hole"),
    ("set_outer_html", "build nodes; text that becomes markup is a hole"),
    ("insert_adjacent_html", "build nodes; text that becomes markup is a hole"),
    ("#[allow", "`#[expect(…, reason = …)]` goes away when it is no longer true"),
    ("#![allow", "`#![expect(…, reason = …)]` goes away when it is no longer true"),
    ("todo!", "finish it"),
    ("unimplemented!", "finish it"),
    ("dbg!", "it has served"),
];

/// What prints; only binaries do.
const PRINTING: [&str; 4] = ["print!", "println!", "eprint!", "eprintln!"];

/// None of the forbidden names, in tests either.
pub(crate) fn no_forbidden_name(files: &[File]) -> Vec<Violation> {
    let lines = files.iter().filter(|file| file.is_source()).flat_map(|file| {
        let lines = code(file).into_iter();
        lines.map(move |(number, line)| (file, number, line))
    });
    lines
        .flat_map(|(file, number, line)| {
            let forbidden = FORBIDDEN.iter().filter(move |(name, _)| has_word(line, name));
            let printing =
                PRINTING.iter().filter(move |name| !file.path.starts_with("src/bin/") && has_word(line, name));
            forbidden
                .map(|(name, instead)| format!("`{name}`: {instead}"))
                .chain(printing.map(|name| format!("`{name}`: return what is to be said; only a binary prints")))
                .map(move |what| file.breaks("names", number, what))
        })
        .collect()
}

/// What ships does not panic.
pub(crate) fn no_expect_outside_tests(files: &[File]) -> Vec<Violation> {
    let sources = files.iter().filter(|file| file.is_source());
    let judged = sources.flat_map(|file| {
        let lines = shipped(files, file).into_iter().filter(|(_, line)| line.contains(".expect("));
        lines.map(move |(number, _)| {
            file.breaks("names", number, "`.expect(` outside tests: say what happens otherwise")
        })
    });
    judged.collect()
}

/// The content policy forbids the `style` attribute, which `style:` becomes when prerendered.
pub(crate) fn no_style_attribute(files: &[File]) -> Vec<Violation> {
    let sources = files.iter().filter(|file| file.is_source());
    let judged = sources.flat_map(|file| {
        let lines = code(file).into_iter().filter(|(_, line)| has_style_attribute(line));
        lines.map(move |(number, _)| file.breaks("names", number, "a `style` attribute: use a class, or draw in SVG"))
    });
    judged.collect()
}

fn has_style_attribute(line: &str) -> bool {
    line.match_indices("style").any(|(at, word)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let mut after = line.get(at + word.len()..).unwrap_or_default().chars();
        let (first, second) = (after.next(), after.next());
        let opens = before.is_none_or(char::is_whitespace);
        let assigns = first == Some('=') && second.is_some_and(|c| c != '=' && c != '>' && !c.is_whitespace());
        let property = first == Some(':') && second.is_some_and(|c| c.is_ascii_lowercase() || c == '-');
        opens && (assigns || property)
    })
}

#[test]
fn forbidden_names_are_found() {
    let planted = [
        ("src/app.rs", "a.unwrap();\na.set_inner_html(b);\n#[allow(dead_code)]\ntodo!()\n// dbg!(x)\ndbg!(x);"),
        ("src/agenda/mod.rs", "#![allow(x)]\nunimplemented!()\na.unwrap_or_default();\neprintln!(\"a\");"),
        ("src/bin/meridian.rs", "println!(\"a\");"),
        ("tests/agenda.rs", "a.unwrap();"),
    ];
    let places = [
        "src/app.rs:1",
        "src/app.rs:2",
        "src/app.rs:3",
        "src/app.rs:4",
        "src/app.rs:6",
        "src/agenda/mod.rs:1",
        "src/agenda/mod.rs:2",
        "src/agenda/mod.rs:4",
    ];
    assert_eq!(crate::found(no_forbidden_name, &planted), places);
}

#[test]
fn an_expectation_that_ships_is_found() {
    let tested = "fn a() {\n    b.expect(\"b\");\n}\n\n#[cfg(test)]\nmod tests {\n    c.expect(\"c\");\n}\n";
    assert_eq!(crate::found(no_expect_outside_tests, &[("src/route.rs", tested)]), ["src/route.rs:2"]);
}

#[test]
fn style_attributes_are_found() {
    let view = "<p style=\"color: red\">\nstyle:width=\"1px\"\n<p style=move || a>\nlet style = 1;\n<p class=style>\n\
        Style { style: 1 }\n<p data-style=\"a\">";
    let places = ["src/pages/home.rs:1", "src/pages/home.rs:2", "src/pages/home.rs:3"];
    assert_eq!(crate::found(no_style_attribute, &[("src/pages/home.rs", view)]), places);
}
