//! The event: what it is, and what matters at this moment.

use crate::agenda::clock::until;
use crate::agenda::model::{Action, Mode, Session, Status};
use crate::agenda::phase::{Season, now_and_next};
use crate::agenda::time::{Date, Instant, Span};
use crate::browser::IS_LIVE;
use crate::components::artwork::artwork;
use crate::components::card::{Dated, card, cards, counted};
use crate::components::dated::dated;
use crate::components::day_band::day_band;
use crate::components::links::{anchor, link_list};
use crate::components::prose::prose;
use crate::markup::{Element, Node, el, link, list, live, section};
use crate::route::Route;
use crate::state::App;

/// How many recordings are offered once the event is over.
const OFFERED: usize = 4;

/// Up to how many sessions a page that is made beforehand can say what is on
/// when it is opened; with more of them it would be late itself.
const MOST_BEFOREHAND: usize = 60;

/// The home page.
pub fn home(app: App) -> Node {
    let event = app.agenda.event();
    let sections = event.sections.iter();
    let sections = sections.map(|part| section(&*part.heading).class("passage").with(prose(app, &part.text)));
    let passages = el("div")
        .class("passages")
        .each(sections)
        .with(section("Links").class("passage").with(link_list(app, &event.links)));
    Node::Many(vec![hero(app).into(), moment(app), days(app).into(), themes(app).into(), passages.into()])
}

fn hero(app: App) -> Element {
    let event = app.agenda.event();
    let mode = match event.mode {
        Mode::Virtual => "online",
        Mode::InPerson => "in person",
        Mode::Hybrid => "online and in person",
    };
    let dates = format!("{} to {}, {mode}", event.start.day_month(), event.end.day_month_year());
    let actions = event.actions.iter().map(|action| one_action(app, action));
    let words = el("div")
        .class("hero__words")
        .with(el("p").class("hero__dates").text(dates))
        .with(el("h1").text(&*event.title))
        .with(event.tagline.as_deref().map(|tagline| el("p").class("hero__tagline").text(tagline)))
        .with(el("ul").class("actions").each(actions));
    el("div").class("hero").with(picture(app)).with(words)
}

/// The event's own picture with its credit, or else its artwork.
fn picture(app: App) -> Element {
    let Some(image) = &app.agenda.event().hero else { return artwork(app, None) };
    let credit: Vec<&str> = [&image.credit, &image.licence].into_iter().flatten().map(|line| &**line).collect();
    let credit = credit.join(", ");
    let caption = match &image.source {
        Some(source) => el("figcaption").with(anchor(app, source, credit)),
        None => el("figcaption").text(credit),
    };
    let picture = el("img").attr("src", app.places.address(&image.src)).attr("alt", image.alt.as_str());
    el("figure").class("hero__picture").with(picture).with(caption)
}

/// A call to action, or what became of it.
fn one_action(app: App, action: &'static Action) -> Node {
    let open = move || {
        let class = if action.primary { "actions__main" } else { "" };
        el("li").class(class).with(anchor(app, &action.href, &*action.label))
    };
    let closed = move || action.closed.as_ref().map(|closed| el("li").class("actions__closed").text(&**closed));
    // It is open all that day, at the venue.
    let Some(end) = action.until.map(|until| app.agenda.start_of(Date(until.0 + 1))) else { return open().into() };
    if IS_LIVE {
        let is_open = move || app.clock.now().is_some_and(|now| now < end);
        return live(move || if is_open() { Some(open()) } else { closed() });
    }
    let closed = closed().map(|closed| dated(closed, Some(end), None));
    Node::Many(vec![dated(open(), None, Some(end)).into(), closed.into()])
}

/// What matters now: a countdown, what is on and next, or what can be caught up on.
fn moment(app: App) -> Node {
    if IS_LIVE {
        return live(move || app.clock.now().map(|now| moment_at(app, now)));
    }
    let turns = Season::turns(app.agenda);
    let first = now_and_next(app.agenda.sessions().iter(), Instant(i64::MIN)).next;
    let start = format!("It starts on {}", app.agenda.event().start.long());
    let during = during(app, turns).into_iter();
    let before = dated(sessions(app, start, &first), None, Some(turns.start));
    let during = during.map(|part| dated(part, Some(turns.start), Some(turns.end)));
    let after = dated(after(app), Some(turns.end), None);
    [before].into_iter().chain(during).chain([after]).map(Into::into).collect::<Vec<Node>>().into()
}

