//! A site is put in place whole, or not at all.

use super::*;
use crate::build::fixture::{Folder, files};

/// Puts a site of one page there, with these words on it.
fn put_site(folder: &Folder, place: &str, words: &str) {
    for (file, words) in [("sw.js", ""), ("app/a.js", ""), ("index.html", words)] {
        folder.put(&format!("{place}/{file}"), words);
    }
}

fn page(folder: &Folder) -> String {
    fs::read_to_string(folder.0.join("dist/index.html")).expect("a page")
}

fn begin(folder: &Folder) -> Result<Site, String> {
    Site::begin(&folder.0.join("dist"))
}

#[test]
fn a_site_that_is_not_finished_leaves_no_trace() {
    let folder = Folder::new();
    put_site(&folder, "dist", "old");
    let site = begin(&folder).expect("room");
    site.write("index.html", b"new", Effort::Quick).expect("written");
    assert_eq!((page(&folder).as_str(), folder.names()), ("old", vec!["dist".to_owned(), "dist.new".to_owned()]));
    drop(site);
    assert_eq!((page(&folder).as_str(), folder.names()), ("old", vec!["dist".to_owned()]));
}

#[test]
fn a_finished_site_stands_in_place_of_the_old_one() {
    let folder = Folder::new();
    put_site(&folder, "dist", "old");
    folder.put("dist/gone.txt", "old");
    let site = begin(&folder).expect("room");
    site.write("index.html", b"new", Effort::Quick).expect("written");
    assert_eq!(site.finish(), Ok(3));
    assert_eq!((page(&folder).as_str(), folder.names()), ("new", vec!["dist".to_owned()]));
    assert!(!folder.0.join("dist/gone.txt").exists());
}

#[test]
fn when_the_new_site_cannot_be_put_in_place_the_old_one_stands() {
    let folder = Folder::new();
    put_site(&folder, "dist", "old");
    let site = begin(&folder).expect("room");
    // Renaming onto a folder with something in it fails, with the old site still in its place,
    folder.put("dist.old/diary.txt", "mine");
    assert!(site.finish().is_err_and(|said| said.contains("dist: cannot be replaced")));
    assert_eq!((page(&folder).as_str(), folder.names()), ("old", vec!["dist".to_owned(), "dist.old".to_owned()]));
}

#[test]
fn when_the_new_site_cannot_follow_the_old_one_is_put_back() {
    let folder = Folder::new();
    put_site(&folder, "dist", "old");
    let mut site = begin(&folder).expect("room");
    // It goes away together with the old one.
    site.fresh = folder.0.join("dist/fresh");
    folder.put(&format!("dist/fresh/{MARK}"), "");
    assert!(site.finish().is_err_and(|said| said.contains("cannot be put in place")));
    assert_eq!(page(&folder), "old");
    assert!(!folder.0.join("dist.old").exists());
}

#[test]
fn when_the_new_site_is_gone_the_old_one_stands() {
    let folder = Folder::new();
    put_site(&folder, "dist", "old");
    let site = begin(&folder).expect("room");
    fs::remove_dir_all(folder.0.join("dist.new")).expect("another process removes it");
    assert!(site.finish().is_err_and(|said| said.contains("cannot be put in place")));
    assert_eq!((page(&folder).as_str(), folder.names()), ("old", vec!["dist".to_owned()]));
}

#[test]
fn what_a_run_left_behind_when_it_was_broken_off_is_cleared() {
    // While writing; between the two steps of the swap; while the old one was removed.
    let unfinished = |folder: &Folder, place: &str| folder.put(&format!("{place}/{MARK}"), "");
    for (whole, half, said) in [
        (&["dist"][..], &["dist.new"][..], "dist"),
        (&["dist.old", "dist.new"], &[], "dist.old"),
        (&["dist"], &["dist.old"], "dist"),
        (&["dist"], &["dist.old", "dist.new"], "dist"),
    ] {
        let folder = Folder::new();
        for place in [whole, half].concat() {
            put_site(&folder, place, place);
        }
        for place in half {
            unfinished(&folder, place);
        }
        let site = begin(&folder).expect("room");
        assert_eq!((page(&folder).as_str(), folder.names()), (said, vec!["dist".to_owned(), "dist.new".to_owned()]));
        assert_eq!(files(&folder.0.join("dist.new")).keys().collect::<Vec<_>>(), [MARK]);
        drop(site);
    }
}

#[test]
fn a_folder_of_that_name_that_is_not_ours_is_left_alone() {
    for place in ["dist.new", "dist.old"] {
        let folder = Folder::new();
        put_site(&folder, "dist", "old");
        folder.put(&format!("{place}/diary.txt"), "mine");
        assert!(begin(&folder).is_err_and(|said| said.contains("Move or remove it")), "{place}");
        assert!(folder.0.join(place).join("diary.txt").exists() && page(&folder) == "old");
    }
    // A copy that the host made.
    let folder = Folder::new();
    put_site(&folder, "dist.old", "copy");
    assert!(begin(&folder).is_err_and(|said| said.contains("Move or remove it")));
    assert_eq!(folder.names(), ["dist.old"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_site_goes_on_leading_to_it() {
    let folder = Folder::new();
    put_site(&folder, "real", "old");
    std::os::unix::fs::symlink(folder.0.join("real"), folder.0.join("dist")).expect("a link");
    let site = begin(&folder).expect("room");
    site.write("index.html", b"new", Effort::Quick).expect("written");
    assert_eq!(site.finish(), Ok(3));
    assert_eq!((page(&folder).as_str(), folder.names()), ("new", vec!["dist".to_owned(), "real".to_owned()]));
    assert!(folder.0.join("dist").is_symlink());
}

#[test]
fn folders_on_the_way_are_made() {
    let folder = Folder::new();
    let site = Site::begin(&folder.0.join("a/b/dist")).expect("room");
    site.write("x/index.html", b"new", Effort::Quick).expect("written");
    assert_eq!(site.finish(), Ok(3));
    assert!(folder.0.join("a/b/dist/x/index.html.br").exists());
}
