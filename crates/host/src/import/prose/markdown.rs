//! Markdown as running text, with the HTML that stands in it.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::html;

/// Reads Markdown into the builder.
pub(super) fn read(markdown: &str, builder: &mut Builder) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(tag) => start(tag, builder),
            Event::End(tag) => end(tag, builder),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                builder.text(&text);
            }
            Event::Code(code) => builder.code_run(&code),
            Event::Html(piece) | Event::InlineHtml(piece) => html::read(&piece, builder),
            Event::SoftBreak => builder.text(" "),
            Event::HardBreak => builder.line_break(),
            Event::Rule => builder.flush(),
            Event::TaskListMarker(is_done) => builder.text(if is_done { "☑ " } else { "☐ " }),
        }
    }
}

fn start(tag: Tag, builder: &mut Builder) {
    match tag {
        Tag::Emphasis => builder.emphasis(true),
        Tag::Strong => builder.strong(true),
        Tag::Link { link_type: LinkType::Email, dest_url, .. } => builder.open_link(&format!("mailto:{dest_url}")),
        Tag::Link { dest_url, .. } => builder.open_link(&dest_url),
        Tag::Image { dest_url, .. } => builder.picture("", &dest_url),
        Tag::List(first) => builder.open_list(first),
        Tag::Item => builder.open_item(),
        Tag::Heading { .. } => {
            builder.flush();
            builder.strong(true);
        }
        Tag::CodeBlock(_) => {
            builder.flush();
            builder.code(true);
            builder.keeps_lines = true;
        }
        Tag::TableCell => builder.text(" "),
        // An item is open already when its first paragraph begins.
        Tag::Paragraph
        | Tag::BlockQuote(_)
        | Tag::HtmlBlock
        | Tag::FootnoteDefinition(_)
        | Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::Table(_)
        | Tag::TableHead
        | Tag::TableRow
        | Tag::Strikethrough
        | Tag::Superscript
        | Tag::Subscript
        | Tag::MetadataBlock(_) => {}
    }
}

fn end(tag: TagEnd, builder: &mut Builder) {
    match tag {
        TagEnd::Emphasis => builder.emphasis(false),
        TagEnd::Strong => builder.strong(false),
        TagEnd::Link => builder.close_link(),
        TagEnd::List(_) => builder.close_list(),
        TagEnd::Heading(_) => {
            builder.flush();
            builder.strong(false);
        }
        TagEnd::CodeBlock => {
            builder.flush();
            builder.code(false);
            builder.keeps_lines = false;
        }
        TagEnd::Paragraph
        | TagEnd::Item
        | TagEnd::BlockQuote(_)
        | TagEnd::FootnoteDefinition
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::TableHead
        | TagEnd::TableRow
        | TagEnd::HtmlBlock => builder.flush(),
        TagEnd::Image
        | TagEnd::DefinitionList
        | TagEnd::Table
        | TagEnd::TableCell
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::MetadataBlock(_) => {}
    }
}
