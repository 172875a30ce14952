//! The built app: the files that `make build` makes; a host needs no source.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::digest::Digest;

/// What to do about a folder that is no built app.
const REMEDY: &str = "Name the folder `app` of a site that was built, or build it with `make build`";

/// The built app, as far as pages and site need to know it.
pub(super) struct BuiltApp {
    /// Every file by its place in the site.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// The place of the script that starts the app.
    pub(super) glue: String,
    /// The place of the app itself.
    pub(super) wasm: String,
    /// The place of the script that pages load for use without a network.
    pub(super) later: String,
    /// The place of the words by which zones are found.
    pub(super) places: String,
    /// The script in the head of every page.
    pub(super) head: String,
    /// The stylesheet of every page.
    pub(super) style: String,
    /// The place of that script, for pages that share it.
    pub(super) head_place: String,
    /// The place of that stylesheet, for pages that share it.
    pub(super) style_place: String,
    /// The service worker, still without its list.
    pub(super) worker: String,
    /// The service worker that removes itself.
    pub(super) off: String,
}

impl BuiltApp {
    /// Reads the folder.
    ///
    /// # Errors
    /// What is missing or has a wrong name, and what to do.
    pub(super) fn read(folder: &Path) -> Result<Self, String> {
        let files = files(folder)?;
        let place = |stem: &str, end: &str| {
            let stem = format!("app/{stem}-");
            let mut found = files.keys().filter(|path| {
                path.strip_prefix(&stem)
                    .is_some_and(|rest| rest.len() == 17 + end.len() && rest.ends_with(&format!(".{end}")))
            });
            let name = format!("{stem}….{end}");
            match (found.next(), found.next()) {
                (Some(one), None) => Ok(one.clone()),
                (None, _) => Err(format!("{}: there is no {name} in it. {REMEDY}.", folder.display())),
                (Some(_), Some(_)) => {
                    Err(format!("{}: there is more than one {name} in it. Remove the old one.", folder.display()))
                }
            }
        };
        let text = |stem: &str, end: &str| -> Result<String, String> {
            let path = place(stem, end)?;
            let text = files.get(&path).and_then(|bytes| str::from_utf8(bytes).ok());
            // A reader of HTML would make the same of line ends, and the hash would not fit.
            text.map(|text| text.replace("\r\n", "\n").replace('\r', "\n"))
                .ok_or_else(|| format!("{path}: the text is not UTF-8. {REMEDY}."))
        };
        let head = text("head", "js")?;
        let style = text("style", "css")?;
        for (name, text, bad) in [("head", &head, "</script"), ("head", &head, "<!--"), ("style", &style, "</style")] {
            if text.to_ascii_lowercase().contains(bad) {
                return Err(format!("app/{name}-…: it contains `{bad}`, and so cannot be inlined in a page."));
            }
        }
        Ok(Self {
            glue: place("meridian", "js")?,
            wasm: place("meridian", "wasm")?,
            later: place("later", "js")?,
            places: place("places", "txt")?,
            head_place: place("head", "js")?,
            style_place: place("style", "css")?,
            head,
            style,
            worker: text("worker", "js")?,
            off: text("off", "js")?,
            files,
        })
    }
}

/// Every file of the folder but the compressed ones, which are made anew.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let said = |error| format!("{}: the folder cannot be read ({error}). {REMEDY}.", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(said)? {
        let path = entry.map_err(said)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if path.extension().is_some_and(|end| end == "br" || end == "gz") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| format!("{}: cannot be read ({error})", path.display()))?;
        if !is_named_by(&name, &bytes) {
            return Err(format!(
                "{}: its name does not carry the hash of its bytes, and browsers cache what is in app/ for ever. {REMEDY}.",
                path.display()
            ));
        }
        files.insert(format!("app/{name}"), bytes);
    }
    Ok(files)
}

/// Whether a name is `stem-hash.end` with the hash of the bytes.
fn is_named_by(name: &str, bytes: &[u8]) -> bool {
    let stem = name.rsplit_once('.').map(|(stem, _)| stem);
    stem.and_then(|stem| stem.rsplit_once('-')).is_some_and(|(_, hash)| hash == Digest::of(bytes).short())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::fixture::{APP, Folder, name};

    fn read(folder: &Folder) -> Result<BuiltApp, String> {
        BuiltApp::read(&folder.0.join("app"))
    }

    /// An app with one part in place of another of that kind.
    fn with(stem: &str, end: &str, bytes: &str) -> Folder {
        let folder = Folder::with_sample(&[]);
        let (_, _, old) = APP.into_iter().find(|part| (part.0, part.1) == (stem, end)).expect("a part");
        fs::remove_file(folder.0.join(format!("app/{}", name(stem, end, old)))).expect("a file");
        folder.put(&format!("app/{}", name(stem, end, bytes)), bytes);
        folder
    }

    #[test]
    fn takes_every_part_and_makes_compressed_files_anew() {
        let folder = Folder::with_sample(&[]);
        folder.put("app/style-0000000000000000.css.br", "old");
        folder.put("app/style-0000000000000000.css.gz", "old");
        let app = read(&folder).expect("an app");
        assert_eq!(app.files.len(), 8);
        assert_eq!(app.glue, format!("app/{}", name("meridian", "js", APP[0].2)));
        assert_eq!((app.head.as_str(), app.style.as_str()), ("window.head=1;", "p{color:red}"));
    }

    #[test]
    fn what_is_no_app_is_refused_with_a_remedy() {
        let folder = Folder::with_sample(&[]);
        let missing = BuiltApp::read(&folder.0.join("no-such-folder")).err().expect("no app");
        assert!(missing.contains("cannot be read") && missing.contains(REMEDY), "{missing}");
        for (stem, end, bytes) in APP {
            let folder = Folder::with_sample(&[]);
            fs::remove_file(folder.0.join(format!("app/{}", name(stem, end, bytes)))).expect("a file");
            let said = read(&folder).err().expect("a part is missing");
            assert!(said.contains(&format!("there is no app/{stem}-….{end}")), "{said}");
        }
        folder.put(&format!("app/{}", name("style", "css", "p{}")), "p{}");
        let said = read(&folder).err().expect("there are two");
        assert!(said.contains("more than one app/style-….css"), "{said}");
    }

    #[test]
    fn names_that_do_not_fit_the_bytes_are_refused() {
        for place in ["app/style-0123456789abcdef.css", "app/note.txt", "app/a-b.js"] {
            let folder = Folder::with_sample(&[]);
            folder.put(place, "other bytes");
            let said = read(&folder).err().expect("a wrong name");
            assert!(said.contains("does not carry the hash of its bytes"), "{said}");
        }
    }

    #[test]
    fn what_would_end_its_element_cannot_be_inlined() {
        for (stem, end, bytes) in
            [("head", "js", "a='</SCRIPT>'"), ("head", "js", "a='<!--'"), ("style", "css", "a{b:'</style>'}")]
        {
            let said = read(&with(stem, end, bytes)).err().expect("refused");
            assert!(said.contains("cannot be inlined in a page"), "{said}");
        }
    }
}
