//! What tests of whole sites stand on: a folder of their own, a host's files, and an app of a few bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use super::digest::Digest;
use super::{Order, build};
use crate::Outcome;
use crate::sample;

/// The parts of an app with their endings and bytes.
pub(super) const APP: [(&str, &str, &str); 8] = [
    ("meridian", "js", "export default async () => {};"),
    ("meridian", "wasm", "\0asm"),
    ("style", "css", "p{color:red}"),
    ("head", "js", "window.head=1;"),
    ("later", "js", "export const start = () => {};"),
    ("worker", "js", "const list=\"__MERIDIAN_MANIFEST__\";"),
    ("off", "js", "self.off=1;"),
    ("places", "txt", "Asia/Kathmandu\tNepal\tNPT\tPokhara\n"),
];

/// A folder that is removed when the test is over.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    /// An empty one.
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("meridian-test-{}-{count}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(fs::canonicalize(path).expect("a path"))
    }

    /// One with the sample agenda in `public/`, after some replacements, and an app in `app/`.
    pub(super) fn with_sample(changes: &[(&str, &str)]) -> Self {
        Self::with_agenda(sample::with(changes))
    }

    /// The same with another agenda.
    pub(super) fn with_agenda(text: impl AsRef<[u8]>) -> Self {
        let folder = Self::new();
        folder.put("public/agenda.json", text);
        for (stem, end, bytes) in APP {
            folder.put(&format!("app/{}", name(stem, end, bytes)), bytes);
        }
        folder
    }

    /// Writes a file, and the folders on the way to it.
    pub(crate) fn put(&self, place: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(place);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }

    /// Builds the site from `public/` and `app/` into `dist/`.
    pub(super) fn build(&self) -> Outcome {
        self.build_from("public", "app", "dist")
    }

    /// Builds a site.
    pub(super) fn build_from(&self, public: &str, app: &str, out: &str) -> Outcome {
        let [public, app, out] = [public, app, out].map(|place| self.0.join(place));
        build(&Order { public, app, out }, &|_| {})
    }

    /// The site in `dist/`, built without a word of complaint.
    pub(super) fn site(&self) -> BTreeMap<String, Vec<u8>> {
        let outcome = self.build();
        assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""));
        files(&self.0.join("dist"))
    }

    /// The names in the folder.
    pub(super) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The sample with so many sessions more, which are the last of the file and the first in time.
pub(super) fn sample_with_more(count: usize) -> String {
    let mut agenda: Value = serde_json::from_str(sample::SOURCE).expect("JSON");
    let sessions = agenda["sessions"].as_array_mut().expect("a list");
    sessions.extend((0..count).map(|number| {
        json!({
            "id": format!("more-{number}"), "title": "Mehr für <alle>", "kind": "other", "summary": "</script> é",
            "start": "2021-06-28T06:00:00Z", "end": "2021-06-28T06:30:00Z",
        })
    }));
    format!("{agenda:#}")
}

/// The name of a part of an app.
pub(super) fn name(stem: &str, end: &str, bytes: &str) -> String {
    format!("{stem}-{}.{end}", Digest::of(bytes.as_bytes()).short())
}

/// Every file below a folder by its place.
pub(super) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("an entry");
            let place = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push((entry.path(), format!("{place}/")));
            } else {
                found.insert(place, fs::read(entry.path()).expect("a file"));
            }
        }
    }
    found
}
