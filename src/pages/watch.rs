//! Every talk and recording, and what of it was watched.

use agenda::bookmarks::BookmarkKind;
use agenda::model::Theme;

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
    let progress = move || {
        let watched = all.iter().filter(|id| bookmarks.has(BookmarkKind::Watched, id)).count();
        match watched {
            0 => format!("{} talks and recordings to watch at any hour.", all.len()),
            watched => format!("You have watched {watched} of {} talks and recordings.", all.len()),
        }
    };
    let groups = agenda.themes().iter().map(Some).chain([None]);
    let recordings = agenda.recordings().map(|recorded| view! { <li><ListedRecording recorded/></li> });
    view! {
        <PageTitle page=Page::Watch/>
        <h1>{"Watch"}</h1>
        <p class="lead">{move || progress()}</p>
        {groups.map(|theme| view! { <Group theme/> }).collect_view()}
        <section>
            <h2>{"Recordings of live sessions"}</h2>
            <ul class="talks">{recordings.collect_view()}</ul>
        </section>
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
            view! { <a href=href>{theme.title.to_string()}</a> }
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
