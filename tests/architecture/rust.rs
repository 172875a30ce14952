//! Rust files as the rules read them: without comments, and with a border
//! between what ships and what only tests.

use crate::tree::File;

/// The code of a file, line by line with its number; comments are left out.
pub(crate) fn code(file: &File) -> Vec<(usize, &str)> {
    let numbered = file.text.lines().enumerate();
    numbered.map(|(index, line)| (index + 1, without_comment(line))).filter(|(_, line)| !line.is_empty()).collect()
}

/// The code of a file that ships: without its tests, and none at all where the
/// file is declared for tests only.
pub(crate) fn shipped<'f>(files: &[File], file: &'f File) -> Vec<(usize, &'f str)> {
    if is_for_tests(files, file) {
        return Vec::new();
    }
    let mut lines = code(file);
    let tests = lines.windows(2).position(|pair| match pair {
        [(_, mark), (_, next)] => is_test_mark(mark) && next.contains("mod ") && next.ends_with('{'),
        _ => false,
    });
    lines.truncate(tests.unwrap_or(lines.len()));
    lines
}

/// Whether the line has the word, and not only as a part of another.
pub(crate) fn has_word(line: &str, word: &str) -> bool {
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|after| after.chars().next());
        !(before.is_some_and(in_name) || word.ends_with(in_name) && after.is_some_and(in_name))
    })
}

fn without_comment(line: &str) -> &str {
    let line = line.trim();
    if line.starts_with("//") {
        return "";
    }
    line.split_once(" // ").map_or(line, |(code, _)| code.trim_end())
}

fn is_test_mark(line: &str) -> bool {
    line == "#[cfg(test)]"
}

/// Whether some file says `#[cfg(test)] mod name;` of this one.
fn is_for_tests(files: &[File], file: &File) -> bool {
    files.iter().filter(|parent| parent.is_source()).any(|parent| {
        let step = file.path.strip_prefix(&folder_of_children(&parent.path)).and_then(|step| step.strip_suffix(".rs"));
        step.is_some_and(|name| declares_for_tests(parent, name))
    })
}

fn declares_for_tests(parent: &File, name: &str) -> bool {
    let declaration = format!("mod {name};");
    code(parent).windows(2).any(|pair| match pair {
        [(_, mark), (_, next)] => is_test_mark(mark) && next.ends_with(&declaration),
        _ => false,
    })
}

/// Where the modules lie that a file declares.
fn folder_of_children(path: &str) -> String {
    for own in ["mod.rs", "lib.rs", "main.rs"] {
        if let Some(folder) = path.strip_suffix(own) {
            return folder.to_owned();
        }
    }
    format!("{}/", path.trim_end_matches(".rs"))
}

#[test]
fn tests_do_not_ship() {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let files = [
        file("src/agenda/mod.rs", "#[cfg(test)]\npub(crate) mod sample;\nfn a() {} // why\n"),
        file("src/agenda/sample.rs", "fn b() {}\n"),
        file("src/route.rs", "//! About.\n\nfn c() {}\n\n#[cfg(test)]\nmod tests {\n}\n"),
    ];
    let shipped: Vec<_> = files.iter().map(|file| shipped(&files, file)).collect();
    assert_eq!(shipped[0], [(1, "#[cfg(test)]"), (2, "pub(crate) mod sample;"), (3, "fn a() {}")]);
    assert_eq!(shipped[1], []);
    assert_eq!(shipped[2], [(3, "fn c() {}")]);
}

#[test]
fn a_word_is_not_a_part_of_another() {
    for (line, word, has) in [
        ("use web_sys::Window;", "web_sys", true),
        ("let web_system = 1;", "web_sys", false),
        ("eprintln!(x)", "println!", false),
        ("slab(1)", "lab(", false),
        ("lab(1)", "lab(", true),
    ] {
        assert_eq!(has_word(line, word), has, "{word} in {line}");
    }
}
