//! What stands in a page already, read from one text of it. A browser takes
//! far longer to answer for each element and attribute than to write them all.

use std::ops::Range;
use std::rc::Rc;

use super::{Node, Parts, Value};
use crate::agenda::text::cut;

/// How a comment counts as an element.
const COMMENT: &str = "!";

/// What has no end: comments, and elements (HTML, sections 13.1.2 and 13.3).
const VOID: [&str; 19] = [
    COMMENT, "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen",
    "link", "meta", "param", "source", "track", "wbr",
];

/// Elements in which nothing is markup. Pages have none, but whoever serves them may put one in.
const RAW: [&str; 2] = ["script", "style"];

/// How far a part is looked for among what stands there.
const REACH: usize = 4;

/// A place among the nodes that stand in one element of the page.
#[derive(Clone, Default)]
pub struct Standing {
    page: Option<Rc<Page>>,
    /// The node that stands here; at `end` there is none.
    at: usize,
    end: usize,
    /// How much of the text that stands here is passed already, in bytes.
    passed: usize,
}

/// A text of HTML, and where the nodes are in it: those inside of an element follow it.
struct Page {
    html: String,
    nodes: Vec<Stood>,
}

/// A node, where it stands in the text.
struct Stood {
    /// The name of an element; empty for a text.
    tag: Range<usize>,
    /// The attributes of an element, or a text, as they are written.
    written: Range<usize>,
    /// The first node that is not inside.
    end: usize,
}

/// How a text agrees with what stands there.
pub enum Agreement {
    /// There is no text.
    Missing,
    /// It is what stands there.
    Whole,
    /// What stands there begins with it.
    Start,
    /// There is another text.
    Other,
}

impl Standing {
    /// The first place in a text as browsers write it (HTML, section 13.3). Of a
    /// text that cannot be understood nothing counts as standing there.
    pub fn in_text(html: String) -> Self {
        let nodes = read(&html).unwrap_or_default();
        Self { at: 0, end: nodes.len(), passed: 0, page: Some(Rc::new(Page { html, nodes })) }
    }

    /// The first place inside of the element that stands here.
    #[must_use]
    pub fn inside(&self) -> Self {
        match self.stood() {
            Some((_, stood)) => Self { page: self.page.clone(), at: self.at + 1, end: stood.end, passed: 0 },
            None => Self::default(),
        }
    }

    /// How many nodes there are before the next element of that name, which may be a few further.
    pub fn steps_to(&self, tag: &str) -> Option<usize> {
        let mut place = self.clone();
        (0..REACH).find(|_| {
            let is_it = place.is_element(tag);
            if !is_it {
                place.pass();
            }
            is_it
        })
    }

    /// Whether nothing stands here.
    pub fn is_at_end(&self) -> bool {
        self.stood().is_none()
    }

    /// Goes on to the next node in the same element.
    pub fn pass(&mut self) {
        if let Some((_, stood)) = self.stood() {
            self.at = stood.end;
            self.passed = 0;
        }
    }

    /// How a text agrees with the one that stands here; goes on past what agrees, or past the other.
    pub fn pass_text(&mut self, text: &str) -> Agreement {
        let Some(written) = self.text() else { return Agreement::Missing };
        match without(written, text).map(str::len) {
            Some(rest) if rest > 0 => {
                self.passed += written.len() - rest;
                Agreement::Start
            }
            found => {
                self.pass();
                if found.is_some() { Agreement::Whole } else { Agreement::Other }
            }
        }
    }

    /// Goes on past an element that is just the one that stands here; says whether it is.
    pub fn pass_element(&mut self, parts: &Parts) -> bool {
        let mut attributes = self.attributes();
        let agrees = self.is_element(parts.tag)
            && parts.attributes.iter().all(|(name, value)| match value {
                Value::Fixed(value) => {
                    attributes.next().is_some_and(|(its, written)| its == *name && is(written, value))
                }
                Value::Live(_) => false,
            })
            && attributes.next().is_none();
        let mut inside = self.inside();
        let agrees = agrees && parts.children.iter().all(|child| inside.pass_node(child)) && inside.at == inside.end;
        if agrees {
            self.pass();
        }
        agrees
    }

