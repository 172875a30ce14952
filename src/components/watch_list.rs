//! What of my schedule can be watched and was not yet, by theme.

use crate::agenda::model::Theme;
use crate::agenda::picks::Shelf;
use crate::agenda::recorded::Watchable;
use crate::markup::{Node, el, link, live, section};
use crate::route::Route;
use crate::state::App;

/// The talks and recordings of what is starred; nothing where there are none.
pub fn watch_list(app: App) -> Node {
    live(move || {
        let mut all = Vec::new();
        for session in app.plan.starred() {
            all.extend(app.agenda.watchable(session));
        }
        let mut groups: Vec<Node> = Vec::new();
        for theme in app.agenda.themes() {
            groups.extend(group(app, Some(theme), &all));
        }
        groups.extend(group(app, None, &all));
        (!groups.is_empty()).then(|| {
            let words = "Talks and recordings of what you starred.";
            let groups = el("div").class("watching__groups").each(groups);
            section("To watch")
                .class("watching")
                .attr("id", "to-watch")
                .with(el("p").class("aside").text(words))
                .with(groups)
        })
    })
}

/// What belongs to a theme, or to none: how much of it was watched, and what was not.
fn group(app: App, theme: Option<&'static Theme>, all: &[Watchable<'static>]) -> Option<Node> {
    let (mut watched, mut number) = (0, 0);
    let mut rest = el("ul").class("links");
    for one in all {
        if one.theme.map(|own| &own.id) != theme.map(|theme| &theme.id) {
            continue;
        }
        number += 1;
        if app.kept.has(Shelf::Watched, &one.id) {
            watched += 1;
        } else {
            let href = app.places.href_at(Route::Session(one.session.id.to_string()), &one.anchor);
            rest = rest.with(el("li").with(link(href, one.title.clone())));
        }
    }
    let name = match theme {
        Some(Theme { number: Some(number), .. }) => format!("Theme {}", number.0),
        Some(theme) => theme.title.to_string(),
        None => "Other".to_owned(),
    };
    let bar = el("span").class("watching__bar").attr("aria-hidden", "true");
    let bar = bar.attr("--part", watched.to_string()).attr("--whole", number.to_string());
    let count = format!(": {watched} of {number} watched");
    let summary = el("summary").with(el("strong").text(name)).text(count).with(bar);
    let hue = theme.map(|theme| theme.hue.class()).unwrap_or_default();
    let group = el("details").class(format!("watching__group {hue}")).with(summary).with(rest);
    (number > 0).then(|| group.into())
}
