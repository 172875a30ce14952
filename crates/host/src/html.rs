//! Writes markup as HTML text.

use crate::markup::{Element, Node, Value};

/// Elements that have no content and no end tag (HTML, section 13.1.2).
const VOID: [&str; 6] = ["br", "hr", "img", "input", "source", "track"];

/// The text of a part of a page; what follows signals is written as it is now.
pub(super) fn html(node: Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

/// Text in which nothing can be taken for markup, in content or in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

fn write(node: Node, out: &mut String) {
    match node {
        Node::Text(text) => out.push_str(&escape(&text)),
        Node::Many(nodes) => nodes.into_iter().for_each(|node| write(node, out)),
        Node::Live(make) => write(make(), out),
        Node::Element(element) => write_element(element, out),
    }
}

fn write_element(Element(parts): Element, out: &mut String) {
    out.push('<');
    out.push_str(parts.tag);
    for (name, value) in parts.attributes {
        let value = match value {
            Value::Fixed(value) => Some(value),
            Value::Live(value) => value(),
        };
        // A custom property would have to be a `style` attribute, which the policy forbids.
        if let Some(value) = value.filter(|_| !name.starts_with("--")) {
            out.push(' ');
            out.push_str(name);
            if !value.is_empty() {
                out.push_str("=\"");
                out.push_str(&escape(&value));
                out.push('"');
            }
        }
    }
    out.push('>');
    if VOID.contains(&parts.tag) {
        return;
    }
    parts.children.into_iter().for_each(|child| write(child, out));
    out.push_str("</");
    out.push_str(parts.tag);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::standing::Standing;
    use crate::markup::{button, el, link, live};
    use proptest::prelude::*;

    /// What a part is made from, as often as it is wanted.
    #[derive(Debug, Clone)]
    enum Plan {
        Text(String),
        Element(&'static str, String, Vec<Plan>),
    }

    impl Plan {
        fn node(&self) -> Node {
            match self {
                Self::Text(text) => text.clone().into(),
                Self::Element(tag, title, children) => {
                    el(tag).attr("title", title.clone()).each(children.iter().map(Self::node)).into()
                }
            }
        }
    }

    fn plan() -> impl Strategy<Value = Plan> {
        let text = r#"[a&<>" \u{a0}𝛼]{1,5}"#;
        let leaf =
            prop_oneof![text.prop_map(Plan::Text), text.prop_map(|title| Plan::Element("br", title, Vec::new())),];
        leaf.prop_recursive(4, 20, 4, move |inside| {
            let tag = prop::sample::select(&["p", "div", "svg"][..]);
            (tag, text, prop::collection::vec(inside, 0..4))
                .prop_map(|(tag, title, inside)| Plan::Element(tag, title, inside))
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_found_to_agree(plan in plan(), other in plan()) {
            let agrees = |plan: &Plan, html: &str| {
                let element = el("main").with(plan.node());
                Standing::in_text(html.to_owned()).pass_element(&element.0)
            };
            let [written, another] = [&plan, &other].map(|plan| html(el("main").with(plan.node()).into()));
            prop_assert!(agrees(&plan, &written));
            prop_assert_eq!(agrees(&other, &written), written == another);
        }
    }

    #[test]
    fn writes_elements_with_attributes_and_content() {
        let part = el("p").class("lead").with(link("../a/?b=1&c=2".to_owned(), "There"));
        assert_eq!(html(part.into()), r#"<p class="lead"><a href="../a/?b=1&amp;c=2">There</a></p>"#);
        assert_eq!(html(el("input").attr("value", "").attr("type", "search").into()), r#"<input value type="search">"#);
        assert_eq!(html(button("Go", || ()).into()), r#"<button type="button" class="button">Go</button>"#);
        assert_eq!(html(Node::from(None::<Element>)), "");
        assert_eq!(html(el("li").attr("--from", "90").class("slot").into()), r#"<li class="slot"></li>"#);
    }

    #[test]
    fn writes_what_follows_signals_as_it_is_now() {
        let part = el("p").attr_live("title", || Some("now")).attr_live("lang", || None::<String>).live(|| "words");
        assert_eq!(html(part.into()), r#"<p title="now">words</p>"#);
        assert_eq!(html(live(|| Node::Many(vec!["a".into(), el("br").into(), "b".into()]))), "a<br>b");
    }

    #[test]
    fn text_is_never_markup() {
        let hostile = r#"</script><img src=x onerror="alert(1)"> & 'quotes'"#;
        let written = html(el("p").attr("title", hostile).text(hostile).into());
        let escaped = "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; 'quotes'";
        assert_eq!(written, format!(r#"<p title="{escaped}">{escaped}</p>"#));
    }
}
