//! My own schedule.

use agenda::bookmarks::BookmarkKind;
use agenda::clock::until;
use agenda::model::Session;
use agenda::phase::now_and_next;

use super::changes::{ChangeList, Vanished};
use super::take::{Take, whole};
use crate::components::icon::{Icon, STAR};
use crate::components::my_day::MyDays;
use crate::components::nothing::Nothing;
use crate::components::paper_link::PaperLink;
use crate::components::shift_notice::ShiftNotice;
use crate::components::timeline::Timeline;
use crate::components::views::Views;
use crate::components::watch_list::WatchList;
use crate::prelude::*;
use crate::routes::{Page, View, use_links};
use crate::state::address::use_address;
use crate::state::bookmarks::use_bookmarks;
use crate::state::found::use_seen_stars;
use crate::state::now::use_now;
use crate::state::programme::use_agenda;

/// My own schedule. A session whose star is taken away here stays in sight until the visitor
/// leaves, so that it can be starred again.
#[component]
pub fn Own() -> impl IntoView {
    let (agenda, bookmarks, links) = (use_agenda(), use_bookmarks(), use_links());
    let seen = use_seen_stars();
    let sessions = Memo::new(move |_| {
        let seen = seen.read();
        let is_seen = |session: &&'static Session| seen.iter().any(|id| **id == *session.id);
        agenda.sessions().iter().filter(is_seen).collect::<Vec<_>>()
    });
    let lasting = (!bookmarks.is_lasting()).then(|| {
        let words = "Your browser stores nothing for this site: your schedule lasts until you close this page.";
        view! { <p class="missing">{words}</p> }
    });
    view! {
        <h1>{"My schedule"}</h1>
        {lasting}
        <ChangeList/>
        <Show when=move || !sessions.read().is_empty() fallback=|| view! { <Empty/> }>
            <Sessions sessions/>
        </Show>
        <Vanished/>
        <PaperLink link=move || whole(agenda, bookmarks, links)/>
        <Take/>
    }
}

/// What is starred, as a list or to scale.
#[component]
fn Sessions(
    /// The sessions, in order of time.
    sessions: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let address = use_address();
    view! {
        <Next/>
        <Views
            page=Page::Mine
            label="Views of my schedule"
            views=[(View::List, "List"), (View::Timeline, "Timeline")]
        />
        <ShiftNotice/>
        {move || match address.view() {
            View::List | View::Grid => view! { <MyDays sessions/> <WatchList/> },
            View::Timeline => view! { <Timeline/> },
        }}
    }
}

/// What is on or comes next of what I starred.
#[component]
fn Next() -> impl IntoView {
    let (agenda, bookmarks, now) = (use_agenda(), use_bookmarks(), use_now());
    let words = move || {
        let stars = bookmarks.on(BookmarkKind::Star);
        if stars.is_empty() {
            return "No star is left. What you removed stays visible until you leave this page.".to_owned();
        }
        let Some(now) = now.get() else { return String::new() };
        let starred = agenda.sessions().iter().filter(|session| stars.iter().any(|id| **id == *session.id));
        let found = now_and_next(starred, now);
        let titles =
            |sessions: &[&Session]| sessions.iter().map(|session| &*session.title).collect::<Vec<_>>().join("; ");
        match (found.now.as_slice(), found.next.as_slice()) {
            ([], []) => "All of it is over. What was recorded can be watched from the session pages.".to_owned(),
            ([], next @ [first, ..]) => format!("Next, {}: {}.", until(first.span().start, now), titles(next)),
            (now, _) => format!("On now: {}.", titles(now)),
        }
    };
    view! { <p class="lead">{move || words()}</p> }
}

/// What to do while nothing is starred.
#[component]
fn Empty() -> impl IntoView {
    if use_agenda().sessions().is_empty() {
        let words = "Nothing here yet: no session is published so far. Once there are some, press the star on any.";
        return view! { <Nothing words page=Page::Home way="What the event is"/> };
    }
    view! {
        <div class="empty">
            <Icon path=STAR/>
            <p>
                {"Nothing here yet. Press the star on any session, and it appears here with its time on your clock. \
                 Your schedule stays in this browser; nobody else sees it."}
            </p>
            <p>
                <a class="button" href=use_links().to(&Page::Programme)>{"Choose from the programme"}</a>
            </p>
        </div>
    }
}
