//! What a visitor should know about a session's facts.

use leptos::prelude::*;

use super::links::Anchor;
use super::prose::Prose;
use crate::agenda::model::{Note, NoteKind};
use crate::state::App;

/// Notes with their sources.
#[component]
pub fn Notes(app: App, notes: &'static [Note]) -> impl IntoView {
    let notes = notes.iter().map(move |note| {
        let sources = note.sources.iter().enumerate().map(move |(index, source)| {
            view! { <li><Anchor app href=source>{format!("Source {}", index + 1)}</Anchor></li> }
        });
        view! {
            <aside class=format!("note note--{}", note.kind.word())>
                <p class="note__kind">{words(note.kind)}</p>
                <Prose app text=&note.text />
                {(!note.sources.is_empty()).then(|| view! { <ul class="note__sources">{sources.collect_view()}</ul> })}
            </aside>
        }
    });
    notes.collect_view()
}

fn words(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Information => "Good to know",
        NoteKind::Derived => "Worked out, not announced",
        NoteKind::Conflicting => "Sources disagree",
        NoteKind::Correction => "Corrected",
    }
}
