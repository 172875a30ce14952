//! Running text of the agenda, as elements.

use agenda::model::Session;
use agenda::text::{Block, Inline, Text};

use super::links::Anchor;
use crate::prelude::*;
use crate::state::programme::use_agenda;

/// A text, as blocks.
#[component]
pub fn Prose(
    /// The text.
    text: &'static Text,
    /// The session of which it tells.
    #[prop(optional)]
    of: Option<&'static Session>,
) -> impl IntoView {
    let agenda = use_agenda();
    let lang = of.map_or_else(|| agenda.lang(), |session| agenda.lang_of(session));
    let block = |block: &'static Block| match block {
        Block::Paragraph(runs) => view! { <p dir="auto">{inlines(runs)}</p> },
        Block::List(items) => {
            let items = items.iter().map(|item| view! { <li dir="auto">{inlines(item)}</li> });
            view! { <ul class="prose">{items.collect_view()}</ul> }
        }
    };
    view! { <div class="prose" lang=lang>{text.blocks().iter().map(block).collect_view()}</div> }
}

/// A text, inside a line.
#[component]
pub fn ProseInline(
    /// The text.
    text: &'static Text,
) -> impl IntoView {
    let runs = text.blocks().iter().flat_map(|block| match block {
        Block::Paragraph(runs) => vec![runs],
        Block::List(items) => items.iter().collect(),
    });
    runs.map(|runs| inlines(runs)).collect_view()
}

fn inlines(runs: &'static [Inline]) -> impl IntoView {
    let inline = |run: &'static Inline| match run {
        Inline::Plain(text) => text.as_str().into_any(),
        Inline::Emphasis(text) => view! { <em>{text.as_str()}</em> },
        Inline::Strong(text) => view! { <strong>{text.as_str()}</strong> },
        Inline::Code(text) => view! { <code>{text.as_str()}</code> },
        Inline::Link(label, href) => view! { <Anchor href words=label.as_str()/> },
    };
    runs.iter().map(inline).collect_view()
}
