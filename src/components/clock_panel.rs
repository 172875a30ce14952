//! The switch that is always in sight: on whose clocks times are shown, and,
//! behind it, every other setting.

use leptos::prelude::*;

use super::icon::{Icon, IconOf};
use crate::agenda::zone::{city, search};
use crate::browser::zones;
use crate::state::App;
use crate::state::look::{Colours, Hours, Setting};
use crate::state::times::{Choice, Whose};

/// How many zones are offered for what was typed.
const OFFERED: usize = 8;

/// A button that names the clocks, and the panel it opens.
#[component]
pub fn ClockPanel(app: App) -> impl IntoView {
    let cities = move || {
        let shown = app.times.shown();
        shown.faces.iter().map(|face| face.city()).collect::<Vec<_>>().join(" + ")
    };
    view! {
        <button type="button" class="clock-button" popovertarget="clock-panel">
            <IconOf icon=Icon::Clock />
            <span class="clock-button__label">"Times: "</span>
            <span>{cities}</span>
        </button>
        <div id="clock-panel" class="panel" popover="auto" role="dialog" aria-label="Times and colours">
            <ClockChoices app />
            <ZoneSearch app />
            <SettingChoices
                app
                legend="Hours"
                signal=app.look.hours
                words=&[(Hours::Device, "As is usual for me"), (Hours::Full, "14:00"), (Hours::Half, "2:00 pm")]
            />
            <SettingChoices
                app
                legend="Colours"
                signal=app.look.colours
                words=&[(Colours::Device, "As my device"), (Colours::Light, "Light"), (Colours::Dark, "Dark")]
            />
            <button type="button" class="button" popovertarget="clock-panel" popovertargetaction="hide">"Done"</button>
        </div>
    }
}

/// The clocks that need no search: mine, the venue's, both.
#[component]
fn ClockChoices(app: App) -> impl IntoView {
    let venue = app.agenda.venue().city();
    let device = move || app.times.device().map_or("not told by your browser".to_owned(), |zone| zone.city());
    let options = move || {
        let known = [
            (Choice::Both, "Mine and the venue’s".to_owned()),
            (Choice::Mine, format!("Mine: {}", device())),
            (Choice::Venue, format!("Venue: {venue}")),
        ];
        let chosen = match app.times.choice() {
            Choice::Zone(zone) => Some((Choice::Zone(zone.clone()), format!("Chosen: {}, with the venue’s", city(&zone)))),
            Choice::Both | Choice::Mine | Choice::Venue => None,
        };
        let options = known.into_iter().chain(chosen).map(move |(choice, words)| {
            let checked = app.times.choice() == choice;
            view! {
                <label class="option">
                    <input
                        type="radio"
                        name="clock"
                        prop:checked=checked
                        on:change=move |_| app.times.choose(choice.clone())
                    />
                    {words}
                </label>
            }
        });
        options.collect_view()
    };
    view! {
        <fieldset class="options">
            <legend>"Show times"</legend>
            {options}
            <p class="hint">{move || hint(app)}</p>
        </fieldset>
    }
}

/// What to know about the clocks that are shown.
fn hint(app: App) -> Option<&'static str> {
    let device = app.times.device();
    if device.is_none() {
        return Some("Your browser does not tell its time zone. Choose your place below to see your own time.");
    }
    if device.is_some_and(|zone| zone.name == "UTC") {
        return Some("Your device reports UTC. If that is not where you are, choose your place below.");
    }
    let agree = app.times.shown().faces.iter().any(|face| face.whose == Whose::Shared);
    agree.then_some("Your clock and the venue’s agree throughout the event.")
}

/// Finds any zone by its name or city.
#[component]
fn ZoneSearch(app: App) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    // The list is long and rarely wanted: it is asked for with the first letter.
    let zones = StoredValue::new(Vec::new());
    let found = move || {
        let typed = typed.get();
        if !typed.is_empty() && zones.with_value(Vec::is_empty) {
            zones.set_value(zones::all_zones());
        }
        zones.with_value(|zones| {
            let found = search(zones, &typed).into_iter().take(OFFERED);
            found.map(str::to_owned).collect::<Vec<_>>()
        })
    };
    let choose = move |zone: String| {
        app.times.choose(Choice::Zone(zone));
        typed.set(String::new());
    };
    let offers = move || {
        found().into_iter().map(|zone| {
            let words = format!("{} ({zone})", city(&zone));
            view! { <li><button type="button" class="offer" on:click=move |_| choose(zone.clone())>{words}</button></li> }
        }).collect_view()
    };
    let status = move || match (typed.get().trim().is_empty(), found().len()) {
        (true, _) => String::new(),
        (false, 0) => "No zone by that name. Try the largest city near you.".to_owned(),
        (false, 1) => "1 zone".to_owned(),
        (false, number) => format!("{number} zones"),
    };
    view! {
        <label class="field">
            <span>"Another place"</span>
            <input
                type="search"
                placeholder="City or zone"
                autocomplete="off"
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
        </label>
        <ul class="offers">{offers}</ul>
        <p class="hint" role="status">{status}</p>
    }
}

/// One setting as a group of radio buttons.
#[component]
fn SettingChoices<S: Setting + Send + Sync>(
    app: App,
    legend: &'static str,
    signal: RwSignal<S>,
    words: &'static [(S, &'static str)],
) -> impl IntoView {
    let options = words.iter().map(move |&(value, words)| {
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=legend
                    prop:checked=move || signal.get() == value
                    on:change=move |_| app.look.set(signal, value)
                />
                {words}
            </label>
        }
    });
    view! {
        <fieldset class="options">
            <legend>{legend}</legend>
            {options.collect_view()}
        </fieldset>
    }
}
