//! Running text: a small, safe subset of Markdown, read into a tree.
//!
//! Paragraphs are separated by a blank line, list items start with `- `;
//! inside them are `*emphasis*`, `**strong**`, `` `code` `` and
//! `[label](link)`. A backslash escapes a mark. Nothing becomes HTML.

mod write;

use super::fault::clip;
use super::letters::unfit;
use super::link::Href;

/// A text as its blocks, in order; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", extend("pattern" = r"\S"), example = &"A text."))]
pub struct Text(Vec<Block>);

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, item by item.
    List(Vec<Vec<Inline>>),
}

/// A run of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// As it is.
    Plain(String),
    /// Stressed.
    Emphasis(String),
    /// Important.
    Strong(String),
    /// Computer text.
    Code(String),
    /// A link and its words.
    Link(String, Href),
}

impl Text {
    /// Reads the subset.
    ///
    /// # Errors
    /// The text is blank or unfit to be shown, or a link in it leads where none may.
    pub fn parse(source: &str) -> Result<Self, String> {
        if let Some(problem) = unfit(source) {
            return Err(problem);
        }
        let mut blocks = Vec::new();
        let mut paragraph: Vec<&str> = Vec::new();
        let mut items = Vec::new();
        for line in source.lines().map(str::trim).chain([""]) {
            if let Some(item) = line.strip_prefix("- ") {
                items.push(inlines(item.trim_start())?);
            } else if !line.is_empty() {
                paragraph.push(line);
            } else {
                if !paragraph.is_empty() {
                    blocks.push(Block::Paragraph(inlines(&paragraph.join(" "))?));
                    paragraph.clear();
                }
                if !items.is_empty() {
                    blocks.push(Block::List(std::mem::take(&mut items)));
                }
            }
        }
        if blocks.is_empty() {
            return Err("here is an empty text".to_owned());
        }
        Ok(Self(blocks))
    }

    /// Its blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.0
    }

    /// The words alone, for search and plain-text formats; blocks on lines of their own.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        for block in &self.0 {
            let (mark, lines) = match block {
                Block::Paragraph(runs) => ("", std::slice::from_ref(runs)),
                Block::List(items) => ("- ", items.as_slice()),
            };
            for line in lines {
                if !plain.is_empty() {
                    plain.push('\n');
                }
                plain.push_str(mark);
                for run in line {
                    plain.push_str(words(run));
                }
            }
        }
        plain
    }
}

impl TryFrom<&str> for Text {
    type Error = String;

    fn try_from(source: &str) -> Result<Self, String> {
        Self::parse(source)
    }
}

fn words(run: &Inline) -> &str {
    match run {
        Inline::Plain(text) | Inline::Emphasis(text) | Inline::Strong(text) | Inline::Code(text) => text,
        Inline::Link(label, _) => label,
    }
}

/// Reads the runs of one block. A mark that is never closed is plain text.
fn inlines(source: &str) -> Result<Vec<Inline>, String> {
    let mut runs = Vec::new();
    let mut plain = String::new();
    let mut rest = source;
    loop {
        let mark = rest.find(['*', '`', '[', '\\']).and_then(|at| rest.split_at_checked(at));
        let (before, from) = mark.unwrap_or((rest, ""));
        plain.push_str(before);
        let Some(first) = from.chars().next() else { break };
        rest = from;
        if let Some((run, after)) = marked(rest)? {
            if !plain.is_empty() {
                runs.push(Inline::Plain(std::mem::take(&mut plain)));
            }
            runs.push(run);
            rest = after;
            continue;
        }
        let escaped = rest.strip_prefix('\\').and_then(|after| after.chars().next());
        let taken = escaped.filter(|c| matches!(c, '\\' | '*' | '`' | '[' | '-'));
        plain.push(taken.unwrap_or(first));
        // All of these marks are one byte long.
        rest = rest.get(1 + usize::from(taken.is_some())..).unwrap_or_default();
    }
    if !plain.is_empty() {
        runs.push(Inline::Plain(plain));
    }
    Ok(runs)
}

/// A mark, and the run between two of it.
type Pair = (&'static str, fn(String) -> Inline);

/// The run that a mark at the start opens, and what follows it.
fn marked(source: &str) -> Result<Option<(Inline, &str)>, String> {
    if let Some(link) = source.strip_prefix('[') {
        return bracketed(link);
    }
    let marks: [Pair; 3] = [("**", Inline::Strong), ("*", Inline::Emphasis), ("`", Inline::Code)];
    for (mark, run) in marks {
        let inside = source.strip_prefix(mark).and_then(|rest| rest.split_once(mark));
        if let Some((inside, after)) = inside
            && !inside.trim().is_empty()
            && inside.trim() == inside
        {
            return Ok(Some((run(inside.to_owned()), after)));
        }
    }
    Ok(None)
}

/// Reads `label](link)`, when that is what follows the bracket.
fn bracketed(source: &str) -> Result<Option<(Inline, &str)>, String> {
    let Some((label, rest)) = source.split_once("](") else {
        return Ok(None);
    };
    let Some((target, after)) = rest.split_once(')') else {
        return Ok(None);
    };
    if label.is_empty() || label.contains('[') {
        return Ok(None);
    }
    let href = Href::new(target)
        .ok_or_else(|| format!("a link in this text leads to `{}`, which is not allowed", clip(target)))?;
    Ok(Some((Inline::Link(label.to_owned(), href), after)))
}

#[cfg(test)]
mod tests;
