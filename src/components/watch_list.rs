//! What of my schedule can be watched and was not yet, by theme.

use crate::agenda::model::Theme;
use crate::agenda::picks::Shelf;
use crate::agenda::recorded::Watchable;
use crate::markup::{Element, Node, el, link, list, live, section};
use crate::route::Route;
use crate::state::App;

/// The talks and recordings of what is starred; nothing where there are none.
pub fn watch_list(app: App) -> Node {
    live(move || {
        let starred = app.plan.starred();
        let all = starred.into_iter().flat_map(|session| app.agenda.watchable(session));
        let (seen, rest): (Vec<_>, Vec<_>) = all.partition(|one| app.kept.has(Shelf::Watched, &one.id));
        let themes = app.agenda.themes().iter().map(Some).chain([None]);
        let groups: Vec<Element> = themes.filter_map(|theme| group(app, theme, &seen, &rest)).collect();
        let words = match (seen.len(), rest.len()) {
            (all, 0) => format!("You have watched all {all} talks and recordings of what you starred."),
            (seen, rest) => format!("Of the {} talks and recordings of what you starred, {seen} watched.", seen + rest),
        };
        (!groups.is_empty()).then(|| {
            let groups = el("div").class("watching__groups").each(groups);
            section("To watch").class("watching").attr("id", "to-watch").with(el("p").text(words)).with(groups)
        })
    })
}

/// What belongs to a theme, or to none.
fn group(
    app: App,
    theme: Option<&'static Theme>,
    seen: &[Watchable<'static>],
    rest: &[Watchable<'static>],
) -> Option<Element> {
    let is_own = |one: &&Watchable| one.theme.map(|own| &own.id) == theme.map(|theme| &theme.id);
    let watched = seen.iter().filter(is_own).count();
    let rest: Vec<_> = rest.iter().filter(is_own).collect();
    let all = watched + rest.len();
    let name = match theme.map(|theme| (theme.number, theme)) {
        Some((Some(number), _)) => format!("Theme {}", number.0),
        Some((None, theme)) => theme.title.to_string(),
        None => "Other".to_owned(),
    };
    let count = format!("{watched} of {all} watched");
    let bar = el("span")
        .class("watching__bar")
        .attr("aria-hidden", "true")
        .attr("--part", watched.to_string())
        .attr("--whole", all.to_string());
    let summary = el("summary").with(el("strong").text(format!("{name}: "))).text(count).with(bar);
    let items = rest.iter().map(|one| {
        let href = app.places.href_at(Route::Session(one.session.id.to_string()), &one.anchor);
        link(href, one.title.clone())
    });
    let class = format!("watching__group {}", theme.map(|theme| theme.hue.class()).unwrap_or_default());
    (all > 0).then(|| el("details").class(class).with(summary).with(list("links", items)))
}
