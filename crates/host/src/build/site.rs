//! The site as files: written beside the old one, and put in its place only
//! when it is whole.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{self, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::compression::{Effort, brotli, gzip, shrinks};
use super::public::cannot;

/// The file that marks a site as unfinished: it is still being written, or already
/// being removed.
const MARK: &str = ".meridian-unfinished";

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
    /// The folder there is not Meridian's, or one beside it is in the way.
    pub(super) fn begin(out: &Path) -> Result<Self, String> {
        let out = place(out)?;
        let (fresh, old) = (beside(&out, ".new"), beside(&out, ".old"));
        // Broken off between the two steps of the swap: the old site is still whole.
        if is_site(&old) && is_site(&fresh) && !out.exists() {
            fs::rename(&old, &out).map_err(|error| cannot(&old, "put back", &error))?;
        }
        if !is_empty(&out) && !is_site(&out) {
            return Err(format!(
                "{}: there are files in it, and they are not a site made by Meridian (sw.js and app/). \
                 Name another folder, or empty this one.",
                out.display()
            ));
        }
        for left in [&fresh, &old] {
            // A whole site under the name of the old one may be a copy that the host made.
            if !(is_empty(left) || left.join(MARK).exists() || left == &fresh && is_site(left)) {
                return Err(format!(
                    "{}: this is in the way, and it is not from an unfinished build. Move or remove it.",
                    left.display()
                ));
            }
            clear(left).map_err(|error| cannot(left, "removed", &error))?;
        }
        fs::create_dir_all(&fresh).and_then(|()| mark(&fresh)).map_err(|error| cannot(&fresh, "made", &error))?;
        Ok(Self { out, fresh, old, files: AtomicUsize::new(0) })
    }

    /// Writes a file, and beside it what a host sends in its place; without an effort the file alone.
    ///
    /// # Errors
    /// It cannot be written, or is there already.
    pub(super) fn write(&self, place: &str, bytes: &[u8], effort: impl Into<Option<Effort>>) -> Result<(), String> {
        self.put(place, bytes)?;
        if let Some(effort) = effort.into().filter(|_| shrinks(place)) {
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

    /// Puts the site in its place and removes the old one; returns how many files it has.
    ///
    /// # Errors
    /// It cannot be put there; then the old one is as before.
    pub(super) fn finish(self) -> Result<usize, String> {
        let had_one = self.out.exists();
        let unmark = fs::remove_file(self.fresh.join(MARK));
        unmark.map_err(|error| cannot(&self.fresh, "put in place", &error))?;
        if had_one {
            fs::rename(&self.out, &self.old).map_err(|error| cannot(&self.out, "replaced", &error))?;
        }
        if let Err(error) = fs::rename(&self.fresh, &self.out) {
            if had_one {
                fs::rename(&self.old, &self.out).map_err(|error| cannot(&self.old, "put back", &error))?;
            }
            return Err(cannot(&self.fresh, "put in place", &error));
        }
        // The new site is in place; what is left of the old one is removed by the next run.
        let _ = mark(&self.old).and_then(|()| clear(&self.old));
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

/// Whether it is a whole site.
fn is_site(folder: &Path) -> bool {
    folder.join("sw.js").is_file() && folder.join("app").is_dir() && !folder.join(MARK).exists()
}

/// Whether nothing is in it, or it is not there.
fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(!folder.exists(), |mut entries| entries.next().is_none())
}

/// Says of a folder that it is no whole site.
fn mark(folder: &Path) -> io::Result<()> {
    if folder.is_dir() { fs::write(folder.join(MARK), "") } else { Ok(()) }
}

/// Removes a folder, its mark last.
fn clear(folder: &Path) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.ends_with(MARK) {
            continue;
        }
        if path.symlink_metadata()?.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }?;
    }
    fs::remove_dir_all(folder)
}

#[cfg(test)]
mod tests;
