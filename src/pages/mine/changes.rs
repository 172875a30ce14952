//! How the programme has changed what I starred, and what is gone from it.

use agenda::Agenda;
use agenda::snapshot::{Change, Snapshot};
use agenda::time::Span;
use agenda::time::words::day_month_year;

use crate::components::notices::CHANGES;
use crate::components::when::spoken;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::changes::{Changed, use_changes};
use crate::state::clocks::{Shown, use_clocks};
use crate::state::programme::use_agenda;

/// What has changed since I was told; nothing when all is as I know it.
#[component]
pub fn ChangeList() -> impl IntoView {
    let changes = use_changes();
    let all = Memo::new(move |_| changes.all());
    view! {
        <Show when=move || !all.read().is_empty()>
            <section id=CHANGES class="changes">
                <h2>{"Changes"}</h2>
                <ul class="changes__list">
                    <For
                        each=move || all.get()
                        key=|changed| (changed.id.clone(), changed.changes.clone())
                        children=|changed| view! { <li><One changed/></li> }
                    />
                </ul>
                <Show when=move || { all.read().len() > 1 }>
                    <p>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| changes.acknowledge(&all.get_untracked())
                        >
                            {"Mark all as read"}
                        </button>
                    </p>
                </Show>
            </section>
        </Show>
    }
}

/// What has changed about one session.
#[component]
fn One(
    /// The session, as it was and is.
    changed: Changed,
) -> impl IntoView {
    let (agenda, changes, clocks, links) = (use_agenda(), use_changes(), use_clocks(), use_links());
    let title = changed.session.map_or(&*changed.snapshot.title, |session| &session.title).to_owned();
    let label = format!("Mark as read: {title}");
    let name = match changed.session {
        Some(_) => view! { <a href=links.to(&Page::Session(changed.id.clone()))>{title}</a> },
        None => title.into_any(),
    };
    let told = changed.clone();
    let words = move || {
        let shown = clocks.shown();
        let words = told.changes.iter().map(|change| words(agenda, &shown, change, &told));
        words.map(|words| view! { <p>{words}</p> }).collect_view()
    };
    view! {
        <article class="change">
            <h3>{name}</h3>
            {move || words()}
            <button
                type="button"
                class="button"
                aria-label=label
                on:click=move |_| changes.acknowledge(std::slice::from_ref(&changed))
            >
                {"Mark as read"}
            </button>
        </article>
    }
}

fn words(agenda: &Agenda, shown: &Shown, change: &Change, changed: &Changed) -> String {
    let Changed { snapshot, session, .. } = changed;
    let now = session.map(|session| Snapshot::of(agenda, session));
    let span = |span: Span| spoken(shown, span);
    let (moved_to, room, title) = now.map(|now| (span(now.span), now.room, now.title)).unwrap_or_default();
    match change {
        Change::Edition(was) => {
            let date = day_month_year(agenda.venue().local(was.start).date_naive());
            let now = if moved_to.is_empty() { "not in it".to_owned() } else { format!("now {moved_to}") };
            format!("This is the programme of another edition of the event. You starred this for {date}; it is {now}.")
        }
        Change::Moved(from) => format!("Moved. It was {}; it is now {moved_to}.", span(*from)),
        Change::Room(from) => match (from.as_str(), room.as_str()) {
            ("", to) => format!("It is now in {to}."),
            (from, "") => format!("It is no longer in {from}; no room is given."),
            (from, to) => format!("It is now in {to} instead of {from}."),
        },
        Change::Renamed(from) => format!("It was called “{from}”; it is now “{title}”."),
        Change::Cancelled => format!("Cancelled. It would have been {}.", span(snapshot.span)),
        Change::Tentative => "It is no longer confirmed.".to_owned(),
        Change::Confirmed => "It takes place after all.".to_owned(),
        Change::Vanished => {
            format!("It is no longer in the programme. It would have been {}.", span(snapshot.span))
        }
        Change::Back => format!("It is back in the programme: {moved_to}."),
    }
}

/// Stars whose session is not in the programme: kept, and said, until I remove them.
#[component]
pub fn Vanished() -> impl IntoView {
    let changes = use_changes();
    let all = Memo::new(move |_| changes.vanished());
    let words = "You starred these sessions, and they are no longer in the programme. They stay here in case they \
                 return.";
    view! {
        <Show when=move || !all.read().is_empty()>
            <section class="vanished">
                <h2>{"No longer in the programme"}</h2>
                <p>{words}</p>
                <ul class="links">
                    <For
                        each=move || all.get()
                        key=|(id, _)| id.clone()
                        children=|(id, snapshot)| view! { <VanishedItem id snapshot/> }
                    />
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn VanishedItem(
    /// The id of the session.
    id: String,
    /// What it was.
    snapshot: Option<Snapshot>,
) -> impl IntoView {
    let (changes, clocks) = (use_changes(), use_clocks());
    let title = snapshot.as_ref().map_or(id.clone(), |snapshot| snapshot.title.clone());
    let span = snapshot.map(|snapshot| snapshot.span);
    let was = move || span.map(|span| format!(" It would have been {}.", spoken(&clocks.shown(), span)));
    let label = format!("Remove {title}");
    let name = title.clone();
    view! {
        <li>
            <p>
                <strong>{name}</strong>
                "."
                {move || was()}
            </p>
            <button type="button" class="button" aria-label=label on:click=move |_| changes.unstar(&id, &title)>
                {"Remove"}
            </button>
        </li>
    }
}
