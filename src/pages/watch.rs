//! Every talk and recording, and what of it was watched.

use agenda::bookmarks::BookmarkKind;
use agenda::model::Theme;

use crate::components::nothing::Nothing;
use crate::components::page_title::PageTitle;
use crate::components::recording::ListedRecording;
use crate::components::talk::Talks;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::bookmarks::use_bookmarks;
use crate::state::programme::use_agenda;

/// The page of everything that can be watched.
#[component]
pub fn Watch() -> impl IntoView {
    let (agenda, bookmarks) = (use_agenda(), use_bookmarks());
    let all: Vec<String> =
        agenda.sessions().iter().flat_map(|session| agenda.watchable(session)).map(|one| one.id).collect();
    let is_empty = all.is_empty();
    let progress = move || {
        let watched = all.iter().filter(|id| bookmarks.has(BookmarkKind::Watched, id)).count();
        match (watched, all.len()) {
            (0, 1) => "1 talk or recording to watch at any hour.".to_owned(),
            (0, all) => format!("{all} talks and recordings to watch at any hour."),
            (1, 1) => "You have watched the one talk or recording.".to_owned(),
            (watched, all) => format!("You have watched {watched} of {all} talks and recordings."),
        }
    };
    let lead = if is_empty {
        let words = "Nothing can be watched yet. Talks and recordings stand here once they are published.";
        view! { <Nothing words page=Page::Programme way="See what is planned"/> }
    } else {
        view! { <p class="lead">{move || progress()}</p> }
    };
    let groups = agenda.themes().iter().map(Some).chain([None]);
    let recordings: Vec<_> =
        agenda.recordings().map(|recorded| view! { <li><ListedRecording recorded/></li> }).collect();
    let recordings = (!recordings.is_empty()).then(|| {
        view! {
            <section>
                <h2>{"Recordings of live sessions"}</h2>
                <ul class="talks">{recordings}</ul>
            </section>
        }
    });
    view! {
        <PageTitle page=Page::Watch/>
        <h1>{"Watch"}</h1>
        {lead}
        {groups.map(|theme| view! { <Group theme/> }).collect_view()}
        {recordings}
    }
}

/// The talks of a theme, or those without one; nothing where there are none.
#[component]
fn Group(
    /// The theme.
    theme: Option<&'static Theme>,
) -> impl IntoView {
    let (agenda, links) = (use_agenda(), use_links());
    let is_same = |other: Option<&Theme>| other.map(|other| &other.id) == theme.map(|theme| &theme.id);
    let talks: Vec<_> = agenda.talks().filter(|(session, talk)| is_same(agenda.theme_of_talk(session, talk))).collect();
    let heading = match theme {
        Some(theme) => {
            let href = links.to(&Page::Theme(theme.id.to_string()));
            view! { <a href=href dir="auto" lang=agenda.lang()>{theme.title.to_string()}</a> }
        }
        None => "More talks".into_any(),
    };
    (!talks.is_empty()).then(|| {
        view! {
            <section>
                <h2>{heading}</h2>
                <Talks talks/>
            </section>
        }
    })
}
