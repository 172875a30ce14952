//! Running text of the agenda, as elements.

use agenda::text::{Block, Inline, Text};

use super::links::Anchor;
use crate::prelude::*;

/// A text, as blocks.
#[component]
pub fn Prose(
    /// The text.
    text: &'static Text,
) -> impl IntoView {
    let block = |block: &'static Block| match block {
        Block::Paragraph(runs) => view! { <p>{inlines(runs)}</p> },
        Block::List(items) => {
            let items = items.iter().map(|item| view! { <li>{inlines(item)}</li> });
            view! { <ul class="prose">{items.collect_view()}</ul> }
        }
    };
    view! { <div class="prose">{text.blocks().iter().map(block).collect_view()}</div> }
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
