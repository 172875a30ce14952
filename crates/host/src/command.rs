//! The command line of `meridian`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand, ValueEnum};

use super::build::{Order, build};
use super::check::check;
use super::import::{self, import};
use agenda::schema;

/// The command line.
#[derive(Parser)]
#[command(name = "meridian", version, about = ABOUT, max_term_width = 84, after_help = CODES)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

/// The first paragraph of the help.
const ABOUT: &str = "\
Meridian shows an event from one file, agenda.json. This tool makes that file from the \
programme of another tool, finds what is wrong with it and builds the site from it.";

/// The exit codes, at the end of the help.
const CODES: &str = "\
Exit codes: 0 success; 1 the agenda has errors; 2 something cannot be read or
written, or the command is not understood.";

const CHECK: &str = "\
Example:
  meridian check public/agenda.json

An error keeps the app from showing the agenda; a warning does not.

Exit codes: 0 the agenda can be used; 1 it has errors; 2 the file cannot be read, or
the command is not understood.";

const SCHEMA: &str = "\
Example:
  meridian schema > public/agenda.schema.json

Name the file in the agenda as \"$schema\", and an editor that knows JSON Schema
completes names and underlines mistakes while you type.

Exit codes: 0 success; 2 the command is not understood.";

const BUILD: &str = "\
Example:
  meridian build public --app dist/app --out dist

The new site is written beside the old one, as `<dist>.new`, and takes its place only
when it is whole: after an error the old site stands as it was. The same input gives
the same bytes. Your own icon.svg, robots.txt, sitemap.xml, manifest.webmanifest,
_headers, _redirects, icons/ and cards/ are taken in place of the tool's.

Exit codes: 0 the site is written; 1 the agenda has errors, and nothing is written;
2 something cannot be read or written, or the command is not understood.";

#[derive(Subcommand)]
enum Command {
    /// Name every fault of an agenda by line and column, and what to do
    #[command(after_help = CHECK)]
    Check {
        /// The agenda
        #[arg(value_name = "agenda.json")]
        file: PathBuf,
        /// How to report: text to read, or one JSON object for machines
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Make an agenda from the programme of another tool
    #[command(after_help = import::HELP)]
    Import(import::Order),
    /// Print the JSON Schema of agenda.json, for your editor
    #[command(after_help = SCHEMA)]
    Schema,
    /// Write the finished site: a page for every address, ready for any host of files
    #[command(after_help = BUILD)]
    Build {
        /// The folder with agenda.json and the files of your own, which are copied as they are; or an agenda.json alone
        #[arg(value_name = "public")]
        public: PathBuf,
        /// The folder with the built app; it may lie inside the folder of --out
        #[arg(long, value_name = "app")]
        app: PathBuf,
        /// The folder to write; it must be new, empty, or a site of Meridian's, which is replaced
        #[arg(long, value_name = "dist")]
        out: PathBuf,
    },
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Each fault with its line of the file.
    Text,
    /// One JSON object.
    Json,
}

/// The output of a command, and its exit code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The result; goes to standard output.
    pub answer: String,
    /// Errors and warnings; goes to standard error.
    pub complaint: String,
    /// The exit code.
    pub code: u8,
}

/// Receives each step of a long command, as a line without its end.
pub type Tell<'a> = &'a (dyn Fn(&str) + Sync);

impl Outcome {
    /// Success.
    pub(super) fn fine(answer: String) -> Self {
        Self { answer, complaint: String::new(), code: 0 }
    }

    /// The agenda has errors.
    pub(super) fn faulty(answer: String) -> Self {
        Self { answer, complaint: String::new(), code: 1 }
    }

    /// Nothing was done, and why.
    pub(super) fn refused(complaint: String) -> Self {
        Self { answer: String::new(), complaint, code: 2 }
    }
}

/// Runs the command that the arguments (without the name of the program) name.
pub fn run(arguments: &[OsString], tell: Tell) -> Outcome {
    let name = OsString::from("meridian");
    match Line::try_parse_from([&name].into_iter().chain(arguments)) {
        Ok(line) => match line.command {
            Command::Check { file, format } => check(&file, format),
            Command::Import(order) => import(&order),
            Command::Schema => Outcome::fine(schema()),
            Command::Build { public, app, out } => build(&Order { public, app, out }, tell),
        },
        Err(error) => not_run(&error, arguments),
    }
}

