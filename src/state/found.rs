//! What the filter of a list lets through.

use agenda::bookmarks::BookmarkKind;
use agenda::filter::Visitor;
use agenda::model::Session;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::address::use_address;
use super::bookmarks::use_bookmarks;
use super::clocks::use_clocks;
use super::programme::use_agenda;
use super::search::Searched;

/// Sessions of a list, in its order.
pub type Found = Memo<Vec<&'static Session>>;

/// The sessions that the filter in the address lets through, all or those of a day.
pub fn use_found(searched: Searched, day: Option<NaiveDate>) -> Found {
    let (agenda, address, clocks, stars) = (use_agenda(), use_address(), use_clocks(), use_seen_stars());
    Memo::new(move |_| {
        let filter = address.filter();
        // A star or a clock has the list made anew only where it counts.
        let stars = if filter.mine { stars.get() } else { Vec::new() };
        let shown = filter.awake.then(|| clocks.shown());
        let zone = shown.as_ref().and_then(|shown| shown.known_viewer());
        filter.apply(agenda, searched.read().as_ref(), day, Visitor { stars: &stars, zone })
    })
}

/// Ids of what was starred at any time since the page is shown: what loses its star there stays in sight.
pub fn use_seen_stars() -> Memo<Vec<String>> {
    let bookmarks = use_bookmarks();
    Memo::new(move |before: Option<&Vec<String>>| {
        let mut seen = before.cloned().unwrap_or_default();
        for id in bookmarks.on(BookmarkKind::Star) {
            if !seen.contains(&id) {
                seen.push(id);
            }
        }
        seen
    })
}
