//! Calendars of the sample, line by line.

use super::*;
use crate::sample;
use crate::zone::tests::offset;

const SITE: Option<&str> = Some("https://a.example/b/");

fn agenda(changes: &[(&str, &str)]) -> Agenda {
    let source = changes.iter().fold(sample::SOURCE.to_owned(), |source, (from, to)| {
        assert!(source.contains(from), "the sample has {from}");
        source.replacen(from, to, 1)
    });
    Agenda::read(&source, &offset).expect("an agenda that keeps every rule")
}

/// The unfolded lines of one session.
fn entry(agenda: &Agenda, site: Option<&str>, id: &str, lead: Option<u32>) -> Vec<String> {
    let session = agenda.session(id).expect(id);
    let calendar = Calendar { title: "Mine", site, feed: None };
    let written = write(agenda, &calendar, &[session], &|_| lead).replace("\r\n ", "");
    let lines = written.split("\r\n").map(str::to_owned);
    lines.skip_while(|line| line != "BEGIN:VEVENT").take_while(|line| line != "END:VCALENDAR").collect()
}

fn value<'l>(lines: &'l [String], name: &str) -> Option<&'l str> {
    lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
}

#[test]
fn an_entry_says_all_that_there_is() {
    let lines = entry(&sample::agenda(), SITE, "opening", Some(15));
    let expected = [
        "BEGIN:VEVENT",
        "UID:opening@sample.meridian",
        "DTSTAMP:20210627T000000Z",
        "LAST-MODIFIED:20210627T000000Z",
        "SEQUENCE:1",
        "DTSTART:20210628T090000Z",
        "DTEND:20210628T100000Z",
        "SUMMARY:Opening",
        "STATUS:CONFIRMED",
        "CATEGORIES:Talk,Sea",
        "LOCATION:Hall",
        "URL:https://a.example/b/sessions/opening/",
        "DESCRIPTION:Hello.\\n\\nWith:\\n- Zoë Ångström\\, chair\\n\\nLinks:\\n- Sea\\n  https://sea.example/\\n\\n\
         https://a.example/b/sessions/opening/",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Opening",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "END:VEVENT",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn talks_and_recordings_come_with_their_videos() {
    let lines = entry(&sample::agenda(), None, "late", None);
    let story =
        "Talks:\\n- Tides (Zoë Ångström)\\n  https://vimeo.com/1\\n\\nRecordings:\\n- Late\\n  https://vimeo.com/2";
    assert_eq!(value(&lines, "DESCRIPTION"), Some(story));
    assert!(value(&lines, "URL").is_none() && value(&lines, "LOCATION").is_none());
}

#[test]
fn a_cancelled_session_is_written_without_an_alarm() {
    let agenda = agenda(&[("\"room\": \"hall\"", "\"room\": \"hall\", \"status\": \"cancelled\"")]);
    let lines = entry(&agenda, None, "opening", Some(10));
    assert_eq!(value(&lines, "STATUS"), Some("CANCELLED"));
    assert_eq!(value(&lines, "SUMMARY"), Some("Cancelled: Opening"));
    assert!(!lines.iter().any(|line| line.contains("VALARM")));
}

#[test]
fn what_is_not_sure_is_tentative_and_the_way_in_is_a_place() {
    let join = "\"status\": \"tentative\", \"join\": \"https://join.example/a?b=1,2;3\"";
    let agenda =
        agenda(&[("\"room\": \"hall\"", join), ("\"rooms\": [{ \"id\": \"hall\", \"title\": \"Hall\" }],", "")]);
    let lines = entry(&agenda, None, "opening", None);
    assert_eq!(value(&lines, "STATUS"), Some("TENTATIVE"));
    assert_eq!(value(&lines, "LOCATION"), Some("https://join.example/a?b=1\\,2\\;3"));
    assert_eq!(value(&lines, "CONFERENCE;VALUE=URI"), Some("https://join.example/a?b=1,2;3"));
}

#[test]
fn links_inside_the_site_are_whole_or_left_out() {
    let agenda = agenda(&[("https://sea.example/", "/programme/")]);
    let story = |site| entry(&agenda, site, "opening", None).join("\n");
    assert!(story(SITE).contains("- Sea\\n  https://a.example/b/programme/"));
    assert!(!story(None).contains("Links"));
}

#[test]
fn a_later_revision_has_the_same_name_and_a_later_stamp() {
    let agenda = agenda(&[("\"number\": 1", "\"number\": 12"), ("2021-06-27T00:00:00Z", "2021-06-27T10:30:05+02:00")]);
    let lines = entry(&agenda, None, "opening", None);
    assert_eq!(value(&lines, "UID"), Some("opening@sample.meridian"));
    assert_eq!(value(&lines, "SEQUENCE"), Some("12"));
    assert_eq!(value(&lines, "LAST-MODIFIED"), Some("20210627T083005Z"));
}

#[test]
fn a_feed_says_what_it_is_and_where_it_can_be_had() {
    let agenda = sample::agenda();
    let head = |site| {
        let file = Feed::Theme(&agenda.themes()[0]).file(&agenda, site).replace("\r\n ", "");
        file.split_once("BEGIN:VEVENT").expect("an entry").0.replace("\r\n", "\n")
    };
    let plain = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Meridian//Meridian//EN\nMETHOD:PUBLISH\nNAME:Sample: Sea\n\
                 X-WR-CALNAME:Sample: Sea\nLAST-MODIFIED:20210627T000000Z\n\
                 REFRESH-INTERVAL;VALUE=DURATION:PT1H\nX-PUBLISHED-TTL:PT1H\n";
    assert_eq!(head(None), plain);
    let placed = "SOURCE;VALUE=URI:https://a.example/b/calendar/themes/sea.ics\n";
    assert_eq!(head(SITE), format!("{plain}{placed}"));
}

#[test]
fn the_forms_of_others_are_filled_in() {
    let agenda = agenda(&[("\"Opening\"", "\"Öffnung & more\"")]);
    let session = agenda.session("opening").expect("in the sample");
    assert_eq!(
        google(&agenda, SITE, session),
        "https://calendar.google.com/calendar/render?action=TEMPLATE&text=%C3%96ffnung%20%26%20more\
         &details=https:%2F%2Fa.example%2Fb%2Fsessions%2Fopening%2F&location=Hall\
         &dates=20210628T090000Z%2F20210628T100000Z"
    );
    assert_eq!(
        outlook(&agenda, None, session),
        "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent\
         &subject=%C3%96ffnung%20%26%20more&location=Hall\
         &startdt=2021-06-28T09:00:00Z&enddt=2021-06-28T10:00:00Z"
    );
}
