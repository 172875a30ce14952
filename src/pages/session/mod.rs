//! A session: when, what for, with whom, and what there is to watch.

pub mod hours;
pub mod story;

use agenda::model::{Change, LinkKind, Session};
use agenda::phase::Phase;
use agenda::time::words::day_month;

use super::not_found::NotFound;
use super::page_of::PageOf;
use crate::components::badges::Badges;
use crate::components::dated::Dated;
use crate::components::links::LinkList;
use crate::components::notes::Notes;
use crate::components::page_title::PageTitle;
use crate::components::prose::{Prose, ProseInline};
use crate::components::share::Share;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::{use_agenda, use_programme};
use hours::{Elsewhere, Hours};
use story::Story;

/// The page of a session.
#[component]
pub fn SessionPage() -> impl IntoView {
    view! { <PageOf parameter="id" page=page_of/> }
}

fn page_of(id: &str) -> AnyView {
    match use_agenda().session(id) {
        Some(session) => view! { <One session/> },
        None => view! { <NotFound/> },
    }
}

/// Documents and links; nothing where there are none, and while nothing but feedback is asked for.
#[component]
fn Documents(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    (!session.links.is_empty()).then(|| {
        let is_late = session.links.iter().all(|link| link.kind == LinkKind::Feedback);
        let dated = is_late.then(|| Dated::phase(session, Phase::Over));
        view! {
            <section
                data-from=dated.and_then(Dated::from)
                hidden=move || dated.is_some_and(Dated::is_hidden)
            >
                <h2>{"Documents and links"}</h2>
                <LinkList links=&session.links of=session/>
            </section>
        }
    })
}

#[component]
fn One(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let (agenda, programme, links) = (use_agenda(), use_programme(), use_links());
    let page = Page::Session(session.id.to_string());
    let address = page.clone();
    let documents = |session: &'static Session| view! { <Documents session/> };
    let summary = |session: &'static Session| session.summary.as_ref().map(|text| view! { <Prose text of=session/> });
    let awaited = || view! { <p role="status" class="aside">{"The description is being loaded …"}</p> };
    view! {
        <PageTitle page/>
        <div class=format!("session {}", agenda.hue_class(session))>
            <header class="session__head">
                <Badges session/>
                <h1 dir="auto" lang=agenda.lang_of(session)>{session.title.to_string()}</h1>
                {move || programme.whole(session).map_or_else(|| Some(awaited()), summary)}
            </header>
            <div class="session__side">
                <Hours session/>
                {move || programme.whole(session).map(|session| view! { <Notes notes=&session.notes/> })}
                <Elsewhere session/>
                <Changes session/>
                <Share
                    words="Share this session"
                    title=session.title.to_string()
                    link=Callback::new(move |()| links.whole(&address, ""))
                />
            </div>
            <div class="session__main">
                <Story session/>
                {move || programme.whole(session).map(documents)}
            </div>
            <Neighbours session/>
        </div>
    }
}

/// What changed about it, oldest first; nothing where nothing did.
#[component]
fn Changes(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let agenda = use_agenda();
    let change = |change: &'static Change| {
        view! {
            <li>
                <strong>{day_month(agenda.date_of(change.at))}</strong>
                " "
                <ProseInline text=&change.text/>
            </li>
        }
    };
    let changes: Vec<_> = agenda.changes_of(session).map(change).collect();
    (!changes.is_empty()).then(|| {
        view! {
            <details class="changes">
                <summary>{"What changed"}</summary>
                <ul>{changes}</ul>
            </details>
        }
    })
}

/// The session before and the one after.
#[component]
fn Neighbours(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let (agenda, links) = (use_agenda(), use_links());
    let (before, after) = agenda.neighbours(session);
    let way = |words: &'static str, to: Option<&'static Session>| {
        to.map(|to| {
            view! {
                <a href=links.to(&Page::Session(to.id.to_string()))>
                    <span class="aside">{words}</span>
                    " "
                    <bdi lang=agenda.lang_of(to)>{to.title.to_string()}</bdi>
                </a>
            }
        })
    };
    view! {
        <nav class="neighbours" aria-label="Sessions before and after">
            {way("Previous", before)}
            {way("Next", after)}
        </nav>
    }
}
