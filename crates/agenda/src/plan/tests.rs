//! Clashes, repeats, gaps and what fits into them.

use super::*;
use crate::Agenda;
use crate::time::{from_unix, rfc3339};
use crate::zone::tests::offset;
use chrono::{DateTime, Utc};
use proptest::prelude::*;

/// 2021-06-28T00:00:00Z.
const MIDNIGHT: i64 = 1_624_838_400;

fn at(minute: i64) -> DateTime<Utc> {
    from_unix(MIDNIGHT + minute * 60)
}

fn span(start: i64, end: i64) -> Span {
    Span { start: at(start), end: at(end) }
}

fn minutes(spans: &[Span]) -> Vec<(i64, i64)> {
    let minute = |instant| minutes_since(instant, at(0));
    spans.iter().map(|span| (minute(span.start), minute(span.end))).collect()
}

/// An agenda of sessions, each with its minutes and what else its record says.
fn agenda(sessions: &[(&str, i64, i64, &str)]) -> Agenda {
    let sessions = sessions.iter().map(|(id, start, end, more)| {
        let (start, end) = (rfc3339(at(*start)), rfc3339(at(*end)));
        format!(r#"{{ "id": "{id}", "title": "{id}", "kind": "k", "start": "{start}", "end": "{end}"{more} }}"#)
    });
    let sessions = sessions.collect::<Vec<_>>().join(",");
    let source = format!(
        r#"{{ "format": 1, "event": {{ "id": "e", "title": "E", "start": "2021-06-28", "end": "2021-06-29",
        "mode": "virtual", "timezone": "UTC", "language": "en" }},
        "revision": {{ "number": 1, "published": "2021-06-27T00:00:00Z" }},
        "themes": [{{ "id": "a", "title": "A", "hue": 0 }}, {{ "id": "b", "title": "B", "hue": 9 }}],
        "kinds": [{{ "id": "k", "title": "K", "hue": 0 }}], "rooms": [], "people": [], "sessions": [{sessions}] }}"#
    );
    Agenda::read(&source, &offset).expect("an agenda that keeps every rule")
}

fn plain(times: &[(i64, i64)]) -> Agenda {
    let ids: Vec<String> = (0..times.len()).map(|index| format!("s{index}")).collect();
    let sessions = ids.iter().zip(times).map(|(id, (start, length))| (id.as_str(), *start, start + length, ""));
    agenda(&sessions.collect::<Vec<_>>())
}

fn all(agenda: &Agenda) -> Vec<&Session> {
    agenda.sessions().iter().collect()
}

fn ids(sessions: Vec<&Session>) -> Vec<&str> {
    sessions.into_iter().map(|session| &*session.id).collect()
}

fn one<'a>(agenda: &'a Agenda, id: &str) -> &'a Session {
    agenda.session(id).expect(id)
}

