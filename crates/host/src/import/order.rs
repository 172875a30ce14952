//! What a host asks of an import: files, the file to write, and what the files do not say.

use std::path::PathBuf;

use agenda::DayStart;
use agenda::model::Mode;
use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::{Args, ValueEnum};

use super::format::Source;

/// What is imported, and how.
#[derive(Debug, Clone, Default, Args)]
pub struct Order {
    /// The files, in any of the formats; several about one event are merged, and the first is followed
    #[arg(value_name = "file", required = true)]
    pub files: Vec<PathBuf>,
    /// The agenda to write. One of the same event that is there already is replaced; what you have added to its `event` is kept, and its revision goes up
    #[arg(short, long, value_name = "agenda.json")]
    pub out: PathBuf,
    /// The format of the files, where it cannot be told from their content
    #[arg(long, value_enum)]
    pub format: Option<Source>,
    /// The zone of the venue, such as `Europe/Brussels`
    #[arg(long, value_name = "zone")]
    pub timezone: Option<String>,
    /// The name of the event
    #[arg(long)]
    pub title: Option<String>,
    /// The id of the event, which must never change: lower-case letters, digits and hyphens
    #[arg(long)]
    pub id: Option<String>,
    /// The language of most sessions, such as `en`
    #[arg(long)]
    pub language: Option<String>,
    /// How people meet
    #[arg(long, value_enum)]
    pub mode: Option<Meeting>,
    /// The first day, such as `2025-02-01`; else that of the files, or of the first session
    #[arg(long, value_name = "date", value_parser = date)]
    pub start: Option<NaiveDate>,
    /// The last day
    #[arg(long, value_name = "date", value_parser = date)]
    pub end: Option<NaiveDate>,
    /// When days begin, such as `05:00`: sessions that start earlier stand with the evening before
    #[arg(long, value_name = "time", value_parser = day_start)]
    pub day_start: Option<DayStart>,
    /// When this edition was published, such as `2025-01-20T12:00:00Z`; else now, when anything has changed
    #[arg(long, value_name = "time", value_parser = instant)]
    pub published: Option<DateTime<FixedOffset>>,
}

/// How people meet, as a word of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Meeting {
    /// Online only
    Virtual,
    /// In one place only
    InPerson,
    /// In one place and online
    Hybrid,
}

impl Meeting {
    pub(super) fn mode(self) -> Mode {
        match self {
            Self::Virtual => Mode::Virtual,
            Self::InPerson => Mode::InPerson,
            Self::Hybrid => Mode::Hybrid,
        }
    }
}

fn date(text: &str) -> Result<NaiveDate, String> {
    agenda::time::parse_date(text).ok_or_else(|| "this is no date such as 2025-02-01".to_owned())
}

fn day_start(text: &str) -> Result<DayStart, String> {
    DayStart::parse(text).ok_or_else(|| "this is no time of day from 00:00 to 12:00".to_owned())
}

fn instant(text: &str) -> Result<DateTime<FixedOffset>, String> {
    let said = "this is no date and time with offset such as 2025-01-20T12:00:00Z";
    agenda::time::parse_instant(text).ok_or_else(|| said.to_owned())
}
