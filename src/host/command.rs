//! The command line of `meridian`: which command is meant, and how it ended.

use std::ffi::OsString;
use std::path::Path;

use super::check::check;
use crate::agenda::schema;

/// What `meridian --help` says.
pub const HELP: &str = "\
Meridian keeps a whole event in one file, agenda.json. This tool tells you,
before your visitors do, what is wrong with it.

  meridian check <agenda.json>   name every fault by line and column, and what to do
  meridian schema                print the JSON Schema of the file, for your editor
  meridian --help                print this text

An error keeps the app from showing the agenda; a warning does not.
It ends with 0 when the agenda can be used, with 1 when it has errors,
and with 2 when the file cannot be read or the command is not understood.
";

/// What a command has to say, and the code it ends with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What was asked for; goes to standard output.
    pub answer: String,
    /// Why there is no answer; goes to standard error.
    pub refusal: String,
    /// The exit code.
    pub code: u8,
}

impl Outcome {
    /// An answer with which all is well.
    pub(super) fn fine(answer: String) -> Self {
        Self { answer, refusal: String::new(), code: 0 }
    }

    /// An answer that tells of errors.
    pub(super) fn faulty(answer: String) -> Self {
        Self { answer, refusal: String::new(), code: 1 }
    }

    /// No answer, and why.
    pub(super) fn refused(refusal: String) -> Self {
        Self { answer: String::new(), refusal, code: 2 }
    }
}

/// Does what the arguments (without the name of the program) ask for.
pub fn run(arguments: &[OsString]) -> Outcome {
    let words: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] | ["help"] => Outcome::fine(HELP.to_owned()),
        words if words.iter().any(|word| ["-h", "--help"].contains(word)) => Outcome::fine(HELP.to_owned()),
        ["schema"] => Outcome::fine(schema()),
        ["schema", other, ..] => refuse(&format!("`meridian schema` takes nothing after it, and here is `{other}`")),
        ["check"] => refuse("`meridian check` wants a file, as in `meridian check public/agenda.json`"),
        ["check", option] if option.starts_with('-') => refuse(&format!("`meridian check` knows no option `{option}`")),
        // The file as it came: its name need not be Unicode.
        ["check", _] => arguments.get(1).map_or_else(|| refuse("no file"), |file| check(Path::new(file))),
        ["check", _, other, ..] => refuse(&format!("`meridian check` takes one file, and here is also `{other}`")),
        [path, ..] if path.to_ascii_lowercase().ends_with(".json") => {
            refuse(&format!("to check a file, write `meridian check {path}`"))
        }
        [other, ..] => refuse(&format!("there is no command `{other}`; there are `check` and `schema`")),
    }
}

fn refuse(problem: &str) -> Outcome {
    Outcome::refused(format!("meridian: {problem}. `meridian --help` tells more.\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(line: &str) -> Outcome {
        let arguments: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        run(&arguments)
    }

    #[test]
    fn helps_whoever_asks_or_says_nothing() {
        for line in ["", "help", "--help", "-h", "check --help", "schema -h"] {
            assert_eq!(ran(line), Outcome::fine(HELP.to_owned()), "{line}");
        }
        assert!(HELP.lines().all(|line| line.chars().count() <= 84), "{HELP}");
    }

    #[test]
    fn prints_a_schema_that_is_json() {
        let outcome = ran("schema");
        let schema: serde_json::Value = serde_json::from_str(&outcome.answer).expect("JSON");
        assert_eq!((outcome.code, outcome.refusal.as_str()), (0, ""));
        assert!(schema["properties"]["sessions"].is_object());
        assert!(outcome.answer.ends_with("}\n"));
    }

    #[test]
    fn what_is_not_understood_ends_with_a_hint() {
        for (line, hint) in [
            ("check", "wants a file, as in `meridian check public/agenda.json`"),
            ("check a.json b.json", "takes one file, and here is also `b.json`"),
            ("check --strict", "knows no option `--strict`"),
            ("schema x", "takes nothing after it"),
            ("agenda.json", "write `meridian check agenda.json`"),
            ("chekc agenda.json", "no command `chekc`; there are `check` and `schema`"),
            ("--version", "no command `--version`"),
        ] {
            let outcome = ran(line);
            assert_eq!((outcome.code, outcome.answer.as_str()), (2, ""), "{line}");
            assert!(outcome.refusal.contains(hint), "{line}: {}", outcome.refusal);
            assert!(outcome.refusal.ends_with("`meridian --help` tells more.\n"), "{line}");
        }
    }

    #[test]
    fn checks_the_file_that_is_named() {
        let outcome = ran("check public/no-such-agenda.json");
        assert_eq!(outcome.code, 2);
        assert!(outcome.refusal.starts_with("public/no-such-agenda.json: there is no such file"));
    }
}
