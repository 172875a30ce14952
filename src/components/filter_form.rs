//! The form that narrows a list; the address bar follows it.

use agenda::filter::{Filter, Flag, Part};

use super::field::Field;
use super::icon::{FUNNEL, Icon};
use crate::prelude::*;
use crate::state::address::use_address;
use crate::state::clocks::use_clocks;
use crate::state::live::use_live;
use crate::state::programme::{use_agenda, use_programme};

/// What can be chosen from, where that narrows.
const CHOSEN: [(Part, &str); 5] = [
    (Part::Theme, "Theme"),
    (Part::Kind, "Kind"),
    (Part::Level, "Level"),
    (Part::Room, "Room"),
    (Part::Language, "Language"),
];

/// Words, what can be chosen from, and what is on or off; behind one button where there is little room.
#[component]
pub fn FilterForm() -> impl IntoView {
    let (address, programme) = (use_address(), use_programme());
    let search = move |event| {
        address.set_filter(Filter { words: event_target_value(&event), ..address.filter_untracked() });
    };
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
                <Selects/>
                <Flags/>
            </search>
        </details>
    }
}

/// What can be chosen from, and the person whose page has led here.
#[component]
fn Selects() -> impl IntoView {
    let (agenda, address) = (use_agenda(), use_address());
    let choose = move |part, value| address.set_filter(address.filter_untracked().with_part(part, value));
    let select = move |(part, label): (Part, &'static str)| {
        let options = part.options(agenda);
        (!options.is_empty()).then(|| {
            view! {
                <Field label>
                    <Choices
                        every=format!("Every {}", part.name())
                        options
                        chosen=Signal::derive(move || address.filter().part(part).to_owned())
                        choose=Callback::new(move |value| choose(part, value))
                    />
                </Field>
            }
        })
    };
    let person = move || {
        let id = Some(address.filter().person).filter(|id| !id.is_empty())?;
        let name = agenda.person(&id).map_or(id, |person| person.name.to_string());
        Some(view! {
            <button type="button" class="button filter__person" on:click=move |_| choose(Part::Person, String::new())>
                <span class="unseen">{"Everybody, not only "}</span>
                <bdi>{name}</bdi>
                <span aria-hidden="true">{"×"}</span>
            </button>
        })
    };
    view! { {CHOSEN.map(select).collect_view()} {move || person()} }
}

/// What is on or off.
#[component]
fn Flags() -> impl IntoView {
    let (agenda, address, clocks, live) = (use_agenda(), use_address(), use_clocks(), use_live());
    let has_recordings = agenda.sessions().iter().any(|session| !agenda.watchable(session).is_empty());
    let flag = move |flag: Flag| {
        let words = match flag {
            Flag::Recorded if !has_recordings => return None,
            Flag::Recorded => "Recorded",
            Flag::Mine => "In my schedule",
            Flag::Awake => "Not in my night",
        };
        // Where the visitor is has to be known; until the app is live, a press is kept for it.
        let is_unknown = move || flag == Flag::Awake && live.get() && !clocks.shown().knows_viewer;
        let switch =
            move |event| address.set_filter(address.filter_untracked().with_flag(flag, event_target_checked(&event)));
        Some(view! {
            <label class="option">
                <input
                    type="checkbox"
                    prop:checked=move || address.filter().flag(flag)
                    disabled=move || is_unknown()
                    on:change=switch
                />
                {words}
            </label>
        })
    };
    view! { <div class="filter__flags">{Flag::ALL.map(flag).collect_view()}</div> }
}

/// A list of which one or none is chosen.
#[component]
fn Choices(
    /// What it says when none is chosen.
    every: String,
    /// Each value with its words.
    options: Vec<(String, String)>,
    /// The value that is chosen; empty for none.
    chosen: Signal<String>,
    /// Chooses a value.
    choose: Callback<String>,
) -> impl IntoView {
    // A value is set before there are options; from then on the list follows it by itself.
    let at_first = untrack(|| chosen.get());
    let option = |(id, words): (String, String)| {
        let is_chosen = id == at_first;
        view! { <option value=id selected=is_chosen>{words}</option> }
    };
    let options = [(String::new(), every)].into_iter().chain(options).map(option).collect_view();
    view! {
        <select prop:value=move || chosen.get() on:change=move |event| choose.run(event_target_value(&event))>
            {options}
        </select>
    }
}
