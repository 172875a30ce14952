//! The site as files: written beside the old one, and put in its place only
//! when it is whole.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{self, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::compression::{Effort, brotli, gzip, shrinks};
use super::public::cannot;

/// The folder of the built app, and the mark by which a half-written or
/// half-removed site is known.
const APP: &str = "app";

/// A site in the making. It is removed again unless it is put in place.
pub(super) struct Site {
    /// Where it will stand.
    out: PathBuf,
    /// Where it is written.
    fresh: PathBuf,
    /// Where the old one goes for a moment.
    old: PathBuf,
    files: AtomicUsize,
}

impl Site {
    /// Makes room for a site that will stand at `out`, and clears what an
    /// earlier run left behind when it was broken off.
    ///
    /// # Errors
    /// What stands there is not Meridian's, or there is no room beside it.
    pub(super) fn begin(out: &Path) -> Result<Self, String> {
        let out = place(out)?;
        let (fresh, old) = (beside(&out, ".new"), beside(&out, ".old"));
        // Broken off between the two steps of the swap: the old site is still whole.
        if old.is_dir() && !out.exists() {
            fs::rename(&old, &out).map_err(|error| cannot(&old, "put back", &error))?;
        }
        if !is_replaceable(&out) {
            return Err(format!(
                "{}: there are files in it, and they are no site of Meridian's (sw.js and app/). \
                 Name another folder, or empty this one.",
                out.display()
            ));
        }
        for left in [&fresh, &old] {
            clear(left)?;
        }
        let make = |folder: &Path| fs::create_dir_all(folder).map_err(|error| cannot(folder, "made", &error));
        make(&fresh.join(APP))?;
        Ok(Self { out, fresh, old, files: AtomicUsize::new(0) })
    }

    /// Writes a file, and beside it what a host sends in its place.
    ///
    /// # Errors
    /// It cannot be written, or is there already.
    pub(super) fn write(&self, place: &str, bytes: &[u8], effort: Effort) -> Result<(), String> {
        self.put(place, bytes)?;
        if shrinks(place) {
            for (end, bytes) in [("br", brotli(bytes, effort)), ("gz", gzip(bytes, effort))] {
                let place = format!("{place}.{end}");
                self.put(&place, &bytes.map_err(|error| cannot(Path::new(&place), "made", &error))?)?;
            }
        }
        Ok(())
    }

    /// Copies a file that is of no use to compress.
    ///
    /// # Errors
    /// It cannot be copied, or is there already.
    pub(super) fn copy(&self, place: &str, from: &Path) -> Result<(), String> {
        let mut source = File::open(from).map_err(|error| cannot(from, "read", &error))?;
        let mut file = self.create(place)?;
        io::copy(&mut source, &mut file).map_err(|error| cannot(from, "copied", &error))?;
        Ok(())
    }

    /// Puts the site in its place and removes the old one; says how many files it has.
    ///
    /// # Errors
    /// It cannot be put there; then the old one stands as before.
    pub(super) fn finish(self) -> Result<usize, String> {
        let had_one = self.out.exists();
        if had_one {
            fs::rename(&self.out, &self.old).map_err(|error| cannot(&self.out, "replaced", &error))?;
        }
        if let Err(error) = fs::rename(&self.fresh, &self.out) {
            if had_one {
                fs::rename(&self.old, &self.out).map_err(|error| cannot(&self.old, "put back", &error))?;
            }
            return Err(cannot(&self.fresh, "put in place", &error));
        }
        // The new site stands: what is left of the old one can wait for the next run.
        let _ = clear(&self.old);
        Ok(self.files.load(Ordering::Relaxed))
    }

    fn put(&self, place: &str, bytes: &[u8]) -> Result<(), String> {
        self.create(place)?.write_all(bytes).map_err(|error| cannot(Path::new(place), "written", &error))
    }

    fn create(&self, place: &str) -> Result<File, String> {
        let path = self.fresh.join(place);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| cannot(Path::new(place), "written", &error))?;
        }
        self.files.fetch_add(1, Ordering::Relaxed);
        File::create_new(&path).map_err(|error| {
            if error.kind() == io::ErrorKind::AlreadyExists {
                return format!("{place}: two files of the site would have this name. Rename the one among your own.");
            }
            cannot(Path::new(place), "written", &error)
        })
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run.
        let _ = clear(&self.fresh);
    }
}

/// The folder without links and dots on the way, whether it is there or not.
///
/// # Errors
/// It is no folder, or nothing can stand there.
pub(super) fn place(out: &Path) -> Result<PathBuf, String> {
    let whole = |path: &Path| fs::canonicalize(path).or_else(|_| path::absolute(path));
    let said = |error| cannot(out, "found", &error);
    if out.exists() {
        return if out.is_dir() {
            whole(out).map_err(said)
        } else {
            Err(format!("{}: this is no folder.", out.display()))
        };
    }
    let name = out.file_name().ok_or_else(|| format!("{}: this names no folder.", out.display()))?;
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(whole(parent).map_err(said)?.join(name))
}

fn beside(out: &Path, end: &str) -> PathBuf {
    let mut name = out.file_name().map(OsString::from).unwrap_or_default();
    name.push(end);
    out.with_file_name(name)
}

/// Whether nothing is lost when the folder is replaced: it is not there, empty, or a site.
fn is_replaceable(out: &Path) -> bool {
    is_empty(out) || out.join("sw.js").is_file() && out.join(APP).is_dir()
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(!folder.exists(), |mut entries| entries.next().is_none())
}

/// Removes a site, or a part of one that was left behind; its mark goes last.
///
/// # Errors
/// It is not known to be a site, or cannot be removed.
fn clear(folder: &Path) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    let said = |error| cannot(folder, "removed", &error);
    if !is_empty(folder) && !folder.join(APP).is_dir() {
        return Err(format!("{}: this is in the way, and no site of Meridian's. Move or remove it.", folder.display()));
    }
    for entry in fs::read_dir(folder).map_err(said)? {
        let path = entry.map_err(said)?.path();
        if path.file_name().is_some_and(|name| name == APP) {
            continue;
        }
        let is_folder = path.symlink_metadata().map_err(said)?.is_dir();
        if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }.map_err(said)?;
    }
    fs::remove_dir_all(folder).map_err(said)
}
