//! The real schedules of `../shared/schedules`, which are not part of the repository.

use std::path::{Path, PathBuf};

use super::*;

/// The files with the flags for what they lack, and how many sessions they have.
const REAL: [(&[&str], &str, usize); 15] = [
    (&["fosdem-2025.frab.xml"], "", 1_105),
    (&["fosdem-2024.frab.xml"], "", 874),
    (&["36c3.frab.xml"], "--timezone Europe/Berlin", 1_351),
    (&["debconf23.frab.xml"], "", 117),
    (&["linux-conf-au-2020.ics"], "", 262),
    (&["camp2019.schedule.json"], "", 79),
    (&["rc3.schedule.json"], "--timezone Europe/Berlin", 48),
    (&["global-azure-2021.sessionize.json"], "--timezone Europe/Vienna --title GlobalAzure", 37),
    (
        &["octocon-2022.conclar-schedule.json", "octocon-2022.conclar-people.json"],
        "--timezone Europe/Dublin --title Octocon",
        86,
    ),
    (&["emf-2022.schedule.json"], "--timezone Europe/London --title EMF", 326),
    (&["emf-2022.ics"], "", 326),
    (&["emf-2022.frab.xml"], "--timezone Europe/London", 335),
    (&["emf-2022.schedule.json", "emf-2022.ics", "emf-2022.frab.xml"], "", 335),
    (&["jococruise-2022.ics"], "--timezone America/New_York", 358),
    (&["jococruise-2024.ics"], "--timezone America/New_York", 439),
];

/// Where the real schedules are, from the top of the repository.
fn folder() -> Option<PathBuf> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = top.join("../shared/schedules");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("../shared/schedules is absent: the real schedules were NOT imported");
    None
}

#[test]
fn every_real_schedule_imports_and_passes_the_check() {
    let Some(schedules) = folder() else { return };
    for (names, flags, sessions) in REAL {
        let paths: Vec<PathBuf> = names.iter().map(|name| schedules.join(name)).collect();
        let start = std::time::Instant::now();
        let (agenda, said) = import_paths(&Folder::new(), &paths, flags).expect(names[0]);
        let counts = said.lines().next().unwrap_or_default().rsplit(": ").next().unwrap_or_default();
        eprintln!("{}: {counts}, {:.1} s", names.join(" + "), start.elapsed().as_secs_f64());
        assert_eq!(agenda["sessions"].as_array().map(Vec::len), Some(sessions), "{names:?}");
    }
}

#[test]
fn days_begin_when_the_files_say_or_show() {
    let Some(schedules) = folder() else { return };
    for (name, flags, day_start) in [
        ("fosdem-2025.frab.xml", "", Some("09:00")),
        ("36c3.frab.xml", "--timezone Europe/Berlin", Some("05:00")),
        ("emf-2022.frab.xml", "--timezone Europe/London", Some("05:00")),
        ("debconf23.frab.xml", "", None),
    ] {
        let (agenda, said) = import_paths(&Folder::new(), &[schedules.join(name)], flags).expect(name);
        assert_eq!(agenda["event"]["day_start"].as_str(), day_start, "{name}: {said}");
    }
}

#[test]
fn the_three_files_of_one_camp_agree() {
    let Some(schedules) = folder() else { return };
    let paths = ["emf-2022.schedule.json", "emf-2022.ics", "emf-2022.frab.xml"].map(|name| schedules.join(name));
    let (_, said) = import_paths(&Folder::new(), &paths, "").expect("three files");
    let agree = "share 326 sessions, and agree in title, time and room on all of them.";
    assert_eq!(said.matches(agree).count(), 2, "{said}");
    assert!(said.contains("Sessions that only emf-2022.frab.xml has, which are taken too (9):"), "{said}");
    assert!(!said.contains("differ"), "{said}");
}

#[test]
fn the_invalid_schedule_is_refused_with_its_reasons() {
    let Some(schedules) = folder() else { return };
    let said = import_paths(&Folder::new(), &[schedules.join("invalid.schedule.json")], "").expect_err("it is invalid");
    for reason in
        ["/0/id: `2814` is no whole number", "/persons/0/id: `dsadf`", "/persons/0/code: `MÄaN0`", "/schedule/rooms"]
    {
        assert!(said.contains(reason), "{said}");
    }
}
