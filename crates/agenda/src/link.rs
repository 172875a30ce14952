//! Where a link may lead: `https`, `http`, `mailto`, or a path inside the site.

use std::ops::Deref;

use super::fault::is_not;

/// A link that can do no harm.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", extend("pattern" = r"^([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:|/(?!/))\S*$"), example = &"/about/")
)]
pub struct Href(String);

impl Href {
    /// The text as a link, when it is one.
    pub fn new(text: &str) -> Option<Self> {
        let lower = text.to_ascii_lowercase();
        let web = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| lower.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')));
        let inside = text.starts_with('/') && !text.starts_with("//");
        let plain = !text.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\');
        ((web || inside) && plain).then(|| Self(text.to_owned()))
    }

    /// Whether it is a path inside the site.
    pub fn is_inside(&self) -> bool {
        self.0.starts_with('/')
    }

    /// The host it leads to, when it leads to one.
    pub fn host(&self) -> Option<&str> {
        let (_, rest) = self.0.split_once(':')?;
        rest.strip_prefix("//")?.split(['/', '?', '#']).next()
    }
}

impl Deref for Href {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Href {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        let wanted = "a link: `https://…`, `http://…`, `mailto:…` or a path inside the site such as `/programme/`";
        Self::new(text).ok_or_else(|| is_not(text, wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_web_mail_and_inside_links_only() {
        for good in
            ["https://a.example/b?c#d", "http://a.example", "HTTPS://A.example", "mailto:a@b.example", "/", "/about/"]
        {
            assert!(Href::new(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "/\\evil.example",
            "https:evil",
            "https:///evil",
            "https://",
            "about",
            "https://a b",
            "java\nscript:x",
            "vbscript:x",
            "ftp://a.example",
        ] {
            assert!(Href::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn names_the_host() {
        let host = |text| Href::new(text).and_then(|href| href.host().map(str::to_owned));
        assert_eq!(host("https://discourse.gbif.org/t/1").as_deref(), Some("discourse.gbif.org"));
        assert_eq!(host("https://a.example?q").as_deref(), Some("a.example"));
        assert_eq!(host("/about/"), None);
    }
}
