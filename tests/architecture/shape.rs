//! The shape of files: named after one noun, small, and introduced.

use crate::rust::shipped;
use crate::tree::{File, Violation};

/// The most lines of code that one file may have, without comments, blank lines and tests.
const MOST_LINES: usize = 250;

/// A file is named after what it holds.
pub(crate) fn one_file_one_noun(files: &[File]) -> Vec<Violation> {
    let vague = |file: &&File| {
        let mut steps = file.path.split('/').map(|step| step.split('.').next().unwrap_or(step));
        file.is_rust() && steps.any(|step| ["util", "utils", "helper", "helpers", "misc"].contains(&step))
    };
    let vague = files.iter().filter(vague);
    vague.map(|file| file.breaks("noun", 1, "this name says nothing; name the file after what it holds")).collect()
}

/// A file can be read in one go.
pub(crate) fn small_files(files: &[File]) -> Vec<Violation> {
    let sources = files.iter().filter(|file| file.is_source());
    let judged = sources.filter_map(|file| {
        let lines = shipped(files, file);
        let (first_too_many, _) = lines.get(MOST_LINES)?;
        let what = format!("{} lines of code, {MOST_LINES} at most: part it by nouns", lines.len());
        Some(file.breaks("size", *first_too_many, what))
    });
    judged.collect()
}

/// Each file begins by saying what it is.
pub(crate) fn every_file_says_what_it_is(files: &[File]) -> Vec<Violation> {
    let ours = |file: &&File| file.is_rust() && (file.path.starts_with("src/") || file.path.starts_with("tests/"));
    let silent = files.iter().filter(ours).filter(|file| !file.text.starts_with("//! "));
    silent.map(|file| file.breaks("header", 1, "begin with `//! ` and say what the file is for")).collect()
}

#[test]
fn vague_names_are_found() {
    let planted = [("src/state/utils.rs", ""), ("src/utils/time.rs", ""), ("src/agenda/time.rs", "")];
    assert_eq!(crate::found(one_file_one_noun, &planted), ["src/state/utils.rs:1", "src/utils/time.rs:1"]);
}

#[test]
fn large_files_are_found() {
    let lines = |count: usize| "//! About.\n\n".to_owned() + &"a();\n".repeat(count);
    let tested = lines(MOST_LINES) + "#[cfg(test)]\nmod tests {\n" + &lines(MOST_LINES);
    let planted = [("src/a.rs", lines(MOST_LINES + 1)), ("src/b.rs", lines(MOST_LINES)), ("src/c.rs", tested)];
    let planted: Vec<(&str, &str)> = planted.iter().map(|(path, text)| (*path, text.as_str())).collect();
    assert_eq!(crate::found(small_files, &planted), ["src/a.rs:253"]);
}

#[test]
fn files_without_a_header_are_found() {
    let planted = [("src/a.rs", "use b;\n"), ("tests/b.rs", "//! About.\n"), ("tests/web/c.rs", ""), ("src/d.txt", "")];
    assert_eq!(crate::found(every_file_says_what_it_is, &planted), ["src/a.rs:1", "tests/web/c.rs:1"]);
}
