//! Everything that a site consists of, made and written on every core.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::address::{Address, file};
use super::app::BuiltApp;
use super::artwork::{SHEET, card, card_path, pictured, sheet};
use super::brief::Brief;
use super::compression::{Effort, shrinks};
use super::digest::Digest;
use super::frab::{self, Schedule};
use super::headers::{REDIRECTS, headers};
use super::manifest::{ICONS, MANIFEST, manifest};
use super::page::Frame;
use super::picture::Drawing;
use super::policy::Policy;
use super::public::{AGENDA, Public};
use super::site::Site;
use super::sitemap::{robots, sitemap};
use super::worker::{PAGES, worker};
use crate::command::Tell;
use crate::prerender::body;
use agenda::Agenda;
use agenda::calendar::Feed;
use agenda::model::Theme;
use agenda::page::Page;

/// The icon's place in the site.
const ICON: &str = "icon.svg";

/// The icon of a site whose host gives none.
const DEFAULT_ICON: &[u8] = include_bytes!("default_icon.svg");

/// How many shares of the pages each thread takes, so that all end together.
const SHARES: usize = 16;

/// Up to so many pages all are compressed as well as can be: a tenth of a second each.
const FEW: usize = 200;

/// What a site is made from, and where it is written.
pub(super) struct Outputs<'a> {
    /// The host's files.
    pub(super) public: &'a Public,
    /// The programme.
    pub(super) agenda: &'static Agenda,
    /// The built app.
    pub(super) app: &'a BuiltApp,
    /// What pages may load and run.
    pub(super) policy: &'a Policy,
    /// Where the site is served.
    pub(super) address: &'a Address,
    /// Where it is written.
    pub(super) site: &'a Site,
    /// The brief of the programme, if it is large.
    pub(super) brief: Option<&'a Brief>,
}

/// Digests of files by their places.
type Digests = BTreeMap<String, Digest>;

