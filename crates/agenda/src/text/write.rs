//! A text as the source that reads as the same text.

use super::{Block, Inline, Text};
use crate::link::Href;

impl Text {
    /// A text of these blocks, without those that hold nothing; `None` when nothing is left.
    pub fn of(blocks: Vec<Block>) -> Option<Self> {
        let kept: Vec<Block> = blocks.into_iter().filter_map(filled).collect();
        (!kept.is_empty()).then_some(Self(kept))
    }

    /// The text in the subset of Markdown that [`Text::parse`] reads. A mark that the subset
    /// cannot hold, such as an asterisk inside of emphasis, leaves its words as plain text.
    pub fn source(&self) -> String {
        let blocks: Vec<String> = self.0.iter().map(block).collect();
        blocks.join("\n\n")
    }
}

/// The block without items that hold nothing.
fn filled(block: Block) -> Option<Block> {
    let has_words = |runs: &Vec<Inline>| !line(runs).is_empty();
    match block {
        Block::Paragraph(runs) => has_words(&runs).then_some(Block::Paragraph(runs)),
        Block::List(mut items) => {
            items.retain(has_words);
            (!items.is_empty()).then_some(Block::List(items))
        }
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(runs) => {
            let line = line(runs);
            // It would begin a list.
            if line.starts_with("- ") { format!("\\{line}") } else { line }
        }
        Block::List(items) => {
            let items: Vec<String> = items.iter().map(|runs| format!("- {}", line(runs))).collect();
            items.join("\n")
        }
    }
}

/// The runs on one line.
fn line(runs: &[Inline]) -> String {
    let line: String = runs.iter().map(run).collect();
    line.replace(['\n', '\r'], " ").trim().to_owned()
}

fn run(run: &Inline) -> String {
    match run {
        Inline::Plain(text) => escape(text),
        Inline::Emphasis(text) => marked("*", text, text.contains('*')),
        Inline::Strong(text) => marked("**", text, text.contains("**") || text.ends_with('*')),
        Inline::Code(text) => marked("`", text, text.contains('`')),
        Inline::Link(label, href) => link(label, href),
    }
}

/// The text between two marks, or as plain text where they could not be told from it.
fn marked(mark: &str, text: &str, is_unclear: bool) -> String {
    let is_bare = text.trim() != text || text.is_empty();
    if is_unclear || is_bare { escape(text) } else { format!("{mark}{text}{mark}") }
}

fn link(label: &str, href: &Href) -> String {
    let label = label.replace('[', "(").replace("](", ")(");
    // The first `)` ends the link.
    let href = href.replace(')', "%29");
    if label.trim().is_empty() { format!("[{href}]({href})") } else { format!("[{label}]({href})") }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '*' | '`' | '[') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
