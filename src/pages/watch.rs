//! Every talk and recording, and what of it was watched.

use crate::agenda::model::Theme;
use crate::agenda::picks::Shelf;
use crate::components::recording::recording_in_list;
use crate::components::talk::talks;
use crate::markup::{Element, Node, el, link, list, section};
use crate::route::Route;
use crate::state::App;

/// The page of everything that can be watched.
pub fn watch(app: App) -> Node {
    let themes = app.agenda.themes().iter().map(Some).chain([None]);
    let groups = themes.filter_map(|theme| group(app, theme).map(Into::into));
    let recordings = app.agenda.recordings().map(|recorded| recording_in_list(app, recorded));
    let recordings = section("Recordings of live sessions").with(list("talks", recordings));
    let lead = el("p").class("lead").live(move || progress(app));
    let mut parts: Vec<Node> = vec![el("h1").text("Watch").into(), lead.into()];
    parts.extend(groups);
    parts.push(recordings.into());
    parts.into()
}

/// The talks of a theme, or those without one.
fn group(app: App, theme: Option<&'static Theme>) -> Option<Element> {
    let agenda = app.agenda;
    let is_same = move |other: Option<&Theme>| other.map(|other| &other.id) == theme.map(|theme| &theme.id);
    let own = move || agenda.talks().filter(move |(session, talk)| is_same(agenda.theme_of_talk(session, talk)));
    let heading: Node = match theme {
        Some(theme) => link(app.places.href(Route::Theme(theme.id.to_string())), &*theme.title).into(),
        None => "More talks".into(),
    };
    own().next().map(|_| section(heading).with(talks(app, own())))
}

/// How much of what there is was watched.
fn progress(app: App) -> String {
    let all = app.agenda.sessions().iter().flat_map(|session| app.agenda.watchable(session));
    let all: Vec<String> = all.map(|one| one.id).collect();
    let watched = all.iter().filter(|id| app.kept.has(Shelf::Watched, id)).count();
    match watched {
        0 => format!("{} talks and recordings to watch at any hour.", all.len()),
        watched => format!("You have watched {watched} of {} talks and recordings.", all.len()),
    }
}
