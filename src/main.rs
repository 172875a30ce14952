//! In the browser: the agenda first, then the page.

use agenda::brief::Brief;
use agenda::model::Session;
use agenda::{Agenda, fingerprint};
use chrono::{DateTime, Utc};
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use meridian::app::App;
use meridian::pages::problem::{Problem, ProblemBeside, ProblemPage};
use meridian::platform::fetch::{self, FetchError, File};
use meridian::platform::task::next_task;
use meridian::platform::{history, page, report_panics, tell_read_only, zones};
use meridian::routes::meant;
use meridian::state::programme::Source;
use meridian::state::updates::AGENDA;

fn main() {
    report_panics();
    // Not `leptos::task::spawn_local`, which works only once something is hydrated or mounted.
    wasm_bindgen_futures::spawn_local(start());
}

/// Hydrates the page that was prerendered from the same agenda; mounts any other afresh.
async fn start() {
    let base = page::base();
    let Loaded { agenda, source, sent } = match load(&base).await {
        Ok(loaded) => loaded,
        Err(problem) => return show(problem),
    };
    if let Some(address) = meant(agenda, &base, &page::path(), &page::query(), &page::anchor()) {
        history::set_address(&address);
    }
    // Reading, hydrating and filling in are tasks of their own, so that none of them is long.
    next_task().await;
    let is_same = page::prerendered_from().is_some_and(|from| from == source.fingerprint);
    let app = move || view! { <App agenda source sent start=base.clone() base/> };
    let root = if is_same && !page::is_altered() { page::root() } else { None };
    match root {
        Some(root) => hydrate_from(root, app).forget(),
        None => {
            if let Some(root) = page::emptied_root() {
                mount_to(root, app).forget();
            }
        }
    }
}

/// An agenda with what it was read from.
struct Loaded {
    /// It is used by every page until the tab is closed.
    agenda: &'static Agenda,
    source: Source,
    /// When the server sent its file; not known of a brief, which any cache may have kept.
    sent: Option<DateTime<Utc>>,
}

/// Fetches the agenda and reads it; where the page names a brief of it, that is enough to begin with.
async fn load(base: &str) -> Result<Loaded, Problem> {
    let base = base.trim_end_matches('/');
    if let Some(path) = page::brief()
        && let Some(Brief { agenda, starts }) = brief(&format!("{base}/{path}")).await
    {
        let carried = page::carried().and_then(|text| serde_json::from_str::<Session>(&text).ok());
        let fingerprint = page::made_from().unwrap_or_default();
        let agenda = leaked(Agenda::checked(agenda, &zones::offset_at));
        return Ok(Loaded { agenda, source: Source { fingerprint, starts: Some(starts), carried }, sent: None });
    }
    let file = whole(&format!("{base}{AGENDA}")).await.map_err(Problem::Fetch)?;
    next_task().await;
    let File { text, sent } = file;
    let agenda = leaked(Agenda::read(&text, &zones::offset_at).map_err(|error| Problem::of(&text, error))?);
    let source = Source { fingerprint: fingerprint(text.as_bytes()), ..Source::default() };
    Ok(Loaded { agenda, source, sent })
}

/// The brief, each line of it read in a task of its own.
async fn brief(url: &str) -> Option<Brief> {
    let file = fetch::first(url).await.ok()?;
    let mut lines = file.text.lines();
    let mut brief = Brief::read(lines.next()?).ok()?;
    for line in lines {
        next_task().await;
        brief.add(line).ok()?;
    }
    next_task().await;
    Some(brief)
}

/// The agenda's own file. The boot script has asked for it unless the page names a brief.
async fn whole(url: &str) -> Result<File, FetchError> {
    if page::brief().is_some() { fetch::again(url).await } else { fetch::first(url).await }
}

fn leaked(agenda: Agenda) -> &'static Agenda {
    Box::leak(Box::new(agenda))
}

/// Says why there is no agenda: beside a page that can be read, or else as the page.
fn show(problem: Problem) {
    if page::prerendered_from().is_some() {
        mount_to_body(|| view! { <ProblemBeside problem/> });
    } else if let Some(root) = page::emptied_root() {
        mount_to(root, || view! { <ProblemPage problem/> }).forget();
    }
    tell_read_only();
}
