//! A small file in each format.

use serde_json::json;

use super::*;

#[test]
fn frab_xml() {
    let (agenda, said) = import("small.frab.xml", "");
    assert_eq!(
        agenda["event"],
        json!({
            "id": "tide-days", "title": "Tide Days", "start": "2024-03-30", "end": "2024-03-31",
            "timezone": "Europe/Brussels", "language": "en", "mode": "in-person", "url": "https://tide.example/2024/"
        })
    );
    assert_eq!(
        agenda["sessions"][0],
        json!({
            "id": "session-7", "title": "Opening & welcome", "kind": "lecture", "themes": ["sea"], "room": "room-10",
            "start": "2024-03-30T09:00:00+01:00", "end": "2024-03-30T09:30:00+01:00",
            "summary": "With coffee\n\nHello **all**.\n\n*Come* early.",
            "people": [{ "person": "ana-ruiz", "role": "speaker" }, { "person": "semion", "role": "speaker" }],
            "links": [
                { "label": "More", "href": "https://tide.example/more" },
                { "label": "Original page", "href": "https://tide.example/2024/7", "kind": "source" },
                { "label": "Slides: opening.pdf", "href": "https://tide.example/2024/files/7.pdf", "kind": "slides" }
            ],
            "notes": [{ "kind": "information", "text": "This session will not be recorded." }]
        })
    );
    assert_eq!(ids(&agenda, "rooms"), ["room-2", "room-10"]);
    for part in ["4 sessions, 2 people, 2 rooms, 2 themes, 3 kinds", "licences of recordings: 1", "`javascript:x`"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn frab_json_of_both_versions() {
    let (agenda, _) = import("small.frab.json", "--timezone Europe/Berlin");
    assert_eq!(
        (ids(&agenda, "sessions"), agenda["event"]["id"].as_str()),
        (vec!["mja8qy".to_owned()], Some("v1-days"))
    );
    let session = &agenda["sessions"][0];
    assert_eq!(
        (session["summary"].as_str(), session.get("themes"), &agenda["event"]["language"]),
        (Some("Ja"), None, &json!("de"))
    );

    let (agenda, said) = import("small.v2.json", "");
    let session = &agenda["sessions"][0];
    assert_eq!(
        (&session["id"], &session["themes"], &session["room"]),
        (&json!("session-270fa44c82"), &json!(["corals"]), &json!("west"))
    );
    assert_eq!(
        (&session["people"][0]["role"], &session["end"]),
        (&json!("moderator"), &json!("2024-10-26T10:45:00+02:00"))
    );
    assert_eq!(
        session["links"][1],
        json!({ "label": "Feedback", "href": "https://reef.example/bleaching/feedback", "kind": "feedback" })
    );
    assert_eq!(agenda["rooms"][0], json!({ "id": "west", "title": "West", "capacity": 40 }));
    assert_eq!((&agenda["themes"][0]["hue"], &agenda["event"]["language"]), (&json!(30), &json!("fr")));
    for part in ["biographies of people: 1", "tracks without a session: 1, such as `Nothing`"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn the_widget_of_pretalx() {
    let (agenda, said) = import("small.widget.json", "--title Data");
    assert_eq!(ids(&agenda, "sessions"), ["qwertz", "session-12"]);
    let session = &agenda["sessions"][0];
    assert_eq!(
        (&session["room"], &session["themes"], &session["summary"]),
        (&json!("hall"), &json!(["data"]), &json!("About **tables**."))
    );
    assert_eq!(
        (&agenda["sessions"][1]["title"], &agenda["event"]["timezone"]),
        (&json!("Lunch"), &json!("Asia/Kolkata"))
    );
    assert!(said.contains("speakers whose name the file does not give: 1, such as `NOBODY`"), "{said}");
}

#[test]
fn sessionize_all_and_grid() {
    let flags = "--timezone Europe/Vienna --title Clouds --language en";
    let (agenda, said) = import("small.sessionize.json", flags);
    let session = &agenda["sessions"][0];
    assert_eq!(
        (&session["kind"], &session["themes"], &session["level"], &session["language"]),
        (&json!("lightning"), &json!(["sky"]), &json!("beginner"), &json!("de"))
    );
    assert_eq!(
        (&session["start"], &session["summary"]),
        (&json!("2024-03-31T03:30:00+02:00"), &json!("Line one\n\nLine two"))
    );
    assert_eq!(session["links"][1], json!({ "label": "Stream", "href": "https://watch.example/1" }));
    assert_eq!(
        (&agenda["people"][0]["affiliation"], &agenda["sessions"][1]["kind"]),
        (&json!("Pilot, Air Co"), &json!("break"))
    );
    for part in [
        "Hours that the clocks skip; the hour after is taken (1)",
        "`First time?: yes`",
        "no session, and are left out (1):\n    Not Speaking",
    ] {
        assert!(said.contains(part), "{said}");
    }
    let (agenda, _) = import("small.grid.json", flags);
    assert_eq!(
        (ids(&agenda, "sessions"), ids(&agenda, "rooms")),
        (vec!["session-248".into(), "session-249".into()], vec!["roof".to_owned()])
    );
}

#[test]
fn icalendar() {
    let (agenda, said) = import("small.ics", "");
    assert_eq!(
        (&agenda["event"]["title"], &agenda["event"]["timezone"]),
        (&json!("Harbour Week"), &json!("America/New_York"))
    );
    assert_eq!(ids(&agenda, "sessions"), ["session-2", "session-3", "session-1", "session-3-2"]);
    let boats = &agenda["sessions"][2];
    assert_eq!(
        (&boats["title"], &boats["status"], &boats["themes"]),
        (&json!("Boats, ships; and rafts"), &json!("cancelled"), &json!(["water", "wood"]))
    );
    assert_eq!(
        (&boats["start"], &boats["summary"]),
        (&json!("2024-11-03T01:30:00-04:00"), &json!("First line Second **line**"))
    );
    let all_day = &agenda["sessions"][0];
    assert_eq!(
        (&all_day["start"], &all_day["end"]),
        (&json!("2024-11-02T00:00:00-04:00"), &json!("2024-11-03T00:00:00-04:00"))
    );
    for part in [
        "show twice; the first is taken (1)",
        "repetitions (of a repeated event the first date is kept): 1",
        "VTODO: 1, such as `Sweep`",
    ] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn conclar_and_konopas_from_one_file_or_two() {
    let flags = "--timezone Europe/Dublin --title Con";
    let (agenda, said) = import("program.js", flags);
    let session = &agenda["sessions"][0];
    assert_eq!(
        session["people"],
        json!([{ "person": "dr-mo-lee", "role": "moderator" }, { "person": "guest", "role": "speaker" }])
    );
    assert_eq!((&session["kind"], &session["topics"]), (&json!("panel"), &json!(["Books", "Division: Main"])));
    assert_eq!(
        (&agenda["sessions"][1]["start"], &agenda["sessions"][1]["room"]),
        (&json!("2024-05-04T15:30:00+01:00"), &json!("lobby"))
    );
    assert_eq!(agenda["people"][0]["sort_name"], "Lee Mo");
    assert!(said.contains("further places of a session: 1, such as `Hotel`") && said.contains("    Kim\n"), "{said}");

    let (programme, people) = text("program.js").split_once("var people = ").expect("two lists");
    let programme = programme.split_once("var program = ").expect("a list").1.trim().trim_end_matches(';');
    let parts = [("people.json", people.trim().trim_end_matches(';')), ("program.json", programme)];
    let (again, _) = import_in(&Folder::new(), &parts, flags).expect("two files");
    assert_eq!(again, agenda);
}

#[test]
fn csv() {
    let (agenda, said) = import("small.csv", "--timezone Europe/Lisbon --title Knots");
    let knots = &agenda["sessions"][0];
    assert_eq!(
        *knots,
        json!({
            "id": "a1", "title": "Knots", "kind": "workshop", "themes": ["rope", "sea"], "room": "deck",
            "start": "2024-06-01T09:00:00+01:00", "end": "2024-06-01T10:30:00+01:00", "status": "tentative", "level": "beginner",
            "summary": "Bring *rope*.\n\nAnd gloves.", "topics": ["splices", "bends"],
            "people": [{ "person": "cy", "role": "moderator" }, { "person": "ana-ruiz", "role": "speaker" }, { "person": "bo", "role": "speaker" }],
            "links": [{ "label": "knots.example", "href": "https://knots.example" }]
        })
    );
    let late = &agenda["sessions"][1];
    assert_eq!((&late["id"], &late["end"]), (&json!("late-show"), &json!("2024-06-02T00:30:00+01:00")));
    assert!(
        said.contains("columns that are not known: 1, such as `shoe size`")
            && said.contains("without an id in the file"),
        "{said}"
    );
    let semicolons = "Title;Start;Duration\nA;2024-06-01T09:00;45\n";
    let (agenda, _) = import_in(&Folder::new(), &[("a.csv", semicolons)], "--timezone UTC --title A").expect("a table");
    assert_eq!(agenda["sessions"][0]["end"], "2024-06-01T09:45:00Z");
}

#[test]
fn electromagnetic_field() {
    let (agenda, _) = import("small.emf.json", "--timezone Europe/London --title Camp");
    let session = &agenda["sessions"][0];
    assert_eq!((&session["id"], &session["end"]), (&json!("session-5"), &json!("2024-06-01T00:30:00+01:00")));
    assert_eq!(session["notes"][0], json!({ "kind": "information", "text": "Cost: £5" }));
}

#[test]
fn an_agenda_of_our_own_is_normalised_with_every_member() {
    let own = include_str!("../../../../../public/agenda.json");
    let folder = Folder::new();
    let (agenda, said) = import_in(&folder, &[("own.json", own)], "").expect("an agenda");
    assert_eq!(agenda, serde_json::from_str::<Value>(own).expect("JSON"));
    assert!(said.contains("normalised"), "{said}");
    let faulty = own.replacen("\"format\": 1", "\"format\": 9", 1);
    let refused = import_in(&folder, &[("own.json", &faulty)], "").expect_err("format 9");
    assert!(refused.contains("this is format 9") && refused.ends_with("Nothing was written.\n"), "{refused}");
}

#[test]
fn a_format_can_be_named() {
    let folder = Folder::new();
    let table = "session;begin;minutes\nA;2024-06-01T09:00;45\n";
    let flags = "--timezone UTC --title A";
    let said = import_in(&folder, &[("a.txt", table)], flags).expect_err("unknown");
    assert!(said.contains("a.txt: its format is not recognised") && said.contains("--format"), "{said}");
    assert!(import_in(&folder, &[("a.txt", table)], &format!("{flags} --format csv")).is_ok());
    let said = import_in(&folder, &[("a.txt", table)], "--format frab-json").expect_err("no JSON");
    assert!(said.contains("a.txt: this is no JSON"), "{said}");
}
