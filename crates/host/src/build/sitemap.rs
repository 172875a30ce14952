//! The sitemap and robots.txt for search engines.

use super::address::Address;
use crate::html::escape;
use agenda::Agenda;
use agenda::page::Page;

/// The list of pages; there is none where the site does not know its address.
pub(super) fn sitemap(agenda: &Agenda, address: &Address, pages: &[Page]) -> Option<String> {
    address.of_path("")?;
    let day = agenda.revision().published.to_utc().date_naive();
    let pages = pages.iter().filter(|page| **page != Page::Mine).filter_map(|page| address.of_page(page));
    let pages: Vec<String> =
        pages.map(|page| format!("<url><loc>{}</loc><lastmod>{day}</lastmod></url>\n", escape(&page))).collect();
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        pages.concat()
    ))
}

/// The rules for robots.
pub(super) fn robots(address: &Address) -> String {
    let sitemap = address.of_path("sitemap.xml").map(|sitemap| format!("\nSitemap: {sitemap}\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use resvg::usvg::roxmltree;

    use super::*;
    use crate::sample;

    #[test]
    fn lists_whole_addresses_of_what_is_for_everybody() {
        let source = sample::SOURCE.replacen("\"mode\"", "\"site_url\": \"https://a.example/x&y\", \"mode\"", 1);
        let agenda = Agenda::read(&source, &crate::offset_at).expect("an agenda");
        let address = Address::of(&agenda);
        let pages = [Page::Home, Page::Mine, Page::Session("late".into())];
        let sitemap = sitemap(&agenda, &address, &pages).expect("a sitemap");
        let document = roxmltree::Document::parse(&sitemap).expect("XML");
        let texts = document.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text());
        let texts: Vec<_> = texts.filter(|text| !text.trim().is_empty()).collect();
        assert_eq!(
            texts,
            ["https://a.example/x&y/", "2021-06-27", "https://a.example/x&y/sessions/late/", "2021-06-27"]
        );
        assert_eq!(robots(&address), "User-agent: *\nAllow: /\n\nSitemap: https://a.example/x&y/sitemap.xml\n");
    }

    #[test]
    fn there_is_none_without_an_address() {
        let agenda = sample::agenda();
        let address = Address::of(&agenda);
        assert_eq!(sitemap(&agenda, &address, &[Page::Home]), None);
        assert_eq!(robots(&address), "User-agent: *\nAllow: /\n");
    }
}