#[test]
fn a_clash_has_the_other_session_and_its_length() {
    let agenda = agenda(&[
        ("early", 500, 600, ""),
        ("asia", 600, 690, ""),
        ("europe", 600, 690, ""),
        ("africa", 660, 750, ""),
        ("off", 600, 690, r#", "status": "cancelled""#),
        ("after", 750, 800, ""),
    ]);
    let starred = all(&agenda);
    let of = |id| {
        let found = clashes(one(&agenda, id), &starred);
        found.iter().map(|clash| (&*clash.with.id, clash.minutes)).collect::<Vec<_>>()
    };
    assert_eq!(of("early"), []);
    assert_eq!(of("asia"), [("europe", 90), ("africa", 30)]);
    assert_eq!(of("africa"), [("asia", 30), ("europe", 30)]);
    assert_eq!(of("off"), []);
    assert_eq!(of("after"), []);
}

#[test]
fn repeats_are_found_from_either_side_and_over_steps() {
    let agenda = agenda(&[
        ("monday", 0, 60, ""),
        ("lone", 100, 160, ""),
        ("tuesday", 200, 260, r#", "repeats": ["monday"]"#),
        ("off", 300, 360, r#", "repeats": ["tuesday"], "status": "cancelled""#),
        ("friday", 400, 460, r#", "repeats": ["off"]"#),
    ]);
    let of = |id| ids(repeats(one(&agenda, id), agenda.sessions()));
    assert_eq!(of("monday"), ["tuesday", "friday"]);
    assert_eq!(of("friday"), ["monday", "tuesday"]);
    assert_eq!(of("off"), ["monday", "tuesday", "friday"]);
    assert_eq!(of("lone"), [""; 0]);
}

#[test]
fn gaps_are_what_is_left_of_the_day() {
    let agenda = agenda(&[
        ("a", 540, 630, ""),
        ("b", 600, 660, ""),
        ("c", 689, 700, ""),
        ("d", 730, 760, ""),
        ("off", 760, 900, r#", "status": "cancelled""#),
        ("e", 880, 900, ""),
    ]);
    let day = frame(agenda.sessions().iter()).expect("a day");
    assert_eq!(minutes(&[day]), [(540, 900)]);
    let around = |ids: &[&str]| {
        let starred: Vec<_> = agenda.sessions().iter().filter(|session| ids.contains(&&*session.id)).collect();
        minutes(&gaps(day, &starred))
    };
    assert_eq!(around(&[]), [(540, 900)]);
    assert_eq!(around(&["a", "b", "c", "d", "e"]), [(700, 730), (760, 880)]);
    assert_eq!(around(&["b", "off"]), [(540, 600), (660, 900)]);
    assert_eq!(around(&["a", "e"]), [(630, 880)]);
    assert_eq!(frame(agenda.sessions().iter().take(0)), None);
}

#[test]
fn what_fits_is_ranked_by_themes_then_time() {
    let (a, b, both) = (r#", "themes": ["a"]"#, r#", "themes": ["b"]"#, r#", "themes": ["b", "a"]"#);
    let agenda = agenda(&[
        ("mine", 0, 100, both),
        ("inside", 100, 130, ""),
        ("likely", 110, 140, a),
        ("likeliest", 120, 200, both),
        ("likely-too", 120, 200, b),
        ("long", 100, 230, a),
        ("early", 90, 120, a),
        ("off", 100, 130, r#", "themes": ["a"], "status": "cancelled""#),
    ]);
    let starred = [one(&agenda, "mine")];
    let found = fits(span(100, 200), agenda.sessions(), &starred);
    assert_eq!(ids(found), ["likeliest", "likely", "likely-too", "inside"]);
    assert_eq!(ids(fits(span(100, 200), agenda.sessions(), &[])), ["inside", "likely", "likeliest", "likely-too"]);
}

proptest! {
    #[test]
    fn clashes_are_mutual_and_complete(times in prop::collection::vec((0..600_i64, 1..120_i64), 1..12)) {
        let agenda = plain(&times);
        let starred = all(&agenda);
        for session in &starred {
            let found = clashes(session, &starred);
            let overlapping = starred.iter().filter(|other| other.id != session.id && other.span().overlaps(session.span()));
            prop_assert_eq!(found.len(), overlapping.count());
            prop_assert!(found.windows(2).all(|pair| pair[0].minutes >= pair[1].minutes));
            for clash in found {
                let back = clashes(clash.with, &starred);
                prop_assert!(back.iter().any(|other| other.with.id == session.id && other.minutes == clash.minutes));
            }
        }
    }

    #[test]
    fn gaps_and_sessions_fill_the_day(times in prop::collection::vec((0..600_i64, 1..120_i64), 1..12), every in 1..4_usize) {
        let agenda = plain(&times);
        let starred: Vec<_> = agenda.sessions().iter().step_by(every).collect();
        let day = frame(agenda.sessions().iter()).expect("a day");
        let gaps = gaps(day, &starred);
        prop_assert!(gaps.iter().all(|gap| gap.minutes() >= SHORTEST_GAP));
        prop_assert!(gaps.windows(2).all(|pair| pair[0].end < pair[1].start));
        let mut lonely = 0;
        for minute in minutes(&[day])[0].0..minutes(&[day])[0].1 {
            let busy = starred.iter().any(|session| session.span().contains(at(minute)));
            let free = gaps.iter().any(|gap| gap.contains(at(minute)));
            prop_assert!(!(busy && free), "{minute}");
            // What is neither is shorter than a gap.
            lonely = if busy || free { 0 } else { lonely + 1 };
            prop_assert!(lonely < SHORTEST_GAP);
        }
        for gap in &gaps {
            for session in fits(*gap, agenda.sessions(), &starred) {
                prop_assert!(gap.start <= session.start && session.end <= gap.end);
                prop_assert_eq!(clashes(session, &starred), vec![]);
            }
        }
    }
}
