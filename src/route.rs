//! Which page a path leads to, and the only place that builds a link.
//!
//! A [`Place`] is everything the address bar says: the page, the filter, the
//! moment that `?now=` sets, and the anchor.

use crate::agenda::filter::Filter;
use crate::agenda::time::{Date, Instant};

/// What `view` says of the timeline.
const TIMELINE: &str = "timeline";

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The event.
    Home,
    /// Every day of the programme.
    Programme,
    /// One day of the programme.
    Day(Date),
    /// A theme, by id.
    Theme(String),
    /// A session, by id.
    Session(String),
    /// Talks and recordings.
    Watch,
    /// Everybody who takes part.
    People,
    /// A person, by id.
    Person(String),
    /// My schedule.
    Mine,
    /// Credits, privacy, data, changes.
    About,
    /// Anything else: the path that was asked for.
    NotFound(String),
}

/// How my schedule is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// As a list.
    #[default]
    List,
    /// To scale.
    Timeline,
}

/// What the address bar says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// The filter of a list.
    pub filter: Filter,
    /// How my schedule is shown; other pages have one look only.
    pub view: View,
    /// The moment as which the app is shown instead of the present.
    pub now: Option<Instant>,
    /// The anchor, without its `#`.
    pub anchor: String,
}

impl Route {
    /// The page of a path inside the site, such as `/sessions/thu-obis/`.
    pub fn parse(path: &str) -> Self {
        let trimmed = path.strip_suffix("index.html").unwrap_or(path);
        let steps: Vec<String> = trimmed.split('/').filter(|step| !step.is_empty()).map(decode).collect();
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        let page = match steps.as_slice() {
            [] => Some(Self::Home),
            ["programme"] => Some(Self::Programme),
            ["programme", day] => Date::parse(day).map(Self::Day),
            ["themes", id] => Some(Self::Theme((*id).to_owned())),
            ["sessions", id] => Some(Self::Session((*id).to_owned())),
            ["watch"] => Some(Self::Watch),
            ["people"] => Some(Self::People),
            ["people", id] => Some(Self::Person((*id).to_owned())),
            ["mine"] => Some(Self::Mine),
            ["about"] => Some(Self::About),
            _ => None,
        };
        page.unwrap_or_else(|| Self::NotFound(path.to_owned()))
    }

    /// The path inside the site; it ends in `/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Programme => "/programme/".to_owned(),
            Self::Day(date) => format!("/programme/{date}/"),
            Self::Theme(id) => format!("/themes/{}/", encode(id)),
            Self::Session(id) => format!("/sessions/{}/", encode(id)),
            Self::Watch => "/watch/".to_owned(),
            Self::People => "/people/".to_owned(),
            Self::Person(id) => format!("/people/{}/", encode(id)),
            Self::Mine => "/mine/".to_owned(),
            Self::About => "/about/".to_owned(),
            Self::NotFound(path) => path.clone(),
        }
    }
}

impl Place {
    /// The page as it is at present, unfiltered.
    pub fn at(route: Route) -> Self {
        Self { route, filter: Filter::default(), view: View::List, now: None, anchor: String::new() }
    }

    /// Reads path, query (with or without `?`) and anchor (with or without `#`).
    pub fn parse(path: &str, query: &str, anchor: &str) -> Self {
        let mut place = Self::at(Route::parse(path));
        for pair in query.trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = decode(&value.replace('+', " "));
            match name {
                "theme" => place.filter.theme = value,
                "kind" => place.filter.kind = value,
                "q" => place.filter.words = value,
                "view" if value == TIMELINE && place.route == Route::Mine => place.view = View::Timeline,
                // A `+` of an offset arrives as a space when it was not escaped.
                "now" => place.now = Instant::parse(&value).or_else(|| Instant::parse(&value.replacen(' ', "+", 1))),
                _ => {}
            }
        }
        place.anchor = decode(anchor.trim_start_matches('#'));
        place
    }

    /// Reads the address of a page of the site that is served under `base`, such as `/a/b/`.
    pub fn under(base: &str, path: &str, query: &str, anchor: &str) -> Self {
        Self::parse(path.strip_prefix(base.trim_end_matches('/')).unwrap_or(path), query, anchor)
    }

    /// The link to it; `base` is the path under which the site is served, such as `/` or `/a/b/`,
    /// or the way up to it from a page, such as `../../`.
    pub fn href(&self, base: &str) -> String {
        let path = self.route.path();
        let mut href = format!("{}{path}", base.trim_end_matches('/'));
        let now = self.now.map(|now| now.to_string());
        let is_timeline = self.view == View::Timeline && self.route == Route::Mine;
        let parts = [
            ("view", if is_timeline { TIMELINE } else { "" }),
            ("theme", self.filter.theme.as_str()),
            ("kind", self.filter.kind.as_str()),
            ("q", self.filter.words.as_str()),
            ("now", now.as_deref().unwrap_or("")),
        ];
        let mut joint = '?';
        for (name, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
            href.push(joint);
            href.push_str(name);
            href.push('=');
            href.push_str(&encode(value));
            joint = '&';
        }
        if !self.anchor.is_empty() {
            href.push('#');
            href.push_str(&encode(&self.anchor));
        }
        href
    }
}

