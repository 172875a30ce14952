//! The switch that is always in sight: on whose clocks times are shown, and,
//! behind it, every other setting.

use reactive_graph::prelude::*;
use reactive_graph::signal::RwSignal;

use super::filter_form::field;
use super::icon::{CLOCK, icon};
use crate::agenda::zone::{city, search};
use crate::browser::{IS_LIVE, zones};
use crate::markup::{Element, Node, Words, button, el, live};
use crate::state::App;
use crate::state::look::{Colours, Hours};
use crate::state::times::{Choice, Face, Whose};

/// How many zones are offered for what was typed.
const OFFERED: usize = 8;

/// A button that names the clocks, and the panel it opens.
pub fn clock_panel(app: App) -> Vec<Node> {
    let cities = move || {
        let cities: Vec<String> = app.times.shown().faces.iter().map(Face::city).collect();
        cities.join(" + ")
    };
    let switch = el("button")
        .attr("type", "button")
        .class("clock-button")
        .attr("popovertarget", "clock-panel")
        .with(icon(CLOCK))
        .with(el("span").class("clock-button__label").text("Times: "))
        .with(el("span").live(cities));
    if !IS_LIVE {
        return vec![switch.into()];
    }
    // What is behind the switch is made when somebody first opens it.
    let is_opened = RwSignal::new(false);
    let content = move || is_opened.get().then(|| content(app));
    let panel = el("div")
        .attr("id", "clock-panel")
        .class("panel")
        .attr("popover", "")
        .attr("role", "dialog")
        .attr("aria-label", "Times and colours")
        .on("beforetoggle", move |_| {
            // It is told of closing too, and what was made is not made again.
            if !is_opened.get_untracked() {
                is_opened.set(true);
            }
        })
        .live(content);
    vec![switch.into(), panel.into()]
}

fn content(app: App) -> Node {
    let done = button("Done", || ()).attr("popovertarget", "clock-panel").attr("popovertargetaction", "hide");
    let mut parts: Vec<Node> = vec![clocks(app).into()];
    parts.extend(zone_search(app).map(Into::into));
    parts.extend([hours(app).into(), colours(app).into(), done.into()]);
    parts.into()
}

/// The clocks that need no search: both, mine, the venue's, and the one chosen before.
fn clocks(app: App) -> Element {
    let is = move |choice: Choice| move || app.times.choice() == choice;
    let choose = move |choice: Choice| move || app.times.choose(&choice);
    let mine = move || {
        let city = app.times.device().map_or("not told by your browser".to_owned(), |zone| zone.city());
        format!("Mine: {city}")
    };
    let chosen = move || match app.times.choice() {
        Choice::Zone(zone) => {
            let words = format!("{}, beside the venue’s", city(&zone));
            Some(option("clock", words, || true, || ()))
        }
        Choice::Both | Choice::Mine | Choice::Venue => None,
    };
    options("Show times")
        .with(option("clock", "Mine and the venue’s", is(Choice::Both), choose(Choice::Both)))
        .with(option("clock", live(mine), is(Choice::Mine), choose(Choice::Mine)))
        .with(option(
            "clock",
            format!("Venue: {}", app.agenda.venue().city()),
            is(Choice::Venue),
            choose(Choice::Venue),
        ))
        .live(chosen)
        .with(el("p").class("hint").live(move || hint(app)))
}

/// What to know about the clocks that are shown.
fn hint(app: App) -> Option<&'static str> {
    if matches!(app.times.choice(), Choice::Zone(_)) {
        return None;
    }
    let Some(device) = app.times.device() else {
        return Some("Your browser does not tell its time zone. Choose your place below to see your own time.");
    };
    if device.name == "UTC" {
        return Some("Your device reports UTC. If that is not where you are, choose your place below.");
    }
    let agree = app.times.shown().faces.iter().any(|face| face.whose == Whose::Shared);
    agree.then_some("Your clock and the venue’s agree throughout the event.")
}

/// Finds any zone by its name or city.
fn zone_search(app: App) -> [Element; 3] {
    let typed = RwSignal::new(String::new());
    let found = RwSignal::new(Vec::<String>::new());
    let look = move |words: String| {
        // The list is long and rarely wanted: it is asked for when somebody types.
        let zones = zones::all_zones();
        found.set(search(&zones, &words).into_iter().take(OFFERED).map(str::to_owned).collect());
        typed.set(words);
    };
    let input = el("input")
        .attr("type", "search")
        .attr("placeholder", "City or zone")
        .attr("autocomplete", "off")
        .attr_live("value", move || Some(typed.get()))
        .on("input", look);
    let offer = move |zone: String| {
        let words = format!("{} ({zone})", city(&zone));
        let choose = move |_| {
            app.times.choose(&Choice::Zone(zone.clone()));
            look(String::new());
        };
        el("li").with(el("button").attr("type", "button").class("offer").on("click", choose).text(words)).into()
    };
    let offers = el("ul").class("offers").live(move || found.get().into_iter().map(offer).collect::<Vec<Node>>());
    let status = el("p").class("hint").attr("role", "status").live(move || {
        let is_typing = !typed.get_untracked().trim().is_empty();
        match found.get().len() {
            _ if !is_typing => None,
            0 => Some("No zone by that name. Try the largest city near you.".to_owned()),
            1 => Some("1 zone".to_owned()),
            number => Some(format!("{number} zones")),
        }
    });
    [field("Another place", input), offers, status]
}

/// How hours are counted.
fn hours(app: App) -> Element {
    let words = [(Hours::Device, "As is usual for me"), (Hours::Full, "14:00"), (Hours::Half, "2:00 pm")];
    options("Hours").each(words.map(|(value, words)| {
        option("hours", words, move || app.look.hours() == value, move || app.look.set_hours(value))
    }))
}

/// Light or dark.
fn colours(app: App) -> Element {
    let words = [(Colours::Device, "As my device"), (Colours::Light, "Light"), (Colours::Dark, "Dark")];
    options("Colours").each(words.map(|(value, words)| {
        option("colours", words, move || app.look.colours() == value, move || app.look.set_colours(value))
    }))
}

fn options(legend: impl Into<Words>) -> Element {
    el("fieldset").class("options").with(el("legend").text(legend))
}

fn option(
    group: &'static str,
    words: impl Into<Node>,
    is_chosen: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
) -> Element {
    let input = el("input")
        .attr("type", "radio")
        .attr("name", group)
        .attr_live("checked", move || is_chosen().then_some(""))
        .on("change", move |_| choose());
    el("label").class("option").with(input).with(words)
}
