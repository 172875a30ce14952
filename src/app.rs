//! Joins everything: has the agenda fetched, shows the page of the address bar,
//! and after each navigation sees to title, focus and scrolling.

use std::cell::Cell;
use std::rc::Rc;

use any_spawner::Executor;
use reactive_graph::owner::Owner;
use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use crate::agenda::json::Json;
use crate::agenda::time::Instant;
use crate::agenda::{Agenda, Draft, fingerprint};
use crate::browser::fetch::File;
use crate::browser::mount::{Stage, mount_to_body, take_over};
use crate::browser::navigation::{self, Arrival};
use crate::browser::{
    clock, document, fetch, on_return, storage, tell_of_panics, tell_read_only, tell_ready, worker, zones,
};
use crate::components::day::{day as one_day, days};
use crate::markup::{Node, live};
use crate::pages::frame::frame;
use crate::pages::problem::{Problem, problem, problem_beside};
use crate::pages::{page, title};
use crate::state::notices::Notice;
use crate::state::places::Places;
use crate::state::{App, State};

/// Where the agenda is, under the base.
const AGENDA: &str = "/agenda.json";

/// Seconds after which an open page asks whether the programme has changed.
const CHECK_AFTER: i64 = 600;

/// Seconds after which it asks again when the visitor was at something.
const PAUSE: i64 = 60;

/// The app while it runs.
#[derive(Clone, Copy)]
struct Running {
    /// What the page is made from: another one once the programme has changed.
    app: RwSignal<App>,
    /// The text of the programme that is shown.
    source: RwSignal<String>,
    /// The text that was had last, whether it could be read or not.
    last: RwSignal<String>,
    /// When it was last asked for, by the device's clock.
    asked: RwSignal<Option<Instant>>,
}

/// Starts the app in the document that loaded it.
pub fn start() {
    tell_of_panics();
    // It fails only when there is an executor already, which does as well.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let inside = owner.clone();
    Executor::spawn_local(async move {
        // A task of its own for each step, so that the page answers in between.
        document::next_task().await;
        let base = navigation::base();
        let places = owner.with(|| Places::new(&base, navigation::here().place(&base)));
        match load(places).await {
            Ok((agenda, file)) => {
                document::next_task().await;
                let running = owner.with(|| Running::new(agenda, places, file));
                document::next_task().await;
                owner.with(|| running.follow());
                document::next_task().await;
                if !document::is_awaited() {
                    running.rehearse(&owner).await;
                }
                let first = owner.with(|| running.page());
                document::next_task().await;
                owner.with(|| running.take_over(&base, first));
                document::next_task().await;
                navigation::remember_arrival();
            }
            Err(why) => owner.with(|| fail(why)),
        }
    });
    // What the app is made of lives as long as the page.
    std::mem::forget(inside);
}

impl Running {
    fn new(agenda: &'static Agenda, places: Places, file: File) -> Self {
        Self {
            app: RwSignal::new(State::start(agenda, places, file.sent)),
            last: RwSignal::new(file.text.clone()),
            source: RwSignal::new(file.text),
            asked: RwSignal::new(clock::now()),
        }
    }

    /// The page of the address bar, not yet in the document.
    fn page(self) -> Node {
        let app = self.app.get_untracked();
        page(app, &app.places.here().route)
    }

    /// Has a frame and a day mounted where nobody sees it, in tasks of their
    /// own. A browser compiles a function of wasm when it is first called, and
    /// to do that while the page is taken over made up half of that task.
    async fn rehearse(self, owner: &Owner) {
        let app = self.app.get_untracked();
        let (actors, stage) = (owner.child(), Stage::empty());
        let day: Vec<_> = app.agenda.sessions().iter().take(2).collect();
        // Each is made, and taken over by another of its kind.
        for is_day in [false, false, true, true] {
            let part = || if is_day { days(app, &day, one_day).into() } else { frame(app, Node::Many(Vec::new())) };
            actors.with(|| stage.play(part()));
            document::next_task().await;
        }
        actors.cleanup();
    }

    /// Follows what may change the page, whether it is live yet or not.
    fn follow(self) {
        let current = move || self.app.get_untracked();
        clock::every_tick(move || {
            current().clock.look();
            self.check_now_and_then();
        });
        on_return(move || {
            current().refresh();
            self.check_now_and_then();
        });
        storage::on_change(move |key| current().hear(key));
        document::on_print(move |is_on_paper| current().look.on_paper.set(is_on_paper));
        worker::on_version(move || current().notices.say(Notice::Version));
        if document::made_from()
            .is_some_and(|made| self.source.with_untracked(|source| made != fingerprint(source.as_bytes())))
        {
            current().notices.say(Notice::Updated);
        }
        current().tell_changes();
    }