/// What is on and what comes next, for a page that is made beforehand: every
/// session twice, each time with when that is so of it.
fn during(app: App, turns: Span) -> Vec<Element> {
    let held = app.agenda.sessions().iter().filter(|session| session.status != Status::Cancelled);
    let held: Vec<&Session> = held.collect();
    if held.len() > MOST_BEFOREHAND {
        let programme = link(app.places.href(Route::Programme), "Every session is in the programme");
        return vec![section("On now and next").class("moment moment--during").with(el("p").with(programme))];
    }
    let card = |session, from, until| dated(el("li").with(card(app, session, Dated::Yes)), Some(from), Some(until));
    let part = |heading, cards: Vec<Element>| {
        section(heading).class("moment moment--filled").with(el("ul").class("cards").each(cards))
    };
    let on = held.iter().map(|session| card(session, session.start, session.end));
    let next = held.iter().map(|session| {
        // It is next once what starts before it has started.
        let before = held.iter().map(|other| other.start).filter(|start| *start < session.start).max();
        card(session, before.unwrap_or(turns.start), session.start)
    });
    vec![part("On now", on.collect()), part("Next", next.collect())]
}

fn moment_at(app: App, now: Instant) -> Node {
    let found = now_and_next(app.agenda.sessions().iter(), now);
    match Season::of(app.agenda, now) {
        Season::Before(1) => sessions(app, "It starts tomorrow".to_owned(), &found.next).into(),
        Season::Before(days) => sessions(app, format!("It starts in {days} days"), &found.next).into(),
        Season::During => {
            let on = (!found.now.is_empty()).then(|| sessions(app, "On now".to_owned(), &found.now));
            let next = found
                .next
                .first()
                .map(|first| sessions(app, format!("Next, {}", until(first.start, now)), &found.next));
            vec![on.into(), next.into()].into()
        }
        Season::After => after(app).into(),
    }
}

/// What can be caught up on.
fn after(app: App) -> Element {
    let recorded = app.agenda.sessions().iter().filter(|session| !session.recordings.is_empty());
    let recorded: Vec<_> = recorded.take(OFFERED).collect();
    let more = link(app.places.href(Route::Watch), "All talks and recordings");
    let heading = "It is over, and worth catching up on".to_owned();
    sessions(app, heading, &recorded).with(el("p").with(more))
}

fn sessions(app: App, heading: String, sessions: &[&'static Session]) -> Element {
    section(heading).class("moment").with(cards(app, sessions, Dated::Yes))
}

/// The days at a glance.
fn days(app: App) -> Element {
    let days = app.agenda.days().into_iter().map(|day| {
        let sessions: Vec<_> = app.agenda.sessions_on(day).collect();
        let count = counted(sessions.len(), "session").unwrap_or_else(|| "No sessions".to_owned());
        let band = (!sessions.is_empty()).then(|| day_band(app, sessions));
        el("div")
            .class("glance__day")
            .with(el("h3").with(link(app.places.href(Route::Day(day)), day.long())))
            .with(el("p").class("aside").text(count))
            .with(band)
    });
    section("The days at a glance").with(list("glance", days))
}

/// The themes, each with its artwork.
fn themes(app: App) -> Option<Element> {
    let themes = app.agenda.themes().iter().map(|theme| {
        let number = theme.number.map(|number| el("p").class("tile__number").text(format!("Theme {}", number.0)));
        let title = link(app.places.href(Route::Theme(theme.id.to_string())), &*theme.title);
        let words = el("div").class("tile__words").with(number).with(el("h3").with(title));
        el("div").class(format!("tile {}", theme.hue.class())).with(artwork(app, Some(theme))).with(words)
    });
    (!app.agenda.themes().is_empty()).then(|| section("Themes").with(list("tiles", themes)))
}
