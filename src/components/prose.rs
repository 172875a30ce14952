//! Running text of the agenda, as elements.

use super::links::anchor;
use crate::agenda::text::{Block, Inline, Text};
use crate::markup::{Element, Node, el, list};
use crate::state::App;

/// Shows a text.
pub fn prose(app: App, text: &'static Text) -> Element {
    el("div").class("prose").each(text.blocks().iter().map(|block| match block {
        Block::Paragraph(runs) => el("p").each(inlines(app, runs)),
        Block::List(items) => list("prose", items.iter().map(|item| inlines(app, item))),
    }))
}

/// Shows a text inside a line.
pub fn prose_inline(app: App, text: &'static Text) -> Vec<Node> {
    let runs = text.blocks().iter().flat_map(|block| match block {
        Block::Paragraph(runs) => vec![runs],
        Block::List(items) => items.iter().collect(),
    });
    runs.flat_map(|runs| inlines(app, runs)).collect()
}

fn inlines(app: App, runs: &'static [Inline]) -> Vec<Node> {
    let inline = |run: &'static Inline| match run {
        Inline::Plain(text) => text.as_str().into(),
        Inline::Emphasis(text) => el("em").text(text.as_str()).into(),
        Inline::Strong(text) => el("strong").text(text.as_str()).into(),
        Inline::Code(text) => el("code").text(text.as_str()).into(),
        Inline::Link(label, href) => anchor(app, href, label.as_str()).into(),
    };
    runs.iter().map(inline).collect()
}
