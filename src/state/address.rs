//! What the address bar says beside the page: the query and the anchor.
//!
//! Files know neither, so both are empty until the app is live.

use agenda::address::{anchor as decoded_anchor, parameters};
use agenda::filter::Filter;
use agenda::share::MARK;
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::live::Live;
use crate::routes::{Links, Page, Query, View};

/// What the address bar says.
#[derive(Clone, Copy)]
pub struct Address {
    /// The path, as the router has it.
    path: Memo<String>,
    query: Memo<Query>,
    /// The query, live or not.
    said: Memo<Query>,
    /// The moment that it names. Everything is made anew with another moment, but not with another filter.
    moment: Memo<Option<DateTime<Utc>>>,
    /// The address that the app itself wrote last, to say what it shows already.
    own: StoredValue<String>,
    /// The anchor, decoded, without its `#`.
    anchor: Memo<String>,
    links: Links,
    /// Puts another address into the present entry of the history.
    replace: Callback<String>,
}

/// Gives everything below it the address bar; inside the router.
pub fn provide_address(links: Links, live: Live) -> Address {
    let location = use_location();
    let (search, hash) = (location.search, location.hash);
    // Not the router's own map of the query, which is decoded twice: `%2525` would become `%`.
    let said = Memo::new(move |_| {
        let search = search.read();
        if search.is_empty() { Query::default() } else { Query::of(parameters(&search)) }
    });
    let query = Memo::new(move |_| if live.get() { said.get() } else { Query::default() });
    let moment = Memo::new(move |_| said.read().now);
    let anchor = Memo::new(move |_| if live.get() { decoded_anchor(&hash.read()) } else { String::new() });
    let navigate = use_navigate();
    let replace = Callback::new(move |address: String| {
        navigate(
            &address,
            NavigateOptions { resolve: false, replace: true, scroll: false, ..NavigateOptions::default() },
        );
    });
    let own = StoredValue::new(String::new());
    let address = Address { path: location.pathname, query, said, moment, own, anchor, links, replace };
    provide_context(address);
    address
}

/// What the address bar says.
pub fn use_address() -> Address {
    expect_context()
}

impl Address {
    /// The filter of a list.
    pub fn filter(self) -> Filter {
        self.query.read().filter.clone()
    }

    /// The filter of a list as it is, for one that differs in a part.
    pub fn filter_untracked(self) -> Filter {
        self.query.read_untracked().filter.clone()
    }

    /// How sessions are shown.
    pub fn view(self) -> View {
        self.query.read().view
    }

    /// Whether a room is shown as a screen at its door.
    pub fn is_screen(self) -> bool {
        self.query.read().screen
    }

    /// The moment as which the app is shown instead of the present.
    pub fn now(self) -> Option<DateTime<Utc>> {
        self.query.read().now
    }

    /// The moment that links have to name, live or not: nothing that is seen in a first render hangs on it.
    pub fn moment(self) -> Option<DateTime<Utc>> {
        self.moment.get()
    }

    /// The text of a schedule that somebody shared, without its mark.
    pub fn shared(self) -> Option<String> {
        self.anchor.read().strip_prefix(MARK).map(str::to_owned)
    }

    /// Whether it names that anchor.
    pub fn has_anchor(self, anchor: &str) -> bool {
        *self.anchor.read() == anchor
    }

    /// Whether it is that page's.
    pub fn is_at(self, page: &Page) -> bool {
        self.links.is_at(&self.path.read(), page)
    }

    /// Whether it is below that page's, as a day is below the programme.
    pub fn is_below(self, page: &Page) -> bool {
        self.links.is_below(&self.path.read(), page)
    }

    /// The address of this page as it is at present.
    pub fn at_present(self) -> String {
        let query = Query { now: None, ..self.query.get() };
        Links::here(&self.path.read(), &query, &self.anchor.read())
    }

    /// Filters the list that is shown; the address bar says so.
    pub fn set_filter(self, filter: Filter) {
        self.replace(&Query { filter, ..self.query.get_untracked() });
    }

    /// Takes the schedule that somebody shared out of the address bar.
    pub fn leave_shared(self) {
        self.replace(&self.query.get_untracked());
    }

    /// Follows every change of the address. Says whether the last was a navigation of the visitor's, after which
    /// they have to be brought to where they meant to go.
    pub fn is_navigation(self) -> bool {
        let here = Links::here(&self.path.read(), &self.said.read(), &self.anchor.read());
        self.own.with_value(|own| *own != here)
    }

    fn replace(self, query: &Query) {
        let address = Links::here(&self.path.read_untracked(), query, "");
        self.own.set_value(address.clone());
        self.replace.run(address);
    }
}
