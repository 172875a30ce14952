//! The app: what it is given, its routes, and where a navigation brings the visitor.

use agenda::Agenda;
use chrono::{DateTime, Utc};
use leptos::task::{spawn_local, tick};
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::pages::about::About;
use crate::pages::frame::Frame;
use crate::pages::home::Home;
use crate::pages::mine::Mine;
use crate::pages::not_found::NotFound;
use crate::pages::people::People;
use crate::pages::person::PersonPage;
use crate::pages::programme::{DayPage, ProgrammePage};
use crate::pages::room::RoomPage;
use crate::pages::session::SessionPage;
use crate::pages::theme::ThemePage;
use crate::pages::watch::Watch;
use crate::platform::history::Memory;
use crate::platform::task::next_task;
use crate::platform::{document, history, page, tell_ready};
use crate::prelude::*;
use crate::routes::{Links, provide_links};
use crate::state::address::Address;
use crate::state::live::{Live, use_live};
use crate::state::programme::{Programme, Source, provide_programme};
use crate::state::provide_state;

/// The app, natively and in a browser.
#[component]
pub fn App(
    /// The programme to show first. It is used until the tab is closed.
    agenda: &'static Agenda,
    /// What it was read from.
    source: Source,
    /// When the server sent it.
    #[prop(optional_no_strip)]
    sent: Option<DateTime<Utc>>,
    /// The path under which the site is served, such as `/` or `/a/b/`.
    base: String,
    /// What links begin with: the base, or in a file the way up to it, such as `../../`.
    start: String,
) -> impl IntoView {
    provide_meta_context();
    let programme = provide_programme(agenda, source);
    let links = provide_links(&base, &start);
    view! {
        <Router base=links.router_base()>
            <Site programme links sent/>
        </Router>
    }
}

/// Every page within its frame, and the state that they share.
#[component]
fn Site(
    /// The programme.
    programme: Programme,
    /// Links into the site.
    links: Links,
    /// When the server sent the programme.
    sent: Option<DateTime<Utc>>,
) -> impl IntoView {
    let state = provide_state(programme, links);
    let address = state.address();
    // Effects do not run natively, and run in a browser once the page is hydrated.
    Effect::new(move |_| {
        spawn_local(async move {
            next_task().await;
            state.start(sent);
            let is_hydrated =
                !page::is_altered() && page::prerendered_from().is_some_and(|from| from == programme.fingerprint());
            open_at_place(is_hydrated);
            history::start();
            // What was pressed and typed before is then done again, on top of what these signals have shown.
            tick().await;
            tell_ready();
        });
    });
    bring_visitors(address, use_live());
    view! {
        {move || {
            // Every view is made from the programme, and every link names the moment that is shown.
            programme.agenda();
            links.set_now(address.moment());
            view! {
                <Frame>
                    <FlatRoutes fallback=|| view! { <NotFound/> }>
                        <Route path=path!("/") view=Home/>
                        <Route path=path!("/programme/") view=ProgrammePage/>
                        <Route path=path!("/programme/:date/") view=DayPage/>
                        <Route path=path!("/themes/:id/") view=ThemePage/>
                        <Route path=path!("/sessions/:id/") view=SessionPage/>
                        <Route path=path!("/watch/") view=Watch/>
                        <Route path=path!("/people/") view=People/>
                        <Route path=path!("/people/:id/") view=PersonPage/>
                        <Route path=path!("/rooms/:id/") view=RoomPage/>
                        <Route path=path!("/mine/") view=Mine/>
                        <Route path=path!("/about/") view=About/>
                    </FlatRoutes>
                </Frame>
            }
        }}
    }
}

/// After each navigation, brings the visitor to where they meant to go. The router does not: it
/// leaves the focus on a link that is gone, and says nothing.
fn bring_visitors(address: Address, live: Live) {
    Effect::new(move |was_live: Option<bool>| {
        // Becoming live, which reads the anchor, is no navigation.
        if address.is_navigation() && was_live == Some(true) {
            // By the next frame the page of the new address is there, and the address bar says so.
            document::next_frame(|| arrive(history::memory(), true));
        }
        live.get()
    });
}

/// Brings the visitor to their place in the page with which they opened the site, unless the browser and the boot
/// script have done that in one that was hydrated.
fn open_at_place(is_hydrated: bool) {
    let (anchor, memory) = (anchor(), history::memory());
    let scroll = memory.as_ref().map_or(0.0, |memory| memory.scroll);
    if !is_hydrated || !document::reaches(&anchor, scroll) {
        document::next_frame(|| arrive(memory, false));
    }
}

/// Brings the visitor to the place they had been at, the anchor, or the top. The focus follows, but
/// is not stolen when the site is opened.
fn arrive(memory: Option<Memory>, is_navigation: bool) {
    let anchor = anchor();
    if let Some(memory) = memory {
        document::scroll_to(memory.scroll);
        let followed = || document::focus(&format!("main a[href=\"{}\"]", memory.link));
        if is_navigation && (memory.link.is_empty() || !followed()) {
            document::focus("h1");
        }
    } else if !anchor.is_empty() && document::show_anchor(&anchor) {
        // The focus is there already.
    } else if is_navigation {
        document::scroll_to(0.0);
        document::focus("h1");
    }
}

/// The anchor of the address, decoded, without its `#`.
fn anchor() -> String {
    agenda::address::anchor(&page::anchor())
}
