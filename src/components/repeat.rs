//! When the same session is held again: the way out of a clash.

use agenda::model::Session;
use agenda::plan;
use agenda::time::words::weekday_name;

use super::clash::words;
use super::star::Star;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::clocks::use_clocks;
use crate::state::plan::use_plan;
use crate::state::programme::use_agenda;

/// The other times at which a session is held, each with a link and a star.
#[component]
pub fn Repeats(
    /// The session.
    session: &'static Session,
    /// What it is that is held.
    #[prop(into)]
    opening: String,
) -> impl IntoView {
    let others = plan::repeats(session, use_agenda().sessions());
    others.into_iter().map(|session| view! { <Repeat session opening=opening.clone()/> }).collect_view()
}

/// One of them.
#[component]
fn Repeat(
    /// The other session.
    session: &'static Session,
    /// What it is that is held.
    opening: String,
) -> impl IntoView {
    let (clocks, plan) = (use_clocks(), use_plan());
    let time = move || {
        let shown = clocks.shown();
        let zone = shown.first();
        let start = zone.local(session.start.to_utc());
        let (day, time) = (weekday_name(start.date_naive()), shown.cycle.time(start.time()));
        format!("{day} at {time}, {} time", zone.city())
    };
    // No way out, if something is starred there.
    let clash = move || {
        let words = words(&plan::clashes(session, &plan.starred()));
        words.map(|words| view! { <span class="aside">{words}</span> })
    };
    let href = use_links().to(&Page::Session(session.id.to_string()));
    view! {
        <div class="repeat">
            <p>{format!("{opening} held on ")} <a href=href>{move || time()}</a> " " {move || clash()}</p>
            <Star session in_place=true/>
        </div>
    }
}
