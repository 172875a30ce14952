//! Sessions held at the same time as one that is starred: told in a line, and compared when that is
//! opened.

use agenda::model::Session;
use agenda::plan::Clash;
use agenda::time::duration;

use super::badges::Badges;
use super::card::Facts;
use super::repeat::Repeats;
use super::star::Star;
use super::unfolding::Unfolding;
use super::when::SessionWhen;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::plan::use_plan;
use crate::state::programme::use_agenda;

/// What a session clashes with, while it is starred and does.
#[component]
pub fn Clashes(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let plan = use_plan();
    view! {
        {move || {
            let clashes = plan.clashes(session);
            words(&clashes).map(|words| {
                view! {
                    <Unfolding class="clash" summary=move || words.clone()>
                        <Compared session clashes=clashes.clone()/>
                    </Unfolding>
                }
            })
        }}
    }
}

/// The clashes of the session that was starred last, for those who hear the page.
#[component]
pub fn ClashStatus() -> impl IntoView {
    let plan = use_plan();
    let said = move || plan.latest().and_then(|latest| words(&plan.clashes(latest)));
    view! { <p class="unseen" role="status">{move || said()}</p> }
}

/// As in `30 min at the same time as Opening and 2 more`.
pub fn words(clashes: &[Clash]) -> Option<String> {
    let (first, others) = clashes.split_first()?;
    let words = format!("{} at the same time as {}", duration(first.minutes), first.with.title);
    Some(if others.is_empty() { words } else { format!("{words} and {} more", others.len()) })
}

/// The sessions beside one another, and the ways out.
#[component]
fn Compared(
    /// The session.
    session: &'static Session,
    /// What it clashes with.
    clashes: Vec<Clash<'static>>,
) -> impl IntoView {
    let others: Vec<&Session> = clashes.iter().map(|clash| clash.with).collect();
    let sides = others.iter().map(|&other| view! { <Side session=other starred=true/> }).collect_view();
    let ways = [session].into_iter().chain(others).map(|one| {
        view! { <Repeats session=one opening=format!("{} is also", one.title)/> }
    });
    view! {
        <div class="clash__sides"><Side session/> {sides}</div>
        {ways.collect_view()}
    }
}

/// One of the sessions that are compared. The star of the one that is open is in sight already.
#[component]
fn Side(
    /// The session.
    session: &'static Session,
    /// Whether its star is shown.
    #[prop(optional)]
    starred: bool,
) -> impl IntoView {
    let href = use_links().to(&Page::Session(session.id.to_string()));
    view! {
        <div class=format!("clash__side {}", use_agenda().hue_class(session))>
            <div class="clash__head">
                <p class="clash__title" dir="auto" lang=use_agenda().lang_of(session)>
                    <a href=href>{session.title.to_string()}</a>
                </p>
                {starred.then(|| view! { <Star session in_place=true/> })}
            </div>
            <SessionWhen session/>
            <Facts session/>
            <Badges session/>
        </div>
    }
}
