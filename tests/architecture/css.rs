//! Stylesheets as the rules read them: cut at every `;`, `{` and `}`.

/// What stands between two of the marks.
pub(crate) struct Piece {
    /// The line on which it starts, from 1.
    pub(crate) line: usize,
    /// The text, trimmed, without comments.
    pub(crate) text: String,
    /// The preludes of the blocks around it, outermost first.
    pub(crate) within: Vec<String>,
    /// Whether a block follows: then it is a selector or the head of an at-rule.
    pub(crate) opens: bool,
}

/// The pieces of a stylesheet in order; empty ones are left out unless they open a block.
pub(crate) fn pieces(css: &str) -> Vec<Piece> {
    let (mut found, mut within, mut text) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut start) = (1, 1);
    let mut quote = None;
    for c in without_comments(css).chars() {
        if quote.is_none() && matches!(c, ';' | '{' | '}') {
            let piece = Piece { line: start, text: text.trim().to_owned(), within: within.clone(), opens: c == '{' };
            match c {
                '{' => within.push(piece.text.clone()),
                '}' => drop(within.pop()),
                _ => {}
            }
            if piece.opens || !piece.text.is_empty() {
                found.push(piece);
            }
            text.clear();
        } else {
            if text.trim().is_empty() {
                start = line;
            }
            text.push(c);
        }
        if c == '"' || c == '\'' {
            quote = match quote {
                None => Some(c),
                Some(open) if open == c => None,
                open => open,
            };
        }
        line += usize::from(c == '\n');
    }
    found
}

/// The text with each comment taken out and its line breaks left in.
fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        kept.push_str(before);
        kept.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    kept + rest
}

#[test]
fn a_stylesheet_falls_into_pieces() {
    let css = "@import \"a;b.css\";\n/* { \n */\n@layer x {\n  .a::before {\n    content: \"}\";\n    top: 0\n  }\n}\n";
    let said: Vec<_> =
        pieces(css).iter().map(|piece| format!("{} {} {:?}", piece.line, piece.text, piece.within)).collect();
    let expected = [
        "1 @import \"a;b.css\" []",
        "4 @layer x []",
        "5 .a::before [\"@layer x\"]",
        "6 content: \"}\" [\"@layer x\", \".a::before\"]",
        "7 top: 0 [\"@layer x\", \".a::before\"]",
    ];
    assert_eq!(said, expected);
}
