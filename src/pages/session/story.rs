//! What a session is for, who leads it, and what there is to watch.

use agenda::model::{Kind, LinkKind, Part, Session, Status};
use agenda::phase::Phase;
use agenda::recorded::Recorded;
use agenda::text::Text;

use crate::components::dated::Dated;
use crate::components::few::Few;
use crate::components::prose::{Prose, ProseInline};
use crate::components::recording::RecordingParts;
use crate::components::talk::Talks;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::{use_agenda, use_programme};

/// Everything that is told about a session, in the order in which it is asked.
#[component]
pub fn Story(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let programme = use_programme();
    let recordings = Recorded::all_of(session).map(|recorded| view! { <Recording recorded/> });
    let talks: Vec<_> = session.talks.iter().map(|talk| (session, talk)).collect();
    let talks = (!talks.is_empty()).then(|| {
        view! {
            <section>
                <h2>{"Talks"}</h2>
                <Talks talks/>
            </section>
        }
    });
    view! {
        {move || programme.whole(session).map(|session| view! { <Purpose session/> })}
        <Parts session/>
        {move || programme.whole(session).map(|session| view! { <Unrecorded session/> })}
        {recordings.collect_view()}
        {talks}
    }
}

/// Goal, format, what is covered, what is asked.
#[component]
fn Purpose(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let agenda = use_agenda();
    let (kind, lang) = (agenda.kind(&session.kind), agenda.lang_of(session));
    let of_kind = |text: fn(&'static Kind) -> &'static Option<Text>| kind.and_then(|kind| text(kind).as_ref());
    let passages = [
        ("Goal", session.goal.as_ref().or_else(|| of_kind(|kind| &kind.goal))),
        ("Format", session.format.as_ref().or_else(|| of_kind(|kind| &kind.format))),
        ("How to take part", of_kind(|kind| &kind.instructions)),
    ];
    let passage = |(heading, text): (&'static str, Option<&'static Text>)| {
        text.map(|text| view! { <section><h2>{heading}</h2> <Prose text of=session/></section> })
    };
    let topics = (!session.topics.is_empty()).then(|| {
        let topics = session.topics.iter().map(|text| view! { <li dir="auto" lang=lang><ProseInline text/></li> });
        view! { <section><h2>{"Topics"}</h2> <ul class="prose">{topics.collect_view()}</ul></section> }
    });
    let questions = (!session.questions.is_empty()).then(|| {
        let questions =
            session.questions.iter().map(|question| view! { <li dir="auto" lang=lang>{question.to_string()}</li> });
        view! {
            <section><h2>{"Questions to discuss"}</h2> <ul class="prose">{questions.collect_view()}</ul></section>
        }
    });
    view! {
        {passages.map(passage).collect_view()}
        {topics}
        {questions}
    }
}

/// Who leads it, and as what; nothing where nobody is named.
#[component]
fn Parts(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let (agenda, links) = (use_agenda(), use_links());
    let part = |part: &'static Part| {
        let person = agenda.person(&part.person)?;
        let href = links.to(&Page::Person(person.id.to_string()));
        Some(view! {
            <li>
                <a href=href dir="auto">{person.name.to_string()}</a>
                ", "
                <bdi lang=agenda.lang_of(session)>{part.role.to_string()}</bdi>
            </li>
        })
    };
    (!session.people.is_empty()).then(|| {
        view! {
            <section>
                <h2>{"People"}</h2>
                <Few class="parts" items=session.people.iter().filter_map(part).collect()/>
            </section>
        }
    })
}

/// Says that there is no recording, once there could be one: never of a session that was cancelled.
#[component]
fn Unrecorded(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let has_any = !session.recordings.is_empty() || session.links.iter().any(|link| link.kind == LinkKind::Recording);
    (!has_any && session.status != Status::Cancelled).then(|| {
        let dated = Dated::phase(session, Phase::Over);
        view! {
            <section data-from=dated.from() hidden=move || dated.is_hidden()>
                <h2>{"Recording"}</h2>
                <p class="missing">{"No recording was published."}</p>
            </section>
        }
    })
}

#[component]
fn Recording(
    /// The recording.
    recorded: Recorded<'static>,
) -> impl IntoView {
    let lang = use_agenda().lang_of(recorded.session);
    let title = recorded.recording.title.as_ref();
    let title = title.map(|title| view! { ": " <bdi lang=lang>{title.to_string()}</bdi> });
    view! {
        <section id=recorded.anchor()>
            <h2>"Recording" {title}</h2>
            <RecordingParts recorded/>
        </section>
    }
}