    /// Whether the element that stands here has that attribute with that value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.attributes().any(|(its, written)| its == name && is(written, value))
    }

    /// The names of the attributes of the element that stands here.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.attributes().map(|(name, _)| name)
    }

    fn pass_node(&mut self, node: &Node) -> bool {
        match node {
            Node::Text(text) => text.is_empty() || matches!(self.pass_text(text), Agreement::Whole | Agreement::Start),
            Node::Many(nodes) => nodes.iter().all(|node| self.pass_node(node)),
            Node::Element(element) => self.passed == 0 && self.pass_element(&element.0),
            Node::Live(_) => false,
        }
    }

    fn is_element(&self, tag: &str) -> bool {
        self.stood().is_some_and(|(page, stood)| page.html.get(stood.tag.clone()) == Some(tag))
    }

    fn stood(&self) -> Option<(&Page, &Stood)> {
        let page = self.page.as_deref().filter(|_| self.at < self.end)?;
        Some((page, page.nodes.get(self.at)?))
    }

    /// What is left of the text that stands here.
    fn text(&self) -> Option<&str> {
        let (page, stood) = self.stood().filter(|(_, stood)| stood.tag.is_empty())?;
        page.html.get(stood.written.clone())?.get(self.passed..)
    }

    fn attributes(&self) -> Attributes<'_> {
        let written = self.stood().filter(|(_, stood)| !stood.tag.is_empty());
        Attributes(written.and_then(|(page, stood)| page.html.get(stood.written.clone())).unwrap_or_default())
    }
}

/// The names and values of attributes as they are written: ` name="value"`, for each.
struct Attributes<'a>(&'a str);

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, rest) = self.0.strip_prefix(' ')?.split_once('=')?;
        let (value, rest) = rest.strip_prefix('"')?.split_once('"')?;
        self.0 = rest;
        Some((name, value))
    }
}

/// Where the nodes are; `None` when elements do not end as they begin.
fn read(html: &str) -> Option<Vec<Stood>> {
    let mut nodes: Vec<Stood> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        let from = at;
        let mut tag = from..from;
        at = if rest.starts_with("</") {
            let end = nodes.len();
            nodes.get_mut(open.pop()?)?.end = end;
            at += rest.find('>')? + 1;
            continue;
        } else if rest.starts_with("<!") {
            tag = from + 1..from + 1 + COMMENT.len();
            from + cut(rest, "-->")?.0.len() + 2
        } else if rest.starts_with('<') {
            let mut is_quoted = false;
            let length = rest.bytes().position(|byte| {
                is_quoted ^= byte == b'"';
                byte == b'>' && !is_quoted
            })?;
            tag = from + 1..from + rest.find(' ').unwrap_or(length).min(length);
            from + length
        } else {
            from + rest.find('<').unwrap_or(rest.len())
        };
        let (name, written) = (html.get(tag.clone())?, tag.end..at);
        if !tag.is_empty() {
            at += 1;
            if !VOID.contains(&name) {
                open.push(nodes.len());
            }
            if RAW.contains(&name) {
                at += cut(html.get(at..)?, &["</", name].concat())?.0.len();
            }
        }
        nodes.push(Stood { tag, written, end: nodes.len() + 1 });
    }
    open.is_empty().then_some(nodes)
}

/// Whether a text, as it is written, is that one.
fn is(written: &str, text: &str) -> bool {
    without(written, text) == Some("")
}

