//! Runs of text and addresses in them, made tidy.

use agenda::link::Href;
use agenda::text::Inline;
use url::Url;

use crate::import::uri::uri;

/// Where a link leads, when it may lead there.
pub(in crate::import) fn href(target: &str, base: Option<&Url>) -> Option<Href> {
    let is_inside = target.starts_with('/') || target.starts_with('#') || target.is_empty();
    if !is_inside && let Some(href) = Href::new(&uri(target)) {
        return Some(href);
    }
    if target.starts_with('#') || target.is_empty() {
        return None;
    }
    let joined = match base {
        Some(base) => base.join(target),
        None => Url::parse(target),
    };
    joined.ok().and_then(|url| Href::new(&uri(url.as_str())))
}

/// The text without control characters, each stretch of white space as one space.
pub(super) fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if !character.is_whitespace() {
            if !character.is_control() {
                out.push(character);
            }
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// The address without what more likely belongs to the sentence around it.
pub(super) fn without_punctuation(address: &str) -> &str {
    let mut address = address;
    // Those that are cut off at the end close more than was opened.
    let open = address.matches('(').count();
    let mut closed = address.matches(')').count();
    loop {
        address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '”', '’', '»', ']']);
        match address.strip_suffix(')').filter(|_| closed > open) {
            Some(cut) => {
                closed -= 1;
                address = cut;
            }
            None => return address,
        }
    }
}

/// The runs with white space outside of marks, once, and not at the ends.
pub(super) fn tidy(runs: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let mut space = false;
    for run in runs {
        let (Inline::Plain(text)
        | Inline::Emphasis(text)
        | Inline::Strong(text)
        | Inline::Code(text)
        | Inline::Link(text, _)) = &run;
        let words = text.trim().to_owned();
        let (before, after) = (text.starts_with(' '), text.ends_with(' '));
        if words.is_empty() {
            space |= before;
            continue;
        }
        let gap = if (space || before) && !out.is_empty() { " " } else { "" };
        space = after;
        let run = match run {
            Inline::Plain(_) => Inline::Plain(format!("{gap}{words}")),
            styled @ (Inline::Emphasis(_) | Inline::Strong(_) | Inline::Code(_) | Inline::Link(..)) => {
                if !gap.is_empty() {
                    add(&mut out, Inline::Plain(gap.to_owned()));
                }
                with_words(styled, words)
            }
        };
        add(&mut out, run);
    }
    out
}

fn add(out: &mut Vec<Inline>, run: Inline) {
    match (out.last_mut(), run) {
        (Some(Inline::Plain(last)), Inline::Plain(more)) => last.push_str(&more),
        (_, run) => out.push(run),
    }
}

fn with_words(run: Inline, words: String) -> Inline {
    match run {
        Inline::Plain(_) => Inline::Plain(words),
        Inline::Emphasis(_) => Inline::Emphasis(words),
        Inline::Strong(_) => Inline::Strong(words),
        Inline::Code(_) => Inline::Code(words),
        Inline::Link(_, href) => Inline::Link(words, href),
    }
}
