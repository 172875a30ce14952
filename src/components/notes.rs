//! What a visitor should know about a session's facts.

use agenda::link::Href;
use agenda::model::{Note, NoteKind};

use super::links::Anchor;
use super::prose::Prose;
use crate::prelude::*;

/// Notes with their sources.
#[component]
pub fn Notes(
    /// The notes.
    notes: &'static [Note],
) -> impl IntoView {
    notes.iter().map(|note| view! { <One note/> }).collect_view()
}

#[component]
fn One(
    /// The note.
    note: &'static Note,
) -> impl IntoView {
    let source = |(index, href): (usize, &'static Href)| {
        view! { <li><Anchor href words=format!("Source {}", index + 1)/></li> }
    };
    let sources = (!note.sources.is_empty()).then(|| {
        view! { <ul class="note__sources">{note.sources.iter().enumerate().map(source).collect_view()}</ul> }
    });
    view! {
        <aside class=format!("note note--{}", note.kind.word())>
            <p class="note__kind">{words(note.kind)}</p>
            <Prose text=&note.text/>
            {sources}
        </aside>
    }
}

fn words(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Information => "Good to know",
        NoteKind::Derived => "Worked out, not announced",
        NoteKind::Conflicting => "Sources disagree",
        NoteKind::Correction => "Corrected",
    }
}
