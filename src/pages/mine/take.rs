//! My schedule to take along: as a calendar, a file, or on paper.

use agenda::Agenda;
use agenda::bookmarks::BookmarkKind;
use agenda::model::Session;
use agenda::share::{MARK, encode};

use super::backup::Backups;
use crate::components::bookmark::reminder;
use crate::components::calendar::save_sessions;
use crate::components::share::Share;
use crate::platform::document;
use crate::prelude::*;
use crate::routes::{Links, Page, use_links};
use crate::state::bookmarks::{Bookmarks, use_bookmarks};
use crate::state::programme::use_agenda;

/// The ways out of this browser, and back in.
#[component]
pub fn Take() -> impl IntoView {
    let (agenda, bookmarks, links) = (use_agenda(), use_bookmarks(), use_links());
    let title = format!("My schedule: {}", agenda.event().title);
    view! {
        <section class="take">
            <h2>{"Take it with you"}</h2>
            <TakePart
                heading="Into my calendar"
                words="A file for any calendar, with your reminders. Saved again and opened again, it updates what is \
                       there. Your schedule is in this browser alone, so a calendar cannot subscribe to it; to the \
                       programme, a day or a theme it can, from their pages."
            >
                <p class="actions">
                    <button type="button" class="button" on:click=move |_| save(agenda, bookmarks)>
                        {"Save for my calendar"}
                    </button>
                </p>
            </TakePart>
            <TakePart
                heading="As a link"
                words="A link and a QR code that hold all of it: for your phone, or for a friend who wants to compare. \
                       Notes stay here."
            >
                <Share
                    words="Share my schedule"
                    title
                    link=Callback::new(move |()| whole(agenda, bookmarks, links))
                />
            </TakePart>
            <TakePart heading="On paper" words="Day by day, with your time beside the venue’s; as many days on a sheet as fit.">
                <p class="actions">
                    <button type="button" class="button" on:click=|_| document::print()>{"Print"}</button>
                </p>
            </TakePart>
            <Backups/>
        </section>
    }
}

/// The link that holds my schedule.
pub(super) fn whole(agenda: &Agenda, bookmarks: Bookmarks, links: Links) -> String {
    let code = encode(agenda, &bookmarks.on(BookmarkKind::Star));
    links.whole(&Page::Mine, &format!("{MARK}{code}"))
}

fn save(agenda: &'static Agenda, bookmarks: Bookmarks) {
    untrack(|| {
        let is_starred = |session: &&Session| bookmarks.has(BookmarkKind::Star, &session.id);
        let sessions: Vec<&Session> = agenda.sessions().iter().filter(is_starred).collect();
        save_sessions(agenda, "My schedule", "my-schedule.ics", &sessions, &|session| reminder(bookmarks, session));
    });
}

/// One of the ways.
#[component]
pub fn TakePart(
    /// Its heading.
    heading: &'static str,
    /// What comes of it.
    words: &'static str,
    /// What can be pressed.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="take__part">
            <h3>{heading}</h3>
            <p>{words}</p>
            {children()}
        </div>
    }
}
