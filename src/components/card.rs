//! A session in a list.

use agenda::few::named;
use agenda::model::{Session, Status};
use agenda::phase::Phase;
use agenda::time::words::long_date;

use super::badges::Badges;
use super::clash::Clashes;
use super::dated::Dated;
use super::links::Anchor;
use super::marked::{Excerpts, MarkedTitle};
use super::star::Star;
use super::when::SessionWhen;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::use_agenda;
use crate::state::search::Searched;

/// A session with its times, what it belongs to, who leads it, what it clashes with, and its star.
#[component]
pub fn Card(
    /// The session.
    session: &'static Session,
    /// Whether it names the day: not where a heading above it does.
    #[prop(optional)]
    dated: bool,
    /// Whether its star is pressed in a part of the page that is then made anew.
    #[prop(optional)]
    in_place: bool,
    /// What it was found by, where it was searched for.
    #[prop(optional)]
    searched: Option<Searched>,
    /// What stands below everything.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let agenda = use_agenda();
    let cancelled = if session.status == Status::Cancelled { "card--cancelled" } else { "" };
    let href = use_links().to(&Page::Session(session.id.to_string()));
    let title = match searched {
        Some(searched) => view! { <MarkedTitle session searched/> },
        None => session.title.to_string().into_any(),
    };
    view! {
        <article class=format!("card {} {cancelled}", agenda.hue_class(session))>
            <div class="card__time">
                {dated.then(|| view! { <p class="card__day">{long_date(agenda.day_of(session))}</p> })}
                <SessionWhen session/>
            </div>
            <div class="card__body">
                <h3 class="card__title" dir="auto" lang=agenda.lang_of(session)>
                    <a href=href>{title}</a>
                </h3>
                <Facts session/>
                {searched.map(|searched| view! { <Excerpts session searched/> })}
                <Badges session/>
                <Join session/>
                <Clashes session/>
            </div>
            <Star session in_place/>
            {children.map(|children| children())}
        </article>
    }
}

/// The way into the live room while the session is on.
#[component]
fn Join(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    session.join.as_ref().filter(|_| session.status != Status::Cancelled).map(|href| {
        let dated = Dated::phase(session, Phase::Live);
        view! {
            <p class="card__join" data-from=dated.from() data-until=dated.until() hidden=move || dated.is_hidden()>
                <Anchor href words="Join now"/>
            </p>
        }
    })
}

/// Where a session is, who leads it, and what of it can be watched.
#[component]
pub fn Facts(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let agenda = use_agenda();
    let people = session.people.iter().filter_map(|part| agenda.person(&part.person));
    let people: Vec<&str> = people.map(|person| &*person.name).collect();
    let facts = [
        agenda.room_of(session).map(|room| room.title.to_string()),
        (!people.is_empty()).then(|| named(&people)),
        counted(session.talks.len(), "talk"),
        counted(session.recordings.len(), "recording"),
    ];
    let facts = facts.into_iter().flatten().map(|fact| view! { <span><bdi>{fact}</bdi></span> });
    view! { <p class="card__facts">{facts.collect_view()}</p> }
}

/// Sessions as a list of cards, each of which names its day where it is `dated`.
#[component]
pub fn Cards(
    /// The sessions.
    sessions: Vec<&'static Session>,
    /// Whether cards name the day.
    #[prop(optional)]
    dated: bool,
) -> impl IntoView {
    let cards = sessions.into_iter().map(|session| view! { <li><Card session dated/></li> });
    view! { <ul class="cards">{cards.collect_view()}</ul> }
}

/// As in `5 talks`; nothing for none.
pub fn counted(number: usize, noun: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        more => Some(format!("{more} {noun}s")),
    }
}
