//! What a file says about the machine on which it was written: nothing.

use crate::tree::{File, Violation};

/// Files that tools write, with the addresses those tools need.
const LOCKS: [&str; 2] = ["Cargo.lock", "package-lock.json"];

/// Registries are what each tool is set to, so no file names one.
/// (Put together here, or this file would.)
const REGISTRIES: [&str; 6] = [
    concat!("crates", ".io"),
    concat!("npm", "js."),
    concat!("yarn", "pkg."),
    concat!("pypi", ".org"),
    concat!("python", "hosted."),
    concat!("ruby", "gems.org"),
];

/// Folders of some machine.
const FOLDERS: [&str; 2] = [concat!("/wo", "rk/"), concat!("/ro", "ot/")];

/// No registry and no folder of a machine is named anywhere.
pub(crate) fn no_trace_of_a_machine(files: &[File]) -> Vec<Violation> {
    let judged = files.iter().filter(|file| !LOCKS.contains(&file.name())).flat_map(|file| {
        let lines = file.text.lines().enumerate();
        lines.flat_map(move |(index, line)| {
            let registries = REGISTRIES.iter().filter(move |name| line.contains(**name));
            let folders = FOLDERS.iter().filter(move |folder| names_folder(line, folder));
            registries
                .map(|name| format!("names the registry {name}; every machine has its own"))
                .chain(folders.map(|folder| format!("names {folder}, which is on one machine only")))
                .map(move |what| file.breaks("machine", index + 1, what))
        })
    });
    judged.collect()
}

/// Whether the folder is the start of a path, not a part of a web address.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric() && !"._-}~".contains(c))
    })
}

#[test]
fn registries_and_folders_are_found() {
    let registry = format!("a\nhttps://{}/b\n", concat!("crates", ".io"));
    let folder = format!("see {}main/a.txt", concat!("/wo", "rk/"));
    let address = format!("https://a.example{}b\n", concat!("/wo", "rk/"));
    let planted = [
        ("README.md", registry.as_str()),
        ("Cargo.lock", registry.as_str()),
        ("tools/a.sh", folder.as_str()),
        ("public/agenda.json", address.as_str()),
    ];
    assert_eq!(crate::found(no_trace_of_a_machine, &planted), ["README.md:2", "tools/a.sh:1"]);
}
