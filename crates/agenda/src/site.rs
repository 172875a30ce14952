//! Where a site is served, and absolute addresses inside it.

use super::model::Event;

impl Event {
    /// Where the site is served, ending in `/`, when the agenda names it.
    pub fn site(&self) -> Option<String> {
        let url = self.site_url.as_ref().filter(|url| url.host().is_some())?;
        let plain = url.split('?').next()?.split('#').next()?;
        Some(under(plain, "/"))
    }
}

/// The address of a path of the site, which begins with `/`.
pub fn under(site: &str, path: &str) -> String {
    format!("{}{path}", site.trim_end_matches('/'))
}

/// An absolute link; `None` for one inside a site whose address is not known.
pub(super) fn absolute(site: Option<&str>, href: &str) -> Option<String> {
    if href.starts_with('/') { site.map(|site| under(site, href)) } else { Some(href.to_owned()) }
}
