//! Everything that is mine as a file, and back again.

use agenda::backup::{Backup, Refusal};
use agenda::bookmarks::BookmarkKind;
use leptos::html::Button;

use super::take::TakePart;
use crate::components::card::counted;
use crate::platform::{document, file};
use crate::prelude::*;
use crate::state::bookmarks::use_bookmarks;
use crate::state::programme::use_agenda;
use crate::state::use_state;

/// The text of the file that was chosen, if there is one.
type Chosen = RwSignal<Option<String>>;

/// A file to save, and a way to restore one.
#[component]
pub fn Backups() -> impl IntoView {
    let (agenda, bookmarks) = (use_agenda(), use_bookmarks());
    let event = &agenda.event().id;
    let chosen: Chosen = RwSignal::new(None);
    let save = move |_| {
        let text = untrack(|| bookmarks.with(|set| Backup::write(event, set, &bookmarks.settings())));
        file::save(&format!("{event}-my-schedule.json"), "application/json", &text);
    };
    let read = move |_| file::read("#restore", move |text| chosen.set(Some(text.unwrap_or_default())));
    let answer = move || {
        chosen.get().map(|text| match Backup::read(&text, event) {
            Ok(backup) => view! { <Preview chosen backup/> },
            Err(why) => view! { <p class="missing">{refusal(&why)}</p> },
        })
    };
    view! {
        <TakePart
            heading="A backup"
            words="Stars, notes, reminders, watched marks and settings in one file: to put away, or to carry to \
                   another browser."
        >
            <p class="actions">
                <button type="button" class="button" on:click=save>{"Save a backup"}</button>
                <label class="button file">
                    {"Restore from file"}
                    <input type="file" id="restore" accept=".json,application/json" on:change=read/>
                </label>
            </p>
            <div role="status">{move || answer()}</div>
        </TakePart>
    }
}

/// What is in the file, before anything changes.
#[component]
fn Preview(
    /// The text of the file.
    chosen: Chosen,
    /// What is in it.
    backup: Backup,
) -> impl IntoView {
    let (bookmarks, state) = (use_bookmarks(), use_state());
    let news = untrack(|| bookmarks.with(|set| backup.news(set)));
    let number = |kind| backup.items.iter().filter(|(key, entry)| key.kind == kind && entry.on).count();
    let new = |kind| news.iter().filter(|(key, text)| key.kind == kind && text.is_some()).count();
    let parts = [(BookmarkKind::Star, "star"), (BookmarkKind::Note, "note"), (BookmarkKind::Watched, "watched mark")];
    let parts = parts.into_iter().filter_map(|(kind, noun)| {
        let all = counted(number(kind), noun)?;
        Some(if new(kind) == 0 { format!("{all}, all of which you have") } else { format!("{all}, {} new", new(kind)) })
    });
    let parts: Vec<String> = parts.collect();
    let inside = if parts.is_empty() { "no stars".to_owned() } else { parts.join("; ") };
    let words =
        format!("The file contains {inside}. Nothing has changed yet, and nothing that you have now will be lost.");
    let restore = NodeRef::<Button>::new();
    restore.on_load(|restore| {
        document::take_focus(&restore);
    });
    let settings = backup.settings;
    let take = move |_| {
        bookmarks.put_settings(&settings);
        bookmarks.change_with_undo("The backup was restored.".to_owned(), &news);
        state.read_again();
        chosen.set(None);
    };
    view! {
        <div class="notice">
            <p>{words}</p>
            <p class="notice__actions">
                <button node_ref=restore type="button" class="button" on:click=take>{"Restore"}</button>
                <button type="button" class="button" on:click=move |_| chosen.set(None)>{"Cancel"}</button>
            </p>
        </div>
    }
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
