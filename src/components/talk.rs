//! A recorded talk: its title, who speaks, and the video.

use super::links::link_list;
use super::video::{Player, video, video_foot};
use crate::agenda::model::{Session, Talk};
use crate::agenda::video::Video;
use crate::markup::{Element, Node, el, link, list};
use crate::route::Route;
use crate::state::App;

/// A talk; its title links to its anchor on its session's page.
pub fn talk(app: App, session: &'static Session, talk: &'static Talk) -> Element {
    let theme = app.agenda.theme_of_talk(session, talk);
    let href = app.places.href_at(Route::Session(session.id.to_string()), &talk.id);
    let element = el("article")
        .class(format!("talk {}", app.agenda.hue_class_with(session, theme)))
        .attr("id", talk.id.to_string())
        .with(el("h3").class("talk__title").with(link(href, &*talk.title)))
        .with(speakers(app, talk));
    let element =
        match &talk.video {
            Video::Published(film) => element
                .each(video(app, film, &talk.title, theme, Player::idle()))
                .with(video_foot(app, film, talk.id.to_string(), &talk.title)),
            Video::Missing(reason) => element.with(el("p").class("missing").text(&**reason)),
        };
    element.with(link_list(app, &talk.links))
}

/// Talks as a list.
pub fn talks(app: App, talks: impl Iterator<Item = (&'static Session, &'static Talk)>) -> Element {
    list("talks", talks.map(|(session, one)| talk(app, session, one)))
}

fn speakers(app: App, talk: &'static Talk) -> Element {
    let speakers = app.agenda.speakers(talk).map(|person| {
        let href = app.places.href(Route::Person(person.id.to_string()));
        let affiliation = person.affiliation.as_ref().map(|words| el("span").class("aside").text(format!(" {words}")));
        Node::Many(vec![link(href, &*person.name).into(), affiliation.into()])
    });
    list("speakers", speakers)
}
