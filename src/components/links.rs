//! Links that the agenda gives.

use agenda::link::Href;
use agenda::model::{Link, LinkKind, Session};
use agenda::phase::Phase;

use super::dated::Dated;
use crate::prelude::*;
use crate::routes::use_links;

/// A link of the agenda. One that leaves the site hands nothing over; one to a file is left to the
/// browser, as the router would take it for a page.
#[component]
pub fn Anchor(
    /// Where it leads.
    href: &'static Href,
    /// What it says.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let rel = match (href.is_inside(), is_file(href)) {
        (true, false) => None,
        (true, true) => Some("external"),
        (false, _) => Some("noopener noreferrer external"),
    };
    view! { <a href=use_links().address(href) rel=rel dir="auto">{words}</a> }
}

/// A list of links with what is behind each; nothing where there are none.
#[component]
pub fn LinkList(
    /// The links.
    links: &'static [Link],
    /// The session that they belong to: what it was like is asked once it is over.
    #[prop(optional)]
    of: Option<&'static Session>,
) -> impl IntoView {
    let item = |link: &'static Link| {
        let dated = of.filter(|_| link.kind == LinkKind::Feedback).map(|session| Dated::phase(session, Phase::Over));
        let aside = [link.kind.word(), link.href.host(), link.note.as_deref()];
        let aside: Vec<&str> = aside.into_iter().flatten().collect();
        view! {
            <li
                data-from=dated.and_then(Dated::from)
                hidden=move || dated.is_some_and(Dated::is_hidden)
            >
                <Anchor href=&link.href words=link.label.to_string()/>
                " "
                <span class="aside" dir="auto">{aside.join(" · ")}</span>
            </li>
        }
    };
    (!links.is_empty()).then(|| view! { <ul class="links">{links.iter().map(item).collect_view()}</ul> })
}

/// Whether a path inside the site names a file, and not a page.
fn is_file(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    path.rsplit('/').next().is_some_and(|last| last.contains('.') && last != "index.html")
}
