//! Running text of the agenda, as elements.

use leptos::prelude::*;

use super::links::Anchor;
use crate::agenda::text::{Block, Inline, Text};
use crate::state::App;

/// Shows a text.
#[component]
pub fn Prose(app: App, text: &'static Text) -> impl IntoView {
    let blocks = text.blocks().iter().map(move |block| match block {
        Block::Paragraph(runs) => view! { <p>{inlines(app, runs)}</p> }.into_any(),
        Block::List(items) => {
            let items = items.iter().map(move |item| view! { <li>{inlines(app, item)}</li> });
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        }
    });
    view! { <div class="prose">{blocks.collect_view()}</div> }
}

/// Shows a text of one paragraph inside another element.
#[component]
pub fn ProseInline(app: App, text: &'static Text) -> impl IntoView {
    let runs = text.blocks().iter().flat_map(|block| match block {
        Block::Paragraph(runs) => vec![runs],
        Block::List(items) => items.iter().collect(),
    });
    runs.map(|runs| inlines(app, runs)).collect_view()
}

fn inlines(app: App, runs: &'static [Inline]) -> Vec<AnyView> {
    runs.iter()
        .map(|run| match run {
            Inline::Plain(text) => text.as_str().into_any(),
            Inline::Emphasis(text) => view! { <em>{text.as_str()}</em> }.into_any(),
            Inline::Strong(text) => view! { <strong>{text.as_str()}</strong> }.into_any(),
            Inline::Code(text) => view! { <code>{text.as_str()}</code> }.into_any(),
            Inline::Link(label, href) => view! { <Anchor app href>{label.as_str()}</Anchor> }.into_any(),
        })
        .collect()
}
