//! Joins everything: fetches the agenda, shows the page of the address bar, and
//! after each navigation sees to title, focus and scrolling.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::agenda::Agenda;
use crate::browser::navigation::{self, Arrival};
use crate::browser::{document, fetch, zones};
use crate::components::artwork::ArtworkSheet;
use crate::components::header::Header;
use crate::components::notices::Notices;
use crate::pages::problem::{Problem, ProblemPage};
use crate::pages::waiting::Waiting;
use crate::pages::{page, title};
use crate::route::Route;
use crate::state::App;
use crate::state::places::Places;

/// How far the agenda has come.
#[derive(Clone)]
enum Loading {
    Waiting,
    Failed(Problem),
    Done(App),
}

/// The whole app.
#[component]
pub fn Meridian() -> impl IntoView {
    let base = navigation::base();
    let places = Places::new(&base, &navigation::here());
    let loading = RwSignal::new(Loading::Waiting);
    let owner = Owner::current();
    spawn_local(async move {
        let loaded = load(places).await;
        let create = || loaded.map_or_else(Loading::Failed, |agenda| Loading::Done(App::new(agenda, places)));
        // State lives as long as the app, not as long as this task.
        let done = match &owner {
            Some(owner) => owner.with(create),
            None => create(),
        };
        loading.set(done);
        request_animation_frame(|| settle(&navigation::here(), false));
    });
    navigation::start(&base, move |arrival| {
        places.arrive(&arrival);
        // By the next frame the page of the new address is there.
        request_animation_frame(move || settle(&arrival, true));
    });
    move || match loading.get() {
        Loading::Waiting => view! { <Waiting /> }.into_any(),
        Loading::Failed(problem) => view! { <ProblemPage problem /> }.into_any(),
        Loading::Done(app) => view! { <Frame app /> }.into_any(),
    }
}

/// Everything around the page, and the page.
#[component]
fn Frame(app: App) -> impl IntoView {
    document::set_root_attribute("lang", Some(&app.agenda.event().language));
    Effect::new(move |_| document::set_title(&title(app.agenda, &app.places.route.get())));
    let about = app.places.href(Route::About);
    view! {
        <ArtworkSheet agenda=app.agenda />
        <Header app />
        <SetMoment app />
        <Notices app />
        <main id="main">{move || page(app, &app.places.route.get())}</main>
        <footer class="footer">
            <p>{&*app.agenda.event().title}</p>
            <p><a href=about>"About, privacy and data"</a></p>
        </footer>
    }
}

/// Says that the app is shown as at another moment, and leads back.
#[component]
fn SetMoment(app: App) -> impl IntoView {
    move || {
        app.places.now.get().map(|now| {
            let shown = app.times.shown();
            let local = shown.first().local(now);
            let words = format!("Shown as at {}, {}, {} time.", local.date.day_month_year(), shown.cycle.time(local.minute), shown.first().city());
            view! { <p class="set-moment">{words} " " <a href=move || app.places.href_at_present()>"Back to the present"</a></p> }
        })
    }
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
        if has_navigated && !(!memory.link.is_empty() && document::focus(&format!("main a[href=\"{}\"]", memory.link))) {
            focus_heading();
        }
        return;
    }
    if !anchor.is_empty() && document::show_anchor(anchor) {
        return;
    }
    if has_navigated {
        document::scroll_to(0.0);
        focus_heading();
    }
}

/// Moves the focus to the heading, so that a screen reader says where one is.
fn focus_heading() {
    document::focus("h1");
}
