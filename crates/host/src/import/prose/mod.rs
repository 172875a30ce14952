//! Running text of other tools as the safe subset of the domain.
//!
//! No field of theirs says what it is marked up with: HTML is known by its tags, anything
//! else is read as Markdown, of which plain text is a case.

mod builder;
mod html;
mod markdown;
mod runs;

#[cfg(test)]
mod tests;

use agenda::text::Text;
use url::Url;

use super::lost::Lost;
use builder::Builder;

pub(super) use runs::href;

/// Tags that show that a text is HTML, with what follows their name.
const TAGS: [&str; 16] = [
    "</p>",
    "<p>",
    "<p ",
    "<br",
    "</a>",
    "</li>",
    "<ul",
    "</strong>",
    "</em>",
    "</b>",
    "</i>",
    "</span>",
    "</div>",
    "</h",
    "<blockquote",
    "</code>",
];

/// The longest text that is read, in bytes. What is marked up takes a hundred times its size while it is read.
const LONGEST: usize = 100_000;

/// How line breaks of a text are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// A blank line ends a paragraph.
    Wrapped,
    /// Each line is a paragraph, as people type into plain fields.
    Apart,
}

/// Reads a text; `None` when it holds no words.
pub(super) fn read(source: &str, lines: Lines, base: Option<&Url>, lost: &mut Lost) -> Option<Text> {
    let end = source.floor_char_boundary(LONGEST);
    let source = match source.split_at_checked(end) {
        Some((start, rest)) if !rest.is_empty() => {
            lost.add("texts longer than 100 KB, of which the beginning is kept", start);
            start
        }
        Some(_) | None => source,
    };
    let mut builder = Builder::new(base, lost);
    let lower = source.to_ascii_lowercase();
    if TAGS.iter().any(|tag| lower.contains(tag)) {
        html::read(source, &mut builder);
    } else if lines == Lines::Apart {
        let apart: Vec<&str> = source.lines().map(str::trim).collect();
        markdown::read(&apart.join("\n\n"), &mut builder);
    } else {
        markdown::read(source, &mut builder);
    }
    builder.finish()
}
