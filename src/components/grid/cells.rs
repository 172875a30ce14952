//! The rows of the table and what stands in them.

use agenda::bookmarks::BookmarkKind;
use agenda::clock::Reading;
use agenda::grid::{Cell, Row};
use agenda::model::{Session, Status};
use agenda::time::Span;
use agenda::time::words::weekday_name;
use chrono::NaiveDate;

use crate::components::icon::{Icon, STAR};
use crate::components::range::Range;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::bookmarks::use_bookmarks;
use crate::state::clocks::Shown;
use crate::state::now::use_now;
use crate::state::programme::use_agenda;

/// A row: its time, and the cells that begin in it.
#[component]
pub fn Line(
    /// The row.
    row: Row<'static>,
    /// The clocks that are shown.
    shown: Shown,
    /// The date, where another one begins.
    date: Option<NaiveDate>,
) -> impl IntoView {
    let Row { span, is_hour, is_free, cells } = row;
    let class = match (is_free, is_hour) {
        (true, _) => "grid__row grid__row--free",
        (false, true) => "grid__row grid__row--hour",
        (false, false) => "grid__row",
    };
    let weekday = date.map(|date| {
        let weekday = weekday_name(date);
        view! { <b>{weekday.get(..3).unwrap_or_default().to_owned()} " "</b> }
    });
    let time = shown.cycle.time(shown.first().local(span.start).time());
    let is_night = shown.is_night(span);
    let cells = cells.into_iter().map(|cell| {
        let Cell { rows, sessions } = cell;
        let sessions = sessions.into_iter().map(|session| view! { <Slot session shown=shown.clone()/> });
        let sessions = sessions.collect_view();
        view! {
            <td rowspan=rows.to_string()>
                <div class="grid__stack">{sessions}</div>
            </td>
        }
    });
    let cells = cells.collect_view();
    view! {
        <tr class=class style:--minutes=span.minutes().to_string()>
            <th scope="row" class=if is_night { "grid__time grid__time--night" } else { "grid__time" }>
                {weekday}
                {time}
                {is_night.then(|| view! { <span class="unseen">{", in your night"}</span> })}
                <NowLine span shown=shown.clone()/>
            </th>
            {cells}
        </tr>
    }
}

/// The line across the table that marks the present, while the row is on.
#[component]
fn NowLine(
    /// From when to when the row is.
    span: Span,
    /// The clocks that are shown.
    shown: Shown,
) -> impl IntoView {
    let now = use_now();
    let line = move || {
        let now = now.get().filter(|now| span.contains(*now))?;
        let words = format!("Now, {}", shown.cycle.time(shown.first().local(now).time()));
        let past = (now - span.start).num_minutes().to_string();
        Some(view! { <span class="grid__now" style:--past=past><span>{words}</span></span> })
    };
    view! { {move || line()} }
}

#[component]
fn Slot(
    /// The session.
    session: &'static Session,
    /// The clocks that are shown.
    shown: Shown,
) -> impl IntoView {
    let (agenda, bookmarks) = (use_agenda(), use_bookmarks());
    let day = agenda.day_of(session);
    let Reading { range, .. } = Reading::new(shown.first(), session.span(), day, shown.cycle);
    let is_cancelled = session.status == Status::Cancelled;
    let cancelled = is_cancelled.then(|| view! { <strong class="slot__clash">{"Cancelled"}</strong> });
    let state = if is_cancelled { "slot--cancelled" } else { "" };
    // Of all cells, the one whose star changes has anything to do.
    let star = move || {
        bookmarks.has(BookmarkKind::Star, &session.id).then(|| {
            view! {
                <span class="grid__star">
                    <Icon path=STAR/>
                    <span class="unseen">{"In my schedule"}</span>
                </span>
            }
        })
    };
    view! {
        <div class=format!("grid__slot {} {state}", agenda.hue_class(session))>
            <a
                class="slot__title"
                href=use_links().to(&Page::Session(session.id.to_string()))
                dir="auto"
                lang=agenda.lang_of(session)
            >
                {session.title.to_string()}
            </a>
            <span class="slot__time"><Range words=range/></span>
            {cancelled}
            {move || star()}
        </div>
    }
}
