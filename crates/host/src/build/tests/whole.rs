//! A site is written whole or not at all, and the same input gives the same bytes.

use std::fs;

use super::{SITE, differences};
use crate::build::fixture::{APP, Folder, files, name};

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, two) = (Folder::with_sample(&[SITE]), Folder::with_sample(&[SITE]));
    let first = one.site();
    assert_eq!(differences(&first, &one.site()), [""; 0], "over itself");
    assert_eq!(differences(&first, &two.site()), [""; 0], "elsewhere");
}

#[test]
fn a_site_can_be_built_in_its_own_place() {
    let folder = Folder::with_sample(&[]);
    let first = folder.site();
    let outcome = folder.build_from("public", "dist/app", "dist");
    assert_eq!((outcome.code, outcome.complaint.as_str()), (0, ""));
    assert_eq!(differences(&files(&folder.0.join("dist")), &first), [""; 0]);
    assert_eq!(folder.names(), ["app", "dist", "public"]);
}

#[test]
fn a_bad_agenda_is_refused_with_the_report_of_check() {
    let bad = ("\"kind\": \"talk\"", "\"kind\": \"tlak\"");
    let folder = Folder::with_sample(&[bad, ("\"level\"", "\"levle\"")]);
    let outcome = folder.build();
    let name = folder.0.join("public/agenda.json");
    let checked = crate::check(&name, &crate::CheckOrder::default());
    assert_eq!((outcome.code, outcome.answer.as_str()), (1, ""));
    assert_eq!(outcome.complaint, format!("{}Nothing was written.\n", checked.answer));
    assert_eq!(folder.names(), ["app", "public"]);
}

#[test]
fn after_a_warning_the_site_is_built() {
    let outcome = Folder::with_sample(&[("\"summary\"", "\"sumary\"")]).build();
    assert_eq!(outcome.code, 0);
    assert!(outcome.complaint.contains("did you mean `summary`?"), "{}", outcome.complaint);
    let picture = "\"hero\": { \"src\": \"https://bücher.example/a.jpg\", \"alt\": \"\" }, \"mode\"";
    let outcome = Folder::with_sample(&[("\"mode\"", picture)]).build();
    assert!(outcome.complaint.contains("warning: https://bücher.example/a.jpg: no policy can name its host"));
}

#[test]
fn a_failed_build_leaves_the_old_site_as_it_was() {
    type Break = fn(&Folder);
    let breaks: [(&str, Break); 9] = [
        ("there is none", |folder| fs::remove_file(folder.0.join("public/agenda.json")).expect("an agenda")),
        ("not UTF-8", |folder| folder.put("public/agenda.json", b"{\xff")),
        ("index.html: two files", |folder| folder.put("public/index.html", "mine")),
        ("sessions/late/index.html: two files", |folder| folder.put("public/sessions/late/index.html", "mine")),
        ("agenda.json.br: two files", |folder| folder.put("public/agenda.json.br", "mine")),
        ("app/mine.js: the folder app/", |folder| folder.put("public/app/mine.js", "mine")),
        ("icon.svg: this is no SVG", |folder| folder.put("public/icon.svg", "mine")),
        ("screenshots/a.png: this is no PNG", |folder| folder.put("public/screenshots/a.png", "mine")),
        ("there is no app/worker-….js", |folder| {
            fs::remove_file(folder.0.join(format!("app/{}", name(APP[5].0, APP[5].1, APP[5].2)))).expect("a worker");
        }),
    ];
    for (said, breaks) in breaks {
        let folder = Folder::with_sample(&[]);
        for place in ["sw.js", "app/a.js", "index.html"] {
            folder.put(&format!("dist/{place}"), "old");
        }
        let before = files(&folder.0.join("dist"));
        breaks(&folder);
        let outcome = folder.build();
        assert_eq!((outcome.code, outcome.answer.as_str()), (2, ""), "{said}");
        let said = said.replace("there is none", "there is no such file");
        assert!(outcome.complaint.contains(&said), "{said}: {}", outcome.complaint);
        assert!(outcome.complaint.ends_with("\nNothing was written.\n"), "{}", outcome.complaint);
        assert_eq!(differences(&files(&folder.0.join("dist")), &before), [""; 0], "{said}");
        assert_eq!(folder.names(), ["app", "dist", "public"], "{said}");
    }
}

#[test]
fn no_foreign_files_are_replaced() {
    let folder = Folder::with_sample(&[]);
    folder.put("home/diary.txt", "mine");
    folder.put("home/sw.js", "mine");
    let outcome = folder.build_from("public", "app", "home");
    assert_eq!(outcome.code, 2);
    assert!(outcome.complaint.contains("not a site made by Meridian"), "{}", outcome.complaint);
    assert_eq!(files(&folder.0.join("home")).len(), 2);
    fs::create_dir(folder.0.join("empty")).expect("a folder");
    assert_eq!(folder.build_from("public", "app", "empty").code, 0);
    folder.put("file", "mine");
    assert!(folder.build_from("public", "app", "file").complaint.contains("this is no folder"));
}

#[test]
fn a_site_and_the_files_it_is_made_from_stand_apart() {
    let folder = Folder::with_sample(&[]);
    folder.site();
    let outcome = folder.build_from("public", "app", "public/dist");
    assert!(outcome.complaint.contains("inside your own files"), "{}", outcome.complaint);
    for public in ["dist", "dist/agenda.json"] {
        let outcome = folder.build_from(public, "app", "dist");
        assert!(outcome.complaint.contains("inside the site"), "{}", outcome.complaint);
        assert!(folder.0.join("dist/agenda.json").exists());
    }
    assert_eq!(files(&folder.0.join("public")).len(), 1);
}

#[test]
fn each_step_is_reported() {
    let folder = Folder::with_sample(&[]);
    let [public, app, out] = ["public", "app", "dist"].map(|place| folder.0.join(place));
    let steps = std::sync::Mutex::new(Vec::new());
    let tell = |step: &str| steps.lock().expect("no thread panics").push(step.to_owned());
    crate::build::build(&crate::build::Order { public, app, out }, &tell);
    let steps = steps.into_inner().expect("no thread panics");
    assert_eq!(steps.len(), 3, "{steps:?}");
    assert!(steps.iter().all(|step| !step.contains('\n')));
}
