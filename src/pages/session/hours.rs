//! When a session is, here and elsewhere, and the way in.

use crate::agenda::clock::{Reading, until};
use crate::agenda::model::{Session, Status};
use crate::agenda::phase::Phase;
use crate::agenda::time::duration;
use crate::agenda::zone::Zone;
use crate::browser::zones;
use crate::components::clash::clash;
use crate::components::dated::by_phase;
use crate::components::day_band::day_band;
use crate::components::links::anchor;
use crate::components::repeat::repeats;
use crate::components::shift_notice::shift_notice;
use crate::components::toggle::star_with_words;
use crate::components::when::{day_mark, when};
use crate::markup::{Element, Node, Words, el, link, section};
use crate::route::Route;
use crate::state::App;

/// When it is, and the way in.
pub fn hours(app: App, session: &'static Session) -> Element {
    let day = app.agenda.day_of(session);
    let room = app.agenda.room_of(session);
    section("When")
        .class("hours")
        .with(el("p").class("hours__day").with(link(app.places.href(Route::Day(day)), day.long())))
        .with(when(app, session))
        .with(el("p").text(duration(session.span().minutes())).text(". ").with(status(app, session)))
        .with(join(app, session))
        .with(day_band(app, vec![session]))
        .with(shift_notice(app))
        .with(room.map(|room| el("p").text("Room: ").text(&*room.title)))
        .each(repeats(app, session, "Also"))
        .with(star_with_words(app, session))
        .with(clash(app, session))
}

/// The same moment in the event's cities.
pub fn elsewhere(app: App, session: &'static Session) -> Option<Element> {
    let cities = app.agenda.event().cities.iter();
    let rows = cities.filter_map(|city| {
        let zone = Zone::sample(&city.zone, app.agenda.span(), &zones::offset_at)?;
        let time = move || {
            let reading = Reading::new(&zone, session.span(), app.agenda.day_of(session), app.times.shown().cycle);
            Node::Many(vec![reading.range.into(), " ".into(), reading.day.map(day_mark).into()])
        };
        Some(el("tr").with(el("th").attr("scope", "row").text(&*city.name)).with(el("td").live(time)))
    });
    let rows: Vec<Element> = rows.collect();
    let found = !rows.is_empty();
    found.then(|| section("Elsewhere").class("elsewhere").with(el("table").with(el("tbody").each(rows))))
}

/// Where it stands, in words.
fn status(app: App, session: &'static Session) -> Node {
    by_phase(app, session, move |phase, now| {
        let until = now.map(|now| until(session.start, now));
        let words: Words = match (session.status, phase, until) {
            (Status::Cancelled, ..) => "This session was cancelled.".into(),
            (Status::Tentative, Phase::Ahead, None) => "Not confirmed yet.".into(),
            (Status::Tentative, Phase::Ahead, Some(until)) => {
                format!("Not confirmed yet. Planned to start {until}.").into()
            }
            (Status::Confirmed, Phase::Ahead, until) => format!("Starts {}.", until?).into(),
            (Status::Confirmed | Status::Tentative, Phase::Live, _) => "On now.".into(),
            (Status::Confirmed | Status::Tentative, Phase::Over, _) => "It is over.".into(),
        };
        Some(el("span").text(words))
    })
}

/// The link to the live room: plain before, and standing out while it is on.
fn join(app: App, session: &'static Session) -> Option<Node> {
    let href = session.join.as_ref().filter(|_| session.status != Status::Cancelled)?;
    let link = move |phase, _| match phase {
        Phase::Ahead => Some(el("p").with(anchor(app, href, "Link to join"))),
        Phase::Live => Some(el("p").class("join").with(anchor(app, href, "Join now"))),
        Phase::Over => None,
    };
    Some(by_phase(app, session, link))
}
