//! `meridian build`: writes the finished site from a host's files and the built app.

mod address;
mod app;
mod artwork;
mod brief;
pub(crate) mod colour;
mod compression;
mod description;
mod digest;
mod frab;
mod headers;
mod linked_data;
mod manifest;
mod outputs;
mod page;
mod picture;
mod policy;
mod public;
mod site;
mod sitemap;
mod worker;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::check::{Checked, read};
use super::command::{Outcome, Tell};
use address::Address;
use agenda::Agenda;
use app::BuiltApp;
use brief::Brief;
use outputs::Outputs;
use policy::Policy;
use public::{Public, cannot};
use site::{Site, place};

/// What to build, from what, and where.
pub struct Order {
    /// The folder with the agenda and the host's own files, or an agenda alone.
    pub public: PathBuf,
    /// The folder with the built app.
    pub app: PathBuf,
    /// The folder to write.
    pub out: PathBuf,
}

/// What was built.
struct Built {
    pages: usize,
    files: usize,
    /// A line for each fault that does not keep the site from being built.
    warnings: String,
}

/// Why nothing was built.
enum Refusal {
    /// The agenda has errors: the validator's report.
    Faults(String),
    /// Something cannot be read or written: what, and what to do.
    Trouble(String),
}

impl From<String> for Refusal {
    fn from(said: String) -> Self {
        Self::Trouble(said)
    }
}

/// Builds the site; on any error nothing changes.
pub fn build(order: &Order, tell: Tell) -> Outcome {
    let start = Instant::now();
    match built(order, tell) {
        Ok(Built { pages, files, warnings }) => {
            let (out, seconds) = (order.out.display(), start.elapsed().as_secs_f64());
            let answer = format!("{out}: {pages} pages, {files} files, {seconds:.1} s\n");
            Outcome { complaint: warnings, ..Outcome::fine(answer) }
        }
        Err(Refusal::Faults(report)) => {
            let complaint = format!("{report}Nothing was written.\n");
            Outcome { complaint, ..Outcome::faulty(String::new()) }
        }
        Err(Refusal::Trouble(said)) => Outcome::refused(format!("{said}\nNothing was written.\n")),
    }
}

fn built(order: &Order, tell: Tell) -> Result<Built, Refusal> {
    tell(&format!("reading {} and {}", order.public.display(), order.app.display()));
    let public = Public::read(&order.public)?;
    let Checked { agenda, faults, report } =
        read(&public.name, &public.agenda).map_err(|said| said.trim_end().to_owned())?;
    let agenda = agenda.ok_or(Refusal::Faults(report))?;
    // What pages show of it has to outlive them.
    let agenda: &'static Agenda = Box::leak(Box::new(agenda));
    let app = BuiltApp::read(&order.app)?;
    stand_apart(&order.public, &order.out)?;
    let policy = Policy::new(agenda, &app.head, &app.style);
    let address = Address::of(agenda);
    let site = Site::begin(&order.out)?;
    let brief = Brief::of(agenda, &public.agenda);
    let (address, brief) = (&address, brief.as_ref());
    let outputs = Outputs { public: &public, agenda, app: &app, policy: &policy, address, site: &site, brief };
    let pages = outputs.write(tell)?;
    tell("putting the site in its place");
    let files = site.finish()?;
    let unnamed = policy.unnamed.iter().map(|href| {
        let why = "no policy can name its host, so browsers will not load it; write the host in ASCII";
        format!("{} warning: {href}: {why}\n", public.name)
    });
    Ok(Built { pages, files, warnings: faults + &unnamed.collect::<String>() })
}

/// Makes sure that the site is not copied into itself, and that no file of the host's is replaced with it.
fn stand_apart(public: &Path, out: &Path) -> Result<(), String> {
    let public = fs::canonicalize(public).map_err(|error| cannot(public, "read", &error))?;
    let out = place(out)?;
    if public.starts_with(&out) {
        let what = "lies inside the site, which is replaced as a whole. Move it, with all files of your own, to a folder of its own.";
        return Err(format!("{}: this {what}", public.display()));
    }
    if out.starts_with(&public) {
        let what = "lies inside your own files, which are copied into it. Name another folder.";
        return Err(format!("{}: this {what}", out.display()));
    }
    Ok(())
}
