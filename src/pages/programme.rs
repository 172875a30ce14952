//! Every session, day by day, or those of one day.

use agenda::calendar::Feed;
use agenda::filter::Filter;
use agenda::model::Session;
use agenda::time::parse_date;
use agenda::time::words::{days, long_date};
use chrono::{Datelike, NaiveDate};

use super::not_found::NotFound;
use super::page_of::PageOf;
use crate::components::calendar::FilteredCalendar;
use crate::components::card::counted;
use crate::components::day::{CardItems, Days};
use crate::components::day_band::DayBand;
use crate::components::day_list::DayList;
use crate::components::day_menu::DayMenu;
use crate::components::filter_form::FilterForm;
use crate::components::grid::DayGrid;
use crate::components::long_list::LongList;
use crate::components::nothing::Nothing;
use crate::components::page_title::PageTitle;
use crate::components::paper_link::PaperLink;
use crate::components::results::Results;
use crate::components::shift_notice::ShiftNotice;
use crate::components::views::Views;
use crate::prelude::*;
use crate::routes::{Page, View, use_links};
use crate::state::address::use_address;
use crate::state::found::use_found;
use crate::state::programme::use_agenda;
use crate::state::search::use_searched;

/// The whole programme.
#[component]
pub fn ProgrammePage() -> impl IntoView {
    let (agenda, links) = (use_agenda(), use_links());
    let searched = use_searched();
    let found = use_found(searched, None);
    if agenda.sessions().is_empty() {
        let words = "No session is published yet. Once the first is, it stands here with its time on your clock.";
        return view! {
            <PageTitle page=Page::Programme/>
            <h1>{"Programme"}</h1>
            <Nothing words page=Page::Home way="What the event is"/>
        };
    }
    let list = move |found| {
        if agenda.is_large() {
            view! { <DayList found/> }
        } else {
            view! { <Days sessions=found/> }
        }
    };
    view! {
        <PageTitle page=Page::Programme/>
        <div class="listing">
            <div class="listing__head">
                <h1>{"Programme"}</h1>
                <p class="aside">{days(agenda.event().start, agenda.event().end)}</p>
            </div>
            <DayMenu/>
            <FilterForm/>
        </div>
        <ShiftNotice/>
        <Found found/>
        <Show when=move || searched.read().is_some() fallback=move || list(found)>
            <Results found searched/>
        </Show>
        <FilteredCalendar feed=Feed::All found/>
        <PaperLink link=move || links.whole(&Page::Programme, "")/>
    }
}

/// One day of it.
#[component]
pub fn DayPage() -> impl IntoView {
    view! { <PageOf parameter="date" page=page_of/> }
}

fn page_of(date: &str) -> AnyView {
    match parse_date(date).filter(|day| use_agenda().days().contains(day)) {
        Some(day) => view! { <Day day/> },
        None => view! { <NotFound/> },
    }
}

#[component]
fn Day(
    /// The day.
    day: NaiveDate,
) -> impl IntoView {
    let (agenda, address) = (use_agenda(), use_address());
    let searched = use_searched();
    let found = use_found(searched, Some(day));
    let is_grid = move || address.view() == View::Grid;
    let all: Vec<&'static Session> = agenda.sessions_on(day).collect();
    if all.is_empty() {
        let words = "Nothing is planned for this day.";
        return view! {
            <PageTitle page=Page::Day(day)/>
            <h1>{long_date(day)}</h1>
            <DayMenu/>
            <Nothing words page=Page::Programme way="See every day"/>
        };
    }
    view! {
        <PageTitle page=Page::Day(day)/>
        <div class="listing">
            <div class="listing__head">
                <h1>{long_date(day)}</h1>
                <p class="aside">{day.year()}</p>
                <Views page=Page::Day(day) label="Views of this day" views=[(View::List, "List"), (View::Grid, "Grid")]/>
            </div>
            <DayMenu/>
            <FilterForm/>
        </div>
        <ShiftNotice/>
        // Of a large event it would be full from end to end.
        {(!agenda.is_large()).then(|| view! { <DayBand sessions=all day/> })}
        <Found found/>
        <Show when=is_grid>
            <DayGrid day found/>
        </Show>
        <Show when=move || !is_grid() && searched.read().is_none()>
            <DayCards found/>
        </Show>
        <Show when=move || !is_grid() && searched.read().is_some()>
            <Results found searched/>
        </Show>
        <FilteredCalendar feed=Feed::Day(day) found/>
    }
}

/// The sessions of a day, in order of time.
#[component]
fn DayCards(
    /// Those that the filter lets through.
    found: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let list = if use_agenda().is_large() {
        view! { <LongList sessions=found/> }
    } else {
        view! {
            <ul class="cards">
                <CardItems sessions=found anchored=true/>
            </ul>
        }
    };
    view! {
        <h2 class="unseen">{"Sessions"}</h2>
        {list}
    }
}

/// How many sessions the filter lets through, and the way out of it.
#[component]
fn Found(
    /// What it lets through.
    found: Memo<Vec<&'static Session>>,
) -> impl IntoView {
    let address = use_address();
    let is_filtered = move || !address.filter().is_empty();
    let words = move || {
        is_filtered().then(|| {
            let count = counted(found.read().len(), "session");
            count.unwrap_or_else(|| "Nothing matches. Try fewer words, or every theme and kind.".to_owned())
        })
    };
    view! {
        <div class="found">
            <p role="status">{move || words()}</p>
            <Show when=is_filtered>
                <button type="button" class="button" on:click=move |_| address.set_filter(Filter::default())>
                    {"Clear the filter"}
                </button>
            </Show>
        </div>
    }
}