/// Escapes all that could mean something in a link (RFC 3986, section 2).
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from_digit(u32::from(digit), 16).map_or('0', |digit| digit.to_ascii_uppercase()));
            }
        }
    }
    encoded
}

/// Undoes escapes; one that is broken stands for itself.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        rest = after.get(2..).filter(|_| byte.is_some()).unwrap_or(after);
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pages() -> [Route; 10] {
        [
            Route::Home,
            Route::Programme,
            Route::Day(Date::parse("2021-06-28").expect("a date")),
            Route::Theme("theme-1".into()),
            Route::Session("thu-obis".into()),
            Route::Watch,
            Route::People,
            Route::Person("zoe".into()),
            Route::Mine,
            Route::About,
        ]
    }

    #[test]
    fn every_page_has_one_path_that_leads_back_to_it() {
        for page in pages() {
            let path = page.path();
            assert!(path.ends_with('/'), "{path}");
            assert_eq!(Route::parse(&path), page);
            assert_eq!(Route::parse(path.trim_end_matches('/')), page);
            assert_eq!(Route::parse(&format!("{path}index.html")), page);
        }
    }

    #[test]
    fn anything_else_is_not_found() {
        for path in
            ["/nowhere/", "/programme/monday/", "/programme/2021-02-30/", "/sessions/", "/sessions/a/b/", "/themes/"]
        {
            assert_eq!(Route::parse(path), Route::NotFound(path.into()), "{path}");
        }
    }

    #[test]
    fn links_stand_under_the_base_and_keep_what_they_say() {
        let mut place = Place::at(Route::Programme);
        place.filter.words = "data & más".into();
        place.now = Instant::parse("2021-06-28T12:10:00Z");
        let query = "?q=data%20%26%20m%C3%A1s&now=2021-06-28T12:10:00Z";
        assert_eq!(place.href("/"), format!("/programme/{query}"));
        assert_eq!(place.href("/a/b/"), format!("/a/b/programme/{query}"));
        let talk = Place { anchor: "welcome".into(), ..Place::at(Route::Session("mon-theme-1".into())) };
        assert_eq!(talk.href("/"), "/sessions/mon-theme-1/#welcome");
    }

    #[test]
    fn the_timeline_is_a_view_of_my_schedule_only() {
        let timeline = Place { view: View::Timeline, ..Place::at(Route::Mine) };
        assert_eq!(timeline.href("/"), "/mine/?view=timeline");
        assert_eq!(Place::parse("/mine/", "?view=timeline", ""), timeline);
        assert_eq!(Place::parse("/mine/", "?view=list", "").view, View::List);
        assert_eq!(Place::parse("/watch/", "?view=timeline", "").view, View::List);
        assert_eq!(Place { route: Route::Watch, ..timeline }.href("/"), "/watch/");
    }

    #[test]
    fn now_takes_any_offset_however_it_was_escaped() {
        for query in
            ["now=2021-06-28T14:10:00%2B02:00", "?now=2021-06-28T14:10:00+02:00", "x=1&now=2021-06-28T12:10:00Z"]
        {
            assert_eq!(Place::parse("/", query, "").now, Instant::parse("2021-06-28T12:10:00Z"), "{query}");
        }
        assert_eq!(Place::parse("/", "?now=yesterday", "").now, None);
    }

    proptest! {
        #[test]
        fn a_place_survives_the_address_bar(theme in ".{0,8}", words in ".{0,12}", anchor in ".{0,8}", seconds in 0..4_000_000_000_i64) {
            let place = Place {
                filter: Filter { theme, kind: String::new(), words },
                now: Some(Instant(seconds)),
                anchor: anchor.trim_start_matches('#').to_owned(),
                ..Place::at(Route::Watch)
            };
            let href = place.href("/");
            let (rest, anchor) = href.split_once('#').unwrap_or((&href, ""));
            let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
            prop_assert_eq!(Place::parse(path, query, anchor), place);
        }

        #[test]
        fn no_address_makes_it_panic(path in ".*", query in ".*", anchor in ".*") {
            let _ = Place::parse(&path, &query, &anchor);
        }
    }
}
