//! The native tool that hosts run; see [`host`].

use std::env::args_os;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use host::run;

fn main() -> io::Result<ExitCode> {
    let is_watched = io::stderr().is_terminal();
    let tell = |step: &str| {
        if is_watched {
            eprintln!("{step}");
        }
    };
    let outcome = run(&args_os().skip(1).collect::<Vec<_>>(), &tell);
    // These take the colours out where no terminal shows them.
    anstream::stdout().write_all(outcome.answer.as_bytes())?;
    anstream::stderr().write_all(outcome.complaint.as_bytes())?;
    Ok(ExitCode::from(outcome.code))
}
