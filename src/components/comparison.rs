//! My schedule beside another one: what both hold, what one holds, when both are free.

use agenda::bookmarks::BookmarkKind;
use agenda::model::Session;
use agenda::share::compare::{Part, Whose, compare};
use agenda::time::duration;
use agenda::time::words::long_date;
use chrono::NaiveDate;

use super::when::{SessionWhen, When};
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::bookmarks::use_bookmarks;
use crate::state::programme::use_agenda;

/// Both, day by day, in order of time.
#[component]
pub fn Comparison(
    /// The sessions of the other one.
    theirs: Vec<&'static Session>,
) -> impl IntoView {
    let (agenda, bookmarks) = (use_agenda(), use_bookmarks());
    let theirs: Vec<String> = theirs.iter().map(|session| session.id.to_string()).collect();
    let day = |(date, parts): (NaiveDate, Vec<Part<'static>>)| {
        view! {
            <section class="day">
                <h2>{long_date(date)}</h2>
                <ol class="compare">
                    {parts.into_iter().map(|part| view! { <ComparedPart date part/> }).collect_view()}
                </ol>
            </section>
        }
    };
    view! {
        {move || compare(agenda, &bookmarks.on(BookmarkKind::Star), &theirs).into_iter().map(day).collect_view()}
    }
}

#[component]
fn ComparedPart(
    /// The day.
    date: NaiveDate,
    /// A session, or a free stretch.
    part: Part<'static>,
) -> impl IntoView {
    match part {
        Part::Free(span) => view! {
            <li class="compare__part compare__part--free">
                <p class="compare__whose">{"Free, both of you"}</p>
                <When span day=date/>
                <p class="aside">{duration(span.minutes())}</p>
            </li>
        },
        Part::Session(session, whose) => {
            let (class, words) = match whose {
                Whose::Both => ("both", "Both of you"),
                Whose::Mine => ("mine", "Only mine"),
                Whose::Theirs => ("theirs", "Only theirs"),
            };
            let href = use_links().to(&Page::Session(session.id.to_string()));
            view! {
                <li class=format!("compare__part compare__part--{class} {}", use_agenda().hue_class(session))>
                    <p class="compare__whose">{words}</p>
                    <SessionWhen session/>
                    <h3 class="compare__title" dir="auto" lang=use_agenda().lang_of(session)>
                        <a href=href>{session.title.to_string()}</a>
                    </h3>
                </li>
            }
        }
    }
}
