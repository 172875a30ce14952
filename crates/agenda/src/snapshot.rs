//! A session as the visitor last saw it, stored with their star, and how the
//! programme differs from that now.

use chrono::{DateTime, Utc};

use super::Agenda;
use super::model::{Session, Status};
use super::time::{SECONDS_OF_DAY, Span, parse_instant, rfc3339};

/// Further than this from the whole programme, in seconds, a session was one of another edition: half a year.
const EDITION: i64 = 183 * SECONDS_OF_DAY;

/// What a visitor relies on: stored with their star, so that changes can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// From when to when.
    pub span: Span,
    /// Whether it would take place.
    pub status: SnapshotStatus,
    /// The title of its room; empty where it has none.
    pub room: String,
    /// Its title.
    pub title: String,
}

/// Whether a session would take place, as the visitor last saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnapshotStatus {
    /// It would take place.
    Confirmed,
    /// It might take place.
    Tentative,
    /// It would not take place.
    Cancelled,
    /// It was no longer in the programme.
    Gone,
}

/// How a session differs from its snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Change {
    /// The programme is that of another edition of the event: it was seen at this time, half a year or more away.
    /// Then nothing else is said, as the two have no more than a name in common.
    Edition(Span),
    /// It takes place at another time than this.
    Moved(Span),
    /// It has another room than this one; empty when it had none.
    Room(String),
    /// Its title was this one.
    Renamed(String),
    /// It is cancelled.
    Cancelled,
    /// It is not certain any more.
    Tentative,
    /// It takes place for certain after all.
    Confirmed,
    /// It is no longer in the programme.
    Vanished,
    /// It is in the programme again.
    Back,
}

impl SnapshotStatus {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Confirmed, "confirmed"),
        (Self::Tentative, "tentative"),
        (Self::Cancelled, "cancelled"),
        (Self::Gone, "gone"),
    ];
}

impl Snapshot {
    /// The snapshot of a session now.
    pub fn of(agenda: &Agenda, session: &Session) -> Self {
        Self {
            span: session.span(),
            status: match session.status {
                Status::Confirmed => SnapshotStatus::Confirmed,
                Status::Tentative => SnapshotStatus::Tentative,
                Status::Cancelled => SnapshotStatus::Cancelled,
            },
            room: agenda.room_of(session).map_or_else(String::new, |room| room.title.to_string()),
            title: session.title.to_string(),
        }
    }

    fn is_far_from(&self, running: Span) -> bool {
        let seconds = |from: DateTime<Utc>, to: DateTime<Utc>| to.timestamp() - from.timestamp();
        seconds(self.span.end, running.start).max(seconds(running.end, self.span.start)) > EDITION
    }

    /// The same after the visitor has seen that the session is gone.
    #[must_use]
    pub fn gone(self) -> Self {
        Self { status: SnapshotStatus::Gone, ..self }
    }

    /// Its text in storage: start, end and status in the first
    /// line, room in the second, title in the third.
    pub fn encode(&self) -> String {
        let word = SnapshotStatus::ALL.iter().find(|(status, _)| *status == self.status).map_or("", |(_, word)| word);
        let (start, end) = (rfc3339(self.span.start), rfc3339(self.span.end));
        format!("{start} {end} {word}\n{}\n{}", self.room, self.title)
    }

    /// Reads what [`encode`](Self::encode) wrote; `None` for anything else.
    pub fn decode(text: &str) -> Option<Self> {
        let mut lines = text.splitn(3, '\n');
        let mut words = lines.next()?.split(' ');
        let (start, end) = (parse_instant(words.next()?)?, parse_instant(words.next()?)?);
        let span = Span { start: start.to_utc(), end: end.to_utc() };
        let word = words.next()?;
        let (status, _) = SnapshotStatus::ALL.into_iter().find(|(_, other)| *other == word)?;
        let (room, title) = (lines.next()?.to_owned(), lines.next()?.to_owned());
        Some(Self { span, status, room, title })
    }

