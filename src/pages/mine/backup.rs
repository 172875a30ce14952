//! Everything that is mine as a file, and back again.

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use crate::agenda::backup::{Backup, Refusal};
use crate::agenda::picks::Shelf;
use crate::browser::file;
use crate::components::card::counted;
use crate::markup::{Element, Node, button, el};
use crate::state::App;

/// The text of the file that was chosen, if there is one. (Not of a type of its
/// own, for which the signal would cost half a kilobyte.)
type Chosen = RwSignal<Vec<String>>;

/// A file to keep, and a way to bring one back.
pub(super) fn backup(app: App) -> Element {
    let event = &app.agenda.event().id;
    let chosen: Chosen = RwSignal::new(Vec::new());
    let save = move || {
        let text = app.kept.with(|picks| Backup::write(event, picks, &app.kept.settings()));
        file::save(&format!("{event}-my-schedule.json"), "application/json", &text);
    };
    let read = move |text: Option<String>| chosen.set(vec![text.unwrap_or_default()]);
    let choose = el("label").class("button file").text("Bring back from a file").with(
        el("input")
            .attr("type", "file")
            .attr("id", "restore")
            .attr("accept", ".json,application/json")
            .on("change", move |_| file::read("#restore", read)),
    );
    let words = "Stars, notes, reminders, watched marks and settings in one file: to put away, or to carry to another \
                 browser.";
    el("div")
        .class("take__part")
        .with(el("h3").text("A backup"))
        .with(el("p").text(words))
        .with(el("p").class("actions").with(button("Save a backup", save)).with(choose))
        .with(el("div").attr("role", "status").live(move || chosen.get().pop().map(|text| answer(app, chosen, &text))))
}

/// What is in the file, before anything changes.
fn answer(app: App, chosen: Chosen, text: &str) -> Node {
    match Backup::read(text, &app.agenda.event().id) {
        Ok(backup) => preview(app, chosen, backup).into(),
        Err(why) => el("p").class("missing").text(refusal(&why)).into(),
    }
}

fn preview(app: App, chosen: Chosen, backup: Backup) -> Element {
    let news = app.kept.with(|picks| backup.news(picks));
    let number = |shelf| backup.items.iter().filter(|(key, entry)| key.shelf == shelf && entry.on).count();
    let new = |shelf| news.iter().filter(|(key, text)| key.shelf == shelf && text.is_some()).count();
    let parts = [(Shelf::Star, "star"), (Shelf::Note, "note"), (Shelf::Watched, "watched mark")];
    let parts = parts.into_iter().filter_map(|(shelf, noun)| {
        let all = counted(number(shelf), noun)?;
        Some(if new(shelf) == 0 {
            format!("{all}, all of which you have")
        } else {
            format!("{all}, {} new", new(shelf))
        })
    });
    let parts: Vec<String> = parts.collect();
    let inside = if parts.is_empty() { "no stars".to_owned() } else { parts.join("; ") };
    let words = format!("The file has {inside}. Nothing has changed yet, and nothing that you have now will be lost.");
    let take = move || {
        app.kept.put_settings(&backup.settings);
        app.kept.change_with_undo("What was in the file is here again.".to_owned(), &news);
        app.refresh();
        chosen.set(Vec::new());
    };
    let actions = el("p")
        .class("notice__actions")
        .with(button("Bring it back", take).focused())
        .with(button("Leave it", move || chosen.set(Vec::new())));
    el("div").class("notice").with(el("p").text(words)).with(actions)
}

fn refusal(why: &Refusal) -> String {
    match why {
        Refusal::Foreign => "That file is not a backup of this app. Nothing has changed.".to_owned(),
        Refusal::Damaged => {
            "That backup is damaged: part of it is missing or was changed. Nothing has changed here. Try another copy."
                .to_owned()
        }
        Refusal::Newer => {
            "A newer version of this app wrote that backup. Reload to get that version; nothing has changed.".to_owned()
        }
        Refusal::OtherEvent(id) => {
            format!("That backup belongs to another event (“{id}”). Nothing has changed here.")
        }
    }
}
