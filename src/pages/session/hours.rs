//! When a session is, here and elsewhere, and the way in.

use agenda::calendar::Feed;
use agenda::clock::{Reading, until};
use agenda::model::{Room, Session, Status};
use agenda::phase::Phase;
use agenda::time::duration;
use agenda::time::words::full_date;
use chrono::{DateTime, Utc};

use crate::components::bookmark::NoteFold;
use crate::components::calendar::FeedCalendar;
use crate::components::clash::Clashes;
use crate::components::dated::Dated;
use crate::components::day_band::DayBand;
use crate::components::links::Anchor;
use crate::components::range::Range;
use crate::components::repeat::Repeats;
use crate::components::shift_notice::ShiftNotice;
use crate::components::star::Star;
use crate::components::when::{DayMark, SessionWhen};
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::clocks::use_clocks;
use crate::state::now::use_now;
use crate::state::programme::use_agenda;

/// When it is, and the way in.
#[component]
pub fn Hours(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let agenda = use_agenda();
    let day = agenda.day_of(session);
    let room = agenda.room_of(session);
    view! {
        <section class="hours">
            <h2>{"When"}</h2>
            <p class="hours__day">
                <a href=use_links().to(&Page::Day(day))>{full_date(day)}</a>
            </p>
            <SessionWhen session/>
            <p>{duration(session.span().minutes())} ". " <PhaseWords session/></p>
            <Join session/>
            <DayBand sessions=vec![session]/>
            <ShiftNotice/>
            {room.map(|room| view! { <p>"Room: " <RoomLink room/> {seats(room)}</p> })}
            <Repeats session opening="Also"/>
            <Star session labelled=true/>
            <NoteFold session/>
            <FeedCalendar feed=Feed::Session(session)/>
            <Clashes session/>
        </section>
    }
}

/// How many it seats, behind its name.
fn seats(room: &Room) -> Option<String> {
    room.seats().map(|seats| format!(", {seats}"))
}

#[component]
fn RoomLink(
    /// The room.
    room: &'static Room,
) -> impl IntoView {
    let (lang, href) = (use_agenda().lang(), use_links().to(&Page::Room(room.id.to_string())));
    view! { <a href=href dir="auto" lang=lang>{room.title.to_string()}</a> }
}

/// The same moment in the event's cities; nothing where none is named.
#[component]
pub fn Elsewhere(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let (agenda, clocks) = (use_agenda(), use_clocks());
    let row = |(city, zone): (&'static agenda::model::City, &'static agenda::zone::Zone)| {
        let time = move || {
            let reading = Reading::new(zone, session.span(), agenda.day_of(session), clocks.shown().cycle);
            view! { <Range words=reading.range/> " " {reading.day.map(|words| view! { <DayMark words/> })} }
        };
        view! {
            <tr>
                <th scope="row" dir="auto">{city.name.to_string()}</th>
                <td>{move || time()}</td>
            </tr>
        }
    };
    let rows: Vec<_> = agenda.cities().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="elsewhere">
                <h2>{"Elsewhere"}</h2>
                <table>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}

/// Where it stands in time, in words.
#[component]
fn PhaseWords(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let now = use_now();
    let phase = move |phase: Phase| {
        let dated = Dated::phase(session, phase);
        view! {
            <span data-from=dated.from() data-until=dated.until() hidden=move || dated.is_hidden()>
                {move || phase_words(session, phase, now.get())}
            </span>
        }
    };
    [Phase::Ahead, Phase::Live, Phase::Over].map(phase).collect_view()
}

/// What is said of a session in a phase; how long it takes to begin only where the time is known,
/// and then nothing of other phases.
fn phase_words(session: &Session, phase: Phase, now: Option<DateTime<Utc>>) -> String {
    if now.is_some_and(|now| Phase::of(session, now) != phase) {
        return String::new();
    }
    let until = now.map(|now| until(session.span().start, now));
    match (session.status, phase, until) {
        (Status::Cancelled, ..) => "This session was cancelled.".to_owned(),
        (Status::Tentative, Phase::Ahead, None) => "Not confirmed yet.".to_owned(),
        (Status::Tentative, Phase::Ahead, Some(until)) => format!("Not confirmed yet. Planned to start {until}."),
        (Status::Confirmed, Phase::Ahead, until) => until.map(|until| format!("Starts {until}.")).unwrap_or_default(),
        (Status::Confirmed | Status::Tentative, Phase::Live, _) => "On now.".to_owned(),
        (Status::Confirmed | Status::Tentative, Phase::Over, _) => "It is over.".to_owned(),
    }
}

/// The link to the live room: plain before, and prominent while it is on.
#[component]
fn Join(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let href = session.join.as_ref().filter(|_| session.status != Status::Cancelled);
    href.map(|href| {
        let (ahead, live) = (Dated::phase(session, Phase::Ahead), Dated::phase(session, Phase::Live));
        view! {
            <p data-until=ahead.until() hidden=move || ahead.is_hidden()>
                <Anchor href words="Link to join"/>
            </p>
            <p class="join" data-from=live.from() data-until=live.until() hidden=move || live.is_hidden()>
                <Anchor href words="Join now"/>
            </p>
        }
    })
}
