//! One day of the programme.

use leptos::prelude::*;

use super::programme::{DayMenu, Found};
use crate::agenda::time::Date;
use crate::components::card::Card;
use crate::components::day_band::DayBand;
use crate::components::filter_form::FilterForm;
use crate::components::shift_notice::ShiftNotice;
use crate::state::App;

/// The sessions of a day.
#[component]
pub fn Day(app: App, day: Date) -> impl IntoView {
    let found = move || app.places.filter.get().apply(app.agenda, app.agenda.sessions_on(day));
    let cards = move || found().into_iter().map(|session| view! { <li><Card app session /></li> }).collect_view();
    let all: Vec<_> = app.agenda.sessions_on(day).collect();
    let band = if all.is_empty() {
        view! { <p>"Nothing is planned for this day."</p> }.into_any()
    } else {
        view! { <DayBand app sessions=all /> }.into_any()
    };
    view! {
        <h1>{day.long()}</h1>
        <DayMenu app />
        <ShiftNotice app />
        {band}
        <FilterForm app />
        <Found app number=Signal::derive(move || found().len()) />
        <h2 class="unseen">"Sessions"</h2>
        <ul class="cards">{cards}</ul>
    }
}
