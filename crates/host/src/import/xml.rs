//! An XML document as a small tree.
//!
//! Entities that a document declares are not expanded, so that none can grow into gigabytes.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_html5_entity, unescape_with};
use quick_xml::events::{BytesRef, BytesStart, Event};

/// How deep elements may lie in one another. Schedules need seven.
const DEEPEST: usize = 64;

/// How many elements and attributes are kept: twenty times those of FOSDEM.
const MOST: usize = 1_000_000;

/// How many attributes an element may have. Those of schedules have four.
const MOST_ATTRIBUTES: usize = 100;

/// An element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Element {
    /// Its name, without the prefix of its namespace.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    /// All text directly inside of it.
    text: String,
    /// The elements inside of it, in order.
    pub(crate) children: Vec<Element>,
}

impl Element {
    /// Reads the root of a document.
    ///
    /// # Errors
    /// The text is no XML, and from which line on.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(text);
        let mut open = vec![Self::default()];
        let mut count = 0_usize;
        let line = |position: u64| {
            let end = usize::try_from(position).unwrap_or(usize::MAX).min(text.len());
            1 + text.as_bytes().iter().take(end).filter(|byte| **byte == b'\n').count()
        };
        loop {
            let event = reader.read_event();
            let at = || line(reader.buffer_position());
            let event =
                event.map_err(|error| format!("line {}: this is no XML ({error})", line(reader.error_position())))?;
            if let Event::Start(start) | Event::Empty(start) = &event {
                count += 1 + start.attributes().with_checks(false).take(MOST_ATTRIBUTES).count();
                if count > MOST {
                    let most = MOST / 1_000_000;
                    return Err(format!(
                        "there are more than {most} million elements and attributes in it. Is it a schedule?"
                    ));
                }
            }
            match event {
                Event::Start(start) => {
                    if open.len() > DEEPEST {
                        return Err(format!("line {}: elements lie more than {DEEPEST} deep in one another", at()));
                    }
                    open.push(Self::begin(&start).map_err(|why| format!("line {}: {why}", at()))?);
                }
                Event::Empty(start) => {
                    let element = Self::begin(&start).map_err(|why| format!("line {}: {why}", at()))?;
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(element);
                    }
                }
                Event::End(_) => {
                    if let Some(element) = open.pop()
                        && let Some(parent) = open.last_mut()
                    {
                        parent.children.push(element);
                    }
                }
                Event::Text(text) => add(&mut open, &text.xml10_content()),
                Event::CData(text) => add(&mut open, &text.xml10_content()),
                Event::GeneralRef(reference) => add(&mut open, &resolved(&reference)),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
                Event::Eof => break,
            }
        }
        if open.len() > 1 {
            let name = open.last().map(|element| element.name.clone()).unwrap_or_default();
            return Err(format!("line {}: the file ends inside of <{name}>. Is it whole?", line(text.len() as u64)));
        }
        let root = open.pop().and_then(|mut document| document.children.pop());
        root.ok_or_else(|| "there is no element in it".to_owned())
    }

    fn begin(start: &BytesStart) -> Result<Self, String> {
        let name = start.local_name().as_ref().to_owned();
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            if attributes.len() == MOST_ATTRIBUTES {
                return Err(format!("<{name}> has more than {MOST_ATTRIBUTES} attributes"));
            }
            let attribute = attribute.map_err(|error| format!("<{name}> has a broken attribute ({error})"))?;
            let value = unescape_with(&attribute.value, entity).unwrap_or(Cow::Borrowed(&attribute.value));
            attributes.push((attribute.key.local_name().as_ref().to_owned(), value.trim().to_owned()));
        }
        Ok(Self { name, attributes, ..Self::default() })
    }

    /// The elements of that name directly inside.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element of that name directly inside.
    pub(crate) fn first(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first element of that name directly inside; empty when there is none.
    pub(crate) fn text_of(&self, name: &str) -> &str {
        self.first(name).map(Self::text).unwrap_or_default()
    }

    /// Its own text, without space around it.
    pub(crate) fn text(&self) -> &str {
        self.text.trim()
    }

    /// An attribute; empty when there is none.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }
}

fn add(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// What a reference stands for; one that no standard defines stays as it is written.
fn resolved(reference: &BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.xml10_content();
    entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}

fn entity(name: &str) -> Option<&'static str> {
    resolve_html5_entity(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_elements_with_their_text() {
        let root = Element::read(
            "<?xml version='1.0'?><!-- a --><r a=' x &amp; y '>\n<b>1 &lt; 2&nbsp;&#252;<![CDATA[ <i> ]]></b><b/></r>",
        )
        .expect("XML");
        assert_eq!((root.attribute("a"), root.attribute("b"), root.text()), ("x & y", "", ""));
        assert_eq!(root.all("b").count(), 2);
        assert_eq!(root.text_of("b"), "1 < 2\u{a0}ü <i>");
    }

    #[test]
    fn says_from_which_line_on_it_is_no_xml() {
        for (text, said) in [
            ("<a>\n<b></a>", "line 2: this is no XML"),
            ("<a>\n<b>", "line 2: the file ends inside of <b>"),
            ("\n<a b='1' b='2'/>", "line 2: <a> has a broken attribute"),
            ("words", "there is no element in it"),
        ] {
            let error = Element::read(text).expect_err(text);
            assert!(error.starts_with(said), "{error}");
        }
    }

    #[test]
    fn entities_of_the_document_are_not_expanded() {
        let entity = |level: u32| format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10));
        let entities: Vec<String> = (1..40).map(entity).collect();
        let laughs = format!("<!DOCTYPE r [<!ENTITY a0 \"ha\">{}", entities.concat());
        let root = Element::read(&format!("{laughs}]><r b=\"&a39;\">&a39;</r>")).expect("XML");
        assert_eq!((root.text(), root.attribute("b")), ("&a39;", "&a39;"));
    }

    #[test]
    fn deep_nesting_has_an_end() {
        let error = Element::read(&"<a>".repeat(1_000_000)).expect_err("too deep");
        assert!(error.contains("deep in one another"), "{error}");
    }
}
