//! A recorded talk: its title, who speaks, and the video.

use leptos::prelude::*;

use super::links::LinkList;
use super::video::{Playing, VideoBox};
use super::watched::Watched;
use crate::agenda::model::{Session, Talk};
use crate::agenda::video::Video;
use crate::route::Route;
use crate::state::App;

/// A talk; its title links to its anchor on its session's page.
#[component]
pub fn TalkItem(app: App, session: &'static Session, talk: &'static Talk) -> impl IntoView {
    let theme = app.agenda.theme_of_talk(session, talk);
    let href = app.places.href_at(Route::Session(session.id.to_string()), &talk.id);
    let video = match &talk.video {
        Video::Published(film) => {
            let playing = RwSignal::new(Playing::No);
            view! {
                <VideoBox app film title=talk.title.to_string() theme playing />
                <Watched app id=talk.id.to_string() title=talk.title.to_string() />
            }
            .into_any()
        }
        Video::Missing(reason) => view! { <p class="missing">{&**reason}</p> }.into_any(),
    };
    view! {
        <article class="talk" id=talk.id.to_string()>
            <h3 class="talk__title"><a href=href>{&*talk.title}</a></h3>
            <Speakers app talk />
            {video}
            <LinkList app links=&talk.links />
        </article>
    }
}

/// Who speaks in a talk, as links.
#[component]
fn Speakers(app: App, talk: &'static Talk) -> impl IntoView {
    let speakers: Vec<_> = app.agenda.speakers(talk).collect();
    let speakers = speakers.into_iter().map(move |person| {
        let href = app.places.href(Route::Person(person.id.to_string()));
        let affiliation = person.affiliation.as_ref().map(|affiliation| {
            view! { <span class="aside">" " {&**affiliation}</span> }
        });
        view! { <li><a href=href>{&*person.name}</a>{affiliation}</li> }
    });
    view! { <ul class="speakers">{speakers.collect_view()}</ul> }
}
