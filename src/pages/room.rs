//! A room: its sessions day by day, and a screen for its door.

use agenda::calendar::Feed;
use agenda::clock::Reading;
use agenda::model::{Room, Session};
use agenda::phase::now_and_next;

use super::not_found::NotFound;
use super::page_of::PageOf;
use crate::components::calendar::FeedCalendar;
use crate::components::card::Facts;
use crate::components::day::Days;
use crate::components::page_title::PageTitle;
use crate::components::range::Range;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::address::use_address;
use crate::state::clocks::use_clocks;
use crate::state::now::use_now;
use crate::state::programme::use_agenda;

/// The page of a room.
#[component]
pub fn RoomPage() -> impl IntoView {
    view! { <PageOf parameter="id" page=page_of/> }
}

fn page_of(id: &str) -> AnyView {
    match use_agenda().room(id) {
        Some(room) => view! { <One room/> },
        None => view! { <NotFound/> },
    }
}

#[component]
fn One(
    /// The room.
    room: &'static Room,
) -> impl IntoView {
    let address = use_address();
    view! {
        <PageTitle page=Page::Room(room.id.to_string())/>
        {move || if address.is_screen() { view! { <Screen room/> } } else { view! { <Listing room/> } }}
    }
}

/// Every session of the room.
#[component]
fn Listing(
    /// The room.
    room: &'static Room,
) -> impl IntoView {
    let agenda = use_agenda();
    let sessions: Vec<&'static Session> = agenda.sessions_in(room).collect();
    let none = sessions.is_empty().then(|| view! { <p>{"Nothing is planned in this room yet."}</p> });
    let screen = use_links().to_screen(&Page::Room(room.id.to_string()));
    view! {
        <h1 dir="auto" lang=agenda.lang()>{room.title.to_string()}</h1>
        {room.seats().map(|seats| view! { <p>{seats} "."</p> })}
        {none}
        <Days sessions=Memo::new(move |_| sessions.clone())/>
        <FeedCalendar feed=Feed::Room(room)/>
        <p class="aside">
            <a href=screen>{"A screen for the door of this room"}</a>
            ": what is on and what comes next, in large letters, at the venue’s time."
        </p>
    }
}

/// What is on in the room and what comes next, to be read from afar.
#[component]
fn Screen(
    /// The room.
    room: &'static Room,
) -> impl IntoView {
    let (agenda, clocks, now) = (use_agenda(), use_clocks(), use_now());
    let page = Page::Room(room.id.to_string());
    let time = move || {
        let local = agenda.venue().local(now.get()?);
        Some(clocks.shown().cycle.time(local.time()))
    };
    let found = Memo::new(move |_| now.get().map(|now| now_and_next(agenda.sessions_in(room), now)));
    let part = |heading: &'static str, sessions: Vec<&'static Session>| {
        (!sessions.is_empty()).then(|| {
            let sessions = sessions.into_iter().map(|session| view! { <OnScreen session/> });
            view! {
                <section class="screen__part">
                    <h2>{heading}</h2>
                    {sessions.collect_view()}
                </section>
            }
        })
    };
    let parts = move || {
        let found = found.get()?;
        let nothing = (found.now.is_empty() && found.next.is_empty())
            .then(|| view! { <p>{"Nothing more is planned in this room."}</p> });
        Some(view! { {part("Now", found.now)} {part("Next", found.next)} {nothing} })
    };
    view! {
        <div class="screen">
            <header class="screen__head">
                <h1>
                    <a href=use_links().to(&page)>{room.title.to_string()}</a>
                </h1>
                <p class="screen__time">{move || time()}</p>
            </header>
            {move || parts()}
        </div>
    }
}

#[component]
fn OnScreen(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let (agenda, clocks) = (use_agenda(), use_clocks());
    let range = move || {
        let today = agenda.day_of(session);
        let Reading { range, day } = Reading::new(agenda.venue(), session.span(), today, clocks.shown().cycle);
        view! { <Range words=range/> " " {day} }
    };
    view! {
        <div class=format!("screen__session {}", agenda.hue_class(session))>
            <p class="screen__range">{move || range()}</p>
            <h3 dir="auto" lang=agenda.lang_of(session)>{session.title.to_string()}</h3>
            <Facts session/>
        </div>
    }
}
