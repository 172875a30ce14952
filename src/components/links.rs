//! Links that the agenda gives.

use leptos::prelude::*;

use crate::agenda::link::Href;
use crate::agenda::model::{Link, LinkKind};
use crate::state::App;

/// A link of the agenda; one that leaves the site hands nothing over.
#[component]
pub fn Anchor(app: App, href: &'static Href, children: Children) -> impl IntoView {
    let address = if href.is_inside() { app.places.file(href) } else { href.to_string() };
    let rel = (!href.is_inside()).then_some("noopener noreferrer");
    view! { <a href=address rel=rel>{children()}</a> }
}

/// A list of links with what is behind each.
#[component]
pub fn LinkList(app: App, links: &'static [Link]) -> impl IntoView {
    let items = links.iter().map(move |link| {
        let aside = [kind_words(link.kind), link.href.host(), link.note.as_deref()];
        let aside: Vec<&str> = aside.into_iter().flatten().collect();
        view! {
            <li>
                <Anchor app href=&link.href>{&*link.label}</Anchor>
                " "
                <span class="aside">{aside.join(" · ")}</span>
            </li>
        }
    });
    (!links.is_empty()).then(|| view! { <ul class="links">{items.collect_view()}</ul> })
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
