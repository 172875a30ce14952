//! The address bar as signals: where the visitor is, and links from there.

use reactive_graph::computed::Memo;
use reactive_graph::owner::StoredValue;
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use crate::agenda::filter::Filter;
use crate::agenda::link::Href;
use crate::agenda::time::Instant;
use crate::browser::navigation;
use crate::route::{Place, Route, View};

/// Where the visitor is.
#[derive(Clone, Copy)]
pub struct Places {
    base: StoredValue<String>,
    here: RwSignal<Place>,
    /// The page.
    pub route: Memo<Route>,
    /// The filter of a list.
    pub filter: Memo<Filter>,
    /// Whether my schedule is shown to scale.
    is_timeline: RwSignal<bool>,
    /// The moment that the address bar sets.
    pub now: Memo<Option<Instant>>,
}

impl Places {
    /// Starts at a place; the site is served under `base`.
    pub fn new(base: &str, place: Place) -> Self {
        let is_timeline = RwSignal::new(place.view == View::Timeline);
        let here = RwSignal::new(place);
        Self {
            base: StoredValue::new(base.to_owned()),
            here,
            route: Memo::new(move |_| here.with(|place| place.route.clone())),
            filter: Memo::new(move |_| here.with(|place| place.filter.clone())),
            is_timeline,
            now: Memo::new(move |_| here.with(|place| place.now)),
        }
    }

    /// Takes in that the visitor went elsewhere.
    pub fn arrive(&self, place: Place) {
        let is_timeline = place.view == View::Timeline;
        if self.is_timeline.get_untracked() != is_timeline {
            self.is_timeline.set(is_timeline);
        }
        self.here.set(place);
    }

    /// How my schedule is shown.
    pub fn view(&self) -> View {
        if self.is_timeline.get() { View::Timeline } else { View::List }
    }

    /// The link to a page, at the moment that is shown.
    pub fn href(&self, route: Route) -> String {
        self.link(&Place { now: self.now.get_untracked(), ..Place::at(route) })
    }

    /// The link to an anchor of a page.
    pub fn href_at(&self, route: Route, anchor: &str) -> String {
        self.link(&Place { now: self.now.get_untracked(), anchor: anchor.to_owned(), ..Place::at(route) })
    }

    /// The link to a filtered list.
    pub fn href_filtered(&self, route: Route, filter: Filter) -> String {
        self.link(&Place { now: self.now.get_untracked(), filter, ..Place::at(route) })
    }

    /// The link to my schedule in that view.
    pub fn href_viewed(&self, view: View) -> String {
        self.link(&Place { now: self.now.get_untracked(), view, ..Place::at(Route::Mine) })
    }

    /// Whether the address bar names that anchor.
    pub fn is_at(&self, anchor: &str) -> bool {
        self.here.with_untracked(|place| place.anchor == anchor)
    }

    /// The link to this page as it is at present.
    pub fn href_at_present(&self) -> String {
        self.here.with(|place| self.link(&Place { now: None, ..place.clone() }))
    }

    /// The address of a file or path inside the site; one that leads outside stays as it is.
    pub fn file(&self, path: &str) -> String {
        if !path.starts_with('/') {
            return path.to_owned();
        }
        self.base.with_value(|base| format!("{}{path}", base.trim_end_matches('/')))
    }

    /// The address of a link that the agenda gives.
    pub fn address(&self, href: &Href) -> String {
        self.file(href)
    }

    /// Filters the list that is shown; the address bar says so.
    pub fn set_filter(&self, filter: Filter) {
        self.here.update(|place| place.filter = filter);
        navigation::replace(&self.here.with_untracked(|place| self.link(place)));
    }

    fn link(&self, place: &Place) -> String {
        self.base.with_value(|base| place.href(base))
    }
}
