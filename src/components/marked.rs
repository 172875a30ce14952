//! What was searched for, marked where it was found.

use agenda::model::Session;
use agenda::search::Run;

use crate::platform::letters;
use crate::prelude::*;
use crate::state::programme::{use_agenda, use_programme};
use crate::state::search::Searched;

/// The title of a session that was found.
#[component]
pub fn MarkedTitle(
    /// The session.
    session: &'static Session,
    /// What was searched for.
    searched: Searched,
) -> impl IntoView {
    let title = move || searched.read().as_ref().map(|query| query.marked(&session.title, letters::decompose));
    view! { {move || title().map(runs)} }
}

/// From its other texts, what its title lacks of the words.
#[component]
pub fn Excerpts(
    /// The session.
    session: &'static Session,
    /// What was searched for.
    searched: Searched,
) -> impl IntoView {
    let (agenda, programme) = (use_agenda(), use_programme());
    let excerpts = move || {
        let whole = programme.whole(session).unwrap_or(session);
        let excerpts = searched.read().as_ref().map(|query| query.excerpts(agenda, whole, letters::decompose));
        let excerpts = excerpts.unwrap_or_default().into_iter();
        excerpts.map(|excerpt| view! { <p class="card__match" dir="auto">{runs(excerpt)}</p> }).collect_view()
    };
    view! { {move || excerpts()} }
}

fn runs(runs: Vec<Run>) -> Vec<AnyView> {
    let run = |Run { text, is_match }| {
        if is_match {
            view! { <mark>{text}</mark> }
        } else {
            text.into_any()
        }
    };
    runs.into_iter().map(run).collect()
}
