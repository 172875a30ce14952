//! The native tool that hosts run; see [`meridian::host`].

use std::env::args_os;
use std::io::{self, Write};
use std::process::ExitCode;

use meridian::host::run;

fn main() -> io::Result<ExitCode> {
    let outcome = run(&args_os().skip(1).collect::<Vec<_>>());
    io::stdout().write_all(outcome.answer.as_bytes())?;
    io::stderr().write_all(outcome.refusal.as_bytes())?;
    Ok(ExitCode::from(outcome.code))
}
