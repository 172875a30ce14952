//! Every session, day by day, or those of one day.

use crate::agenda::calendar::Feed;
use crate::agenda::filter::Filter;
use crate::agenda::model::Session;
use crate::agenda::time::Date;
use crate::components::calendar::calendar_of_found;
use crate::components::card::{Dated, cards, counted};
use crate::components::day::{day as one_day, days};
use crate::components::day_band::day_band;
use crate::components::filter_form::filter_form;
use crate::components::share::on_paper;
use crate::components::shift_notice::shift_notice;
use crate::markup::{Element, Node, button, el, list, live};
use crate::route::Route;
use crate::state::App;

/// The whole programme.
pub fn programme(app: App) -> Node {
    let found = move || app.places.filter().apply(app.agenda, app.agenda.sessions().iter());
    Node::Many(vec![
        el("h1").text("Programme").into(),
        day_menu(app).into(),
        shift_notice(app),
        filter_form(app).into(),
        result(app, found).into(),
        (!app.agenda.sessions().is_empty()).then(|| calendar_of_found(app, Feed::All, Box::new(found))).into(),
        live(move || days(app, &found(), one_day)),
        on_paper(app, move || app.places.whole(Route::Programme, String::new())),
    ])
}

/// One day of it.
pub fn day(app: App, day: Date) -> Node {
    let found = move || app.places.filter().apply(app.agenda, app.agenda.sessions_on(day));
    let all: Vec<_> = app.agenda.sessions_on(day).collect();
    let empty = all.is_empty();
    let band = (!empty).then(|| day_band(app, all));
    Node::Many(vec![
        el("h1").text(day.long()).into(),
        day_menu(app).into(),
        shift_notice(app),
        empty.then(|| el("p").text("Nothing is planned for this day.")).into(),
        band.into(),
        filter_form(app).into(),
        result(app, found).into(),
        (!empty).then(|| calendar_of_found(app, Feed::Day(day), Box::new(found))).into(),
        el("h2").class("unseen").text("Sessions").into(),
        live(move || cards(app, &found(), Dated::No)),
    ])
}

/// The days as links that keep the filter.
fn day_menu(app: App) -> Element {
    let entry = move |route: Route, words: String| {
        let there = route.clone();
        let href = move || Some(app.places.href_filtered(there.clone(), app.places.filter()));
        let current = move || (app.places.route() == route).then_some("page");
        el("a").attr_live("href", href).attr_live("aria-current", current).text(words)
    };
    let days = app.agenda.days().into_iter().map(|day| {
        let weekday = day.weekday_name().get(..3).unwrap_or_default();
        entry(Route::Day(day), format!("{weekday} {}", day.ymd().2))
    });
    let all = entry(Route::Programme, "All days".to_owned());
    el("nav").attr("aria-label", "Days").with(list("days", [all].into_iter().chain(days)))
}

/// How many sessions the filter lets through, and the way out of it.
fn result(app: App, found: impl Fn() -> Vec<&'static Session> + 'static) -> Element {
    let is_filtered = move || !app.places.filter().is_empty();
    let words = move || {
        is_filtered().then(|| {
            let count = counted(found().len(), "session");
            count.unwrap_or_else(|| "Nothing matches. Try fewer words, or every theme and kind.".to_owned())
        })
    };
    let clear =
        move || is_filtered().then(|| button("Clear the filter", move || app.places.set_filter(Filter::default())));
    el("div").class("found").with(el("p").attr("role", "status").live(words)).live(clear)
}
