//! The files of the repository, and what can be wrong with one.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

/// A text file: its path from the top of the repository, with `/`, and what it says.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// A line that breaks a rule.
pub(crate) struct Violation {
    path: String,
    line: usize,
    rule: &'static str,
    what: String,
}

/// What every rule is: a pure function from the tree to what is wrong with it.
pub(crate) type Rule = fn(&[File]) -> Vec<Violation>;

impl File {
    /// The file breaks a rule at that line, counted from 1.
    pub(crate) fn breaks(&self, rule: &'static str, line: usize, what: impl Into<String>) -> Violation {
        Violation { path: self.path.clone(), line, rule, what: what.into() }
    }

    /// Its name without folders.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Whether it is Rust of the app or its tools, not of its tests.
    pub(crate) fn is_source(&self) -> bool {
        self.path.starts_with("src/") && self.is_rust()
    }

    /// Whether it is Rust.
    pub(crate) fn is_rust(&self) -> bool {
        Path::new(&self.path).extension().is_some_and(|end| end == "rs")
    }

    /// Whether it is a stylesheet of the app.
    pub(crate) fn is_style(&self) -> bool {
        self.path.starts_with("style/") && Path::new(&self.path).extension().is_some_and(|end| end == "css")
    }
}

impl Violation {
    /// As in `src/app.rs:12`.
    pub(crate) fn place(&self) -> String {
        format!("{}:{}", self.path, self.line)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.place(), self.rule, self.what)
    }
}

/// Every text file that belongs to the repository: all but what `.gitignore` names.
pub(crate) fn files() -> io::Result<Vec<File>> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut skipped = vec![".git".to_owned()];
    let ignored = fs::read_to_string(top.join(".gitignore"))?;
    skipped.extend(ignored.lines().filter(|line| line.starts_with('/')).map(|line| line.trim_matches('/').to_owned()));
    let mut found = Vec::new();
    walk(top, "", &skipped, &mut found)?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, skipped: &[String], found: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if skipped.contains(&path) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{path}/"), skipped, found)?;
        } else if let Ok(text) = String::from_utf8(fs::read(entry.path())?) {
            // What is not UTF-8 is a picture or a font, and no rule reads those.
            found.push(File { path, text });
        }
    }
    Ok(())
}
