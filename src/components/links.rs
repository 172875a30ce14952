//! Links that the agenda gives.

use crate::agenda::link::Href;
use crate::agenda::model::{Link, LinkKind};
use crate::markup::{Element, Node, Words, el, link, list};
use crate::state::App;

/// A link of the agenda; one that leaves the site hands nothing over.
pub fn anchor(app: App, href: &'static Href, words: impl Into<Words>) -> Element {
    let anchor = link(app.places.address(href), words);
    if href.is_inside() { anchor } else { anchor.attr("rel", "noopener noreferrer") }
}

/// A list of links with what is behind each; nothing where there are none.
pub fn link_list(app: App, links: &'static [Link]) -> Option<Element> {
    let items = links.iter().map(|link| {
        let aside = [kind_words(link.kind), link.href.host(), link.note.as_deref()];
        let aside: Vec<&str> = aside.into_iter().flatten().collect();
        let aside = el("span").class("aside").text(aside.join(" · "));
        Node::Many(vec![anchor(app, &link.href, &*link.label).into(), " ".into(), aside.into()])
    });
    (!links.is_empty()).then(|| list("links", items))
}

fn kind_words(kind: LinkKind) -> Option<&'static str> {
    match kind {
        LinkKind::Page => None,
        LinkKind::Document => Some("document"),
        LinkKind::Course => Some("course"),
        LinkKind::Forum => Some("forum"),
        LinkKind::Slides => Some("slides"),
        LinkKind::Source => Some("source"),
    }
}
