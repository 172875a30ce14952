//! What is shown when there is no agenda to show.

use agenda::ReadError;
use leptos_meta::{Title, provide_meta_context};

use crate::platform::fetch::FetchError;
use crate::platform::page;
use crate::prelude::*;

/// Why there is no agenda.
#[derive(Debug, Clone)]
pub enum Problem {
    /// The file did not come.
    Fetch(FetchError),
    /// The file is empty.
    Empty,
    /// A web page came in place of the file, as where a server answers every path.
    WebPage,
    /// The file breaks a rule: the first fault.
    Faulty(ReadError),
}

impl Problem {
    /// What is wrong with a text that is no agenda.
    pub fn of(source: &str, error: ReadError) -> Self {
        match source.trim_start().chars().next() {
            None => Self::Empty,
            Some('<') => Self::WebPage,
            Some(_) => Self::Faulty(error),
        }
    }
}

/// Says what a visitor can do, and for the host what is wrong and where.
#[component]
pub fn ProblemPage(
    /// What is wrong.
    problem: Problem,
) -> impl IntoView {
    let visitor = match problem {
        Problem::Fetch(FetchError::Unreachable) => {
            "The programme could not be loaded: the server did not answer. Check your connection, then try again."
        }
        Problem::Fetch(FetchError::Status(_)) | Problem::Empty | Problem::WebPage | Problem::Faulty(_) => {
            "The programme cannot be shown at the moment, through no fault of yours. \
             Try again in a while; anything you starred is safe in this browser."
        }
    };
    provide_meta_context();
    view! {
        <Title text="The programme is not available"/>
        <main id="main" class="problem">
            <h1>{"The programme is not available"}</h1>
            <p class="lead">{visitor}</p>
            <p>
                <TryAgain/>
            </p>
            <ForHost problem/>
        </main>
    }
}

/// The same beside a prerendered page, which can be read.
#[component]
pub fn ProblemBeside(
    /// What is wrong.
    problem: Problem,
) -> impl IntoView {
    let why = match problem {
        Problem::Fetch(FetchError::Unreachable) => "could not be loaded: the server did not answer",
        Problem::Fetch(FetchError::Status(_)) => "could not be loaded: the server answered with an error",
        Problem::Empty | Problem::WebPage | Problem::Faulty(_) => "cannot be read",
    };
    let visitor = format!(
        "You can read this page as it was published, with times at the venue. The newest programme {why}, so your own \
         time, stars and search are missing. What you starred is safe in this browser."
    );
    view! {
        <div class="trouble" role="alert">
            <p>{visitor}</p>
            <p class="notice__actions">
                <TryAgain/>
            </p>
            <ForHost problem/>
        </div>
    }
}

#[component]
fn TryAgain() -> impl IntoView {
    view! { <button type="button" class="button" on:click=|_| page::reload()>{"Try again"}</button> }
}

/// What the host of the site has to mend; nothing where the network is the cause.
#[component]
fn ForHost(
    /// What is wrong.
    problem: Problem,
) -> impl IntoView {
    let is_first = matches!(problem, Problem::Faulty(_));
    let others = "This is the first fault. `meridian check agenda.json` shows all of them.";
    let line = match problem {
        Problem::Fetch(FetchError::Unreachable) => None,
        Problem::Fetch(FetchError::Status(status)) => {
            Some(format!("agenda.json: the server answered with status {status}; put the file beside index.html"))
        }
        Problem::Empty => Some("agenda.json is empty; put the programme into it".to_owned()),
        Problem::WebPage => {
            Some("agenda.json: the server answered with a web page; put the file beside index.html".to_owned())
        }
        Problem::Faulty(error) => Some(format!("agenda.json: {error}")),
    };
    line.map(|line| {
        view! {
            <section>
                <h2>{"For the host of this site"}</h2>
                <p>
                    <code>{line}</code>
                </p>
                {is_first.then(|| view! { <p>{others}</p> })}
            </section>
        }
    })
}
