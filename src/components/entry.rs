//! A session in the list of a large event: a dozen elements, where a card has thirty.

use agenda::clock::Reading;
use agenda::few::named;
use agenda::model::{Session, Status};
use agenda::time::rfc3339;
use agenda::time::words::day_month;

use super::badges::{LiveBadge, status_words};
use super::day::anchor;
use super::marked::{Excerpts, MarkedTitle};
use super::range::Range;
use super::star::Star;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::clocks::{Clock, Shown, use_clocks};
use crate::state::live::use_live;
use crate::state::programme::use_agenda;
use crate::state::search::Searched;

/// A session as an item of a long list: when, what, where, by whom, and its star.
#[component]
pub fn Entry(
    /// The session.
    session: &'static Session,
    /// Whether it names the day: not where a heading above it does.
    dated: bool,
    /// What it was found by, where it was searched for.
    #[prop(optional)]
    searched: Option<Searched>,
) -> impl IntoView {
    let agenda = use_agenda();
    let cancelled = if session.status == Status::Cancelled { "card--cancelled" } else { "" };
    let href = use_links().to(&Page::Session(session.id.to_string()));
    let people: Vec<&str> = agenda.people_of(session).map(|person| &*person.name).collect();
    let themes = agenda.themes_of(session).map(|theme| theme.title.to_string());
    let facts = [
        dated.then(|| day_month(agenda.day_of(session))),
        status_words(session.status).map(str::to_owned),
        agenda.room_of(session).map(|room| room.title.to_string()),
        (!people.is_empty()).then(|| named(&people)),
        agenda.other_language(session).map(|name| format!("In {name}")),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().chain(themes).collect();
    let title = match searched {
        Some(searched) => view! { <MarkedTitle session searched/> },
        None => session.title.to_string().into_any(),
    };
    view! {
        <li id=anchor(session) class=format!("entry {} {cancelled}", agenda.hue_class(session))>
            <EntryWhen session/>
            <h3 class="card__title" dir="auto" lang=agenda.lang_of(session)>
                <a href=href>{title}</a>
            </h3>
            <p class="card__facts" dir="auto"><LiveBadge session/> {facts.join(" · ")}</p>
            {searched.map(|searched| view! { <Excerpts session searched/> })}
            <Star session/>
        </li>
    }
}

/// The time of a session, a line for each clock; places are kept as by [`When`](super::when::When).
#[component]
fn EntryWhen(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let (clocks, is_live) = (use_clocks(), use_live());
    let span = session.span();
    let day = use_agenda().day_of(session);
    let line = move |shown: &Shown, clock: &Clock, is_first: bool| {
        let Reading { range, day } = Reading::new(&clock.zone, span, day, shown.cycle);
        let night = (is_first && shown.is_night(span)).then(|| "in your night".to_owned());
        let said: Vec<String> = [day, Some(clock.city()), night].into_iter().flatten().collect();
        view! {
            <p class="when__line">
                <time class="when__time" datetime=rfc3339(span.start)><Range words=range/></time>
                <span class="when__zone">{said.join(" · ")}</span>
            </p>
        }
    };
    let first = move || {
        let shown = clocks.shown();
        let place = || view! { <p class="when__line when__line--kept"></p> };
        let first = shown.clocks.first().filter(|_| is_live.get());
        first.map_or_else(place, |clock| line(&shown, clock, true))
    };
    let second = move || {
        let shown = clocks.shown();
        shown.clocks.get(usize::from(is_live.get())).map(|clock| line(&shown, clock, false))
    };
    view! { <div class="when">{move || first()} {move || second()}</div> }
}
