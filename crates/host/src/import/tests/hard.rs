//! What makes programmes hard to import, each case in the smallest file that has it.

use serde_json::json;

use super::*;

#[test]
fn what_is_strange_survives() {
    let (agenda, said) = import("small.frab.xml", "");
    // Past midnight and over a change of the clocks.
    let night = agenda["sessions"].as_array().expect("a list").iter().find(|s| s["title"] == "Night walk").expect("it");
    assert_eq!(
        (&night["start"], &night["end"]),
        (&json!("2024-03-30T23:30:00+01:00"), &json!("2024-03-31T03:00:00+02:00"))
    );
    // Two of one id, told apart by their guids, in one room at one time.
    assert_eq!(ids(&agenda, "sessions"), ["session-7", "session-9", "session-8-7a32", "session-8-8a32"]);
    // No time at all, and a whole day.
    assert_eq!(agenda["sessions"][3]["end"], "2024-03-30T23:46:00+01:00");
    assert_eq!(agenda["sessions"][1]["end"], "2024-03-31T11:00:00+02:00");
    for part in [
        "share an id with others in the file; each has one of its own now (2)",
        "that last no time",
        "longer than twelve hours, which is kept (1)",
    ] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn ids_outlive_new_titles_and_another_order() {
    let (agenda, _) = import("small.frab.xml", "");
    let events: Vec<&str> = text("small.frab.xml").split_inclusive("</event>").collect();
    let [first, second, ..] = events.as_slice() else { panic!("events") };
    let (head, first) = first.split_at(first.find("<event").expect("an event"));
    let swapped = text("small.frab.xml").replace(first, "@").replace(second, first).replace('@', second);
    let changed = swapped
        .replace("Night walk", "Evening walk")
        .replace("-8-night", "-8-evening")
        .replace("<start>23:30", "<start>23:40");
    assert!(changed.starts_with(head) && changed.contains("Evening walk"));
    let (again, _) = import_in(&Folder::new(), &[("again.frab.xml", &changed)], "").expect("the same event");
    let sorted = |agenda| {
        let mut ids = ids(agenda, "sessions");
        ids.sort();
        ids
    };
    assert_eq!(sorted(&again), sorted(&agenda));
}

#[test]
fn people_of_one_name_are_one_and_it_is_said() {
    let twice = text("small.frab.xml").replacen(
        "<persons/>",
        "<persons><person id=\"3\">Ana Ruiz</person><person id=\"2\">Bo</person></persons>",
        1,
    );
    let (agenda, said) = import_in(&Folder::new(), &[("a.xml", &twice)], "").expect("an agenda");
    assert_eq!(ids(&agenda, "people"), ["ana-ruiz", "bo", "semion"]);
    // The id of Семён is Bo's as well, and so tells nothing.
    assert!(said.contains("the file has several ids (1)") && said.contains("initial:\n    Ana Ruiz\n"), "{said}");
}

#[test]
fn what_a_file_lacks_is_asked_for_at_once() {
    let folder = Folder::new();
    let file = [("small.sessionize.json", text("small.sessionize.json"))];
    let said = import_in(&folder, &file, "").expect_err("no zone");
    assert!(said.contains("--title") && said.contains("--timezone"), "{said}");
    let said = import_in(&folder, &file, "--timezone Mars/Olympus --title A").expect_err("no zone");
    assert!(said.contains("there is no time zone `Mars/Olympus`"), "{said}");
    let said = import_in(&folder, &[("a.json", text("small.frab.json"))], "").expect_err("no zone");
    assert!(said.contains("its times have the offset +01:00"), "{said}");
}

#[test]
fn an_import_again_keeps_what_the_host_added_and_counts_up() {
    let folder = Folder::new();
    let file = [("small.frab.xml", text("small.frab.xml"))];
    let (mut agenda, _) = import_in(&folder, &file, "").expect("an agenda");
    assert_eq!(agenda["revision"], json!({ "number": 1, "published": "2024-01-01T00:00:00Z" }));
    agenda["event"]["site_url"] = json!("https://site.example/");
    agenda["revision"]["changes"] = json!([{ "at": "2024-02-01", "text": "Moved." }]);
    folder.put("agenda.json", agenda.to_string());
    let (same, _) = import_in(&folder, &file, "--published 2024-02-02T00:00:00Z").expect("the same");
    assert_eq!(same, agenda);
    let moved = text("small.frab.xml").replace("09:00:00+01:00</date>", "09:10:00+01:00</date>");
    let (new, said) =
        import_in(&folder, &[("small.frab.xml", &moved)], "--published 2024-02-02T00:00:00Z").expect("new");
    assert_eq!(
        (&new["revision"]["number"], &new["revision"]["published"]),
        (&json!(2), &json!("2024-02-02T00:00:00Z"))
    );
    assert_eq!(
        (&new["event"]["site_url"], &new["revision"]["changes"]),
        (&agenda["event"]["site_url"], &agenda["revision"]["changes"])
    );
    assert!(said.contains("revision 2"), "{said}");

    let other = import_in(&folder, &[("small.ics", text("small.ics"))], "").expect_err("another event");
    assert!(other.contains("the agenda of another event already (`tide-days`, and this is `harbour-week`)"), "{other}");
    folder.put("agenda.json", "shopping list");
    let list = import_in(&folder, &file, "").expect_err("no agenda");
    assert!(list.contains("there is a file already, and it is no agenda"), "{list}");
}

#[test]
fn several_files_are_compared_and_merged() {
    let one = text("small.frab.xml");
    let two =
        one.replace("Gong", "Great gong").replace("id=\"9\"", "id=\"10\"").replace("Exhibition", "Other exhibition");
    let (agenda, said) = import_in(&Folder::new(), &[("one.xml", one), ("two.xml", &two)], "").expect("both");
    for part in [
        "one.xml and two.xml share 2 sessions, and agree in title, time and room on all of them.",
        "Sessions that only one.xml has (2):\n    8 “Gong”\n    9 “Exhibition”",
        "Sessions that only two.xml has, which are taken too (2):\n    8 “Great gong”\n    10 “Other exhibition”",
    ] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(agenda["sessions"].as_array().map(Vec::len), Some(6));
    let moved = one.replace("<room>Room 2</room>", "<room>Room 3</room>").replace("Opening &amp;", "Closing &amp;");
    let (_, said) = import_in(&Folder::new(), &[("one.xml", one), ("two.xml", &moved)], "").expect("both");
    for part in [
        "where one.xml is followed (2)",
        "9 “Exhibition”: room (Room 3)",
        "7 “Opening & welcome”: title (“Closing & welcome”)",
    ] {
        assert!(said.contains(part), "{said}");
    }
    let own = include_str!("../../../../../public/agenda.json");
    let said = import_in(&Folder::new(), &[("one.xml", one), ("own.json", own)], "").expect_err("two of a sort");
    assert!(said.contains("own.json: an agenda.json is imported alone"), "{said}");
}

#[test]
fn faults_name_the_session_and_what_is_missing() {
    let xml = text("small.frab.xml");
    let v1 = text("small.frab.json");
    for (name, file, said) in [
        (
            "a.xml",
            xml.replace("2024-03-30T23:30:00+01:00</date>", "soon</date>"),
            "the event `Night walk` (id 8) has no date and time that can be read: `soon`",
        ),
        (
            "a.xml",
            xml.replace("2:30</duration>", "</duration>"),
            "the event `Night walk` (id 8) has neither an end nor a duration",
        ),
        ("a.xml", "<rss><channel/></rss>".to_owned(), "its root is <rss>"),
        ("a.xml", "<schedule><day/></schedule>".to_owned(), "it has no <conference>"),
        (
            "a.json",
            v1.replace("\"id\": 3", "\"id\": \"three\""),
            "/schedule/conference/days/0/rooms/Aula/0/id: `three` is no whole number",
        ),
        ("a.json", "{\"a\": 1}".to_owned(), "its format is not recognised"),
        ("a.csv", "title,start\nA,soon\n".to_owned(), "line 2: `start` is `soon`"),
        ("a.csv", "title,room\nA,B\n".to_owned(), "its first line names no column `start`"),
        (
            "a.ics",
            text("small.ics").replace("20241103T013000", "tomorrow"),
            "has no DTSTART that can be read: `tomorrow`",
        ),
        (
            "a.json",
            text("small.sessionize.json").replace("\"startsAt\": \"2024-03-31T10:00:00\"", "\"startsAt\": null"),
            "schedule it, or leave it out",
        ),
    ] {
        let refused = import_in(&Folder::new(), &[(name, &file)], "--timezone UTC --title A").expect_err(said);
        assert!(refused.contains(said) && refused.contains(name), "{refused}");
    }
    let people = "[{ \"id\": \"1\", \"name\": [\"A\"], \"prog\": [] }]";
    let refused =
        import_in(&Folder::new(), &[("people.json", people)], "--timezone UTC --title A").expect_err("no session");
    assert!(refused.contains("there is no session in it"), "{refused}");
}
