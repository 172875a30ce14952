//! The switch that is always in sight: which clocks times are shown on, and, behind it, every other
//! preference.

use agenda::model::Mode;
use agenda::zone::{city, may_hide};
use leptos::ev::Event;

use super::choice::{Choices, RadioOption};
use super::icon::{CLOCK, Icon};
use super::zone_search::ZoneSearch;
use crate::prelude::*;
use crate::state::clocks::{Choice, Clock, Clocks, Whose, use_clocks};
use crate::state::preferences::{Colours, Hours, use_preferences};
use crate::state::programme::use_agenda;

/// A button that names the clocks, and the panel it opens.
#[component]
pub fn ClockPanel() -> impl IntoView {
    let clocks = use_clocks();
    let city = move |index: usize| clocks.shown().clocks.get(index).map(Clock::city);
    let first = move || city(0);
    let second = move || city(1).map(|city| format!(" + {city}"));
    let cities = move || [first(), second()].into_iter().flatten().collect::<String>();
    // What is behind the switch is made when it is first opened.
    let was_opened = RwSignal::new(false);
    view! {
        <button
            type="button"
            class="clock-button"
            popovertarget="clock-panel"
            aria-label=move || format!("Times: {}. Settings", cities())
        >
            <Icon path=CLOCK/>
            <span class="clock-button__label">{"Times: "}</span>
            <span class="clock-button__cities">
                {move || first()} <span class="clock-button__second">{move || second()}</span>
            </span>
        </button>
        <div
            id="clock-panel"
            class="panel"
            popover=""
            role="dialog"
            aria-label="Times and colours"
            on:beforetoggle=move |_: Event| was_opened.set(true)
        >
            <Show when=move || was_opened.get()>
                <ClockChoices/>
                <ZoneSearch/>
                <HourChoices/>
                <ColourChoices/>
                <button type="button" class="button" popovertarget="clock-panel" popovertargetaction="hide">
                    {"Done"}
                </button>
            </Show>
        </div>
    }
}

/// The clocks that need no search: both, mine, the venue's, and the one chosen before.
#[component]
fn ClockChoices() -> impl IntoView {
    let clocks = use_clocks();
    let is = move |choice: Choice| Signal::derive(move || clocks.choice() == choice);
    let choose = move |choice: Choice| Callback::new(move |()| clocks.choose(&choice));
    let mine = move || {
        let city = clocks.device().map_or("not reported by your browser".to_owned(), |zone| zone.city());
        format!("Mine: {city}")
    };
    let chosen = move || match clocks.choice() {
        Choice::Zone(zone) => {
            let words = format!("{}, beside the venue’s", city(&zone));
            Some(
                view! { <RadioOption group="clock" is_chosen=true choose=Callback::new(|()| ())>{words}</RadioOption> },
            )
        }
        Choice::Both | Choice::Mine | Choice::Venue => None,
    };
    let agenda = use_agenda();
    let city = agenda.venue().city();
    // Where people meet, the question is whether one is there.
    let (both, venue) = match agenda.event().mode {
        Mode::Virtual => ("Mine and the venue’s", format!("Venue: {city}")),
        Mode::InPerson | Mode::Hybrid => ("I follow remotely: mine and the venue’s", format!("I am there: {city}")),
    };
    view! {
        <Choices legend="Show times">
            <RadioOption group="clock" is_chosen=is(Choice::Both) choose=choose(Choice::Both)>
                {both}
            </RadioOption>
            <RadioOption group="clock" is_chosen=is(Choice::Mine) choose=choose(Choice::Mine)>
                {move || mine()}
            </RadioOption>
            <RadioOption group="clock" is_chosen=is(Choice::Venue) choose=choose(Choice::Venue)>
                {venue}
            </RadioOption>
            {move || chosen()}
            <p class="hint">{move || hint(clocks)}</p>
        </Choices>
    }
}

/// What to know about the clocks that are shown.
fn hint(clocks: Clocks) -> Option<String> {
    if matches!(clocks.choice(), Choice::Zone(_)) {
        return None;
    }
    let Some(device) = clocks.device() else {
        let words = "Your browser does not report its time zone. Choose your place below to see your own time.";
        return Some(words.to_owned());
    };
    if may_hide(&device.name) {
        let city = device.city();
        return Some(format!(
            "Your device reports {city}. So do browsers that hide where they are: if it is not yours, choose your place below."
        ));
    }
    let agree = clocks.shown().clocks.iter().any(|clock| clock.whose == Whose::Shared);
    agree.then(|| "Your clock and the venue’s agree throughout the event.".to_owned())
}

/// How hours are counted.
#[component]
fn HourChoices() -> impl IntoView {
    let preferences = use_preferences();
    let all = [(Hours::Device, "Automatic"), (Hours::Full, "14:00"), (Hours::Half, "2:00 pm")];
    let option = move |(hours, words): (Hours, &'static str)| {
        let is_chosen = Signal::derive(move || preferences.hours() == hours);
        let choose = Callback::new(move |()| preferences.set_hours(hours));
        view! { <RadioOption group="hours" is_chosen choose>{words}</RadioOption> }
    };
    view! { <Choices legend="Hours">{all.map(option).collect_view()}</Choices> }
}

/// Light or dark.
#[component]
fn ColourChoices() -> impl IntoView {
    let preferences = use_preferences();
    let all = [(Colours::Device, "As my device"), (Colours::Light, "Light"), (Colours::Dark, "Dark")];
    let option = move |(colours, words): (Colours, &'static str)| {
        let is_chosen = Signal::derive(move || preferences.colours() == colours);
        let choose = Callback::new(move |()| preferences.set_colours(colours));
        view! { <RadioOption group="colours" is_chosen choose>{words}</RadioOption> }
    };
    view! { <Choices legend="Colours">{all.map(option).collect_view()}</Choices> }
}
