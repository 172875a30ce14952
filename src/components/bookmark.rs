//! What I noted about a session that I starred: maybe, a note, a reminder.

use agenda::bookmarks::{BookmarkKey, BookmarkKind};
use agenda::model::Session;
use agenda::time::duration;

use super::toggle::Toggle;
use super::unfolding::Unfolding;
use crate::prelude::*;
use crate::state::bookmarks::{Bookmarks, use_bookmarks};

/// Minutes before a session that one may want to be reminded.
const LEADS: [u32; 6] = [5, 10, 15, 30, 60, 1_440];

/// What was noted about a star, which opens its controls; nothing for a session without one.
#[component]
pub fn Bookmark(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let bookmarks = use_bookmarks();
    let summary = move || {
        let noted = noted(bookmarks, session);
        if noted.is_empty() {
            view! {
                <span class="bookmarked__none">
                    {"Note or reminder"} <span class="unseen">{format!(": {}", session.title)}</span>
                </span>
            }
        } else {
            noted.join(" · ").into_any()
        }
    };
    view! {
        <Show when=move || bookmarks.has(BookmarkKind::Star, &session.id)>
            <Unfolding class="bookmarked" summary>
                <Controls session/>
            </Unfolding>
        </Show>
    }
}

/// What was noted about a session, each in words.
fn noted(bookmarks: Bookmarks, session: &Session) -> Vec<String> {
    let maybe = bookmarks.has(BookmarkKind::Maybe, &session.id).then(|| "Maybe".to_owned());
    let reminder = reminder(bookmarks, session).map(reminder_words);
    let note = bookmarks.text(BookmarkKind::Note, &session.id);
    [maybe, reminder, note].into_iter().flatten().collect()
}

/// As in `Reminder 10 min before`.
fn reminder_words(minutes: u32) -> String {
    match minutes {
        1_440 => "Reminder 1 day before".to_owned(),
        minutes => format!("Reminder {} before", duration(minutes.into())),
    }
}

/// The same on the page of a session, folded until it is wanted.
#[component]
pub fn NoteFold(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let bookmarks = use_bookmarks();
    view! {
        <details class="fold noted">
            <summary>{"My note and reminder"}</summary>
            <Show
                when=move || bookmarks.has(BookmarkKind::Star, &session.id)
                fallback=|| view! { <p class="aside">{"Star this session to note something about it."}</p> }
            >
                <Controls session/>
            </Show>
        </details>
    }
}

/// The reminder that a session has in the visitor's calendar, in minutes before its start.
pub fn reminder(bookmarks: Bookmarks, session: &Session) -> Option<u32> {
    bookmarks.text(BookmarkKind::Reminder, &session.id)?.parse().ok()
}

#[component]
fn Controls(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    view! {
        <div class="bookmark">
            <Toggle
                kind=BookmarkKind::Maybe
                id=session.id.to_string()
                name=format!("Maybe: {}", session.title)
                class="bookmark__maybe"
            >
                {"Maybe"}
            </Toggle>
            <Reminder session/>
            <Note session/>
        </div>
    }
}

#[component]
fn Reminder(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let bookmarks = use_bookmarks();
    let chosen = Memo::new(move |_| reminder(bookmarks, session));
    let option = move |minutes: Option<u32>| {
        let words = minutes.map_or("No reminder".to_owned(), reminder_words);
        view! { <option value=value(minutes) selected=move || chosen.get() == minutes>{words}</option> }
    };
    // One that another version of the app offered stays as it is.
    let other = move || chosen.get().filter(|minutes| !LEADS.contains(minutes)).map(|minutes| option(Some(minutes)));
    let options = [None].into_iter().chain(LEADS.map(Some)).map(option).collect_view();
    view! {
        <select
            class="bookmark__lead"
            aria-label=format!("Reminder in your calendar: {}", session.title)
            prop:value=move || value(chosen.get())
            on:change=move |event| put(bookmarks, BookmarkKind::Reminder, session, event_target_value(&event))
        >
            {options}
            {move || other()}
        </select>
        <Show when=move || chosen.get().is_some()>
            <p class="aside bookmark__works">
                {"It works once this is saved in a calendar that heeds reminders; some ignore those of files."}
            </p>
        </Show>
    }
}

/// The value of the option for so many minutes.
fn value(minutes: Option<u32>) -> String {
    minutes.map_or(String::new(), |minutes| minutes.to_string())
}

#[component]
fn Note(
    /// The session.
    session: &'static Session,
) -> impl IntoView {
    let bookmarks = use_bookmarks();
    let text = move || bookmarks.text(BookmarkKind::Note, &session.id).unwrap_or_default();
    view! {
        <textarea
            class="bookmark__note"
            rows="1"
            placeholder="A note for yourself"
            aria-label=format!("Your note: {}", session.title)
            prop:value=move || text()
            on:input=move |event| put(bookmarks, BookmarkKind::Note, session, event_target_value(&event))
        ></textarea>
    }
}

/// Keeps what was said about a session; nothing said is nothing kept.
fn put(bookmarks: Bookmarks, kind: BookmarkKind, session: &Session, text: String) {
    let text = Some(text).filter(|text| !text.trim().is_empty());
    bookmarks.change(&[(BookmarkKey::new(kind, &session.id), text)]);
}
