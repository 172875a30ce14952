//! Writes the English names of the languages that have a code of two letters, for `src/language.rs`: a line for each,
//! as `esSpanish`. The whole list of ISO 639-3 would be a tenth of the app.

use std::env;
use std::fs;
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let line = |language: isolang::Language| {
        // Such as `Modern Greek (1453-)` and `Nepali (macrolanguage)`.
        let name = language.to_name().split(" (").next().unwrap_or_default();
        Some(format!("{}{name}\n", language.to_639_1()?))
    };
    let mut names: Vec<String> = isolang::languages().filter_map(line).collect();
    names.sort();
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join("languages.txt"), names.concat())
}