/// The outcome where no command is run: help that was asked for, or what is wrong with the command line.
fn not_run(error: &clap::Error, arguments: &[OsString]) -> Outcome {
    let said = error.render().to_string();
    let wants_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if !error.use_stderr() || wants_help && arguments.is_empty() {
        return Outcome::fine(said);
    }
    let first = arguments.first().map(|first| first.to_string_lossy()).unwrap_or_default();
    if error.kind() == ErrorKind::InvalidSubcommand && first.to_ascii_lowercase().ends_with(".json") {
        return Outcome::refused(format!("{said}\nTo check a file, write `meridian check {first}`.\n"));
    }
    Outcome::refused(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(line: &str) -> Outcome {
        let arguments: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        run(&arguments, &|_| {})
    }

    #[test]
    fn shows_help_when_asked_or_without_arguments() {
        for line in ["", "help", "--help", "-h"] {
            let outcome = ran(line);
            assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""), "{line}");
            for word in ["check", "schema", "build", "Exit codes"] {
                assert!(outcome.answer.contains(word), "{line}: {}", outcome.answer);
            }
        }
    }

    #[test]
    fn the_help_of_each_command_has_an_example_and_the_exit_codes() {
        for command in ["check", "schema", "build", "import"] {
            for line in [format!("{command} --help"), format!("help {command}")] {
                let outcome = ran(&line);
                assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""), "{line}");
                let examples = ["Example", "Examples"].map(|head| format!("{head}:\n  meridian {command}"));
                assert!(examples.iter().any(|text| outcome.answer.contains(text)), "{}", outcome.answer);
                assert!(outcome.answer.contains("Exit codes: 0 "), "{}", outcome.answer);
                assert!(outcome.answer.lines().all(|line| line.chars().count() <= 84), "{}", outcome.answer);
            }
        }
    }

    #[test]
    fn prints_a_schema_that_is_json() {
        let outcome = ran("schema");
        let schema: serde_json::Value = serde_json::from_str(&outcome.answer).expect("JSON");
        assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""));
        assert!(schema["properties"]["sessions"].is_object());
        assert!(outcome.answer.ends_with("}\n"));
    }

    #[test]
    fn what_is_not_understood_ends_with_a_hint() {
        for (line, hint) in [
            ("check", "agenda.json"),
            ("check a.json b.json", "b.json"),
            ("check --strict a.json", "--strict"),
            ("check a.json --format xml", "possible values: text, json"),
            ("schema x", "'x'"),
            ("build public --out dist", "--app <app>"),
            ("build --app dist/app --out dist", "<public>"),
            ("agenda.json", "write `meridian check agenda.json`"),
            ("chekc agenda.json", "'check'"),
        ] {
            let outcome = ran(line);
            assert_eq!((outcome.code, outcome.answer.as_str()), (2, ""), "{line}");
            assert!(outcome.complaint.contains(hint), "{line}: {}", outcome.complaint);
            assert!(outcome.complaint.contains("--help") || hint.starts_with("write"), "{line}: {}", outcome.complaint);
        }
    }

    #[test]
    fn builds_from_the_folders_that_are_named() {
        let outcome = ran("build no-such-folder --app no-such-app --out no-such-site");
        assert_eq!((outcome.code, outcome.answer.as_str()), (2, ""));
        assert!(outcome.complaint.starts_with("no-such-folder: there is no such file"), "{}", outcome.complaint);
    }

    #[test]
    fn checks_the_file_that_is_named() {
        for line in ["check public/no-such-agenda.json", "check public/no-such-agenda.json --format json"] {
            let outcome = ran(line);
            assert_eq!((outcome.code, outcome.answer.as_str()), (2, ""), "{line}");
            assert!(outcome.complaint.starts_with("public/no-such-agenda.json: there is no such file"), "{line}");
        }
    }
}
