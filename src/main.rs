//! In the browser: the agenda first, then the page.

use agenda::Agenda;
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use meridian::app::App;
use meridian::pages::problem::{Problem, ProblemBeside, ProblemPage};
use meridian::platform::fetch::{self, File};
use meridian::platform::task::next_task;
use meridian::platform::{history, page, report_panics, tell_read_only, zones};
use meridian::routes::meant;
use meridian::state::updates::AGENDA;

fn main() {
    report_panics();
    // Not `leptos::task::spawn_local`, which works only once something is hydrated or mounted.
    wasm_bindgen_futures::spawn_local(start());
}

/// Hydrates the page that was prerendered from the same agenda; mounts any other afresh.
async fn start() {
    let base = page::base();
    let (agenda, File { text, sent }) = match load(&format!("{}{AGENDA}", base.trim_end_matches('/'))).await {
        Ok(loaded) => loaded,
        Err(problem) => return show(problem),
    };
    if let Some(address) = meant(agenda, &base, &page::path(), &page::query(), &page::anchor()) {
        history::set_address(&address);
    }
    // Reading, hydrating and filling in are tasks of their own, so that none of them is long.
    next_task().await;
    let is_same = page::prerendered_from() == Some(agenda::fingerprint(text.as_bytes()));
    let app = move || view! { <App agenda source=text sent start=base.clone() base/> };
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

/// Fetches the agenda and reads it. It is used by every page until the tab is closed.
async fn load(url: &str) -> Result<(&'static Agenda, File), Problem> {
    let file = fetch::first(url).await.map_err(Problem::Fetch)?;
    next_task().await;
    let agenda = Agenda::read(&file.text, &zones::offset_at).map_err(|error| Problem::of(&file.text, error))?;
    Ok((Box::leak(Box::new(agenda)), file))
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
