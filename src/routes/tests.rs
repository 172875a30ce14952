//! Links under a base, in a file, and with a query.

use super::*;
use leptos::reactive::owner::Owner;

fn parameters(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

#[test]
fn links_begin_with_the_base_and_keep_the_moment() {
    Owner::new().with(|| {
        let links = provide_links("/a/b/", "/a/b/");
        links.set_now(Some(at("2021-06-28T12:10:00Z")));
        let filter = Filter { words: "data & más".into(), ..Filter::default() };
        let query = "?q=data%20%26%20m%C3%A1s&now=2021-06-28T12:10:00Z";
        assert_eq!(links.to_filtered(&Page::Programme, filter), format!("/a/b/programme/{query}"));
        links.set_now(None);
        assert_eq!(links.to(&Page::Home), "/a/b/");
        assert_eq!(links.to_view(&Page::Mine, View::Timeline, Filter::default()), "/a/b/mine/?view=timeline");
        let session = Page::Session("mon-theme-1".into());
        assert_eq!(links.to_anchor(&session, "welcome"), "/a/b/sessions/mon-theme-1/#welcome");
        assert_eq!(links.file("/agenda.json"), "/a/b/agenda.json");
        assert_eq!(links.file("https://a.example/"), "https://a.example/");
        assert!(links.is_at("/a/b/programme/", &Page::Programme) && links.is_at("/a/b/", &Page::Home));
        let day = "/a/b/programme/2021-06-28/";
        assert!(!links.is_at(day, &Page::Programme) && links.is_below(day, &Page::Programme));
        assert!(!links.is_below("/a/b/programme/", &Page::Programme));
        assert_eq!(links.router_base(), "/a/b");
    });
}

#[test]
fn links_of_a_file_climb_to_the_base() {
    Owner::new().with(|| {
        let links = provide_links("/", "../../");
        assert_eq!(links.to(&Page::Programme), "../../programme/");
        assert_eq!(links.router_base(), "");
    });
}

#[test]
fn the_query_says_what_its_link_said() {
    let query = Query::of(parameters(&[
        ("theme", "a"),
        ("kind", "b"),
        ("level", "beginner"),
        ("q", "c d"),
        ("view", "timeline"),
        ("utm", "x"),
    ]));
    assert_eq!(query.text(), "?view=timeline&theme=a&kind=b&level=beginner&q=c%20d");
    assert_eq!(Query::of(parameters(&[("view", "list")])).view, View::List);
    let said = "?mine&awake&view=grid&room=hall&language=pt&person=zoe";
    let asked =
        [("person", "zoe"), ("awake", ""), ("room", "hall"), ("mine", ""), ("language", "pt"), ("view", "grid")];
    assert_eq!(Query::of(parameters(&asked)).text(), said);
    assert!(Query::of(parameters(&[("recorded", "")])).filter.recorded);
}

#[test]
fn an_address_is_put_right_where_it_is_not_what_is_meant() {
    let offset = |_: &str, _| chrono::FixedOffset::east_opt(7_200);
    let agenda = Agenda::read(include_str!("../../crates/agenda/src/sample.json"), &offset).expect("the sample");
    for (arrived, said) in [
        (["/a/b/sessions/late/", "", "#tides"], None),
        (["/a/b/programme/", "?q=a%20b&now=2021-06-28T12:10:00Z", ""], None),
        (["/a/b/gone/", "?utm_source=x", ""], None),
        (["/elsewhere/", "?utm_source=x", ""], None),
        (["/a/b/", "?utm_source=x&fbclid=Iw", ""], Some("/a/b/")),
        (["/a/b/sessions/late).", "?utm_source=x", "#tides)."], Some("/a/b/sessions/late/#tides")),
        (["/a/b/mine/%23~", "", ""], Some("/a/b/mine/#~")),
        (["/a/b/programme/", "?kind=talk&utm_source=x", ""], Some("/a/b/programme/?kind=talk")),
        (["/a/b/", "?now=2021-06-28T14:10:00+02:00.", ""], Some("/a/b/?now=2021-06-28T12:10:00Z")),
    ] {
        let [path, query, anchor] = arrived;
        assert_eq!(meant(&agenda, "/a/b/", path, query, anchor).as_deref(), said, "{arrived:?}");
    }
    assert_eq!(meant(&agenda, "/", "/watch).", "", "").as_deref(), Some("/watch/"));
}

#[test]
fn now_takes_any_offset_even_one_whose_plus_was_not_escaped_and_needs_no_seconds() {
    for said in [
        "2021-06-28T14:10:00+02:00",
        "2021-06-28T14:10:00 02:00",
        "2021-06-28T12:10:00Z",
        "2021-06-28T12:10Z",
        "2021-06-28T14:10 02:00",
    ] {
        assert_eq!(Query::of(parameters(&[("now", said)])).now, Some(at("2021-06-28T12:10:00Z")), "{said}");
    }
    assert_eq!(Query::of(parameters(&[("now", "yesterday")])).now, None);
}
