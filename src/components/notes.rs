//! What a visitor should know about a session's facts.

use super::links::anchor;
use super::prose::prose;
use crate::agenda::model::{Note, NoteKind};
use crate::markup::{Element, Node, el, list};
use crate::state::App;

/// Notes with their sources.
pub fn notes(app: App, notes: &'static [Note]) -> Vec<Node> {
    notes.iter().map(|note| one(app, note).into()).collect()
}

fn one(app: App, note: &'static Note) -> Element {
    let sources = note.sources.iter().enumerate();
    let sources = sources.map(|(index, source)| anchor(app, source, format!("Source {}", index + 1)));
    el("aside")
        .class(format!("note note--{}", note.kind.word()))
        .with(el("p").class("note__kind").text(words(note.kind)))
        .with(prose(app, &note.text))
        .with((!note.sources.is_empty()).then(|| list("note__sources", sources)))
}

fn words(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Information => "Good to know",
        NoteKind::Derived => "Worked out, not announced",
        NoteKind::Conflicting => "Sources disagree",
        NoteKind::Correction => "Corrected",
    }
}
