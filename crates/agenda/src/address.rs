//! Addresses as they arrive. Messengers and mail programs escape them once more, end them too late or too early, wrap
//! them, and append parameters of their own.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::Agenda;
use super::page::Page;
use super::share::{self, MARK};
use super::time::parse_date;

/// How often a text is decoded at most: each program on the way may have escaped it once more.
const MOST_ROUNDS: usize = 8;

/// The parameter that holds free words; every letter can belong to it.
const WORDS: &str = "q";

/// What an address inside the site means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The page; the agenda has it.
    pub page: Page,
    /// The parameters, those of others among them.
    pub parameters: Vec<(String, String)>,
    /// The anchor without its `#`; empty for none.
    pub anchor: String,
}

impl Address {
    /// What is meant by a path below the site's base, a query and an anchor, all three as a browser gives them. `None`
    /// where the agenda has no such page.
    pub fn meant(agenda: &Agenda, path: &str, query: &str, anchor: &str) -> Option<Self> {
        let path = unescaped(path);
        let path = path.as_ref();
        // An escaped `#` or `?` has become a part of the path; the `#` before a schedule may be lost.
        let mark = || path.find(MARK).and_then(|at| path.split_at_checked(at));
        let parts = path.split_once('#').or_else(mark);
        let (path, inside) = parts.map_or((path, None), |(path, inside)| (path, Some(inside)));
        let (path, asked) = path.split_once('?').unwrap_or((path, ""));
        let (page, rest) = page(agenda, path)?;
        let (mut parameters, in_query) = split_parameters(query);
        parameters.extend(self::parameters(asked));
        let found = [Some(anchor), inside, in_query.as_deref()].into_iter().flatten().map(self::anchor);
        let mut anchor = found.into_iter().find(|anchor| !anchor.is_empty()).unwrap_or_default();
        // Where a schedule was, and nothing can be made of it, it is called damaged and not empty.
        if page == Page::Mine && anchor.is_empty() && (inside.is_some() || !rest.is_empty()) {
            anchor = format!("{MARK}{rest}");
        }
        Some(Self { page, parameters, anchor })
    }
}

/// The parameters of a query with or without its `?`, decoded.
pub fn parameters(query: &str) -> Vec<(String, String)> {
    split_parameters(query).0
}

/// An anchor with or without its `#`, decoded, and cut where no anchor of ours goes on.
pub fn anchor(text: &str) -> String {
    let text = unescaped(text);
    let text = text.trim_start_matches(|letter: char| letter == '#' || letter.is_whitespace());
    if let Some(code) = text.strip_prefix(MARK) {
        return format!("{MARK}{}", share::readable(code));
    }
    // A hint at words to scroll to, which browsers take away themselves where it was not escaped.
    let text = text.split(":~:").next().unwrap_or_default();
    cut(text, |letter| letter.is_ascii_alphanumeric() || letter == ':').to_owned()
}

/// A text with its escapes undone, those of escapes too.
pub(crate) fn unescaped(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..MOST_ROUNDS {
        let Cow::Owned(next) = percent_decode_str(&text).decode_utf8_lossy() else { break };
        text = Cow::Owned(next);
    }
    text
}

/// A hyphen, where a program has made a dash of it.
pub(crate) fn plain_hyphen(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

/// The page of a decoded path, and what follows it.
fn page(agenda: &Agenda, path: &str) -> Option<(Page, String)> {
    let path: String = path.chars().map(plain_hyphen).map(|letter| letter.to_ascii_lowercase()).collect();
    // Wrapped lines bring spaces, marks of quotation, and characters that nobody sees.
    let joined: String = path.chars().filter(|letter| letter.is_ascii_graphic() && !"=>".contains(*letter)).collect();
    [path, joined].into_iter().find_map(|path| {
        let path = cut(&path, |letter| letter.is_ascii_alphanumeric() || letter == '/');
        let steps: Vec<&str> = path.split('/').map(|step| step.trim_matches('-')).filter(|s| !s.is_empty()).collect();
        let (page, rest) = match steps.as_slice() {
            [] => (Page::Home, &[][..]),
            ["programme"] => (Page::Programme, &[][..]),
            ["programme", date, rest @ ..] => (Page::Day(parse_date(date)?), rest),
            ["themes", id, rest @ ..] => (Page::Theme((*id).to_owned()), rest),
            ["sessions", id, rest @ ..] => (Page::Session((*id).to_owned()), rest),
            ["watch", rest @ ..] => (Page::Watch, rest),
            ["people"] => (Page::People, &[][..]),
            ["people", id, rest @ ..] => (Page::Person((*id).to_owned()), rest),
            ["rooms", id, rest @ ..] => (Page::Room((*id).to_owned()), rest),
            ["mine", rest @ ..] => (Page::Mine, rest),
            ["about", rest @ ..] => (Page::About, rest),
            _ => return None,
        };
        page.is_in(agenda).then(|| (page, rest.concat()))
    })
}

/// The parameters of a query, and the anchor whose `#` was escaped with them.
fn split_parameters(query: &str) -> (Vec<(String, String)>, Option<String>) {
    let mut anchor = None;
    // Programs append theirs with a second `?`.
    let pairs = query.split(['&', '?']).flat_map(|pair| form_urlencoded::parse(pair.as_bytes()));
    let pairs = pairs.map(|(name, value)| {
        let name = name.trim_start_matches("amp;").to_owned();
        if name == WORDS {
            return (name, value.into_owned());
        }
        let value = unescaped(&value);
        let (value, after) = value.split_once('#').map_or((&*value, None), |(value, after)| (value, Some(after)));
        anchor = after.map(str::to_owned).or(anchor.take());
        // Instants begin with a digit, and have a space where their `+` was not escaped; all others are ids.
        let others = if value.starts_with(|first: char| first.is_ascii_digit()) { ":+. " } else { "" };
        (name, cut(value, |letter| letter.is_ascii_alphanumeric() || others.contains(letter)).to_owned())
    });
    let pairs = pairs.collect();
    (pairs, anchor)
}

/// A text up to the first letter that cannot belong to it; it ends in a letter or digit. Hyphens belong.
fn cut(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.find(|letter| letter != '-' && !belongs(letter)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests;
