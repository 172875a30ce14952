//! Links inside the site: the only place that builds one, and adds the base.

use agenda::Agenda;
use agenda::address::Address;
use agenda::filter::{Filter, Flag, Part};
use agenda::link::Href;
use agenda::page::encode;
pub use agenda::page::{Page, title};
use agenda::time::rfc3339;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::platform::page;

/// The parameter that names a view.
const VIEW: &str = "view";

/// The parameter that holds the words that are searched for.
const WORDS: &str = "q";

/// The parameter that shows a room as a screen at its door.
const SCREEN: &str = "screen";

/// How sessions are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// As a list.
    #[default]
    List,
    /// My schedule to scale.
    Timeline,
    /// A day as a table: rooms across, time down.
    Grid,
}

impl View {
    fn of_word(word: &str) -> Self {
        [Self::Timeline, Self::Grid].into_iter().find(|view| view.word() == word).unwrap_or_default()
    }

    /// Its word in addresses; none for what is shown where none is said.
    fn word(self) -> &'static str {
        match self {
            Self::List => "",
            Self::Timeline => "timeline",
            Self::Grid => "grid",
        }
    }
}

/// What the query of an address says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The filter of a list.
    pub filter: Filter,
    /// How sessions are shown, where a page has more than one view.
    pub view: View,
    /// Whether a room is shown as a screen at its door.
    pub screen: bool,
    /// The moment as which the app is shown instead of the present.
    pub now: Option<DateTime<Utc>>,
}

impl Query {
    /// Reads parameters, decoded; those of others are passed over.
    pub fn of(parameters: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut query = Self::default();
        for (name, value) in parameters {
            let part = Part::ALL.into_iter().find(|part| part.name() == name);
            let flag = Flag::ALL.into_iter().find(|flag| flag.name() == name);
            match (name.as_str(), part, flag) {
                (_, Some(part), _) => query.filter = query.filter.with_part(part, value),
                (_, _, Some(flag)) => query.filter = query.filter.with_flag(flag, true),
                (WORDS, ..) => query.filter.words = value,
                ("now", ..) => query.now = moment(&value),
                (SCREEN, ..) => query.screen = true,
                (VIEW, ..) => query.view = View::of_word(&value),
                _ => {}
            }
        }
        query
    }

    /// The query with its `?`, escaped; empty when it says nothing.
    fn text(&self) -> String {
        let Self { filter, view, screen, now } = self;
        let now = now.map(rfc3339).unwrap_or_default();
        let values = [(VIEW, view.word())].into_iter();
        let values = values.chain(filter.parts().map(|(part, value)| (part.name(), value)));
        let values = values.chain([(WORDS, &*filter.words), ("now", &now)]).filter(|(_, value)| !value.is_empty());
        let flags = screen.then_some(SCREEN).into_iter().chain(filter.flags().map(Flag::name)).map(str::to_owned);
        let said: Vec<String> = flags.chain(values.map(|(name, value)| format!("{name}={}", encode(value)))).collect();
        if said.is_empty() { String::new() } else { format!("?{}", said.join("&")) }
    }
}

/// Reads an instant with any offset, and without its seconds as the boot script does. The `+` of one arrives as a space
/// when it was not escaped.
fn moment(text: &str) -> Option<DateTime<Utc>> {
    let text = text.replacen(' ', "+", 1);
    let read = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    let whole = || text.split_at_checked(16).map(|(minute, rest)| format!("{minute}:00{rest}"));
    read(&text).or_else(|| read(&whole()?)).map(|at| at.to_utc())
}

/// Where the site lies, and how links into it begin.
#[derive(Clone, Copy)]
pub struct Links {
    base: StoredValue<String>,
    /// What links begin with: the base, or in a file the way up to it, such as `../../`.
    start: StoredValue<String>,
    /// The moment that the address names; links keep it.
    now: StoredValue<Option<DateTime<Utc>>>,
}

/// Gives everything below it the links of a site that is served under `base`, and that begin with `start`.
pub fn provide_links(base: &str, start: &str) -> Links {
    let links = Links {
        base: StoredValue::new(base.to_owned()),
        start: StoredValue::new(start.to_owned()),
        now: StoredValue::new(None),
    };
    provide_context(links);
    links
}

