//! The event: what it is, and the days and themes at a glance.

use agenda::model::{Action, Mode, Session, Theme};
use agenda::time::words::{days, long_date};
use chrono::{Days, NaiveDate};

use crate::components::artwork::Artwork;
use crate::components::card::counted;
use crate::components::dated::Dated;
use crate::components::day_band::DayBand;
use crate::components::links::{Anchor, LinkList};
use crate::components::moment::Moment;
use crate::components::nothing::Nothing;
use crate::components::page_title::PageTitle;
use crate::components::prose::Prose;
use crate::prelude::*;
use crate::routes::{Page, use_links};
use crate::state::programme::use_agenda;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let agenda = use_agenda();
    let event = agenda.event();
    let passages = event.sections.iter().map(|part| {
        view! {
            <section class="passage">
                <h2 dir="auto" lang=agenda.lang()>{part.heading.to_string()}</h2>
                <Prose text=&part.text/>
            </section>
        }
    });
    let links = (!event.links.is_empty()).then(|| {
        view! {
            <section class="passage">
                <h2>{"Links"}</h2>
                <LinkList links=&event.links/>
            </section>
        }
    });
    view! {
        <PageTitle page=Page::Home/>
        <Hero/>
        <Moment/>
        <Glance/>
        <Themes/>
        <div class="passages">{passages.collect_view()} {links}</div>
    }
}

#[component]
fn Hero() -> impl IntoView {
    let agenda = use_agenda();
    let (event, lang) = (agenda.event(), agenda.lang());
    let mode = match event.mode {
        Mode::Virtual => "online",
        Mode::InPerson => "in person",
        Mode::Hybrid => "online and in person",
    };
    let actions = event.actions.iter().map(|action| view! { <ActionItem action/> });
    view! {
        <div class="hero">
            <Picture/>
            <div class="hero__words">
                <p class="hero__dates">{format!("{}, {mode}", days(event.start, event.end))}</p>
                <h1 dir="auto" lang=lang>{event.title.to_string()}</h1>
                {event
                    .tagline
                    .as_ref()
                    .map(|words| view! { <p class="hero__tagline" dir="auto" lang=lang>{words.to_string()}</p> })}
                <ul class="actions">{actions.collect_view()}</ul>
            </div>
        </div>
    }
}

/// The event's own picture with its credit, or else its artwork.
#[component]
fn Picture() -> impl IntoView {
    let Some(image) = &use_agenda().event().hero else { return view! { <Artwork theme=None/> } };
    let credit: Vec<&str> = [&image.credit, &image.licence].into_iter().flatten().map(|line| &**line).collect();
    let credit = credit.join(", ");
    let credit = match &image.source {
        Some(source) => view! { <Anchor href=source words=credit/> },
        None => credit.into_any(),
    };
    view! {
        <figure class="hero__picture">
            <img src=use_links().address(&image.src) alt=image.alt.as_str()/>
            <figcaption>{credit}</figcaption>
        </figure>
    }
}

/// A call to action, and what stands in its place once it is over.
#[component]
fn ActionItem(
    /// The action.
    action: &'static Action,
) -> impl IntoView {
    let agenda = use_agenda();
    // It is open all that day, at the venue.
    let end = action.until.and_then(|until| until.checked_add_days(Days::new(1))).map(|next| agenda.midnight_of(next));
    let (open, over) = (Dated::new(None, end), Dated::new(end, None));
    let closed = action.closed.as_ref().filter(|_| end.is_some()).map(|closed| {
        view! {
            <li class="actions__closed" data-from=over.from() hidden=move || over.is_hidden()>{closed.to_string()}</li>
        }
    });
    view! {
        <li class=if action.primary { "actions__main" } else { "" } data-until=open.until() hidden=move || open.is_hidden()>
            <Anchor href=&action.href words=action.label.to_string()/>
        </li>
        {closed}
    }
}

/// The days at a glance.
#[component]
fn Glance() -> impl IntoView {
    let (agenda, links) = (use_agenda(), use_links());
    let day = |day: NaiveDate| {
        let sessions: Vec<&'static Session> = agenda.sessions_on(day).collect();
        let count = counted(sessions.len(), "session").unwrap_or_else(|| "No sessions".to_owned());
        view! {
            <li>
                <div class="glance__day">
                    <h3>
                        <a href=links.to(&Page::Day(day))>{long_date(day)}</a>
                    </h3>
                    <p class="aside">{count}</p>
                    {(!sessions.is_empty()).then(|| view! { <DayBand sessions day/> })}
                </div>
            </li>
        }
    };
    let days = agenda.days();
    let heading = if days.len() == 1 { "The day at a glance" } else { "The days at a glance" };
    if agenda.sessions().is_empty() {
        let words = "No session is published yet. The first ones will stand here, with their times on your clock.";
        return view! { <Nothing words page=Page::About way="About this event"/> };
    }
    view! {
        <section>
            <h2>{heading}</h2>
            <ul class="glance">{days.into_iter().map(day).collect_view()}</ul>
        </section>
    }
}

/// The themes as tiles; nothing where there are none.
#[component]
fn Themes() -> impl IntoView {
    let (agenda, links) = (use_agenda(), use_links());
    let tile = |theme: &'static Theme| {
        let number = theme.number.map(|number| view! { <p class="tile__number">{format!("Theme {}", number.0)}</p> });
        view! {
            <li>
                <div class=format!("tile {}", theme.hue.class())>
                    <Artwork theme=Some(theme)/>
                    <div class="tile__words">
                        {number}
                        <h3 dir="auto" lang=agenda.lang()>
                            <a href=links.to(&Page::Theme(theme.id.to_string()))>{theme.title.to_string()}</a>
                        </h3>
                    </div>
                </div>
            </li>
        }
    };
    (!agenda.themes().is_empty()).then(|| {
        view! {
            <section>
                <h2>{"Themes"}</h2>
                <ul class="tiles">{agenda.themes().iter().map(tile).collect_view()}</ul>
            </section>
        }
    })
}
