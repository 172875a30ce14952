//! What is shown when there is no agenda to show.

use crate::agenda::{Fault, Severity};
use crate::browser::fetch::FetchError;
use crate::browser::navigation;
use crate::markup::{Element, Node, button, el, list, section};

/// How many faults are listed; a broken file may have thousands.
const LISTED: usize = 20;

/// Why there is no agenda.
#[derive(Debug, Clone)]
pub enum Problem {
    /// The file could not be had.
    Fetch(FetchError),
    /// The file is empty.
    Empty,
    /// A web page came in place of the file, as where a server answers every path.
    WebPage,
    /// The file breaks rules: each fault with its line and column.
    Faults(Vec<String>),
}

impl Problem {
    /// What is wrong with a text that is no agenda.
    pub fn of(source: &str, faults: &[Fault]) -> Self {
        match source.trim_start().chars().next() {
            None => Self::Empty,
            Some('<') => Self::WebPage,
            Some(_) => {
                let errors = faults.iter().filter(|fault| fault.severity == Severity::Error);
                Self::Faults(errors.map(|fault| format!("agenda.json:{}", fault.locate(source))).collect())
            }
        }
    }
}

/// Says what a visitor can do, and for the host what is wrong and where.
pub fn problem(problem: Problem) -> Node {
    let visitor = match problem {
        Problem::Fetch(FetchError::Unreachable) => {
            "The programme could not be fetched: nobody answered. Check your connection, then try again."
        }
        Problem::Fetch(FetchError::Status(_)) | Problem::Empty | Problem::WebPage | Problem::Faults(_) => {
            "The programme cannot be shown at the moment, through no fault of yours. \
             Try again in a while; anything you starred is safe in this browser."
        }
    };
    el("main")
        .attr("id", "main")
        .with(el("h1").text("The programme is not available"))
        .with(el("p").class("lead").text(visitor))
        .with(el("p").with(button("Try again", navigation::reload)))
        .with(host_section(problem))
        .into()
}

/// The same beside a page that was made beforehand and can be read.
pub fn problem_beside(problem: Problem) -> Node {
    let why = match problem {
        Problem::Fetch(FetchError::Unreachable) => "could not be fetched: nobody answered",
        Problem::Fetch(FetchError::Status(_)) => "is not where it should be",
        Problem::Empty | Problem::WebPage | Problem::Faults(_) => "cannot be read",
    };
    let visitor = format!(
        "You can read this page as it was made, with times at the venue. The newest programme {why}, so your own \
         time, stars and search are missing. What you starred is safe in this browser."
    );
    el("div")
        .class("trouble")
        .attr("role", "alert")
        .with(el("p").text(visitor))
        .with(el("p").class("notice__actions").with(button("Try again", navigation::reload)))
        .with(host_section(problem))
        .into()
}

/// What the host of the site has to mend.
fn host_section(problem: Problem) -> Option<Element> {
    let host = for_host(problem);
    let more = host.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| el("p").text(format!("And {more} more.")));
    let found = !host.is_empty();
    let lines = host.into_iter().take(LISTED).map(|line| el("code").text(line));
    found.then(|| section("For the host of this site").with(list("faults", lines)).with(more))
}

/// What is wrong and where, a line each; nothing where it is not the host's affair.
fn for_host(problem: Problem) -> Vec<String> {
    match problem {
        Problem::Fetch(FetchError::Unreachable) => Vec::new(),
        Problem::Fetch(FetchError::Status(status)) => {
            vec![format!("agenda.json: the server answered with status {status}; put the file beside index.html")]
        }
        Problem::Empty => vec!["agenda.json is empty; put the programme into it".to_owned()],
        Problem::WebPage => {
            vec!["agenda.json: the server answered with a web page; put the file beside index.html".to_owned()]
        }
        Problem::Faults(faults) => faults,
    }
}
