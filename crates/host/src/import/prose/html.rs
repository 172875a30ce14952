//! HTML as running text, token by token: no tree is built, so that nesting costs nothing.

use std::cell::RefCell;

use html5ever::Attribute;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::builder::Builder;

/// Reads a piece of HTML into the builder.
pub(super) fn read(html: &str, builder: &mut Builder) {
    let sink = Sink { builder: RefCell::new(builder), hidden: RefCell::new(None) };
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    // The sink never asks for a script to be run, so that one call takes all.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
}

struct Sink<'a, 'b> {
    builder: RefCell<&'a mut Builder<'b>>,
    /// The element whose text is not shown and that is open.
    hidden: RefCell<Option<String>>,
}

impl TokenSink for Sink<'_, '_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.builder.borrow_mut();
        match token {
            Token::CharacterTokens(text) if self.hidden.borrow().is_none() => builder.text(&text),
            Token::TagToken(tag) => self.tag(&tag, &mut builder),
            Token::CharacterTokens(_)
            | Token::NullCharacterToken
            | Token::CommentToken(_)
            | Token::DoctypeToken(_)
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

impl Sink<'_, '_> {
    fn tag(&self, tag: &Tag, builder: &mut Builder) {
        let opens = tag.kind == TagKind::StartTag;
        let name: &str = &tag.name;
        let mut hidden = self.hidden.borrow_mut();
        if let Some(open) = hidden.as_deref() {
            if !opens && open == name {
                *hidden = None;
            }
            return;
        }
        match name {
            "script" | "style" | "template" | "noscript" | "title" if opens && !tag.self_closing => {
                *hidden = Some(name.to_owned());
            }
            "b" | "strong" => builder.strong(opens),
            "i" | "em" | "cite" | "dfn" | "var" => builder.emphasis(opens),
            "code" | "kbd" | "samp" | "tt" => builder.code(opens),
            "a" if opens => builder.open_link(&attribute(&tag.attrs, "href")),
            "a" => builder.close_link(),
            "br" => builder.line_break(),
            "img" if opens => builder.picture(&attribute(&tag.attrs, "alt"), &attribute(&tag.attrs, "src")),
            "iframe" | "video" | "audio" | "embed" | "source" if opens => {
                let source = attribute(&tag.attrs, "src");
                if !source.is_empty() {
                    builder.open_link(&source);
                    builder.close_link();
                }
            }
            "ul" | "menu" if opens => builder.open_list(None),
            "ol" if opens => builder.open_list(Some(attribute(&tag.attrs, "start").parse().unwrap_or(1))),
            "ul" | "ol" | "menu" => builder.close_list(),
            "li" if opens => builder.open_item(),
            "td" | "th" if opens => builder.text(" "),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                builder.flush();
                builder.strong(opens);
            }
            "pre" => {
                builder.flush();
                builder.code(opens);
                builder.keeps_lines = opens;
            }
            "li" | "p" | "div" | "section" | "article" | "aside" | "header" | "footer" | "main" | "nav"
            | "blockquote" | "hr" | "table" | "caption" | "tr" | "dl" | "dt" | "dd" | "figure" | "figcaption"
            | "address" | "details" | "summary" | "form" | "fieldset" => builder.flush(),
            // Any other element is passed over; its words are kept.
            _ => {}
        }
    }
}

fn attribute(attributes: &[Attribute], name: &str) -> String {
    let found = attributes.iter().find(|attribute| &*attribute.name.local == name);
    found.map(|attribute| attribute.value.to_string()).unwrap_or_default()
}
