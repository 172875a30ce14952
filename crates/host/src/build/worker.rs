//! The service worker, with the list of the files that it precaches.

use std::collections::BTreeMap;

use serde_json::json;

use super::address::NOT_FOUND;
use super::digest::Digest;

/// The placeholder for the list in the worker's source.
const PLACE: &str = "\"__MERIDIAN_MANIFEST__\"";

/// Pages that are precached. The agenda is not among them: it changes without a
/// build.
pub(super) const PAGES: [&str; 7] = [
    NOT_FOUND,
    "about/index.html",
    "index.html",
    "mine/index.html",
    "people/index.html",
    "programme/index.html",
    "watch/index.html",
];

/// The worker that precaches these files, each by its place in the site.
///
/// # Errors
/// The source does not have the place of the list exactly once.
pub(super) fn worker(source: &str, files: &BTreeMap<String, Digest>) -> Result<String, String> {
    let Some((before, after)) = source.split_once(PLACE).filter(|(_, after)| !after.contains(PLACE)) else {
        return Err(format!("the service worker of the built app does not contain {PLACE} exactly once"));
    };
    let lines = files.iter().map(|(path, digest)| format!("{path} {}\n", digest.integrity()));
    let version = Digest::of(lines.collect::<String>().as_bytes()).short();
    let files: BTreeMap<&str, String> = files.iter().map(|(path, digest)| (&**path, digest.integrity())).collect();
    Ok(format!("{before}{}{after}", json!({ "version": version, "shell": NOT_FOUND, "files": files })))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> BTreeMap<String, Digest> {
        [("404.html", "x"), ("app/a.js", text)]
            .map(|(path, text)| (path.to_owned(), Digest::of(text.as_bytes())))
            .into()
    }

    #[test]
    fn the_list_stands_where_its_place_was() {
        let made = worker("const list=\"__MERIDIAN_MANIFEST__\";go()", &files("abc")).expect("a worker");
        let list =
            made.strip_prefix("const list=").and_then(|rest| rest.strip_suffix(";go()")).expect("the rest is kept");
        let list: serde_json::Value = serde_json::from_str(list).expect("JSON");
        assert_eq!(list["shell"], "404.html");
        assert_eq!(list["files"]["app/a.js"], "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        let version = list["version"].as_str().expect("a version");
        assert!(version.len() == 16 && version.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }

    #[test]
    fn the_version_follows_every_byte() {
        let made = |text| worker(PLACE, &files(text)).expect("a worker");
        assert_eq!(made("abc"), made("abc"));
        assert_ne!(made("abc"), made("abd"));
    }

    #[test]
    fn a_worker_without_the_place_is_refused() {
        for source in ["", "'__MERIDIAN_MANIFEST__'", "\"__MERIDIAN_MANIFEST__\" + \"__MERIDIAN_MANIFEST__\""] {
            assert!(worker(source, &files("")).is_err_and(|said| said.contains("exactly once")), "{source}");
        }
    }
}
