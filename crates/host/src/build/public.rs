//! A host's files: the agenda, and files that are copied into the site.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::manifest::Screenshot;
use super::picture::png_size;
use crate::check::unread;

/// The agenda's place in the site.
pub(super) const AGENDA: &str = "agenda.json";

/// How deep folders may lie; a link that leads back up would have no end.
const DEPTH: usize = 32;

/// A host's files.
pub(super) struct Public {
    /// The agenda's path, for messages.
    pub(super) name: String,
    /// The agenda.
    pub(super) agenda: Vec<u8>,
    /// Every other file by its place in the site.
    pub(super) files: BTreeMap<String, PathBuf>,
}

impl Public {
    /// Reads a folder with an agenda in it, or an agenda alone.
    ///
    /// # Errors
    /// What cannot be read, and what to do.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let is_folder = path.is_dir();
        let agenda = if is_folder { path.join(AGENDA) } else { path.to_owned() };
        let name = agenda.display().to_string();
        let bytes = fs::read(&agenda).map_err(|error| unread(&name, &error).trim_end().to_owned())?;
        let mut files = BTreeMap::new();
        if is_folder {
            walk(path, "", DEPTH, &mut files)?;
            files.remove(AGENDA);
        }
        Ok(Self { name, agenda: bytes, files })
    }

    /// The host's own file of that place, when there is one.
    ///
    /// # Errors
    /// It cannot be read.
    pub(super) fn own(&self, place: &str) -> Result<Option<Vec<u8>>, String> {
        self.files.get(place).map(|path| fs::read(path).map_err(|error| cannot(path, "read", &error))).transpose()
    }

    /// The pictures of the app among the files.
    ///
    /// # Errors
    /// One cannot be read, or is no PNG.
    pub(super) fn screenshots(&self) -> Result<Vec<Screenshot>, String> {
        let is_picture = |place: &&String| {
            place.starts_with("screenshots/") && Path::new(place).extension().is_some_and(|end| end == "png")
        };
        let places = self.files.keys().filter(is_picture);
        places
            .map(|place| {
                let bytes = self.own(place)?.unwrap_or_default();
                let size =
                    png_size(&bytes).ok_or_else(|| format!("{place}: this is no PNG. Save the picture as one."))?;
                Ok(Screenshot { path: place.clone(), size })
            })
            .collect()
    }
}

/// As in `a.png: cannot be read (permission denied)`.
pub(super) fn cannot(path: &Path, what: &str, error: &std::io::Error) -> String {
    format!("{}: cannot be {what} ({error})", path.display())
}

fn walk(folder: &Path, prefix: &str, depth: usize, files: &mut BTreeMap<String, PathBuf>) -> Result<(), String> {
    if depth == 0 {
        return Err(format!("{}: folders lie too deep here; does a link lead back up?", folder.display()));
    }
    for entry in fs::read_dir(folder).map_err(|error| cannot(folder, "read", &error))? {
        let path = entry.map_err(|error| cannot(folder, "read", &error))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return Err(format!(
                "{}: its name is not Unicode, so that no address leads to it. Rename it.",
                path.display()
            ));
        };
        let place = format!("{prefix}{name}");
        if path.is_dir() {
            walk(&path, &format!("{place}/"), depth - 1, files)?;
        } else {
            files.insert(place, path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::fixture::Folder;

    #[test]
    fn takes_every_file_but_the_agenda_by_its_place() {
        let folder = Folder::with_sample(&[]);
        folder.put("public/.well-known/security.txt", "x");
        folder.put("public/a/b/c.txt", "x");
        let public = Public::read(&folder.0.join("public")).expect("files");
        assert_eq!(public.files.keys().collect::<Vec<_>>(), [".well-known/security.txt", "a/b/c.txt"]);
        let alone = Public::read(&folder.0.join("public/agenda.json")).expect("a file");
        assert!(alone.files.is_empty() && alone.agenda == public.agenda);
    }

    #[test]
    fn says_which_file_is_missing() {
        let folder = Folder::new();
        let said = Public::read(&folder.0).err().expect("no agenda");
        assert!(said.contains("agenda.json: there is no such file"), "{said}");
        let said = Public::read(&folder.0.join("no-such-folder")).err().expect("no folder");
        assert!(said.contains("no-such-folder: there is no such file"), "{said}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_back_up_has_an_end() {
        let folder = Folder::with_sample(&[]);
        let public = folder.0.join("public");
        std::os::unix::fs::symlink(&public, public.join("again")).expect("a link");
        let said = Public::read(&public).err().expect("an end");
        assert!(said.contains("folders lie too deep"), "{said}");
    }
}
