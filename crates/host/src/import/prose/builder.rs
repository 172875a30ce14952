//! Collects running text, whatever it was marked up with, into the blocks of the domain.

use agenda::text::{Block, Inline, Text};
use url::Url;

use super::runs::{href, spaced, tidy, without_punctuation};
use crate::import::lost::Lost;

/// Collects text, style by style.
pub(super) struct Builder<'a> {
    blocks: Vec<Block>,
    items: Vec<Vec<Inline>>,
    runs: Vec<Inline>,
    /// The next number of each list that is open; `None` where items have none.
    lists: Vec<Option<u64>>,
    /// The number of the item that is open, until it has words.
    number: Option<u64>,
    strong: u32,
    emphasis: u32,
    code: u32,
    /// Whether line breaks count, as in program text.
    pub(super) keeps_lines: bool,
    /// The link that is open: its words, and where it leads.
    link: Option<(String, String)>,
    /// What relative links start from.
    base: Option<&'a Url>,
    lost: &'a mut Lost,
}

impl<'a> Builder<'a> {
    pub(super) fn new(base: Option<&'a Url>, lost: &'a mut Lost) -> Self {
        Self {
            blocks: Vec::new(),
            items: Vec::new(),
            runs: Vec::new(),
            lists: Vec::new(),
            number: None,
            strong: 0,
            emphasis: 0,
            code: 0,
            keeps_lines: false,
            link: None,
            base,
            lost,
        }
    }

    /// All that was collected; `None` when there are no words.
    pub(super) fn finish(mut self) -> Option<Text> {
        self.close_link();
        self.flush();
        self.close_items();
        Text::of(self.blocks)
    }

    /// Adds words in the style that is open.
    pub(super) fn text(&mut self, text: &str) {
        if self.keeps_lines {
            for (index, line) in text.lines().enumerate() {
                if index > 0 {
                    self.flush();
                }
                self.words(line);
            }
        } else {
            self.words(text);
        }
    }

    /// Adds a whole run of program text.
    pub(super) fn code_run(&mut self, text: &str) {
        self.code += 1;
        self.words(text);
        self.code -= 1;
    }

    fn words(&mut self, text: &str) {
        let text = spaced(text);
        if text.is_empty() {
            return;
        }
        if let Some((label, _)) = &mut self.link {
            label.push_str(&text);
        } else if self.code > 0 {
            self.push(Inline::Code(text));
        } else if self.strong > 0 {
            self.push(Inline::Strong(text));
        } else if self.emphasis > 0 {
            self.push(Inline::Emphasis(text));
        } else {
            self.with_addresses(&text);
        }
    }

    /// Adds plain words; web addresses among them become links.
    fn with_addresses(&mut self, text: &str) {
        let mut rest = text;
        let starts = |from: &str| ["https://", "http://"].iter().any(|scheme| from.starts_with(scheme));
        // Each place is looked at once, however many there are.
        while let Some((before, from)) =
            rest.match_indices("http").filter_map(|(at, _)| rest.split_at_checked(at)).find(|(_, from)| starts(from))
        {
            let end =
                from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '|')).unwrap_or(from.len());
            let whole = from.get(..end).unwrap_or(from);
            let address = without_punctuation(whole);
            self.push(Inline::Plain(before.to_owned()));
            match href(address, None) {
                Some(href) => self.push(Inline::Link(address.to_owned(), href)),
                None => self.push(Inline::Plain(address.to_owned())),
            }
            rest = from.get(address.len()..).unwrap_or_default();
            if address.is_empty() {
                break;
            }
        }
        self.push(Inline::Plain(rest.to_owned()));
    }

    /// Adds a run to the last one, when they are of one style.
    fn push(&mut self, run: Inline) {
        match (self.runs.last_mut(), &run) {
            (Some(Inline::Plain(last)), Inline::Plain(more))
            | (Some(Inline::Emphasis(last)), Inline::Emphasis(more))
            | (Some(Inline::Strong(last)), Inline::Strong(more))
            | (Some(Inline::Code(last)), Inline::Code(more)) => last.push_str(more),
            _ => self.runs.push(run),
        }
    }

    /// Ends a paragraph or an item.
    pub(super) fn flush(&mut self) {
        let mut runs = tidy(std::mem::take(&mut self.runs));
        if runs.is_empty() {
            return;
        }
        if self.lists.is_empty() {
            self.blocks.push(Block::Paragraph(runs));
            return;
        }
        if let Some(number) = self.number.take() {
            runs.insert(0, Inline::Plain(format!("{number}. ")));
        }
        self.items.push(runs);
    }

    /// Ends a line. Inside a list a new line would be a new item.
    pub(super) fn line_break(&mut self) {
        if self.lists.is_empty() && self.link.is_none() {
            self.flush();
        } else {
            self.words(" ");
        }
    }

    /// Opens a list, whose items are numbered from here on if at all.
    pub(super) fn open_list(&mut self, first: Option<u64>) {
        self.flush();
        if self.lists.is_empty() {
            self.close_items();
        }
        self.lists.push(first);
    }

    pub(super) fn close_list(&mut self) {
        self.flush();
        self.number = None;
        self.lists.pop();
        if self.lists.is_empty() {
            self.close_items();
        }
    }

    /// Begins an item, with its number where it has one.
    pub(super) fn open_item(&mut self) {
        self.flush();
        if let Some(Some(number)) = self.lists.last_mut() {
            self.number = Some(*number);
            *number = number.saturating_add(1);
        }
    }

    fn close_items(&mut self) {
        if !self.items.is_empty() {
            self.blocks.push(Block::List(std::mem::take(&mut self.items)));
        }
    }

    pub(super) fn strong(&mut self, opens: bool) {
        self.strong = if opens { self.strong + 1 } else { self.strong.saturating_sub(1) };
    }

    pub(super) fn emphasis(&mut self, opens: bool) {
        self.emphasis = if opens { self.emphasis + 1 } else { self.emphasis.saturating_sub(1) };
    }

    pub(super) fn code(&mut self, opens: bool) {
        self.code = if opens { self.code + 1 } else { self.code.saturating_sub(1) };
    }

    /// Opens a link; one inside of another ends the outer.
    pub(super) fn open_link(&mut self, target: &str) {
        self.close_link();
        self.link = Some((String::new(), target.trim().to_owned()));
    }

    pub(super) fn close_link(&mut self) {
        let Some((label, target)) = self.link.take() else { return };
        let label = label.trim_start_matches(' ').to_owned();
        if let Some(href) = href(&target, self.base) {
            let words = if label.trim().is_empty() { href.to_string() } else { label };
            self.push(Inline::Link(words.trim_end().to_owned(), href));
            if words.ends_with(' ') {
                self.push(Inline::Plain(" ".to_owned()));
            }
            return;
        }
        if !target.is_empty() && !target.starts_with('#') {
            self.lost.add("links inside of texts that lead to no web address (their words are kept)", &target);
        }
        self.push(Inline::Plain(label));
    }

    /// Notes a picture, of which the words stay.
    pub(super) fn picture(&mut self, alt: &str, source: &str) {
        self.lost.add("pictures inside of texts (their description is kept)", source);
        self.text(alt);
    }
}
