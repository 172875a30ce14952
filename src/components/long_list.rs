//! The sessions of a large event: the first are there at once, the others follow in tasks of their own, so that none of
//! them keeps the visitor waiting. Until they come near to what is seen, a file shows them as plain HTML, which the app
//! does not hydrate: they can be read, found in the page and followed.

use agenda::model::Session;
use leptos::task::spawn_local;

use super::entry::Entry;
use crate::platform::history;
use crate::platform::near::near;
use crate::platform::task::next_task;
use crate::platform::{document, page};
use crate::prelude::*;
use crate::state::live::use_live;

/// How many sessions are there at once: more than a screen holds.
const FIRST: usize = 12;

/// How many more each task makes: some 20 ms on a slow phone.
const STEP: usize = 16;

/// The list that a file shows of the others.
const PLAIN: &str = ".entries--plain";

/// Sessions, which may change, in order of time.
#[component]
pub fn LongList(
    /// The sessions.
    sessions: Memo<Vec<&'static Session>>,
    /// Whether each names its day.
    #[prop(optional)]
    dated: bool,
) -> impl IntoView {
    view! { {move || view! { <Growing sessions=sessions.get() dated/> }} }
}

/// A list that grows.
#[component]
fn Growing(
    /// All of its sessions.
    sessions: Vec<&'static Session>,
    /// Whether each names its day.
    dated: bool,
) -> impl IntoView {
    let live = use_live();
    let count = sessions.len();
    let was_live = untrack(|| live.get());
    // Who comes back goes on where they were: all of it has to be there.
    let shown = RwSignal::new(if was_live && has_place() { count } else { FIRST });
    let rest = (!was_live && count > FIRST && has_plain()).then(|| {
        let press = move |event: leptos::ev::MouseEvent| {
            if let Some(key) = document::pressed_key(&event) {
                shown.set(count);
                document::next_frame(move || document::press(&key));
            }
        };
        let rest = sessions.get(FIRST..).unwrap_or_default().to_vec();
        view! {
            <Show when=move || shown.get() < count>
                <Plain sessions=rest.clone() dated press=Callback::new(press)/>
            </Show>
        }
    });
    let is_plain = rest.is_some();
    Effect::new(move |_| {
        if live.get() {
            spawn_local(grow(shown, count, is_plain));
        }
    });
    let each = move || sessions.iter().copied().take(shown.get()).collect::<Vec<_>>();
    view! {
        <ul class="entries">
            <For each key=|session| session.id.to_string() children=move |session| view! { <Entry session dated/> }/>
        </ul>
        {rest}
    }
}

/// Makes the list whole in tasks of its own, until the visitor has left it: where a file shows the others, as they come
/// near to what is seen.
async fn grow(shown: RwSignal<usize>, count: usize, is_plain: bool) {
    loop {
        if is_plain {
            near(PLAIN).await;
        }
        next_task().await;
        let Some(before) = shown.try_get_untracked().filter(|before| *before < count) else { return };
        if is_plain {
            document::drop_items(PLAIN, STEP);
        }
        shown.set(before + STEP);
    }
}

/// Whether a file shows the others: not where the app makes a page afresh.
fn has_plain() -> bool {
    cfg!(feature = "ssr") || document::has(PLAIN)
}

/// Whether the visitor has a place in the page to which they have to be brought.
fn has_place() -> bool {
    !page::anchor().is_empty() || history::memory().is_some_and(|memory| memory.scroll > 0.0)
}

/// What the file shows of the others. In a browser it has no children: hydration leaves alone what is in it.
#[component]
fn Plain(
    /// The others.
    sessions: Vec<&'static Session>,
    /// Whether each names its day.
    dated: bool,
    /// What a press does.
    press: Callback<leptos::ev::MouseEvent>,
) -> impl IntoView {
    #[cfg(feature = "ssr")]
    {
        let _ = press;
        let entries = sessions.into_iter().map(|session| view! { <Entry session dated/> });
        // Marks for hydration.
        let html = entries.map(|entry| entry.to_html().replace("<!>", "")).collect::<String>();
        view! { <ul class="entries entries--plain" inner_html=html></ul> }
    }
    #[cfg(not(feature = "ssr"))]
    {
        let _ = (sessions, dated);
        view! { <ul class="entries entries--plain" on:click=move |event| press.run(event)></ul> }
    }
}
