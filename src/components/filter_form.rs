//! The form that narrows a list; the address bar follows it.

use leptos::prelude::*;

use crate::agenda::filter::Filter;
use crate::state::App;

/// Words, a theme and a kind.
#[component]
pub fn FilterForm(app: App) -> impl IntoView {
    let filter = app.places.filter;
    let change = move |change: fn(&mut Filter, String), value: String| {
        let mut filter = filter.get_untracked();
        change(&mut filter, value);
        app.places.set_filter(filter);
    };
    let themes = app.agenda.themes().iter().map(|theme| (theme.id.to_string(), theme.title.to_string())).collect();
    let kinds = app.agenda.kinds().iter().map(|kind| (kind.id.to_string(), kind.title.to_string())).collect();
    view! {
        <form class="filter" role="search" on:submit=|event| event.prevent_default()>
            <label class="field">
                <span>"Search"</span>
                <input
                    type="search"
                    placeholder="Title, person, talk"
                    prop:value=move || filter.get().words
                    on:input=move |event| change(|filter, value| filter.words = value, event_target_value(&event))
                />
            </label>
            <Choices
                label="Theme"
                every="Every theme"
                options=themes
                chosen=Signal::derive(move || filter.get().theme)
                choose=move |value| change(|filter, value| filter.theme = value, value)
            />
            <Choices
                label="Kind"
                every="Every kind"
                options=kinds
                chosen=Signal::derive(move || filter.get().kind)
                choose=move |value| change(|filter, value| filter.kind = value, value)
            />
        </form>
    }
}

/// A list of which one or none is chosen.
#[component]
fn Choices(
    label: &'static str,
    every: &'static str,
    options: Vec<(String, String)>,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> impl IntoView {
    let options = options.into_iter().map(move |(id, title)| {
        let value = id.clone();
        view! { <option value=value selected=move || chosen.get() == id>{title}</option> }
    });
    view! {
        <label class="field">
            <span>{label}</span>
            <select on:change=move |event| choose(event_target_value(&event))>
                <option value="" selected=move || chosen.get().is_empty()>{every}</option>
                {options.collect_view()}
            </select>
        </label>
    }
}
