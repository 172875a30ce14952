//! A recorded talk: its title, who speaks, and the video.

use agenda::model::{Person, Session, Talk};
use agenda::video::Video;

use super::few::Few;
use super::links::LinkList;
use super::video::{Player, VideoFoot, VideoFrame};
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::use_agenda;

/// Talks as a list, each with its session.
#[component]
pub fn Talks(
    /// The talks.
    talks: Vec<(&'static Session, &'static Talk)>,
) -> impl IntoView {
    let talks = talks.into_iter().map(|(session, talk)| view! { <li><TalkArticle session talk/></li> });
    view! { <ul class="talks">{talks.collect_view()}</ul> }
}

/// A talk; its title leads to its anchor on its session's page.
#[component]
fn TalkArticle(
    /// The session to which it belongs.
    session: &'static Session,
    /// The talk.
    talk: &'static Talk,
) -> impl IntoView {
    let agenda = use_agenda();
    let theme = agenda.theme_of_talk(session, talk);
    let href = use_links().to_anchor(&Page::Session(session.id.to_string()), &talk.id);
    let video = match &talk.video {
        Video::Published(film) => {
            let title = talk.title.to_string();
            view! {
                <VideoFrame film title=title.clone() theme player=Player::idle()/>
                <VideoFoot film id=talk.id.to_string() title/>
            }
        }
        Video::Missing(reason) => {
            view! { <p class="missing" dir="auto" lang=agenda.lang_of(session)>{reason.to_string()}</p> }
        }
    };
    view! {
        <article class=format!("talk {}", agenda.hue_class_with(session, theme)) id=talk.id.to_string()>
            <h3 class="talk__title" dir="auto" lang=agenda.lang_of(session)>
                <a href=href>{talk.title.to_string()}</a>
            </h3>
            <Speakers talk/>
            {video}
            <LinkList links=&talk.links of=session/>
        </article>
    }
}

#[component]
fn Speakers(
    /// The talk.
    talk: &'static Talk,
) -> impl IntoView {
    let (agenda, links) = (use_agenda(), use_links());
    let speaker = |person: &'static Person| {
        let affiliation = person.affiliation.as_ref();
        view! {
            <li>
                <a href=links.to(&Page::Person(person.id.to_string())) dir="auto">{person.name.to_string()}</a>
                {affiliation
                    .map(|words| {
                        view! { " " <span class="aside" dir="auto" lang=agenda.lang()>{words.to_string()}</span> }
                    })}
            </li>
        }
    };
    view! { <Few class="speakers" items=agenda.speakers(talk).map(speaker).collect()/> }
}