/// What is left of a text, as it is written, behind that beginning.
fn without<'a>(mut written: &'a str, beginning: &str) -> Option<&'a str> {
    if let Some(rest) = written.strip_prefix(beginning).filter(|_| !beginning.contains('&')) {
        return Some(rest);
    }
    for character in beginning.chars() {
        let name = match character {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\u{a0}' => "&nbsp;",
            _ => "",
        };
        // In values `<` and `>` are written as they are by older browsers, and `"` is in contents by all.
        written = match written.strip_prefix(name).filter(|_| !name.is_empty()) {
            Some(rest) => rest,
            None => written.strip_prefix(character).filter(|_| character != '&')?,
        };
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{Element, el, live};

    fn passes(html: &str, element: &Element) -> bool {
        let mut standing = Standing::in_text(html.to_owned());
        standing.pass_element(&element.0) && standing.is_at_end()
    }

    #[test]
    fn an_element_agrees_with_its_own_text_only() {
        let card = || el("p").class("card").attr("hidden", "").with(el("br")).text("a ").with(el("b").text("b"));
        let html = r#"<p class="card" hidden=""><br>a <b>b</b></p>"#;
        assert!(passes(html, &card()));
        for other in [
            "",
            "a <b>b</b>",
            r#"<div class="card" hidden=""><br>a <b>b</b></div>"#,
            r#"<p class="card"><br>a <b>b</b></p>"#,
            r#"<p hidden="" class="card"><br>a <b>b</b></p>"#,
            r#"<p class="card" hidden="" id="x"><br>a <b>b</b></p>"#,
            r#"<p class="card" hidden="x"><br>a <b>b</b></p>"#,
            r#"<p class="cards" hidden=""><br>a <b>b</b></p>"#,
            r#"<p class="card" hidden="">a <b>b</b></p>"#,
            r#"<p class="card" hidden=""><br>a <b>c</b></p>"#,
            r#"<p class="card" hidden=""><br>a <b>b</b>c</p>"#,
            r#"<p class="card" hidden=""><br>a <b>b</b><i></i></p>"#,
            r#"<p class="card" hidden=""><br>a <b>b<i></i></b></p>"#,
            r#"<p class="card" hidden=""><br>a b</p>"#,
        ] {
            assert!(!passes(other, &card()), "{other}");
        }
    }

    #[test]
    fn what_follows_signals_never_agrees() {
        assert!(!passes("<p>a</p>", &el("p").live(|| "a")));
        assert!(!passes(r#"<p lang="en"></p>"#, &el("p").attr_live("lang", || Some("en"))));
        assert!(!el("p").live(|| "a").0.is_still && !el("p").on("click", |_| ()).0.is_still);
        assert!(!el("div").with(el("p").focused()).0.is_still && !el("p").with(vec![live(|| "a")]).0.is_still);
        assert!(el("div").attr("lang", "en").with(el("p").text("a")).0.is_still);
    }

    #[test]
    fn texts_that_follow_one_another_are_one_in_the_file() {
        assert!(passes("<p>Hällo 𝛼 2</p>", &el("p").text("Hällo ").text("").text("𝛼 2")));
        let mut standing = Standing::in_text("2 of 3<br>".to_owned());
        assert!(matches!(standing.pass_text("2"), Agreement::Start));
        assert_eq!(standing.steps_to("br"), Some(1));
        assert!(matches!(standing.pass_text(" of 3"), Agreement::Whole));
        assert!(matches!(standing.pass_text("more"), Agreement::Missing));
        assert_eq!((standing.steps_to("br"), standing.steps_to("p")), (Some(0), None));
    }

    #[test]
    fn a_text_is_compared_as_it_is_written() {
        let text = "a & b < c > d \"e\" f\u{a0}g";
        for written in [
            "a &amp; b &lt; c &gt; d \"e\" f&nbsp;g",
            "a &amp; b &lt; c &gt; d &quot;e&quot; f&nbsp;g",
            "a &amp; b < c > d &quot;e&quot; f&nbsp;g",
        ] {
            assert!(is(written, text), "{written}");
            assert_eq!(without(&format!("{written} &amp;"), text), Some(" &amp;"));
        }
        for (written, text) in
            [("&lt;", "&lt;"), ("&amp;", "&amp;"), ("a", "ab"), ("ab", "a"), ("&amp;lt;", "<"), ("&", "&")]
        {
            assert!(!is(written, text), "{written} is {text}");
        }
    }

    #[test]
    fn a_comment_is_no_text() {
        let mut standing = Standing::in_text("<!--a-->a".to_owned());
        assert!(matches!(standing.pass_text("a"), Agreement::Missing));
        standing.pass();
        assert!(matches!(standing.pass_text("a"), Agreement::Whole));
    }

    #[test]
    fn strangers_in_a_page_are_passed_as_a_whole() {
        let strangers =
            r#"<!-- a > <b> --><script>if (a < b) c("</p>");</script><style>a > b {}</style><img alt="a > b">"#;
        let mut standing = Standing::in_text(format!("{strangers}<p>a</p>"));
        assert_eq!(standing.steps_to("img"), Some(3));
        for _ in 0..4 {
            assert!(!standing.is_at_end());
            standing.pass();
        }
        assert!(standing.pass_element(&el("p").text("a").0) && standing.is_at_end());
    }

    #[test]
    fn of_what_cannot_be_understood_nothing_stands() {
        for html in ["<p>", "</p>", "<p></p></p>", "<p", "<!-- ", "<script>", "<p a=\"></p>"] {
            assert!(Standing::in_text(html.to_owned()).is_at_end(), "{html}");
        }
    }

    #[test]
    fn attributes_are_known_by_name() {
        let standing = Standing::in_text(r#"<a class="b" href="?a=1&amp;b=2" hidden="">c</a>"#.to_owned());
        assert!(standing.has("href", "?a=1&b=2") && standing.has("hidden", "") && !standing.has("class", "a"));
        assert_eq!(standing.names().collect::<Vec<_>>(), ["class", "href", "hidden"]);
        assert_eq!(standing.inside().names().count(), 0);
    }
}
