//! Where links lead, and where the site is said to be.

use agenda::link::Href;
use agenda::text::{Block, Inline, Text};
use agenda::{Rule, clip};

use super::Lint;

impl Lint<'_> {
    pub(super) fn links(&mut self) {
        let mut found: Vec<(String, Href)> = Vec::new();
        for (pointer, text) in self.texts() {
            if let Some(href) = Href::new(text) {
                found.push((pointer, href));
            } else if text.contains("](")
                && let Ok(text) = Text::parse(text)
            {
                found.extend(linked(&text).into_iter().map(|href| (pointer.clone(), href)));
            }
        }
        for (pointer, href) in found {
            let Some(host) = href.host() else { continue };
            if is_unreachable(host) {
                let problem = format!("`{}` leads to `{}`, which visitors cannot reach", clip(&href), clip(host));
                self.fault(Rule::UnreachableLink, pointer, problem, "name the address that the world knows");
            } else if href.to_ascii_lowercase().starts_with("http:") {
                let problem = format!("`{}` is not encrypted", clip(&href));
                self.fault(Rule::NoHttps, pointer, problem, "write `https:`, if the other side has it");
            }
        }
        self.site();
    }

    fn site(&mut self) {
        let Some(site) = &self.document.event.site_url else { return };
        let problem = if site.host().is_none() {
            "is no address on the web"
        } else if site.contains(['?', '#']) {
            "has a query or an anchor"
        } else if site.rsplit(['/', '.']).next().is_some_and(|end| ["html", "json"].contains(&end)) {
            "is the address of a file"
        } else {
            return;
        };
        let problem = format!("`{}` {problem}", clip(site));
        self.fault(
            Rule::SiteUrl,
            "/event/site_url".to_owned(),
            problem,
            "name the home page, as `https://agenda.example.org/`",
        );
    }

    pub(super) fn pictures(&mut self) {
        let Some(hero) = &self.document.event.hero else { return };
        let is_file = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg"]
            .iter()
            .any(|end| hero.alt.to_lowercase().ends_with(end));
        if hero.alt.trim().is_empty() || is_file {
            let problem = "the picture has no text for those who cannot see it".to_owned();
            let remedy = "say in `alt` what it shows; one that only decorates may stay without";
            self.fault(Rule::ImageText, "/event/hero/alt".to_owned(), problem, remedy);
        }
    }
}

/// Every link of a text.
fn linked(text: &Text) -> Vec<Href> {
    let runs = text.blocks().iter().flat_map(|block| match block {
        Block::Paragraph(runs) => runs.iter().collect::<Vec<_>>(),
        Block::List(items) => items.iter().flatten().collect(),
    });
    runs.filter_map(|run| match run {
        Inline::Link(_, href) => Some(href.clone()),
        Inline::Plain(_) | Inline::Emphasis(_) | Inline::Strong(_) | Inline::Code(_) => None,
    })
    .collect()
}

/// Whether a host is one of the reader's own machine or network.
fn is_unreachable(host: &str) -> bool {
    let host = host.rsplit('@').next().unwrap_or(host).to_ascii_lowercase();
    let name = if host.starts_with('[') { host.as_str() } else { host.split(':').next().unwrap_or(&host) };
    if let Ok(address) = name.parse::<std::net::Ipv4Addr>() {
        return address.is_loopback() || address.is_private() || address.is_link_local() || address.is_unspecified();
    }
    let is_inner = [".local", ".localhost", ".internal", ".lan", ".home"].iter().any(|end| name.ends_with(end));
    is_inner || name == "[::1]" || !name.contains(['.', ':'])
}