    /// Makes the page live, which is `first` to begin with.
    fn take_over(self, base: &str, first: Node) {
        let places = self.app.get_untracked().places;
        let here = navigation::here();
        // In a page that was made beforehand the boot script has seen to it, as far as that could be.
        let scroll = here.memory.as_ref().map_or(0.0, |memory| memory.scroll);
        let is_settled = document::has_content() && document::reaches(here.anchor.trim_start_matches('#'), scroll);
        let inside = base.to_owned();
        navigation::start(base, move |arrival| {
            places.arrive(arrival.place(&inside));
            // By the next frame the page of the new address is there.
            document::next_frame(move || settle(&arrival, true));
        });
        let first = Cell::new(Some(first));
        let shown_page = Rc::new(move |app: App| shown_page(app, first.take()));
        take_over("body", live(move || shown(self.app.get(), Rc::clone(&shown_page))));
        tell_ready();
        if !is_settled {
            document::next_frame(move || settle(&here, false));
        }
    }

    /// Asks for the programme again unless that was done a short while ago.
    fn check_now_and_then(self) {
        let (now, asked) = (clock::now(), self.asked.get_untracked());
        if now.zip(asked).is_some_and(|(now, asked)| (now.0 - asked.0).abs() < CHECK_AFTER) {
            return;
        }
        self.asked.set(now);
        Executor::spawn_local(async move {
            let app = self.app.get_untracked();
            // Where nobody answers, the programme stays as old as it says it is.
            if let Ok(file) = fetch::again(&app.places.file(AGENDA)).await {
                app.connection.note(file.sent);
                self.take_in(app, &file).await;
            }
        });
    }

    /// Shows a programme that is another than before.
    async fn take_in(self, app: App, file: &File) {
        if self.source.with_untracked(|source| *source == file.text) {
            self.last.set(file.text.clone());
            return app.notices.dismiss(Notice::Unreadable);
        }
        if self.last.with_untracked(|last| *last == file.text) {
            return;
        }
        if document::is_in_use() {
            // It is not urgent enough to end what the visitor is at.
            return self.asked.update(|asked| *asked = asked.map(|at| Instant(at.0 - CHECK_AFTER + PAUSE)));
        }
        self.last.set(file.text.clone());
        match read(&file.text).await {
            Ok(agenda) if agenda.event().id == app.agenda.event().id => {
                self.source.set(file.text.clone());
                app.notices.dismiss(Notice::Unreadable);
                let back = document::keep_place();
                self.app.set(app.with_agenda(agenda));
                document::next_frame(back);
                app.notices.say(Notice::Updated);
                self.app.get_untracked().tell_changes();
            }
            // Another event has other stars and settings: everything starts anew.
            Ok(_) => navigation::reload(),
            Err(_) => app.notices.say(Notice::Unreadable),
        }
    }
}

/// The page of the address bar within its frame.
fn shown(app: App, shown_page: Rc<impl Fn(App) -> Node + 'static>) -> Node {
    // Every link says the moment that is shown, so all are made anew with it.
    let _ = app.places.now();
    document::set_language(&app.agenda.event().language);
    frame(app, live(move || shown_page(app)))
}

/// The page of the address bar, made now unless it was made before, and its title.
fn shown_page(app: App, made: Option<Node>) -> Node {
    let route = app.places.route();
    document::set_title(&title(app.agenda, &route));
    made.unwrap_or_else(|| page(app, &route))
}

/// Says why there is no agenda: beside a page that can be read, or else as the page.
fn fail(why: Problem) {
    if document::has_content() {
        mount_to_body(problem_beside(why));
        tell_read_only();
    } else {
        document::set_title("The programme is not available");
        take_over("body", problem(why));
    }
}

/// Has the agenda fetched, and reads it.
async fn load(places: Places) -> Result<(&'static Agenda, File), Problem> {
    let file = fetch::first(&places.file(AGENDA)).await.map_err(Problem::Fetch)?;
    document::next_task().await;
    Ok((read(&file.text).await?, file))
}

/// Reads an agenda. It is used by every page until the tab is closed.
async fn read(source: &str) -> Result<&'static Agenda, Problem> {
    let json = Json::parse(source).map_err(|error| Problem::of(source, &[error.into()]))?;
    document::next_task().await;
    let draft = Draft::read(&json);
    document::next_task().await;
    let reading = draft.finish(&zones::offset_at);
    let agenda = reading.agenda.ok_or_else(|| Problem::of(source, &reading.faults))?;
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
