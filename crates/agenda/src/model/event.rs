//! The event, what its home page says, and the revisions of its programme.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Deserialize;

use super::Link;
use crate::day_start::DayStart;
use crate::deserialize::{date, instant, optional_date, or_default};
use crate::fault::is_not;
use crate::id::Id;
use crate::link::Href;
use crate::scalar::{Language, Line, Number, ZoneName};
use crate::text::Text;
use crate::time::{parse_date, parse_instant};

/// The event: its name, days, zone and what the home page says.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// A new one for each edition of an event, such as `gnm2021`, and never changed after: what visitors keep and
    /// calendar UIDs are made from it.
    pub id: Id,
    /// The name of the event.
    pub title: Line,
    /// The name where space is scarce, such as the page header.
    pub short_title: Option<Line>,
    /// One sentence under the title.
    pub tagline: Option<Line>,
    /// First day, at the venue.
    #[serde(deserialize_with = "date")]
    pub start: NaiveDate,
    /// Last day, at the venue.
    #[serde(deserialize_with = "date")]
    pub end: NaiveDate,
    /// Venue time, as an IANA zone such as `Europe/Copenhagen`.
    pub timezone: ZoneName,
    /// When a day begins, at the venue: what starts earlier, past midnight, belongs to the evening before. `00:00` by default.
    #[serde(default, deserialize_with = "or_default")]
    pub day_start: DayStart,
    /// Language of the programme, as a BCP 47 tag such as `en`.
    pub language: Language,
    /// Whether people meet online, in one place, or both.
    pub mode: Mode,
    /// Who organises it.
    pub organiser: Option<Line>,
    /// The official site.
    pub url: Option<Href>,
    /// Where this site is served; gives canonical and absolute links.
    pub site_url: Option<Href>,
    /// A picture for the home page. Without one the app draws its own.
    pub hero: Option<Image>,
    /// What a visitor may do next, most important first.
    #[serde(default, deserialize_with = "or_default")]
    pub actions: Vec<Action>,
    /// Paragraphs of the home page.
    #[serde(default, deserialize_with = "or_default")]
    pub sections: Vec<Section>,
    /// Places whose clocks a session page shows under "Elsewhere".
    #[serde(default, deserialize_with = "or_default")]
    pub cities: Vec<City>,
    /// Links of the event as a whole.
    #[serde(default, deserialize_with = "or_default")]
    pub links: Vec<Link>,
}

/// How people meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Online only.
    Virtual,
    /// In one place only.
    InPerson,
    /// In one place and online.
    Hybrid,
}

/// A picture with the credit that its licence asks for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Image {
    /// The picture.
    pub src: Href,
    /// What it shows, for those who cannot see it; empty when it only decorates.
    pub alt: String,
    /// Who made it.
    pub credit: Option<Line>,
    /// Its licence.
    pub licence: Option<Line>,
    /// Where it comes from.
    pub source: Option<Href>,
}

/// A call to action on the home page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// What the link says.
    pub label: Line,
    /// Where it leads.
    pub href: Href,
    /// Whether it is the main one.
    #[serde(default, deserialize_with = "or_default")]
    pub primary: bool,
    /// Last day on which it can be done, at the venue.
    #[serde(default, deserialize_with = "optional_date")]
    pub until: Option<NaiveDate>,
    /// What the page says instead once `until` is over.
    pub closed: Option<Line>,
}

/// A headed passage of the home page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// The heading.
    pub heading: Line,
    /// The passage.
    pub text: Text,
}

/// A place whose clock is worth seeing.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct City {
    /// The common name of the place.
    pub name: Line,
    /// Its IANA zone.
    pub zone: ZoneName,
}

/// An edition of the programme.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Revision {
    /// Goes up by one or more with each edition.
    pub number: Number,
    /// When this edition was published.
    #[serde(deserialize_with = "instant")]
    pub published: DateTime<FixedOffset>,
    /// What changed, oldest first.
    #[serde(default, deserialize_with = "or_default")]
    pub changes: Vec<Change>,
}

/// One change of the programme.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// When it was announced: a date, or a date and time with offset.
    pub at: ChangeDate,
    /// The sessions it concerns; none when it concerns the whole.
    #[serde(default, deserialize_with = "or_default")]
    pub sessions: Vec<Id>,
    /// What changed.
    pub text: Text,
    /// Where that can be checked.
    pub source: Option<Href>,
}

/// When a change was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", example = &"2021-06-28"))]
#[cfg_attr(feature = "schema", schemars(extend("anyOf" = [{ "format": "date" }, { "format": "date-time" }])))]
pub enum ChangeDate {
    /// Only the day is known.
    Day(NaiveDate),
    /// The exact time is known.
    Instant(DateTime<FixedOffset>),
}

impl TryFrom<&str> for ChangeDate {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        let instant = || parse_instant(text).map(Self::Instant);
        let read = parse_date(text).map(Self::Day).or_else(instant);
        read.ok_or_else(|| is_not(text, "a date, or a date and time with offset"))
    }
}
