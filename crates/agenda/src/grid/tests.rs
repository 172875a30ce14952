//! Days as tables.

use super::*;
use crate::{sample, zone};

const DAY: &str = "2026-10-24";

/// An event at Copenhagen: each session with its room (or `-`), start, end, and what else it says.
fn agenda(rooms: &[&str], sessions: &[(&str, &str, &str, &str, &str)]) -> Agenda {
    let sessions = sessions.iter().map(|(id, room, start, end, rest)| {
        let room = if *room == "-" { String::new() } else { format!(r#""room": "{room}", "#) };
        let instant = |time: &str| if time.contains('T') { time.to_owned() } else { format!("{DAY}T{time}:00+02:00") };
        let (start, end) = (instant(start), instant(end));
        format!(r#"{{ "id": "{id}", "title": "x", "kind": "talk", {room}{rest}"start": "{start}", "end": "{end}" }}"#)
    });
    let sessions = sessions.collect::<Vec<_>>().join(",");
    let rooms = rooms.iter().map(|id| format!(r#"{{ "id": "{id}", "title": "{id}" }}"#)).collect::<Vec<_>>().join(",");
    let (head, _) = sample::SOURCE.split_once("\"rooms\"").expect("rooms");
    let source = format!("{head}\"rooms\": [{rooms}], \"people\": [], \"sessions\": [{sessions}] }}");
    let source = source.replacen("2021-06-28", DAY, 1).replacen("2021-06-29", "2026-10-26", 1);
    Agenda::read(&source, &zone::tests::offset).expect("an agenda")
}

/// The table in a line for each row: its time, and the cells that begin in it as `session*rows`, an empty one as `.`.
fn lines(agenda: &Agenda, day: &str, hidden: &[&str]) -> Vec<String> {
    let day = crate::time::parse_date(day).expect("a date");
    let sessions: Vec<&Session> = agenda.sessions_on(day).collect();
    let hidden: Vec<String> = hidden.iter().map(|key| (*key).to_owned()).collect();
    let grid = Grid::new(agenda, day, &sessions, agenda.venue(), &hidden);
    check(&grid);
    let cell = |cell: &Cell| {
        let ids: Vec<&str> = cell.sessions.iter().map(|session| &*session.id).collect();
        let ids = if ids.is_empty() { ".".to_owned() } else { ids.join("+") };
        if cell.rows == 1 { ids } else { format!("{ids}*{}", cell.rows) }
    };
    let row = |row: &Row| {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        let free = if row.is_free { " free" } else { "" };
        format!("{}{free} {}", agenda.venue().local(row.span.start).format("%H:%M"), cells.join(" "))
    };
    let heads = grid.places.iter().map(|place| place.title()).collect::<Vec<_>>().join(" ");
    [heads].into_iter().chain(grid.rows.iter().map(|one| row(one).trim_end().to_owned())).collect()
}

/// Every place of the table belongs to one cell, and rows follow each other.
fn check(grid: &Grid) {
    let cells: usize = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.rows).sum();
    assert_eq!(cells, grid.rows.len() * grid.places.len());
    for (row, next) in grid.rows.iter().zip(grid.rows.iter().skip(1)) {
        assert_eq!(row.span.end, next.span.start);
    }
    for (index, row) in grid.rows.iter().enumerate() {
        assert!(row.span.start < row.span.end);
        assert!(row.cells.iter().all(|cell| index + cell.rows <= grid.rows.len()));
    }
}

#[test]
fn parallel_sessions_stand_beside_each_other_as_long_as_they_last() {
    let agenda = agenda(
        &["hall", "yard", "unused"],
        &[
            ("a", "hall", "09:00", "10:30", ""),
            ("b", "yard", "09:30", "10:00", ""),
            ("c", "yard", "10:00", "10:30", ""),
            ("d", "-", "12:00", "12:20", ""),
        ],
    );
    // A whole hour ends what is empty.
    let expected =
        ["hall yard Elsewhere", "09:00 a*3 . .*2", "09:30 b", "10:00 c .*2", "10:30 free . .", "12:00 . . d"];
    assert_eq!(lines(&agenda, DAY, &[]), expected);
}

#[test]
fn what_overlaps_in_a_room_shares_a_cell() {
    let agenda = agenda(
        &["hall", "yard"],
        &[
            ("a", "hall", "09:00", "09:40", ""),
            ("b", "hall", "09:20", "10:20", ""),
            ("c", "hall", "10:20", "10:30", ""),
            ("d", "yard", "09:20", "09:40", ""),
            ("off", "yard", "09:20", "09:40", "\"status\": \"cancelled\", "),
        ],
    );
    let expected = ["hall yard", "09:00 a+b*4 .", "09:20 d+off", "09:40 .", "10:00 .*2", "10:20 c"];
    assert_eq!(lines(&agenda, DAY, &[]), expected);
    assert_eq!(lines(&agenda, DAY, &["hall", "gone"]), ["yard", "09:20 d+off"]);
    assert_eq!(lines(&agenda, DAY, &["hall", "yard"]), [""]);
}

#[test]
fn a_day_goes_on_past_midnight_and_a_minute_has_a_row() {
    let agenda = agenda(
        &["hall"],
        &[("party", "hall", "22:30", "2026-10-25T00:30:00+02:00", ""), ("bell", "hall", "20:00", "20:01", "")],
    );
    let expected = ["hall", "20:00 bell", "20:01 free .", "22:30 party*3", "23:00", "00:00"];
    assert_eq!(lines(&agenda, DAY, &[]), expected);
}

#[test]
fn what_goes_on_for_days_lasts_as_long_as_the_others() {
    let expo = ("expo", "yard", "2026-10-24T08:00:00+02:00", "2026-10-26T17:00:00+01:00", "");
    let talk = ("talk", "hall", "2026-10-25T09:30:00+01:00", "2026-10-25T10:30:00+01:00", "");
    let hack = ("hack", "-", "2026-10-25T11:00:00+01:00", "2026-10-26T11:00:00+01:00", "");
    let three = agenda(&["hall", "yard"], &[expo, talk, hack]);
    assert_eq!(lines(&three, "2026-10-24", &[]).len(), 1 + 16, "nothing else tells when that day ends");
    assert_eq!(lines(&three, "2026-10-25", &[]).len(), 1 + 27, "nor when this one does: the hour that is twice counts");
    assert_eq!(lines(&three, "2026-10-26", &[]).get(1).map(String::as_str), Some("00:00 expo*17 hack*11"));
    let late = ("late", "-", "2026-10-25T11:00:00+01:00", "2026-10-25T12:00:00+01:00", "");
    let second = ["hall yard Elsewhere", "09:30 talk*2 expo*4 .", "10:00 .*2", "10:30 .", "11:00 . late"];
    assert_eq!(lines(&agenda(&["hall", "yard"], &[expo, talk, late]), "2026-10-25", &[]), second);
}

#[test]
fn without_rooms_themes_stand_across() {
    let agenda =
        agenda(&[], &[("a", "-", "09:00", "10:00", "\"themes\": [\"sea\"], "), ("b", "-", "09:30", "10:00", "")]);
    assert_eq!(lines(&agenda, DAY, &[]), ["Sea No theme", "09:00 a*2 .", "09:30 b"]);
    assert_eq!(lines(&agenda, DAY, &["-"]), ["Sea", "09:00 a"]);
}

#[test]
fn thirty_rooms_are_thirty_columns() {
    let rooms: Vec<String> = (0..30).map(|room| format!("r{room}")).collect();
    let names: Vec<&str> = rooms.iter().map(String::as_str).collect();
    let slots: Vec<(String, usize, String, String)> = (0..600)
        .map(|slot| {
            let (room, minute) = (slot % 30, 540 + slot / 30 * 25 + slot % 7);
            let time = |minute: usize| format!("{:02}:{:02}", minute / 60, minute % 60);
            (format!("s{slot}"), room, time(minute), time(minute + 18))
        })
        .collect();
    let sessions: Vec<_> =
        slots.iter().map(|(id, room, start, end)| (&**id, names[*room], &**start, &**end, "")).collect();
    let found = lines(&agenda(&names, &sessions), DAY, &[]);
    assert_eq!(found.first().map(|heads| heads.split(' ').count()), Some(30));
    let held: usize =
        found.iter().skip(1).flat_map(|line| line.split(' ')).filter(|cell| cell.starts_with('s')).count();
    assert_eq!(held, 600);
}