    /// How the session differs now; `None` when it is not in the programme, which runs for that long.
    pub fn changes(&self, now: Option<&Self>, running: Option<Span>) -> Vec<Change> {
        let is_told = now.is_none() && self.status == SnapshotStatus::Gone;
        if !is_told && running.is_some_and(|running| self.is_far_from(running)) {
            return vec![Change::Edition(self.span)];
        }
        let Some(now) = now else {
            return if self.status == SnapshotStatus::Gone { Vec::new() } else { vec![Change::Vanished] };
        };
        let status = match (self.status, now.status) {
            (before, after) if before == after => None,
            (_, SnapshotStatus::Cancelled) => Some(Change::Cancelled),
            (SnapshotStatus::Gone, _) => Some(Change::Back),
            (_, SnapshotStatus::Tentative) => Some(Change::Tentative),
            (_, SnapshotStatus::Confirmed) => Some(Change::Confirmed),
            (_, SnapshotStatus::Gone) => Some(Change::Vanished),
        };
        let moved = (self.span != now.span).then_some(Change::Moved(self.span));
        let room = (self.room != now.room).then(|| Change::Room(self.room.clone()));
        let renamed = (self.title != now.title).then(|| Change::Renamed(self.title.clone()));
        [status, moved, room, renamed].into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::from_unix;
    use proptest::prelude::*;

    fn at(start: i64) -> Span {
        Span { start: from_unix(start), end: from_unix(start + 5400) }
    }

    /// While the programme of these tests runs.
    const RUNNING: Option<Span> =
        Some(Span { start: DateTime::UNIX_EPOCH, end: DateTime::from_timestamp(86_400, 0).expect("in range") });

    fn known() -> Snapshot {
        Snapshot { span: at(0), status: SnapshotStatus::Confirmed, room: "Room 1".into(), title: "Opening".into() }
    }

    #[test]
    fn what_stayed_as_it_was_is_no_change() {
        assert_eq!(known().changes(Some(&known()), RUNNING), []);
    }

    #[test]
    fn each_difference_comes_with_what_was_before() {
        let table = [
            (Snapshot { span: at(3600), ..known() }, Change::Moved(at(0))),
            (Snapshot { room: String::new(), ..known() }, Change::Room("Room 1".into())),
            (Snapshot { title: "Welcome".into(), ..known() }, Change::Renamed("Opening".into())),
            (Snapshot { status: SnapshotStatus::Cancelled, ..known() }, Change::Cancelled),
            (Snapshot { status: SnapshotStatus::Tentative, ..known() }, Change::Tentative),
        ];
        for (now, change) in table {
            assert_eq!(known().changes(Some(&now), RUNNING), [change]);
        }
        let cancelled = Snapshot { status: SnapshotStatus::Cancelled, ..known() };
        assert_eq!(cancelled.changes(Some(&known()), RUNNING), [Change::Confirmed]);
    }

    #[test]
    fn a_session_that_vanished_is_a_change_until_it_was_seen_and_so_is_its_return() {
        assert_eq!(known().changes(None, RUNNING), [Change::Vanished]);
        assert_eq!(known().gone().changes(None, RUNNING), []);
        let later = Snapshot { span: at(60), ..known() };
        assert_eq!(known().gone().changes(Some(&later), RUNNING), [Change::Back, Change::Moved(at(0))]);
        let cancelled = Snapshot { status: SnapshotStatus::Cancelled, ..known() };
        assert_eq!(known().gone().changes(Some(&cancelled), RUNNING), [Change::Cancelled]);
    }

    #[test]
    fn a_programme_of_another_year_is_said_to_be_one_and_nothing_else() {
        const YEAR: i64 = 365 * SECONDS_OF_DAY;
        let next = Snapshot { span: at(YEAR), title: "Welcome".into(), ..known() };
        let running = |start| Some(Span { start: from_unix(start), end: from_unix(start + 200_000) });
        for now in [Some(&next), None] {
            assert_eq!(known().changes(now, running(YEAR)), [Change::Edition(at(0))]);
        }
        assert_eq!(next.changes(Some(&known()), running(0)), [Change::Edition(at(YEAR))]);
        assert_eq!(known().gone().changes(None, running(YEAR)), []);
        // A long event, and one that was put off by some months, are the same.
        let moved = Snapshot { span: at(YEAR), ..known() };
        let long = Some(Span { start: from_unix(0), end: from_unix(2 * YEAR) });
        assert_eq!(known().changes(Some(&moved), long), [Change::Moved(at(0))]);
        let later = Snapshot { span: at(YEAR / 3), ..known() };
        assert_eq!(known().changes(Some(&later), running(YEAR / 3)), [Change::Moved(at(0))]);
        assert_eq!(known().changes(None, None), [Change::Vanished]);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(start in 0..4_000_000_000_i64, room in "[^\n]{0,9}", title in "[^\n]{0,9}", which in 0..4_usize) {
            let (status, _) = SnapshotStatus::ALL[which];
            let known = Snapshot { span: at(start), status, room, title };
            prop_assert_eq!(Snapshot::decode(&known.encode()), Some(known));
        }

        #[test]
        fn no_text_makes_it_panic(text in "(?s).*") {
            let _ = Snapshot::decode(&text);
        }
    }
}
