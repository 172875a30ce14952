//! Every session, day by day.

use leptos::prelude::*;

use crate::agenda::filter::Filter;
use crate::agenda::model::Session;
use crate::agenda::time::Date;
use crate::components::card::{Card, counted};
use crate::components::day_band::DayBand;
use crate::components::filter_form::FilterForm;
use crate::components::shift_notice::ShiftNotice;
use crate::route::Route;
use crate::state::App;

/// The programme.
#[component]
pub fn Programme(app: App) -> impl IntoView {
    let days = move || {
        let found = app.places.filter.get().apply(app.agenda, app.agenda.sessions().iter());
        let of_day = |day: Date| found.iter().copied().filter(|session| app.agenda.day_of(session) == day).collect();
        let days = app.agenda.days().into_iter().map(|day| (day, of_day(day)));
        let days = days.filter(|(_, sessions): &(Date, Vec<&Session>)| !sessions.is_empty());
        days.map(|(day, sessions)| view! { <DaySection app day sessions /> }).collect_view()
    };
    view! {
        <h1>"Programme"</h1>
        <DayMenu app />
        <ShiftNotice app />
        <FilterForm app />
        <Found app number=Signal::derive(move || {
            app.places.filter.get().apply(app.agenda, app.agenda.sessions().iter()).len()
        }) />
        {days}
    }
}

/// The days as links that keep the filter.
#[component]
pub fn DayMenu(app: App) -> impl IntoView {
    let entry = move |route: Route, words: String| {
        let to = route.clone();
        let href = move || app.places.href_filtered(to.clone(), app.places.filter.get());
        let current = move || (app.places.route.get() == route).then_some("page");
        view! { <li><a href=href aria-current=current>{words}</a></li> }
    };
    let days = app.agenda.days().into_iter().map(move |day| {
        let (_, _, number) = day.ymd();
        entry(Route::Day(day), format!("{} {number}", day.weekday_name().get(..3).unwrap_or_default()))
    });
    view! {
        <nav class="days" aria-label="Days">
            <ul>
                {entry(Route::Programme, "All days".to_owned())}
                {days.collect_view()}
            </ul>
        </nav>
    }
}

/// How many sessions a filter lets through, and the way out of it.
#[component]
pub fn Found(app: App, number: Signal<usize>) -> impl IntoView {
    let is_filtered = move || !app.places.filter.get().is_empty();
    let words = move || {
        let number = counted(number.get(), "session");
        is_filtered().then(|| number.unwrap_or_else(|| "Nothing matches. Try fewer words, or every theme and kind.".to_owned()))
    };
    let clear = move |_| app.places.set_filter(Filter::default());
    let button = move || {
        is_filtered().then(|| view! { <button type="button" class="button" on:click=clear>"Clear the filter"</button> })
    };
    view! {
        <div class="found">
            <p role="status">{words}</p>
            {button}
        </div>
    }
}

/// A day with its band and sessions.
#[component]
pub fn DaySection(app: App, day: Date, sessions: Vec<&'static Session>) -> impl IntoView {
    view! {
        <section class="day" id=day.to_string()>
            <div class="day__head">
                <h2>{day.long()}</h2>
                <DayBand app sessions=sessions.clone() />
            </div>
            <Cards app sessions />
        </section>
    }
}

/// Sessions as a list of cards.
#[component]
pub fn Cards(app: App, sessions: Vec<&'static Session>) -> impl IntoView {
    let cards = sessions.into_iter().map(move |session| view! { <li><Card app session /></li> });
    view! { <ul class="cards">{cards.collect_view()}</ul> }
}