/// The links of the site.
pub fn use_links() -> Links {
    expect_context()
}

impl Links {
    /// The link to a page, at the moment that is shown.
    pub fn to(self, page: &Page) -> String {
        self.link(page, &self.query(), "")
    }

    /// The link to an anchor of a page.
    pub fn to_anchor(self, page: &Page, anchor: &str) -> String {
        self.link(page, &self.query(), anchor)
    }

    /// The link to a filtered list.
    pub fn to_filtered(self, page: &Page, filter: Filter) -> String {
        self.link(page, &Query { filter, ..self.query() }, "")
    }

    /// The link to a filtered list in a view.
    pub fn to_view(self, page: &Page, view: View, filter: Filter) -> String {
        self.link(page, &Query { filter, view, ..self.query() }, "")
    }

    /// The link to the screen at a room's door.
    pub fn to_screen(self, room: &Page) -> String {
        self.link(room, &Query { screen: true, ..self.query() }, "")
    }

    /// The address of a file or path inside the site; one that leads outside stays as it is.
    pub fn file(self, path: &str) -> String {
        match path.strip_prefix('/') {
            Some(path) => self.start.with_value(|start| format!("{start}{path}")),
            None => path.to_owned(),
        }
    }

    /// The address of a link that the agenda gives.
    pub fn address(self, href: &Href) -> String {
        self.file(href)
    }

    /// The whole address of a page, without a moment; with an anchor where one is named.
    pub fn whole(self, page: &Page, anchor: &str) -> String {
        page::origin() + &self.link(page, &Query::default(), anchor)
    }

    /// The moment that the address names.
    pub fn now(self) -> Option<DateTime<Utc>> {
        self.now.get_value()
    }

    /// Makes links keep another moment from now on.
    pub fn set_now(self, now: Option<DateTime<Utc>>) {
        self.now.set_value(now);
    }

    /// Whether a path of the address bar is that page's.
    pub fn is_at(self, path: &str, page: &Page) -> bool {
        self.inside(path).is_some_and(|path| path == page.path())
    }

    /// Whether a path of the address bar is below that page's, as a day is below the programme.
    pub fn is_below(self, path: &str, page: &Page) -> bool {
        self.inside(path).is_some_and(|path| path.len() > page.path().len() && path.starts_with(&page.path()))
    }

    /// The base as the router wants it: without the slash at its end.
    pub fn router_base(self) -> String {
        self.base.with_value(|base| base.trim_end_matches('/').to_owned())
    }

    /// An address of the path where the visitor is, with that query and anchor.
    pub fn here(path: &str, query: &Query, anchor: &str) -> String {
        format!("{path}{}{}", query.text(), hash(anchor))
    }

    /// A path of the address bar without the base.
    fn inside(self, path: &str) -> Option<String> {
        self.base.with_value(|base| path.strip_prefix(base.trim_end_matches('/')).map(str::to_owned))
    }

    fn query(self) -> Query {
        Query { now: self.now(), ..Query::default() }
    }

    fn link(self, page: &Page, query: &Query, anchor: &str) -> String {
        format!("{}{}{}", self.file(&page.path()), query.text(), hash(anchor))
    }
}

/// The address that is meant by one of a site that is served under `base`, where that is another one: messengers
/// escape addresses, cut them, and add parameters of their own.
pub fn meant(agenda: &Agenda, base: &str, path: &str, query: &str, anchor: &str) -> Option<String> {
    let base = base.trim_end_matches('/');
    let Address { page, parameters, anchor: meant } = Address::meant(agenda, path.strip_prefix(base)?, query, anchor)?;
    let address = format!("{base}{}{}{}", page.path(), Query::of(parameters).text(), hash(&meant));
    (address != format!("{path}{query}{anchor}")).then_some(address)
}

/// An anchor with its `#`, escaped; nothing for none.
fn hash(anchor: &str) -> String {
    if anchor.is_empty() { String::new() } else { format!("#{}", encode(anchor)) }
}

#[cfg(test)]
mod tests;
