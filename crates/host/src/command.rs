//! The command line of `meridian`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::SystemTime;

use chrono::DateTime;
use clap::error::ErrorKind;
use clap::{Parser, Subcommand, ValueEnum};

use super::build::{Order, build};
use super::check::{Order as Check, check, rules, switched_off};
use super::diff::diff;
use super::import::{self, import};
use agenda::{Rule, schema};

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
  meridian check public/agenda.json --previous published.json --deny warnings

An error keeps the app from showing the agenda; a warning is probably a mistake, and a
note is worth knowing. Each names its rule, and `--rules` lists them.

Exit codes: 0 the agenda can be used; 1 it has errors, or warnings that were denied;
2 a file cannot be read, or the command is not understood.";

const DIFF: &str = "\
Example:
  meridian diff published.json public/agenda.json

Copy what you want told into `revision.changes` of the new programme, and raise its
`number` and `published`.

Exit codes: 0 success; 1 an agenda has errors; 2 a file cannot be read, or the
command is not understood.";

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
        #[arg(value_name = "agenda.json", required_unless_present = "rules")]
        file: Option<PathBuf>,
        /// How to report: text to read, one JSON object for machines, or commands for GitHub's workflows
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Switch a rule off; may be given several times
        #[arg(long, value_name = "rule", value_parser = switched_off)]
        allow: Vec<Rule>,
        /// Take warnings for failures
        #[arg(long, value_enum, value_name = "what")]
        deny: Option<Deny>,
        /// The programme before this one: warn where ids have changed, as bookmarks and links would be lost
        #[arg(long, value_name = "old.json")]
        previous: Option<PathBuf>,
        /// List every rule, and check nothing
        #[arg(long)]
        rules: bool,
    },
    /// Print what has changed between two programmes, for `changes` of the new one
    #[command(after_help = DIFF)]
    Diff {
        /// The programme before
        #[arg(value_name = "old.json")]
        old: PathBuf,
        /// The programme now
        #[arg(value_name = "new.json")]
        new: PathBuf,
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Each fault with its line of the file.
    #[default]
    Text,
    /// One JSON object.
    Json,
    /// Commands that GitHub shows beside the lines.
    Github,
}

/// What is taken for a failure beside errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Every warning.
    Warnings,
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
            Command::Check { rules: true, .. } => Outcome::fine(rules()),
            Command::Check { file, format, allow, deny, previous, rules: _ } => {
                let now = DateTime::from_timestamp_secs(unix_now());
                let order = Check { format, allow, deny_warnings: deny == Some(Deny::Warnings), previous, now };
                check(&file.unwrap_or_default(), &order)
            }
            Command::Diff { old, new } => diff(&old, &new),
            Command::Import(order) => import(&order),
            Command::Schema => Outcome::fine(schema()),
            Command::Build { public, app, out } => build(&Order { public, app, out }, tell),
        },
        Err(error) => not_run(&error, arguments),
    }
}

/// Seconds since 1970.
fn unix_now() -> i64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    now.map_or(0, |now| i64::try_from(now.as_secs()).unwrap_or(i64::MAX))
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
mod tests;
