//! What every source is read into: an event and its programme as they stand in the file,
//! before ids are given, hours resolved and rules kept.

use std::collections::{BTreeMap, BTreeSet};

use agenda::link::Href;
use agenda::model::{Level, LinkKind, Mode, Status};
use agenda::text::Text;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::lost::Lost;

/// How many sessions, people or other things are taken: as many as twenty times FOSDEM has.
pub(super) const MOST: usize = 20_000;

/// How much text the sessions may have: some ten times that of FOSDEM.
const MOST_TEXT: usize = 12_000_000;

/// A programme as a file tells it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Draft {
    /// The event.
    pub(super) event: EventDraft,
    /// Rooms in the order that the file gives them; empty when it lists none.
    pub(super) rooms: Vec<String>,
    /// How many people rooms seat, as far as it is known.
    pub(super) capacities: BTreeMap<String, u32>,
    /// Tracks in the order that the file gives them; empty when it lists none.
    pub(super) tracks: Vec<TrackDraft>,
    /// What is known of people besides their names.
    pub(super) people: Vec<PersonDraft>,
    /// The ids that the file has for people of each name.
    pub(super) accounts: BTreeMap<String, BTreeSet<String>>,
    /// The sessions.
    pub(super) sessions: Vec<SessionDraft>,
    /// How much text they have, in bytes.
    pub(super) text: usize,
    /// What could not be carried over.
    pub(super) lost: Lost,
    /// What a host should know, in whole sentences.
    pub(super) notes: Vec<String>,
}

impl Draft {
    /// Adds a session.
    ///
    /// # Errors
    /// There are more than a site can hold.
    pub(super) fn add(&mut self, session: SessionDraft) -> Result<(), String> {
        if self.sessions.len() == MOST {
            return Err(format!("there are more than {MOST} sessions in it. Is it a schedule?"));
        }
        self.text += session.summary.as_ref().map_or(0, |text| text.plain().len());
        if self.text > MOST_TEXT {
            let most = MOST_TEXT / 1_000_000;
            return Err(format!("its sessions have more than {most} MB of text. Is it a schedule?"));
        }
        self.sessions.push(session);
        Ok(())
    }

    /// Notes by which id the file knows somebody of that name.
    pub(super) fn add_account(&mut self, name: &str, id: String) {
        if !id.is_empty() {
            self.accounts.entry(name.to_owned()).or_default().insert(id);
        }
    }

    /// Lists a room, with how many people it seats where that is a number.
    pub(super) fn add_room(&mut self, name: String, capacity: &str) {
        match capacity.trim().parse::<u32>() {
            Ok(capacity @ 1..) => drop(self.capacities.insert(name.clone(), capacity)),
            Ok(0) | Err(_) => self.lost.add_some("capacities of rooms that are no number from 1", capacity),
        }
        self.rooms.push(name);
    }
}

/// The event, as far as a file tells it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct EventDraft {
    /// What its id is made from.
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) tagline: Option<String>,
    pub(super) start: Option<NaiveDate>,
    pub(super) end: Option<NaiveDate>,
    /// When a day begins, in minutes from midnight.
    pub(super) day_start: Option<u32>,
    /// The same as the host wants it, whatever the file says.
    pub(super) wanted_day_start: Option<u32>,
    /// The IANA zone of the venue.
    pub(super) timezone: Option<String>,
    pub(super) language: Option<String>,
    pub(super) mode: Option<Mode>,
    /// The official site.
    pub(super) url: Option<Href>,
    /// The number of the edition and when it was published.
    pub(super) revision: Option<(u32, DateTime<FixedOffset>)>,
}

/// A track, which becomes a theme.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct TrackDraft {
    pub(super) name: String,
    /// Its colour, as `#rrggbb`.
    pub(super) colour: Option<String>,
    pub(super) summary: Option<Text>,
}

/// What is known of a person besides the name.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct PersonDraft {
    pub(super) name: String,
    /// The name by which lists are sorted.
    pub(super) sort_name: Option<String>,
    /// Office and organisation.
    pub(super) affiliation: Option<String>,
}

/// Something that starts and ends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SessionDraft {
    /// What the source names it by, and never changes.
    pub(super) key: String,
    /// A name that is its own even where keys are not.
    pub(super) guid: String,
    pub(super) title: String,
    /// What sort of session it is; empty when nothing says.
    pub(super) kind: String,
    pub(super) tracks: Vec<String>,
    pub(super) room: Option<String>,
    pub(super) start: When,
    pub(super) end: End,
    /// The day under which the file lists it.
    pub(super) day: Option<DayDraft>,
    pub(super) status: Status,
    pub(super) level: Option<Level>,
    pub(super) summary: Option<Text>,
    pub(super) topics: Vec<String>,
    /// Who takes part, each with what they are there.
    pub(super) people: Vec<(String, String)>,
    pub(super) links: Vec<LinkDraft>,
    pub(super) join: Option<Href>,
    /// Sentences that a visitor should know.
    pub(super) notes: Vec<String>,
    pub(super) language: Option<String>,
}

impl SessionDraft {
    /// One with a key, a title and its time, and nothing else.
    pub(super) fn new(key: String, title: String, start: When, end: End) -> Self {
        Self {
            key,
            guid: String::new(),
            title,
            kind: String::new(),
            tracks: Vec::new(),
            room: None,
            start,
            end,
            day: None,
            status: Status::Confirmed,
            level: None,
            summary: None,
            topics: Vec::new(),
            people: Vec::new(),
            links: Vec::new(),
            join: None,
            notes: Vec::new(),
            language: None,
        }
    }
}

/// A day of the programme.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DayDraft {
    /// Its date, as the file has it.
    pub(super) date: Option<NaiveDate>,
    /// When it begins.
    pub(super) start: Option<When>,
}

/// A link of a session.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LinkDraft {
    /// What it says; empty where the address has to do.
    pub(super) label: String,
    pub(super) href: Href,
    pub(super) kind: LinkKind,
}

/// A point in time as a file gives it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum When {
    /// With its offset.
    Instant(DateTime<FixedOffset>),
    /// As a clock at the venue shows it.
    Venue(NaiveDateTime),
    /// As a clock in a named zone shows it.
    Zone(NaiveDateTime, String),
}

/// When a session ends.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum End {
    /// At this time.
    At(When),
    /// So many minutes after its start.
    After(i64),
}

/// The role of people for whom a file names none.
pub(super) const SPEAKER: &str = "speaker";

/// What a visitor is told of a session whose speakers do not want to be recorded.
pub(crate) const NOT_RECORDED: &str = "This session will not be recorded.";

/// The label of the link to the page of a session on the site that it comes from.
pub(crate) const ORIGIN: &str = "Original page";

/// What stands before the title of a session that will not take place, in a format that has no word for it.
pub(crate) const CANCELLED: &str = "Cancelled: ";

/// The name by which Meridian's own files are known.
pub(crate) const GENERATOR: &str = "Meridian";
