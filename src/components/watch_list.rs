//! What of my schedule can be watched and was not yet, by theme.

use agenda::bookmarks::BookmarkKind;
use agenda::model::Theme;
use agenda::recorded::Watchable;

use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::bookmarks::use_bookmarks;
use crate::state::plan::use_plan;
use crate::state::programme::use_agenda;

/// The talks and recordings of what is starred; nothing where there are none.
#[component]
pub fn WatchList() -> impl IntoView {
    let (agenda, plan) = (use_agenda(), use_plan());
    let all = Memo::new(move |_| {
        plan.starred().into_iter().flat_map(|session| agenda.watchable(session)).collect::<Vec<_>>()
    });
    let groups = move || {
        let themes = agenda.themes().iter().map(Some).chain([None]);
        let all = all.read();
        let has_any = |theme| all.iter().any(|one| is_of(one, theme)).then_some(theme);
        themes.filter_map(has_any).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || !all.read().is_empty()>
            <section class="watching" id="to-watch">
                <h2>{"To watch"}</h2>
                <p class="aside">{"Talks and recordings of what you starred."}</p>
                <div class="watching__groups">
                    <For
                        each=groups
                        key=|theme| theme.map(|theme| theme.id.to_string())
                        children=move |theme| view! { <Group theme all/> }
                    />
                </div>
            </section>
        </Show>
    }
}

/// What belongs to a theme, or to none: how much of it was watched, and what was not.
#[component]
fn Group(
    /// The theme.
    theme: Option<&'static Theme>,
    /// All that can be watched.
    all: Memo<Vec<Watchable<'static>>>,
) -> impl IntoView {
    let (agenda, bookmarks, links) = (use_agenda(), use_bookmarks(), use_links());
    let own = Memo::new(move |_| all.get().into_iter().filter(|one| is_of(one, theme)).collect::<Vec<_>>());
    let is_watched = move |one: &Watchable<'static>| bookmarks.has(BookmarkKind::Watched, &one.id);
    let watched = move || own.read().iter().filter(|one| is_watched(one)).count();
    let number = move || own.read().len();
    let rest = move || {
        let rest = own.get().into_iter().filter(|one| !is_watched(one));
        let item = |one: Watchable<'static>| {
            let href = links.to_anchor(&Page::Session(one.session.id.to_string()), &one.anchor);
            view! { <li><a href=href dir="auto" lang=agenda.lang_of(one.session)>{one.title}</a></li> }
        };
        rest.map(item).collect_view()
    };
    let name = match theme {
        Some(Theme { number: Some(number), .. }) => format!("Theme {}", number.0),
        Some(theme) => theme.title.to_string(),
        None => "Other".to_owned(),
    };
    let hue = theme.map(|theme| theme.hue.class()).unwrap_or_default();
    view! {
        <details class=format!("watching__group {hue}")>
            <summary>
                <strong dir="auto">{name}</strong>
                {move || format!(": {} of {} watched", watched(), number())}
                <span
                    class="watching__bar"
                    aria-hidden="true"
                    style:--part=move || watched().to_string()
                    style:--whole=move || number().to_string()
                ></span>
            </summary>
            <ul class="links">{move || rest()}</ul>
        </details>
    }
}

fn is_of(one: &Watchable, theme: Option<&Theme>) -> bool {
    one.theme.map(|own| &own.id) == theme.map(|theme| &theme.id)
}
