//! What a session is for, who leads it, and what there is to watch.

use crate::agenda::model::{Kind, Session};
use crate::agenda::phase::Phase;
use crate::agenda::recorded::Recorded;
use crate::agenda::text::Text;
use crate::components::dated::by_phase;
use crate::components::prose::{prose, prose_inline};
use crate::components::recording::recording;
use crate::components::talk::talks;
use crate::markup::{Element, Node, el, link, list, section};
use crate::route::Route;
use crate::state::App;

/// Everything that is told about a session, in the order in which it is asked.
pub fn story(app: App, session: &'static Session) -> Vec<Node> {
    let own_talks = session.talks.iter().map(move |talk| (session, talk));
    let own_talks = (!session.talks.is_empty()).then(|| section("Talks").with(talks(app, own_talks)));
    let mut parts = purpose(app, session);
    parts.push(people(app, session).into());
    parts.extend(unrecorded(app, session));
    parts.extend(Recorded::all_of(session).map(|recorded| recorded_section(app, recorded).into()));
    parts.push(own_talks.into());
    parts
}

/// Goal, format, what is covered, what is asked.
fn purpose(app: App, session: &'static Session) -> Vec<Node> {
    let kind = app.agenda.kind(&session.kind);
    let of_kind = |text: fn(&'static Kind) -> &'static Option<Text>| kind.and_then(|kind| text(kind).as_ref());
    let passages = [
        ("Goal", session.goal.as_ref().or_else(|| of_kind(|kind| &kind.goal))),
        ("Format", session.format.as_ref().or_else(|| of_kind(|kind| &kind.format))),
        ("How to take part", of_kind(|kind| &kind.instructions)),
    ];
    let passages = passages.into_iter();
    let passages =
        passages.filter_map(|(heading, text)| text.map(|text| section(heading).with(prose(app, text)).into()));
    let topics = session.topics.iter().map(|text| prose_inline(app, text));
    let topics = (!session.topics.is_empty()).then(|| section("Topics").with(list("prose", topics)).into());
    let questions = session.questions.iter().map(|question| &**question);
    let questions =
        (!session.questions.is_empty()).then(|| section("Questions to discuss").with(list("prose", questions)).into());
    passages.chain(topics).chain(questions).collect()
}

/// Who leads it, and as what.
fn people(app: App, session: &'static Session) -> Option<Element> {
    let parts = session.people.iter().filter_map(|part| {
        let person = app.agenda.person(&part.person)?;
        let href = app.places.href(Route::Person(person.id.to_string()));
        Some(Node::Many(vec![link(href, &*person.name).into(), format!(", {}", part.role).into()]))
    });
    (!session.people.is_empty()).then(|| section("People").with(list("parts", parts)))
}

/// Says that there is no recording, once there could be one.
fn unrecorded(app: App, session: &'static Session) -> Option<Node> {
    let words = |phase, _| {
        let words = || el("p").class("missing").text("No recording was published.");
        (phase == Phase::Over).then(|| section("Recording").with(words()))
    };
    session.recordings.is_empty().then(|| by_phase(app, session, words))
}

fn recorded_section(app: App, recorded: Recorded<'static>) -> Element {
    let heading = match &recorded.recording.title {
        Some(title) => format!("Recording: {title}"),
        None => "Recording".to_owned(),
    };
    section(heading).attr("id", recorded.anchor()).each(recording(app, recorded))
}
