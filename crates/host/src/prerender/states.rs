//! What pages say where there is nothing, one, or very many, and in which language and direction.

use super::tests::leaked;
use super::*;
use crate::sample;
use serde_json::{Value, json};

/// The sample, changed.
fn changed(change: impl Fn(&mut Value)) -> &'static Agenda {
    let mut value: Value = serde_json::from_str(sample::SOURCE).expect("JSON");
    change(&mut value);
    leaked(Agenda::read(&value.to_string(), &crate::offset_at).expect("it keeps every rule"))
}

/// Without anything but the event.
fn bare() -> &'static Agenda {
    changed(|agenda| {
        for member in ["themes", "rooms", "people", "sessions", "kinds"] {
            agenda[member] = json!([]);
        }
        agenda["revision"]["changes"] = json!([]);
    })
}

/// The texts of a page, a space between them.
fn words(html: &str) -> String {
    let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn said(agenda: &'static Agenda, page: &Page) -> String {
    words(&body(agenda, Some(page)))
}

/// Headings below which nothing stands before the next one of their rank.
fn empty_headings(html: &str) -> Vec<String> {
    let sections = html.split("<section").skip(1).map(|part| part.split("</section>").next().unwrap_or_default());
    let headed = sections.filter_map(|section| section.split_once("</h2>"));
    let empty = headed.filter(|(_, below)| words(below).is_empty()).map(|(heading, _)| words(heading));
    // A countdown says all by itself.
    empty.filter(|heading| !heading.starts_with("It starts")).collect()
}

#[test]
fn a_site_without_sessions_says_so_on_each_page_and_leads_on() {
    let agenda = bare();
    for (page, says, leads) in [
        (Page::Home, "No session is published yet.", "about/"),
        (Page::Programme, "No session is published yet.", "href=\"../\""),
        (Page::Day(agenda.days()[0]), "Nothing is planned for this day.", "programme/"),
        (Page::Watch, "Nothing can be watched yet.", "programme/"),
        (Page::People, "Nobody is named yet.", "programme/"),
        (Page::About, "No change has been announced.", "agenda.json"),
    ] {
        let html = body(agenda, Some(&page));
        let main = html.split_once("<main").and_then(|(_, main)| main.split_once("</main>")).expect("a main part").0;
        assert!(words(main).contains(says) && main.contains(leads), "{page:?}: {main}");
        assert_eq!(empty_headings(main), [""; 0], "{page:?}");
        for wrong in ["0 talks", "0 sessions", "<search", "<ul class=\"cards\"></ul>", "undefined", "It is over, and"] {
            assert!(!main.contains(wrong), "{page:?} has {wrong}: {main}");
        }
    }
}

#[test]
fn a_theme_and_a_person_of_whom_nothing_is_published_say_so() {
    let agenda = changed(|agenda| agenda["sessions"] = json!([]));
    for (page, says) in [
        (Page::Theme("sea".into()), "Nothing is published for this theme yet."),
        (Page::Person("zoe".into()), "No session or talk of theirs is published yet."),
    ] {
        let html = body(agenda, Some(&page));
        assert!(words(&html).contains(says) && html.contains("programme/"), "{html}");
        assert_eq!(empty_headings(&html), [""; 0], "{page:?}");
    }
}

#[test]
fn without_themes_none_is_offered_to_filter_by() {
    let agenda = changed(|agenda| {
        agenda["themes"] = json!([]);
        for session in agenda["sessions"].as_array_mut().expect("a list") {
            session["themes"] = json!([]);
        }
    });
    let programme = said(agenda, &Page::Programme);
    assert!(programme.contains("Every kind") && !programme.contains("Every theme"), "{programme}");
}

#[test]
fn links_recordings_and_talks_have_headings_where_there_are_some() {
    let agenda = changed(|agenda| {
        agenda["event"]["links"] = json!([{ "label": "Forum", "href": "https://a.example/" }]);
    });
    let home = said(agenda, &Page::Home);
    assert!(home.contains("Links Forum"), "{home}");
    let watch = said(agenda, &Page::Watch);
    assert!(watch.contains("2 talks and recordings") && watch.contains("Recordings of live sessions"), "{watch}");
    let one = changed(|agenda| {
        agenda["sessions"][1]["recordings"] = json!([]);
        agenda["event"]["end"] = json!("2021-06-28");
        agenda["sessions"].as_array_mut().expect("a list").truncate(2);
    });
    let watch = said(one, &Page::Watch);
    assert!(watch.contains("1 talk or recording to watch") && !watch.contains("Recordings of"), "{watch}");
    let home = said(one, &Page::Home);
    assert!(home.contains("28 June 2021, online") && home.contains("The day at a glance"), "{home}");
    assert!(!home.contains("Links") && !home.contains("28 June to"), "{home}");
}

#[test]
fn a_cancelled_session_lacks_no_recording() {
    let opening = Page::Session("opening".into());
    let missing = "No recording was published.";
    assert!(said(changed(|_| {}), &opening).contains(missing));
    let cancelled = changed(|agenda| agenda["sessions"][0]["status"] = json!("cancelled"));
    assert!(!said(cancelled, &opening).contains(missing));
}

#[test]
fn of_very_many_people_the_first_few_are_named() {
    let agenda = changed(|agenda| {
        let ids: Vec<String> = (0..60).map(|index| format!("p{index}")).collect();
        let people = ids.iter().map(|id| json!({ "id": id, "name": format!("Person {id}") }));
        agenda["people"].as_array_mut().expect("a list").extend(people);
        agenda["sessions"][0]["people"] = ids.iter().map(|id| json!({ "person": id, "role": "panellist" })).collect();
    });
    let programme = said(agenda, &Page::Programme);
    assert!(programme.contains("Person p0, Person p1, Person p2 and 57 more"), "{programme}");
    let html = body(agenda, Some(&Page::Session("opening".into())));
    let (shown, folded) = html.split_once("and 57 more").unwrap_or_else(|| panic!("{html}"));
    assert!(shown.contains("Person p2<") && !shown.contains("Person p3<"), "{shown}");
    assert!(folded.contains("Person p3<") && folded.contains("Person p59<"), "{folded}");
}

#[test]
fn what_the_host_wrote_says_its_language_and_finds_its_direction() {
    let agenda = changed(|agenda| {
        agenda["event"]["language"] = json!("ar");
        agenda["event"]["title"] = json!("مؤتمر البيانات");
        agenda["sessions"][0]["title"] = json!("محاضرة: C++ (الجزء 2)");
        agenda["sessions"][1]["language"] = json!("es");
        agenda["sessions"][2]["language"] = json!("en");
    });
    for (page, part) in [
        (Page::Home, "<h1 dir=\"auto\" lang=\"ar\">مؤتمر البيانات</h1>"),
        (Page::Session("opening".into()), "<h1 dir=\"auto\" lang=\"ar\">محاضرة: C++ (الجزء 2)</h1>"),
        (Page::Session("opening".into()), "<div lang=\"ar\" class=\"prose\"><p dir=\"auto\">Hello.</p></div>"),
        (Page::Session("opening".into()), "dir=\"auto\" lang=\"ar\">Hall</a>"),
        (Page::Session("late".into()), "<h1 dir=\"auto\" lang=\"es\">Late</h1>"),
        (Page::Session("late".into()), "<span class=\"badge badge--kind\">In Spanish</span>"),
        (Page::Session("late".into()), "<bdi lang=\"ar\">محاضرة: C++ (الجزء 2)</bdi>"),
        (Page::Session("closing".into()), "<h1 dir=\"auto\">Closing</h1>"),
        (Page::Session("closing".into()), "<span class=\"badge badge--kind\">In English</span>"),
    ] {
        let html = body(agenda, Some(&page)).replace("<!>", "");
        assert!(html.contains(part), "{page:?} has no {part}: {html}");
    }
    let opening = said(agenda, &Page::Session("opening".into()));
    assert!(!opening.contains("In Arabic"), "{opening}");
}

#[test]
fn ranges_are_read_with_a_word_and_posters_by_what_they_show() {
    let agenda = changed(|_| {});
    let session = body(agenda, Some(&Page::Session("late".into())));
    let said = words(&session);
    assert!(said.contains("23:00 to 01:00") && !said.contains('–'), "{said}");
    assert!(session.contains("24 hours in Copenhagen: 23:00 to 01:00"), "{session}");
    assert!(said.contains("Play: Tides. Loads the player from Vimeo"), "{said}");
    let poster = session.split("class=\"poster\"").nth(1).and_then(|poster| poster.split('>').next());
    assert!(!poster.expect("a poster").contains("aria-label"), "{session}");
}

#[test]
fn the_year_is_on_pages_of_the_programme() {
    let agenda = changed(|_| {});
    for (page, year) in [
        (Page::Programme, "28 to 29 June 2021"),
        (Page::Day(agenda.days()[0]), "Monday 28 June 2021"),
        (Page::Session("opening".into()), "Monday 28 June 2021"),
    ] {
        let said = said(agenda, &page);
        assert!(said.contains(year), "{page:?}: {said}");
    }
}
