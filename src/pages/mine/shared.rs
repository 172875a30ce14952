//! A schedule that somebody shared, as a link brings it: shown first, and made mine only when the
//! visitor says so.

use agenda::bookmarks::BookmarkKind;
use agenda::model::Session;
use agenda::share::{Problem, Shared};

use crate::components::card::counted;
use crate::components::comparison::Comparison;
use crate::components::day::Days;
use crate::platform::{document, page};
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::address::use_address;
use crate::state::bookmarks::use_bookmarks;
use crate::state::changes::use_changes;
use crate::state::programme::use_agenda;

type Sessions = Vec<&'static Session>;

/// What there is, what can be done with it, and every session of it.
#[component]
pub fn Preview(
    /// The schedule.
    shared: Shared,
) -> impl IntoView {
    let agenda = use_agenda();
    let unknown = shared.unknown;
    let theirs: Sessions = shared.sessions.iter().filter_map(|id| agenda.session(id)).collect();
    let theirs = StoredValue::new(theirs);
    let compares = RwSignal::new(false);
    let secret = "It came in a part of the link that is never sent to a server. \
                  Nothing of yours changes until you press a button.";
    let body = move || {
        if compares.get() {
            view! { <Comparison theirs=theirs.get_value()/> }
        } else {
            view! { <Days sessions=Memo::new(move |_| theirs.get_value())/> }
        }
    };
    view! {
        <h1>{"A schedule was shared with you"}</h1>
        <Counts theirs unknown/>
        <p class="aside">{secret}</p>
        <Offers theirs compares/>
        {move || body()}
    }
}

#[component]
fn Counts(
    /// The sessions that the programme has.
    theirs: StoredValue<Sessions>,
    /// How many more there are.
    unknown: usize,
) -> impl IntoView {
    let bookmarks = use_bookmarks();
    let words = move || {
        let theirs = theirs.get_value();
        let Some(all) = counted(theirs.len() + unknown, "session") else { return "It is empty.".to_owned() };
        let have = theirs.iter().filter(|session| bookmarks.has(BookmarkKind::Star, &session.id)).count();
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
    };
    view! { <p class="lead">{move || words()}</p> }
}

/// The buttons, as far as each would change something.
#[component]
fn Offers(
    /// The sessions that the programme has.
    theirs: StoredValue<Sessions>,
    /// Whether both are compared.
    compares: RwSignal<bool>,
) -> impl IntoView {
    let (agenda, address, bookmarks, changes) = (use_agenda(), use_address(), use_bookmarks(), use_changes());
    let theirs = move || theirs.with_value(|all| all.iter().map(|one| one.id.to_string()).collect::<Vec<_>>());
    // Those that vanished from the programme stay: no link can speak of them.
    let mine = Memo::new(move |_| {
        let stars = bookmarks.on(BookmarkKind::Star).into_iter();
        stars.filter(|id| agenda.session(id).is_some()).collect::<Vec<String>>()
    });
    let new = move || theirs().into_iter().filter(|id| !mine.read().contains(id)).collect::<Vec<_>>();
    let other = move || mine.get().into_iter().filter(|id| !theirs().contains(id)).collect::<Vec<_>>();
    let has_both = move || !theirs().is_empty() && !mine.read().is_empty();
    let take = move |words: &str, other: &[String]| {
        changes.put_stars(words.to_owned(), &untrack(new), other);
        address.leave_shared();
        // The button that was pressed goes with its page.
        document::next_frame(|| {
            document::focus("h1");
        });
    };
    let add = move |_| take("They were added to your schedule.", &[]);
    let replace = move |_| take("This is your schedule now. It replaced the previous one.", &untrack(other));
    view! {
        <div class="offers">
            <Show when=move || !new().is_empty()>
                <button type="button" class="button" on:click=add>{"Add them to mine"}</button>
            </Show>
            <Show when=move || has_both() && !other().is_empty()>
                <button type="button" class="button" on:click=replace>{"Use it instead of mine"}</button>
            </Show>
            <Show when=has_both>
                <button
                    type="button"
                    class="button"
                    aria-pressed=move || if compares.get() { "true" } else { "false" }
                    on:click=move |_| compares.update(|compares| *compares = !*compares)
                >
                    {"Compare with mine"}
                </button>
            </Show>
            <OwnSchedule/>
        </div>
    }
}

/// Why nothing is shown, and what to do.
#[component]
pub fn Refused(
    /// What is wrong with the link.
    problem: Problem,
) -> impl IntoView {
    let (heading, words) = match problem {
        Problem::Damaged => (
            "This link is damaged",
            "Part of it was lost or changed on the way. Mail programs sometimes cut long links: copy all of it, or \
             ask for it again.",
        ),
        Problem::Newer => (
            "This link is newer than this app",
            "A newer version of the app made it. Reload to get that version; your own schedule stays as it is.",
        ),
        Problem::OtherEvent => (
            "This link belongs to another event",
            "It contains the schedule of another event. Open it on the site of that event.",
        ),
    };
    let reload = (problem == Problem::Newer).then(|| {
        view! {
            <p>
                <button type="button" class="button" on:click=|_| page::reload()>{"Reload"}</button>
            </p>
        }
    });
    view! {
        <h1>{heading}</h1>
        <p class="lead">{words}</p>
        {reload}
        <p>
            <OwnSchedule/>
        </p>
    }
}

#[component]
fn OwnSchedule() -> impl IntoView {
    view! { <a class="offers__own" href=use_links().to(&Page::Mine)>{"To my schedule"}</a> }
}
