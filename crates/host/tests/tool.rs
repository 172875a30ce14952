//! The host tool as a program: its output and exit codes.

use std::io;
use std::path::Path;
use std::process::{Command, Output};

fn meridian(arguments: &[&str]) -> io::Result<Output> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Command::new(env!("CARGO_BIN_EXE_meridian")).args(arguments).current_dir(top).output()
}

#[test]
fn a_valid_agenda_is_reported_on_standard_output_alone() -> io::Result<()> {
    let output = meridian(&["check", "public/agenda.json"])?;
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    assert!(said.starts_with("public/agenda.json is valid: 18 sessions"), "{said}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    Ok(())
}

#[test]
fn an_agenda_with_errors_ends_with_1() -> io::Result<()> {
    // Any JSON that is no agenda.
    let output = meridian(&["check", "package.json", "--format", "json"])?;
    let report: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    assert_eq!((output.status.code(), &report["file"]), (Some(1), &"package.json".into()));
    assert!(report["errors"].as_u64() > Some(0) && output.stderr.is_empty());

    let output = meridian(&["build", "package.json", "--app", "target/none", "--out", "target/none"])?;
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty() && said.contains("error[missing-member]: `event` is missing"), "{said}");
    assert!(said.ends_with("Nothing was written.\n"), "{said}");
    Ok(())
}

#[test]
fn other_errors_go_to_standard_error_and_end_with_2() -> io::Result<()> {
    for arguments in [
        &["check", "no-such-file"][..],
        &["check"],
        &["check", "public/agenda.json", "--format", "xml"],
        &["build", "public", "--app", "no-such-app", "--out", "target/none"],
        &["build", "public"],
        &["agenda"],
    ] {
        let output = meridian(arguments)?;
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
        // No steps are printed where there is no terminal.
        assert!(!String::from_utf8_lossy(&output.stderr).contains("reading"), "{arguments:?}");
    }
    assert!(!Path::new(env!("CARGO_MANIFEST_DIR")).join("target/none").exists());
    Ok(())
}
