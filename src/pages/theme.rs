//! A theme: its live sessions and its talks to watch.

use crate::agenda::calendar::Feed;
use crate::agenda::model::Theme;
use crate::components::artwork::artwork;
use crate::components::calendar::calendar;
use crate::components::card::{Dated, cards};
use crate::components::prose::prose;
use crate::components::recording::recording_in_list;
use crate::components::talk::talks;
use crate::markup::{Node, el, list, section};
use crate::state::App;

/// The page of a theme.
pub fn theme(app: App, theme: &'static Theme) -> Node {
    let agenda = app.agenda;
    let is_this = |other: Option<&Theme>| other.is_some_and(|other| other.id == theme.id);
    let sessions: Vec<_> = agenda.sessions().iter().filter(|session| session.themes.contains(&theme.id)).collect();
    let own_talks = agenda.talks().filter(|(session, talk)| is_this(agenda.theme_of_talk(session, talk)));
    let recordings = agenda.recordings().filter(|one| is_this(agenda.theme_of_recording(*one)));
    let recordings: Vec<_> = recordings.collect();
    let words = el("div")
        .class("hero__words")
        .with(theme.number.map(|number| el("p").class("hero__dates").text(format!("Theme {}", number.0))))
        .with(el("h1").text(&*theme.title))
        .with(theme.summary.as_ref().map(|text| prose(app, text)));
    let head =
        el("div").class(format!("hero hero--theme {}", theme.hue.class())).with(artwork(app, Some(theme))).with(words);
    let add = (!sessions.is_empty()).then(|| calendar(app, Feed::Theme(theme)));
    let recorded = (!recordings.is_empty()).then(|| {
        let recordings = recordings.iter().map(|one| recording_in_list(app, *one));
        section("Recordings of the live sessions").with(list("talks", recordings))
    });
    Node::Many(vec![
        head.into(),
        section("Live sessions").with(add).with(cards(app, &sessions, Dated::Yes)).into(),
        section("Talks to watch").with(talks(app, own_talks)).into(),
        recorded.into(),
    ])
}
