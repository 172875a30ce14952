//! The address bar as signals: where the visitor is, and links from there.

use std::sync::{Mutex, PoisonError};

use reactive_graph::prelude::*;
use reactive_graph::signal::ArcTrigger;

use crate::agenda::filter::Filter;
use crate::agenda::link::Href;
use crate::agenda::share::MARK;
use crate::agenda::time::Instant;
use crate::browser::navigation;
use crate::route::{Place, Route, View};

/// Where the visitor is.
#[derive(Clone, Copy)]
pub struct Places(&'static Inside);

/// A place, and a bell for each part of it, which is rung when that part
/// changes. (A signal or memo of a type of its own for each would cost the
/// visitor two kilobytes.)
struct Inside {
    base: String,
    here: Mutex<Place>,
    route: ArcTrigger,
    filter: ArcTrigger,
    view: ArcTrigger,
    now: ArcTrigger,
    anchor: ArcTrigger,
    shared: ArcTrigger,
}

impl Places {
    /// Starts at a place; the site is served under `base`.
    pub fn new(base: &str, place: Place) -> Self {
        Self(Box::leak(Box::new(Inside {
            base: base.to_owned(),
            here: Mutex::new(place),
            route: ArcTrigger::new(),
            filter: ArcTrigger::new(),
            view: ArcTrigger::new(),
            now: ArcTrigger::new(),
            anchor: ArcTrigger::new(),
            shared: ArcTrigger::new(),
        })))
    }

    /// Takes in that the visitor went elsewhere.
    pub fn arrive(&self, place: Place) {
        let before = self.here();
        let bells = [
            (before.route != place.route, &self.0.route),
            (before.filter != place.filter, &self.0.filter),
            (before.view != place.view, &self.0.view),
            (before.now != place.now, &self.0.now),
            (before.anchor != place.anchor, &self.0.anchor),
            (shared(&before) != shared(&place), &self.0.shared),
        ];
        *self.0.here.lock().unwrap_or_else(PoisonError::into_inner) = place;
        bells.into_iter().filter(|(has_changed, _)| *has_changed).for_each(|(_, bell)| bell.notify());
    }

    /// Where the visitor is; nobody is told when that changes.
    pub fn here(&self) -> Place {
        // Nothing panics while it is held.
        self.0.here.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The page.
    pub fn route(&self) -> Route {
        self.0.route.track();
        self.here().route
    }

    /// The filter of a list.
    pub fn filter(&self) -> Filter {
        self.0.filter.track();
        self.here().filter
    }

    /// How my schedule is shown.
    pub fn view(&self) -> View {
        self.0.view.track();
        self.here().view
    }

    /// The moment that the address bar sets.
    pub fn now(&self) -> Option<Instant> {
        self.0.now.track();
        self.here().now
    }

    /// The text of a schedule that somebody shared, without its mark.
    pub fn shared(&self) -> Option<String> {
        self.0.shared.track();
        shared(&self.here())
    }

    /// The link to a page, at the moment that is shown.
    pub fn href(&self, route: Route) -> String {
        self.link(&self.shown(route))
    }

    /// The link to an anchor of a page.
    pub fn href_at(&self, route: Route, anchor: &str) -> String {
        self.link(&Place { anchor: anchor.to_owned(), ..self.shown(route) })
    }

    /// The link to a filtered list.
    pub fn href_filtered(&self, route: Route, filter: Filter) -> String {
        self.link(&Place { filter, ..self.shown(route) })
    }

    /// The link to my schedule in that view.
    pub fn href_viewed(&self, view: View) -> String {
        self.link(&Place { view, ..self.shown(Route::Mine) })
    }

    /// Whether the address bar names that anchor.
    pub fn is_at(&self, anchor: &str) -> bool {
        self.here().anchor == anchor
    }

    /// The link to this page as it is at present.
    pub fn href_at_present(&self) -> String {
        let Inside { route, filter, view, anchor, .. } = self.0;
        [route, filter, view, anchor].into_iter().for_each(Track::track);
        self.link(&Place { now: None, ..self.here() })
    }

    /// The address of a file or path inside the site; one that leads outside stays as it is.
    pub fn file(&self, path: &str) -> String {
        if !path.starts_with('/') {
            return path.to_owned();
        }
        format!("{}{path}", self.0.base.trim_end_matches('/'))
    }

    /// The address of a link that the agenda gives.
    pub fn address(&self, href: &Href) -> String {
        self.file(href)
    }

    /// The whole address of a page, at whatever moment it is opened; an anchor is named where there is one.
    pub fn whole(&self, route: Route, anchor: String) -> String {
        format!("{}{}", navigation::origin(), self.link(&Place { anchor, ..Place::at(route) }))
    }

    /// Takes the schedule that somebody shared out of the address bar.
    pub fn leave_shared(&self) {
        self.stand(Place { anchor: String::new(), ..self.here() });
    }

    /// Filters the list that is shown; the address bar says so.
    pub fn set_filter(&self, filter: Filter) {
        self.stand(Place { filter, ..self.here() });
    }

    /// Makes it the place where the visitor is; the address bar says so.
    fn stand(self, place: Place) {
        navigation::replace(&self.link(&place));
        self.arrive(place);
    }

    /// A page, at the moment that is shown.
    fn shown(self, route: Route) -> Place {
        Place { now: self.here().now, ..Place::at(route) }
    }

    fn link(self, place: &Place) -> String {
        place.href(&self.0.base)
    }
}

fn shared(place: &Place) -> Option<String> {
    place.anchor.strip_prefix(MARK).map(str::to_owned)
}
