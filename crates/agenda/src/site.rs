//! Where a site is served, and addresses inside it as they are from elsewhere.

use super::model::Event;

impl Event {
    /// Where the site is served, ending in `/`; nobody need know.
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

/// A link as it has to be outside the site; none when it leads inside and
/// nobody knows where that is.
pub(super) fn absolute(site: Option<&str>, href: &str) -> Option<String> {
    if href.starts_with('/') { site.map(|site| under(site, href)) } else { Some(href.to_owned()) }
}
