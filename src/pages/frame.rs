//! What stands around every page.

use agenda::time::words::day_month_year;
use chrono::{DateTime, Utc};

use crate::components::clash::ClashStatus;
use crate::components::connection::{Offline, Revision};
use crate::components::header::Header;
use crate::components::notices::NoticeList;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::address::use_address;
use crate::state::clocks::use_clocks;
use crate::state::programme::use_agenda;

/// Everything around a page, and the page.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let agenda = use_agenda();
    let words = "Times on this page are those at the venue. With JavaScript it would show them on your own clock too, \
                 mark what falls in your night, keep your stars, search, and play videos in place.";
    view! {
        <Header/>
        <SetMoment/>
        <NoticeList/>
        <ClashStatus/>
        <main id="main">{children()}</main>
        // Shown by the stylesheet where no script has run. (Browsers take what is in a <noscript> for text, which cannot
        // be hydrated.)
        <aside class="note-plain" aria-label="Without JavaScript">
            <p>{words}</p>
        </aside>
        <footer class="footer">
            <p dir="auto" lang=agenda.lang()>{agenda.event().title.to_string()}</p>
            <Revision/>
            <p>
                <a href=use_links().to(&Page::About)>{"About, privacy and data"}</a>
            </p>
        </footer>
        <Offline/>
    }
}

/// Says that the app is shown as at another moment, and leads back.
#[component]
fn SetMoment() -> impl IntoView {
    let (address, clocks) = (use_address(), use_clocks());
    let words = move |now: DateTime<Utc>| {
        let shown = clocks.shown();
        let (zone, local) = (shown.first(), shown.first().local(now));
        let (date, time) = (day_month_year(local.date_naive()), shown.cycle.time(local.time()));
        format!("Shown as at {date}, {time}, {} time. ", zone.city())
    };
    view! {
        {move || {
            address.now().map(|now| {
                view! {
                    <aside class="set-moment" aria-label="The moment that is shown">
                        <p>
                            {move || words(now)}
                            <a href=move || address.at_present()>{"Back to the present"}</a>
                        </p>
                    </aside>
                }
            })
        }}
    }
}
