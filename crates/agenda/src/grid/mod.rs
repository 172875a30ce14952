//! A day as a table: rooms across, time down. What lasts longer takes more rows; what overlaps in a room shares a cell.

mod frame;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};

use super::Agenda;
use super::model::{Room, Session, Theme};
use super::time::Span;
use super::zone::Zone;

/// What stands at the head of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place<'a> {
    /// A room.
    Room(&'a Room),
    /// A theme, at an event without rooms.
    Theme(&'a Theme),
    /// All that has no room.
    Elsewhere,
    /// All that has no theme.
    NoTheme,
}

/// A day as a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid<'a> {
    /// The heads of its columns.
    pub places: Vec<Place<'a>>,
    /// Its rows, without a gap between them.
    pub rows: Vec<Row<'a>>,
}

/// A row of the table, from a time to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// From when to when.
    pub span: Span,
    /// Whether it begins with a whole hour.
    pub is_hour: bool,
    /// Whether nothing is on.
    pub is_free: bool,
    /// The cells that begin in it, in order of the columns.
    pub cells: Vec<Cell<'a>>,
}

/// A cell of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell<'a> {
    /// Over how many rows it goes.
    pub rows: usize,
    /// What is in it: several sessions where they overlap, none where nothing is on.
    pub sessions: Vec<&'a Session>,
}

/// Sessions of a column that overlap without a break.
struct Block<'a> {
    span: Span,
    sessions: Vec<&'a Session>,
}

impl<'a> Place<'a> {
    /// The places of sessions, in the order of the file.
    pub fn all_of(agenda: &'a Agenda, sessions: &[&Session]) -> Vec<Self> {
        let has_rooms = agenda.sessions().iter().any(|session| session.room.is_some());
        let rooms = agenda.rooms().iter().map(Self::Room).filter(|_| has_rooms);
        let themes = agenda.themes().iter().map(Self::Theme).filter(|_| !has_rooms);
        let places = rooms.chain(themes).filter(|place| sessions.iter().any(|session| place.has(session)));
        let mut places: Vec<Self> = places.collect();
        let is_elsewhere = |session: &&Session| !places.iter().any(|place| place.has(session));
        if sessions.iter().any(is_elsewhere) {
            places.push(if has_rooms { Self::Elsewhere } else { Self::NoTheme });
        }
        places
    }

    /// What it is remembered by: its id, or what is none.
    pub fn key(self) -> &'a str {
        match self {
            Self::Room(room) => &room.id,
            Self::Theme(theme) => &theme.id,
            Self::Elsewhere | Self::NoTheme => "-",
        }
    }

    /// Its words.
    pub fn title(self) -> &'a str {
        match self {
            Self::Room(room) => &room.title,
            Self::Theme(theme) => &theme.title,
            Self::Elsewhere => "Elsewhere",
            Self::NoTheme => "No theme",
        }
    }

    /// Whether a session stands below it, where it is a room or a theme. One of several themes stands below each.
    fn has(self, session: &Session) -> bool {
        match self {
            Self::Room(room) => session.room.as_ref() == Some(&room.id),
            Self::Theme(theme) => session.themes.contains(&theme.id),
            Self::Elsewhere | Self::NoTheme => false,
        }
    }
}

impl<'a> Grid<'a> {
    /// The sessions of a day of the event, on the clocks of a zone; places whose key is hidden are left out.
    pub fn new(agenda: &'a Agenda, day: NaiveDate, sessions: &[&'a Session], zone: &Zone, hidden: &[String]) -> Self {
        let drawn = frame::drawn(agenda, day, sessions);
        let all = Place::all_of(agenda, sessions);
        let below = |place: Place<'a>| {
            let is_below = |session: &Session| match place {
                Place::Room(_) | Place::Theme(_) => place.has(session),
                Place::Elsewhere | Place::NoTheme => !all.iter().any(|place| place.has(session)),
            };
            blocks(drawn.iter().copied().filter(|(_, session)| is_below(session)))
        };
        let places: Vec<Place> =
            all.iter().copied().filter(|place| !hidden.iter().any(|key| key == place.key())).collect();
        let columns: Vec<Vec<Block>> = places.iter().map(|place| below(*place)).collect();
        let mut rows = rows(&columns, zone);
        for column in columns {
            fill(&mut rows, column);
        }
        Self { places, rows }
    }
}

/// The sessions of a column, joined where they overlap.
fn blocks<'a>(drawn: impl Iterator<Item = (Span, &'a Session)>) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block> = Vec::new();
    for (span, session) in drawn {
        match blocks.last_mut().filter(|block| block.span.overlaps(span)) {
            Some(block) => {
                block.span = block.span.joined(span);
                block.sessions.push(session);
            }
            None => blocks.push(Block { span, sessions: vec![session] }),
        }
    }
    blocks
}

/// A row from each time at which something begins or ends to the next, and from each whole hour while something is on.
fn rows<'a>(columns: &[Vec<Block>], zone: &Zone) -> Vec<Row<'a>> {
    let spans = || columns.iter().flatten().map(|block| block.span);
    let mut times: Vec<DateTime<Utc>> = Vec::new();
    let mut add = |at: DateTime<Utc>| {
        if let Err(place) = times.binary_search(&at) {
            times.insert(place, at);
        }
    };
    for span in spans() {
        let mut at = span.start;
        while at < span.end {
            add(at);
            let past = TimeDelta::seconds(i64::from(zone.local(at).num_seconds_from_midnight() % 3_600));
            at += TimeDelta::hours(1) - past;
        }
        add(span.end);
    }
    let row = |(start, end): (&DateTime<Utc>, &DateTime<Utc>)| {
        let span = Span { start: *start, end: *end };
        Row {
            span,
            is_hour: zone.local(*start).num_seconds_from_midnight().is_multiple_of(3_600),
            is_free: !spans().any(|other| other.overlaps(span)),
            cells: Vec::new(),
        }
    };
    times.iter().zip(times.iter().skip(1)).map(row).collect()
}

/// Puts the cells of a column into the rows. An empty one ends where something begins and at each whole hour, so that
/// hours can be followed across the table.
fn fill<'a>(rows: &mut [Row<'a>], column: Vec<Block<'a>>) {
    let mut blocks = column.into_iter().peekable();
    let mut at = 0;
    while let Some(first) = rows.get(at).map(|row| row.span) {
        let block = blocks.next_if(|block| block.span.start <= first.start);
        let next = blocks.peek().map(|block| block.span.start);
        let goes_on = |row: &&Row| match &block {
            Some(block) => row.span.start < block.span.end,
            None => !row.is_hour && next.is_none_or(|next| row.span.start < next),
        };
        let count = 1 + rows.iter().skip(at + 1).take_while(goes_on).count();
        let sessions = block.map(|block| block.sessions).unwrap_or_default();
        if let Some(row) = rows.get_mut(at) {
            row.cells.push(Cell { rows: count, sessions });
        }
        at += count;
    }
}
