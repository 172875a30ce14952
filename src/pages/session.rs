//! A session: when, what for, with whom, and what there is to watch.

use leptos::prelude::*;

use crate::agenda::clock::{Reading, until};
use crate::agenda::model::{Kind, Session, Status};
use crate::agenda::phase::Phase;
use crate::agenda::text::Text;
use crate::agenda::time::{Moment, duration};
use crate::agenda::zone::Zone;
use crate::browser::zones;
use crate::components::badges::Badges;
use crate::components::day_band::DayBand;
use crate::components::links::{Anchor, LinkList};
use crate::components::notes::Notes;
use crate::components::prose::{Prose, ProseInline};
use crate::components::recording::RecordingItem;
use crate::components::shift_notice::ShiftNotice;
use crate::components::star::Star;
use crate::components::talk::TalkItem;
use crate::components::when::{Night, When};
use crate::route::Route;
use crate::state::App;

/// The page of a session.
#[component]
pub fn SessionPage(app: App, session: &'static Session) -> impl IntoView {
    let hue = app.agenda.hue_of(session).map(|hue| hue.class()).unwrap_or_default();
    view! {
        <div class=format!("session {hue}")>
            <header class="session__head">
                <Badges app session />
                <h1>{&*session.title}</h1>
                {session.summary.as_ref().map(|text| view! { <Prose app text /> })}
            </header>
            <div class="session__side">
                <Hours app session />
                <Elsewhere app session />
                <Changes app session />
            </div>
            <div class="session__main">
                <About app session />
                <People app session />
                <Recordings app session />
                <Talks app session />
                <Notes app notes=&session.notes />
                {(!session.links.is_empty()).then(|| view! {
                    <section>
                        <h2>"Documents and links"</h2>
                        <LinkList app links=&session.links />
                    </section>
                })}
            </div>
            <Neighbours app session />
        </div>
    }
}

/// When it is, and the way in.
#[component]
fn Hours(app: App, session: &'static Session) -> impl IntoView {
    let day = app.agenda.day_of(session);
    let phase = move || Phase::of(session, app.clock.now());
    let status = move || match (session.status, phase()) {
        (Status::Cancelled, _) => "This session was cancelled.".to_owned(),
        (Status::Tentative, Phase::Ahead) => format!("Not confirmed yet. Planned to start {}.", until(session.start, app.clock.now())),
        (_, Phase::Ahead) => format!("Starts {}.", until(session.start, app.clock.now())),
        (_, Phase::Live) => "On now.".to_owned(),
        (_, Phase::Over) => "It is over.".to_owned(),
    };
    let join = session.join.as_ref().map(|href| {
        move || {
            let held = session.status != Status::Cancelled;
            match phase() {
                Phase::Live if held => Some(view! { <p class="join"><Anchor app href>"Join now"</Anchor></p> }.into_any()),
                Phase::Ahead if held => Some(view! { <p><Anchor app href>"Link to join"</Anchor></p> }.into_any()),
                Phase::Ahead | Phase::Live | Phase::Over => None,
            }
        }
    });
    let repeats: Vec<_> = app.agenda.repeats_of(session).collect();
    let repeats = repeats.into_iter().map(move |other| view! { <Repeat app session=other /> });
    view! {
        <section class="hours">
            <h2>"When"</h2>
            <p class="hours__day"><a href=app.places.href(Route::Day(day))>{day.long()}</a></p>
            <When app session />
            <p>{duration(session.span().minutes())} ". " {status}</p>
            {join}
            <DayBand app sessions=vec![session] />
            <ShiftNotice app />
            {app.agenda.room_of(session).map(|room| view! { <p>"Room: " {&*room.title}</p> })}
            {repeats.collect_view()}
            <Star app session labelled=true />
        </section>
    }
}

/// Says when the same is held again.
#[component]
fn Repeat(app: App, session: &'static Session) -> impl IntoView {
    let words = move || {
        let shown = app.times.shown();
        let zone = shown.first();
        let start = zone.local(session.start);
        format!("{} {}, {} time", start.date.weekday_name(), shown.cycle.time(start.minute), zone.city())
    };
    view! {
        <p class="repeat">
            "Also held "
            <a href=app.places.href(Route::Session(session.id.to_string()))>{words}</a>
        </p>
    }
}

/// The same moment in the event's cities.
#[component]
fn Elsewhere(app: App, session: &'static Session) -> impl IntoView {
    let day = app.agenda.day_of(session);
    let cities = app.agenda.event().cities.iter();
    let zones = cities.filter_map(|city| {
        let zone = Zone::sample(&city.zone, app.agenda.span(), &zones::offset_at)?;
        Some((&*city.name, zone))
    });
    let zones = StoredValue::new(zones.collect::<Vec<_>>());
    let rows = move || {
        let cycle = app.times.shown().cycle;
        zones.with_value(|zones| {
            let rows = zones.iter().map(|(name, zone)| {
                let reading = Reading::new(zone, session.span(), day, cycle);
                view! {
                    <tr>
                        <th scope="row">{*name}</th>
                        <td>
                            {reading.range}
                            {reading.day.map(|day| view! { " " <strong class="when__day">{day}</strong> })}
                        </td>
                    </tr>
                }
            });
            rows.collect_view()
        })
    };
    (!app.agenda.event().cities.is_empty()).then(|| {
        view! {
            <section class="elsewhere">
                <h2>"Elsewhere"</h2>
                <table><tbody>{rows}</tbody></table>
            </section>
        }
    })
}

