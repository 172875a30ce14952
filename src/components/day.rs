//! A day of the programme: its heading, its band, its sessions.

use agenda::model::Session;
use agenda::time::words::long_date;
use chrono::NaiveDate;

use super::card::Card;
use super::day_band::DayBand;
use crate::prelude::*;
use crate::state::programme::use_agenda;

/// The days on which there are sessions of a list, which may change.
#[component]
pub fn Days(
    /// The sessions, in order of time.
    sessions: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let agenda = use_agenda();
    let days = move || agenda.days_of(sessions.read().iter().copied());
    let day = move |day: NaiveDate| {
        let on_day = Memo::new(move |_| {
            let sessions = sessions.read();
            sessions.iter().copied().filter(|session| agenda.is_on(session, day)).collect::<Vec<_>>()
        });
        view! {
            <DayFrame day sessions=on_day>
                <ul class="cards">
                    <CardItems sessions=on_day/>
                </ul>
            </DayFrame>
        }
    };
    view! { <For each=days key=|day| *day children=day/> }
}

/// Cards of a list that may change, each as an item.
#[component]
pub fn CardItems(
    /// The sessions.
    sessions: Memo<Vec<&'static Session>>,
    /// Whether each has an anchor; only where none stands twice.
    #[prop(optional)]
    anchored: bool,
) -> impl IntoView {
    view! {
        <For
            each=move || sessions.get()
            key=|session| session.id.to_string()
            children=move |session| view! { <li id=anchored.then(|| anchor(session))><Card session/></li> }
        />
    }
}

/// The anchor of a session on the page of a day.
pub fn anchor(session: &Session) -> String {
    format!("at-{}", session.id)
}

/// What stands around the sessions of a day.
#[component]
pub fn DayFrame(
    /// The day.
    day: NaiveDate,
    /// The sessions that its band shows.
    #[prop(into)]
    sessions: Signal<Vec<&'static Session>>,
    /// The list of sessions.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="day" id=day.to_string()>
            <div class="day__head">
                <h2>{long_date(day)}</h2>
                <DayBand sessions day/>
            </div>
            {children()}
        </section>
    }
}
