//! What a session belongs to and its state, in a word or two each.

use agenda::model::{Session, Status, Theme};
use agenda::phase::Phase;

use super::dated::Dated;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::use_agenda;

/// The themes of a session as links, its kind, and its state.
#[component]
pub fn Badges(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let (agenda, links) = (use_agenda(), use_links());
    let theme = |theme: &'static Theme| {
        let words = match theme.number {
            Some(number) => format!("Theme {}", number.0),
            None => theme.title.to_string(),
        };
        let href = links.to(&Page::Theme(theme.id.to_string()));
        let class = format!("badge badge--theme {}", theme.hue.class());
        view! { <a class=class href=href dir="auto" lang=agenda.lang()>{words}</a> }
    };
    let kind = agenda.kind(&session.kind);
    let level = session.level.map(|level| view! { <span class="badge badge--kind">{level.title()}</span> });
    let language = agenda.other_language(session);
    let language = language.map(|name| view! { <span class="badge badge--kind">{format!("In {name}")}</span> });
    view! {
        <p class="badges">
            <LiveBadge session/>
            {status_words(session.status).map(|words| view! { <strong class="badge badge--status">{words}</strong> })}
            {agenda.themes_of(session).map(theme).collect_view()}
            {kind
                .map(|kind| {
                    view! { <span class="badge badge--kind" dir="auto" lang=agenda.lang()>{kind.title.to_string()}</span> }
                })}
            {level}
            {language}
        </p>
    }
}

/// Says that a session is on, while it is; never of one that was cancelled.
#[component]
pub fn LiveBadge(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    (session.status != Status::Cancelled).then(|| {
        let dated = Dated::phase(session, Phase::Live);
        view! {
            <strong
                class="badge badge--live"
                data-from=dated.from()
                data-until=dated.until()
                hidden=move || dated.is_hidden()
            >
                {"On now"}
            </strong>
        }
    })
}

/// What there is to say of a status; nothing of a session that will take place.
pub fn status_words(status: Status) -> Option<&'static str> {
    match status {
        Status::Confirmed => None,
        Status::Tentative => Some("Tentative"),
        Status::Cancelled => Some("Cancelled"),
    }
}