/// Goal, format, what is covered, what is asked.
#[component]
fn About(app: App, session: &'static Session) -> impl IntoView {
    let kind = app.agenda.kind(&session.kind);
    let of_kind = |text: fn(&'static Kind) -> &'static Option<Text>| kind.and_then(|kind| text(kind).as_ref());
    let passages = [
        ("Goal", session.goal.as_ref().or_else(|| of_kind(|kind| &kind.goal))),
        ("Format", session.format.as_ref().or_else(|| of_kind(|kind| &kind.format))),
        ("How to take part", of_kind(|kind| &kind.instructions)),
    ];
    let passages = passages.into_iter().filter_map(move |(heading, text)| {
        text.map(|text| view! { <section><h2>{heading}</h2><Prose app text /></section> })
    });
    let topics = session.topics.iter().map(move |text| view! { <li><ProseInline app text /></li> });
    let questions = session.questions.iter().map(|question| view! { <li>{&**question}</li> });
    view! {
        {passages.collect_view()}
        {(!session.topics.is_empty()).then(|| view! { <section><h2>"Topics"</h2><ul class="prose">{topics.collect_view()}</ul></section> })}
        {(!session.questions.is_empty()).then(|| view! {
            <section><h2>"Questions to discuss"</h2><ul class="prose">{questions.collect_view()}</ul></section>
        })}
    }
}

/// Who leads it.
#[component]
fn People(app: App, session: &'static Session) -> impl IntoView {
    let parts = session.people.iter().filter_map(move |part| {
        let person = app.agenda.person(&part.person)?;
        let href = app.places.href(Route::Person(person.id.to_string()));
        Some(view! { <li><a href=href>{&*person.name}</a> ", " {&*part.role}</li> })
    });
    (!session.people.is_empty()).then(|| view! { <section><h2>"People"</h2><ul class="parts">{parts.collect_view()}</ul></section> })
}

/// The recordings, or that there is none.
#[component]
fn Recordings(app: App, session: &'static Session) -> impl IntoView {
    let none = move || {
        let is_over = Phase::of(session, app.clock.now()) == Phase::Over;
        (session.recordings.is_empty() && is_over).then(|| {
            view! { <section><h2>"Recording"</h2><p class="missing">"No recording was published."</p></section> }
        })
    };
    let recordings = session.recordings.iter().enumerate().map(move |(index, recording)| {
        let heading = match &recording.title {
            Some(title) => format!("Recording: {}", &**title),
            None => "Recording".to_owned(),
        };
        view! {
            <section id=format!("recording-{}", index + 1)>
                <h2>{heading}</h2>
                <RecordingItem app session recording index />
            </section>
        }
    });
    view! { {none} {recordings.collect_view()} }
}

/// The recorded talks, in order.
#[component]
fn Talks(app: App, session: &'static Session) -> impl IntoView {
    let talks = session.talks.iter().map(move |talk| view! { <li><TalkItem app session talk /></li> });
    (!session.talks.is_empty()).then(|| view! { <section><h2>"Talks"</h2><ol class="talks">{talks.collect_view()}</ol></section> })
}

/// What changed about it, oldest first.
#[component]
fn Changes(app: App, session: &'static Session) -> impl IntoView {
    let changes: Vec<_> = app.agenda.changes_of(session).collect();
    let is_empty = changes.is_empty();
    let changes = changes.into_iter().map(move |change| {
        let date = match change.at {
            Moment::Day(date) => date,
            Moment::Instant(at) => app.agenda.venue().local(at).date,
        };
        view! { <li><strong>{date.day_month()}</strong> " " <ProseInline app text=&change.text /></li> }
    });
    (!is_empty).then(|| {
        view! {
            <details class="changes">
                <summary>"What changed"</summary>
                <ul>{changes.collect_view()}</ul>
            </details>
        }
    })
}

/// The session before and the one after.
#[component]
fn Neighbours(app: App, session: &'static Session) -> impl IntoView {
    let (before, after) = app.agenda.neighbours(session);
    let link = move |words: &'static str, to: Option<&'static Session>| {
        to.map(|to| {
            let href = app.places.href(Route::Session(to.id.to_string()));
            view! { <a href=href><span class="aside">{words}</span> " " {&*to.title}</a> }
        })
    };
    view! { <nav class="neighbours" aria-label="Sessions before and after">{link("Previous", before)} {link("Next", after)}</nav> }
}
