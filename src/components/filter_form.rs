//! The form that narrows a list; the address bar follows it.

use crate::agenda::filter::Filter;
use crate::markup::{Element, el};
use crate::state::App;

/// Words, a theme and a kind.
pub fn filter_form(app: App) -> Element {
    let filter = move || app.places.filter();
    let present = move || app.places.here().filter;
    let words = el("input")
        .attr("type", "search")
        .attr("placeholder", "Title, person, talk")
        .attr_live("value", move || Some(filter().words))
        .on("input", move |typed| app.places.set_filter(Filter { words: typed, ..present() }));
    let themes = app.agenda.themes().iter().map(|theme| (theme.id.to_string(), theme.title.to_string()));
    let theme = choices("Every theme", themes, move || filter().theme)
        .on("change", move |theme| app.places.set_filter(Filter { theme, ..present() }));
    let kinds = app.agenda.kinds().iter().map(|kind| (kind.id.to_string(), kind.title.to_string()));
    let kind = choices("Every kind", kinds, move || filter().kind)
        .on("change", move |kind| app.places.set_filter(Filter { kind, ..present() }));
    el("search").class("filter").with(field("Search", words)).with(field("Theme", theme)).with(field("Kind", kind))
}

/// A control under its label.
pub fn field(label: &'static str, control: Element) -> Element {
    el("label").class("field").with(el("span").text(label)).with(control)
}

/// A list of which one or none is chosen.
fn choices(
    every: &'static str,
    options: impl Iterator<Item = (String, String)>,
    chosen: impl Fn() -> String + Copy + 'static,
) -> Element {
    let every = (String::new(), every.to_owned());
    el("select").each([every].into_iter().chain(options).map(|(id, words)| {
        let value = id.clone();
        el("option").attr("value", value).attr_live("selected", move || (chosen() == id).then_some("")).text(words)
    }))
}
