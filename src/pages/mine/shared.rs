//! A schedule that somebody shared, as a link brings it: shown first, and taken
//! over only when the visitor says so.

use std::rc::Rc;

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use crate::agenda::model::Session;
use crate::agenda::picks::Shelf;
use crate::agenda::share::{Problem, Shared, decode};
use crate::browser::{document, navigation};
use crate::components::card::counted;
use crate::components::comparison::comparison;
use crate::components::day::{day, days};
use crate::markup::{Element, Node, button, el, link, live};
use crate::route::Route;
use crate::state::App;

/// The schedule that the address bar holds, or else my own page.
pub(super) fn shared_or(app: App, mine: impl Fn() -> Node + 'static) -> Node {
    live(move || match app.places.shared().map(|code| decode(app.agenda, &code)) {
        Some(Ok(shared)) => preview(app, &shared),
        Some(Err(problem)) => refused(app, problem),
        None => mine(),
    })
}

/// What there is, what can be done with it, and every session of it.
fn preview(app: App, shared: &Shared) -> Node {
    let unknown = shared.unknown;
    let ids = shared.sessions.iter().filter_map(|id| app.agenda.session(id));
    let theirs: Rc<[&'static Session]> = ids.collect();
    let compares = RwSignal::new(false);
    let (counted, offered) = (Rc::clone(&theirs), Rc::clone(&theirs));
    let secret = "It came in a part of the link that is never sent to a server. \
                  Nothing of yours changes until you press a button.";
    let body = move || {
        if compares.get() { comparison(app, &theirs) } else { days(app, &theirs, day) }
    };
    Node::Many(vec![
        el("h1").text("A schedule was shared with you").into(),
        el("p").class("lead").live(move || counts(app, &counted, unknown)).into(),
        el("p").class("aside").text(secret).into(),
        el("div").class("offers").live(move || offers(app, &offered, compares)).into(),
        live(body),
    ])
}

fn counts(app: App, theirs: &[&'static Session], unknown: usize) -> String {
    let Some(all) = counted(theirs.len() + unknown, "session") else {
        return "It is empty.".to_owned();
    };
    let have = theirs.iter().filter(|session| app.kept.has(Shelf::Star, &session.id)).count();
    let own = match have {
        0 => String::new(),
        all if all == theirs.len() + unknown => " You have all of it already.".to_owned(),
        have => format!(" You have {have} of them already."),
    };
    let gone = match unknown {
        0 => String::new(),
        1 => " 1 of them is not in this programme now.".to_owned(),
        more => format!(" {more} of them are not in this programme now."),
    };
    format!("{all}.{gone}{own}")
}

/// The buttons, as far as each would change something.
fn offers(app: App, theirs: &[&'static Session], compares: RwSignal<bool>) -> Vec<Node> {
    let is_theirs = |id: &str| theirs.iter().any(|session| *session.id == *id);
    let new = theirs.iter().map(|session| session.id.to_string()).filter(|id| !app.kept.has(Shelf::Star, id));
    let new: Vec<String> = new.collect();
    // Those that vanished from the programme stay: no link can speak of them.
    let mine = app.kept.on(Shelf::Star).into_iter().filter(|id| app.agenda.session(id).is_some());
    let mine: Vec<String> = mine.collect();
    let other: Vec<String> = mine.iter().filter(|id| !is_theirs(id)).cloned().collect();
    let has_both = !theirs.is_empty() && !mine.is_empty();
    let take = move |words: &str, starred: &[String], unstarred: &[String]| {
        app.put_stars(words.to_owned(), starred, unstarred);
        app.places.leave_shared();
        // The button that was pressed goes with its page.
        document::next_frame(|| {
            document::focus("h1");
        });
    };
    let added = new.clone();
    let add = (!new.is_empty())
        .then(|| button("Add them to mine", move || take("They were added to your schedule.", &added, &[])));
    let replace = (has_both && !other.is_empty()).then(|| {
        button("Use it instead of mine", move || {
            take("This is your schedule now, instead of the one before.", &new, &other);
        })
    });
    let compare = has_both.then(|| {
        button("Compare with mine", move || compares.update(|compares| *compares = !*compares))
            .attr_live("aria-pressed", move || Some(if compares.get() { "true" } else { "false" }))
    });
    vec![add.into(), replace.into(), compare.into(), own_schedule(app).into()]
}

/// Why nothing is shown, and what to do.
fn refused(app: App, problem: Problem) -> Node {
    let reload = (problem == Problem::Newer).then(|| el("p").with(button("Reload", navigation::reload)));
    let (heading, words) = match problem {
        Problem::Damaged => (
            "This link is damaged",
            "Some of it was lost or changed on the way. Programs for mail sometimes cut long links: copy the \
             whole of it, or ask for it again.",
        ),
        Problem::Newer => (
            "This link is newer than this app",
            "A newer version of the app made it. Reload to get that version; your own schedule stays as it is.",
        ),
        Problem::OtherEvent => (
            "This link belongs to another event",
            "It holds a schedule of another event’s programme. Open it on the site of that event.",
        ),
    };
    let way = el("p").with(own_schedule(app));
    Node::Many(vec![el("h1").text(heading).into(), el("p").class("lead").text(words).into(), reload.into(), way.into()])
}

fn own_schedule(app: App) -> Element {
    link(app.places.href(Route::Mine), "To my schedule").class("offers__own")
}