/// A file that is no page.
enum Part<'a> {
    /// Bytes.
    Bytes(String, Vec<u8>),
    /// A file of the host's.
    Own(&'a str, &'a Path),
    /// The picture for link previews to a theme, or to the event.
    Card(Option<&'a Theme>),
    /// A calendar.
    Calendar(Feed<'a>),
    /// The programme in a format of frab.
    Schedule(&'static str),
    /// An icon: its place, its side in pixels, and what it is for.
    Icon(&'static str, u16, &'static str),
}

impl Outputs<'_> {
    /// Writes everything; returns how many pages there are.
    ///
    /// # Errors
    /// What could not be read, drawn or written.
    pub(super) fn write(&self, tell: Tell) -> Result<usize, String> {
        let pages = Page::all(self.agenda);
        let parts = self.parts(&pages)?;
        let calendars = parts.iter().filter(|part| matches!(part, Part::Calendar(_))).count();
        tell(&format!("making {} pages, {} calendars, pictures and compressed files", pages.len(), calendars));
        let icon = self.own_or(ICON, DEFAULT_ICON)?;
        let icon = Drawing::read(&icon).map_err(|why| format!("{ICON}: this is no SVG that can be drawn ({why})"))?;
        let all: Vec<Option<&Page>> = pages.iter().map(Some).chain([None]).collect();
        let (written, digests) =
            rayon::join(|| parts.par_iter().try_for_each(|part| self.part(part, &icon)), || self.pages(&all));
        written?;
        let mut kept = self.kept()?;
        kept.extend(digests?);
        self.site.write("sw.js", worker(&self.app.worker, &kept)?.as_bytes(), Effort::Best)?;
        Ok(pages.len())
    }

    /// Writes the pages; returns the digests of those that the service worker precaches.
    fn pages(&self, pages: &[Option<&Page>]) -> Result<Digests, String> {
        let Self { public, agenda, app, policy, address, brief, .. } = self;
        let frame = Frame::new(agenda, &public.agenda, address, app, policy, *brief);
        let are_few = pages.len() <= FEW;
        let share = pages.len().div_ceil(rayon::current_num_threads() * SHARES).max(1);
        let shares = pages.par_chunks(share).map(|pages| {
            let mut kept = Digests::new();
            for &page in pages {
                let (place, html) = (file(page), frame.page(page, &body(self.agenda, page)));
                // The pages that nearly everybody opens.
                let is_main = PAGES.contains(&&*place);
                let effort = match page {
                    _ if is_main || are_few => Some(Effort::Best),
                    // Thousands, of which a visitor loads a few: hosts compress them as they send them.
                    Some(Page::Session(_) | Page::Person(_)) if self.agenda.is_large() => None,
                    _ => Some(Effort::Quick),
                };
                self.site.write(&place, html.as_bytes(), effort)?;
                if is_main {
                    kept.insert(place, Digest::of(html.as_bytes()));
                }
            }
            Ok(kept)
        });
        shares.try_reduce(Digests::new, |mut all, mut more| {
            all.append(&mut more);
            Ok(all)
        })
    }

    /// Every file but pages and the service worker.
    fn parts(&self, pages: &[Page]) -> Result<Vec<Part<'_>>, String> {
        let Self { public, agenda, app, policy, address, brief, .. } = self;
        let text = |place: &str, text: String| Part::Bytes(place.to_owned(), text.into_bytes());
        let mut parts = vec![
            Part::Bytes(AGENDA.to_owned(), public.agenda.clone()),
            text(SHEET, sheet(agenda)),
            text("sw-off.js", app.off.clone()),
        ];
        parts.extend(brief.map(|brief| text(&brief.place, brief.text.clone())));
        parts.extend(app.files.iter().map(|(place, bytes)| Part::Bytes(place.clone(), bytes.clone())));
        // What a host may give in place of what is made here.
        let mut made = vec![
            Part::Bytes(ICON.to_owned(), DEFAULT_ICON.to_vec()),
            text(MANIFEST, manifest(agenda, &public.screenshots()?)),
            text("robots.txt", robots(address)),
            text("_headers", headers(policy)),
            text("_redirects", REDIRECTS.to_owned()),
            text(".nojekyll", String::new()),
        ];
        made.extend(sitemap(agenda, address, pages).map(|sitemap| text("sitemap.xml", sitemap)));
        made.extend([frab::JSON, frab::XML].map(Part::Schedule));
        made.extend(Feed::every(agenda).into_iter().map(Part::Calendar));
        made.extend(pictured(agenda).map(Part::Card));
        made.extend(ICONS.map(|(place, side, purpose)| Part::Icon(place, side, purpose)));
        parts.extend(made.into_iter().filter(|part| !public.files.contains_key(&part.place())));
        parts.extend(public.files.iter().map(|(place, path)| Part::Own(place, path)));
        match public.files.keys().find(|place| place.starts_with("app/")) {
            Some(place) => Err(format!("{place}: the folder app/ is for the app alone. Move your own file elsewhere.")),
            None => Ok(parts),
        }
    }

    fn part(&self, part: &Part, icon: &Drawing) -> Result<(), String> {
        let place = part.place();
        let undrawn = |why| format!("{place}: this cannot be drawn ({why})");
        let bytes = match part {
            Part::Own(_, path) if !shrinks(&place) => return self.site.copy(&place, path),
            Part::Own(..) => &self.public.own(&place)?.unwrap_or_default(),
            Part::Bytes(_, bytes) => bytes,
            Part::Card(theme) => {
                let drawing = Drawing::read(card(self.agenda, *theme).as_bytes()).map_err(undrawn)?;
                &drawing.png(1_200, 630).map_err(undrawn)?
            }
            Part::Calendar(feed) => &feed.file(self.agenda, self.address.site()).into_bytes(),
            Part::Schedule(place) => &Schedule::new(self.agenda, self.address).file(place)?,
            Part::Icon(_, side, "maskable") => &icon.maskable(*side).map_err(undrawn)?,
            Part::Icon(_, side, _) => &icon.png(*side, *side).map_err(undrawn)?,
        };
        self.site.write(&place, bytes, part.effort(self.agenda))
    }

    /// Digests of the other files that the service worker precaches.
    fn kept(&self) -> Result<Digests, String> {
        let app = [&self.app.glue, &self.app.wasm, &self.app.later, &self.app.places];
        let bytes = app.into_iter().filter_map(|place| Some((place.clone(), Digest::of(self.app.files.get(place)?))));
        let mut kept: Digests = bytes.collect();
        let manifest = manifest(self.agenda, &self.public.screenshots()?);
        kept.extend(self.brief.map(|brief| (brief.place.clone(), Digest::of(brief.text.as_bytes()))));
        kept.insert(SHEET.to_owned(), Digest::of(sheet(self.agenda).as_bytes()));
        kept.insert(MANIFEST.to_owned(), Digest::of(&self.own_or(MANIFEST, manifest.as_bytes())?));
        kept.insert(ICON.to_owned(), Digest::of(&self.own_or(ICON, DEFAULT_ICON)?));
        Ok(kept)
    }

    /// The host's own file of that place, or else what is made here.
    fn own_or(&self, place: &str, made: &[u8]) -> Result<Vec<u8>, String> {
        Ok(self.public.own(place)?.unwrap_or_else(|| made.to_vec()))
    }
}

impl Part<'_> {
    /// How hard it is compressed: what apps ask for and no page, the less the more there is of it.
    fn effort(&self, agenda: &Agenda) -> Option<Effort> {
        match self {
            Self::Schedule(_) | Self::Calendar(_) if agenda.is_large() => None,
            Self::Schedule(_) => Some(Effort::Quick),
            Self::Calendar(feed) if !feed.is_all() => Some(Effort::Quick),
            Self::Calendar(_) | Self::Bytes(..) | Self::Own(..) | Self::Card(_) | Self::Icon(..) => Some(Effort::Best),
        }
    }

    /// Its place in the site.
    fn place(&self) -> String {
        match self {
            Self::Bytes(place, _) => place.clone(),
            Self::Own(place, _) | Self::Icon(place, ..) | Self::Schedule(place) => (*place).to_owned(),
            Self::Calendar(feed) => feed.path().trim_start_matches('/').to_owned(),
            Self::Card(theme) => card_path(*theme),
        }
    }
}
