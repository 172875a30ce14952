//! The form that narrows a list; the address bar follows it.

use agenda::filter::Filter;
use agenda::model::Level;

use super::field::Field;
use super::icon::{FUNNEL, Icon};
use crate::prelude::*;
use crate::state::address::use_address;
use crate::state::programme::{use_agenda, use_programme};

/// Words, a theme, a kind and, where sessions have one, a level; behind one button where there is little room.
#[component]
pub fn FilterForm() -> impl IntoView {
    let (address, programme, agenda) = (use_address(), use_programme(), use_agenda());
    let present = move || untrack(|| address.filter());
    let search = move |event| address.set_filter(Filter { words: event_target_value(&event), ..present() });
    let themes: Vec<_> = agenda.themes().iter().map(|theme| (theme.id.to_string(), theme.title.to_string())).collect();
    let theme = (!themes.is_empty()).then(|| {
        view! {
            <Field label="Theme">
                <Choices
                    every="Every theme"
                    options=themes
                    chosen=Signal::derive(move || address.filter().theme)
                    choose=Callback::new(move |theme| address.set_filter(Filter { theme, ..present() }))
                />
            </Field>
        }
    });
    let kinds = agenda.kinds().iter().map(|kind| (kind.id.to_string(), kind.title.to_string())).collect();
    let has_levels = agenda.sessions().iter().any(|session| session.level.is_some());
    let levels = Level::ALL.map(|level| (level.word().to_owned(), level.title().to_owned())).to_vec();
    let level = has_levels.then(|| {
        view! {
            <Field label="Level">
                <Choices
                    every="Every level"
                    options=levels
                    chosen=Signal::derive(move || address.filter().level)
                    choose=Callback::new(move |level| address.set_filter(Filter { level, ..present() }))
                />
            </Field>
        }
    });
    let active = move || {
        let number = address.filter().active();
        (number > 0).then(|| number.to_string())
    };
    view! {
        // Folded where there is little room; the stylesheet opens it where there is enough.
        <details class="filters">
            <summary class="button">
                <Icon path=FUNNEL/>
                {"Filter "}
                <span class="count">{move || active()}</span>
            </summary>
            <search class="filter">
                <Field label="Search">
                    <input
                        type="search"
                        placeholder="Title, person, words"
                        aria-keyshortcuts="/"
                        // The words are then there when the first key is pressed.
                        on:focus=move |_| _ = programme.index()
                        prop:value=move || address.filter().words
                        on:input=search
                    />
                </Field>
                {theme}
                <Field label="Kind">
                    <Choices
                        every="Every kind"
                        options=kinds
                        chosen=Signal::derive(move || address.filter().kind)
                        choose=Callback::new(move |kind| address.set_filter(Filter { kind, ..present() }))
                    />
                </Field>
                {level}
            </search>
        </details>
    }
}

/// A list of which one or none is chosen.
#[component]
pub fn Choices(
    /// What it says when none is chosen.
    every: &'static str,
    /// Each value with its words.
    options: Vec<(String, String)>,
    /// The value that is chosen; empty for none.
    chosen: Signal<String>,
    /// Chooses a value.
    choose: Callback<String>,
) -> impl IntoView {
    let option = |(id, words): (String, String)| {
        let value = id.clone();
        view! { <option value=value selected=move || chosen.get() == id>{words}</option> }
    };
    let options = [(String::new(), every.to_owned())].into_iter().chain(options).map(option).collect_view();
    view! {
        <select prop:value=move || chosen.get() on:change=move |event| choose.run(event_target_value(&event))>
            {options}
        </select>
    }
}
