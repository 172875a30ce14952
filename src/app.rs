//! Joins everything: fetches the agenda, shows the page of the address bar, and
//! after each navigation sees to title, focus and scrolling.

use any_spawner::Executor;
use reactive_graph::owner::Owner;
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use crate::agenda::Agenda;
use crate::browser::mount::mount_to_body;
use crate::browser::navigation::{self, Arrival};
use crate::browser::{document, fetch, zones};
use crate::components::artwork::artwork_sheet;
use crate::components::header::header;
use crate::components::notices::notices;
use crate::markup::{Element, Node, el, link, live};
use crate::pages::problem::{Problem, problem};
use crate::pages::waiting::waiting;
use crate::pages::{page, title};
use crate::route::Route;
use crate::state::places::Places;
use crate::state::{App, State};

/// How far the agenda has come.
#[derive(Clone)]
enum Loading {
    Waiting,
    Failed(Problem),
    Done(App),
}

/// Starts the app in the document that loaded it.
pub fn start() {
    // It fails only when there is an executor already, which does as well.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(run);
    // What the app is made of lives as long as the page.
    std::mem::forget(owner);
}

fn run() {
    let base = navigation::base();
    let places = Places::new(&base, &navigation::here());
    let loading = RwSignal::new(Loading::Waiting);
    let owner = Owner::current().unwrap_or_default();
    Executor::spawn_local(async move {
        let loaded = load(places).await;
        // State belongs to the app, not to this task.
        loading.set(
            owner.with(|| loaded.map_or_else(Loading::Failed, |agenda| Loading::Done(State::start(agenda, places)))),
        );
        document::next_frame(|| settle(&navigation::here(), false));
    });
    navigation::start(&base, move |arrival| {
        places.arrive(&arrival);
        // By the next frame the page of the new address is there.
        document::next_frame(move || settle(&arrival, true));
    });
    mount_to_body(live(move || match loading.get() {
        Loading::Waiting => waiting(),
        Loading::Failed(why) => {
            document::set_title("The programme is not available");
            problem(why)
        }
        Loading::Done(app) => frame(app),
    }));
}

/// Everything around the page, and the page.
fn frame(app: App) -> Node {
    // Every link says the moment that is shown, so all are made anew with it.
    app.places.now.track();
    document::set_language(&app.agenda.event().language);
    let footer = el("footer")
        .class("footer")
        .with(el("p").text(&*app.agenda.event().title))
        .with(el("p").with(link(app.places.href(Route::About), "About, privacy and data")));
    Node::Many(vec![
        artwork_sheet(app.agenda).into(),
        header(app).into(),
        live(move || set_moment(app)),
        notices(app).into(),
        el("main").attr("id", "main").live(move || shown_page(app)).into(),
        footer.into(),
    ])
}

/// The page of the address bar, and its title.
fn shown_page(app: App) -> Node {
    let route = app.places.route.get();
    document::set_title(&title(app.agenda, &route));
    page(app, &route)
}

/// Says that the app is shown as at another moment, and leads back.
fn set_moment(app: App) -> Option<Element> {
    app.places.now.get().map(|now| {
        let shown = app.times.shown();
        let (zone, local) = (shown.first(), shown.first().local(now));
        let (date, time) = (local.date.day_month_year(), shown.cycle.time(local.minute));
        let back = el("a").attr_live("href", move || Some(app.places.href_at_present())).text("Back to the present");
        let words = format!("Shown as at {date}, {time}, {} time. ", zone.city());
        let note = el("aside").class("set-moment").attr("aria-label", "The moment that is shown");
        note.with(el("p").text(words).with(back))
    })
}

/// Fetches and reads the agenda.
async fn load(places: Places) -> Result<&'static Agenda, Problem> {
    let source = fetch::text(&places.file("/agenda.json")).await.map_err(Problem::Fetch)?;
    let reading = Agenda::read(&source, &zones::offset_at);
    let agenda = reading.agenda.ok_or_else(|| Problem::of(&source, &reading.faults))?;
    // The agenda is read once and used by every page until the tab is closed.
    Ok(Box::leak(Box::new(agenda)))
}

/// Brings the visitor to where they meant to go: the anchor, the place they had
/// been at, or the top. The focus follows, but is not stolen at the first load.
fn settle(arrival: &Arrival, has_navigated: bool) {
    let anchor = arrival.anchor.trim_start_matches('#');
    if let Some(memory) = &arrival.memory {
        document::scroll_to(memory.scroll);
        let followed = || document::focus(&format!("main a[href=\"{}\"]", memory.link));
        if has_navigated && (memory.link.is_empty() || !followed()) {
            document::focus("h1");
        }
    } else if !anchor.is_empty() && document::show_anchor(anchor) {
        // The focus is there already.
    } else if has_navigated {
        document::scroll_to(0.0);
        document::focus("h1");
    }
}
