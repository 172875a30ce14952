//! Addresses as programs hand them on, and what they mean.

use super::*;
use crate::sample;
use proptest::prelude::*;

/// The path, query and anchor of an address, as browsers part it.
fn parts(address: &str) -> (&str, &str, &str) {
    let (address, anchor) = address.split_at(address.find('#').unwrap_or(address.len()));
    let (path, query) = address.split_at(address.find('?').unwrap_or(address.len()));
    (path, query, anchor)
}

/// What is meant, as an address again.
fn meant(address: &str) -> Option<String> {
    let (path, query, anchor) = parts(address);
    let Address { page, parameters, anchor } = Address::meant(&sample::agenda(), path, query, anchor)?;
    let parameters = parameters.iter().map(|(name, value)| format!("{name}={value}"));
    let said = [parameters.collect::<Vec<_>>().join("&"), anchor];
    let [query, anchor] = ["?", "#"]
        .into_iter()
        .zip(said)
        .map(|(mark, said)| match said.as_str() {
            "" => String::new(),
            _ => format!("{mark}{said}"),
        })
        .collect::<Vec<_>>()
        .try_into()
        .ok()?;
    Some(page.path() + &query + &anchor)
}

#[test]
fn what_is_whole_stays() {
    for address in [
        "/",
        "/programme/",
        "/programme/2021-06-28/",
        "/sessions/opening/",
        "/sessions/late/#tides",
        "/sessions/late/#recording-1",
        "/people/zoe/",
        "/themes/sea/",
        "/watch/",
        "/mine/",
        "/mine/?view=timeline",
        "/mine/#free-2021-06-28T12:00:00Z",
        "/about/#changes",
        "/programme/?theme=sea&kind=talk&level=beginner&q=a%b?",
    ] {
        // Words of a search are escaped in a link.
        let sent = address.replace("a%b?", "a%25b%3F");
        assert_eq!(meant(&sent).as_deref(), Some(address));
    }
}

#[test]
fn what_programs_do_on_the_way_is_undone() {
    let code = share::encode(&sample::agenda(), &["late".to_owned()]);
    let mine = format!("/mine/#~{code}");
    let (front, back) = code.split_at(4);
    for (arrived, said) in [
        // Escaped, once or more.
        (format!("/mine/%23~{code}"), mine.clone()),
        (format!("/mine/%2523%257E{code}"), mine.clone()),
        (format!("/mine%2F%23%7e{code}"), mine.clone()),
        (format!("/mine/#%23~{code}"), mine.clone()),
        (format!("/mine/#%7E{code}"), mine.clone()),
        (format!("/mine/%3Fview=timeline%23~{code}"), format!("/mine/?view=timeline#~{code}")),
        (format!("/mine/?view=timeline%23~{code}"), format!("/mine/?view=timeline#~{code}")),
        ("/sessions/late/%23tides".into(), "/sessions/late/#tides".into()),
        ("/sessions%2Flate%2F".into(), "/sessions/late/".into()),
        // The hash alone is lost.
        (format!("/mine/~{code}"), mine.clone()),
        (format!("/mine~{code}"), mine.clone()),
        // Cut too late.
        ("/sessions/late/).".into(), "/sessions/late/".into()),
        ("/sessions/late).".into(), "/sessions/late/".into()),
        ("/sessions/late/%E2%80%9D,".into(), "/sessions/late/".into()),
        ("/sessions/late%20and%20more".into(), "/sessions/late/".into()),
        ("/sessions/late**".into(), "/sessions/late/".into()),
        ("/sessions/late/index.html".into(), "/sessions/late/".into()),
        ("/sessions/late/%E2%80%8B".into(), "/sessions/late/".into()),
        ("/sessions/late/#tides).".into(), "/sessions/late/#tides".into()),
        ("/sessions/late/%23tides).".into(), "/sessions/late/#tides".into()),
        ("/programme/2021-06-28/,".into(), "/programme/2021-06-28/".into()),
        ("/).".into(), "/".into()),
        (format!("/mine/#~{code})."), mine.clone()),
        (format!("/mine/%23~{code}%29."), mine.clone()),
        ("/programme/?theme=sea).".into(), "/programme/?theme=sea".into()),
        ("/programme/?now=2021-06-28T14:10:00+02:00).".into(), "/programme/?now=2021-06-28T14:10:00 02:00".into()),
        ("/programme/?now=2021-06-28T12%253A10%253A00.5Z.".into(), "/programme/?now=2021-06-28T12:10:00.5Z".into()),
        // Wrapped, or set by a typographer.
        ("/sessions/la%20te/".into(), "/sessions/late/".into()),
        ("/sessions/la=%0D%0Ate/".into(), "/sessions/late/".into()),
        ("/sessions/la%C2%ADte".into(), "/sessions/late/".into()),
        ("/programme/2021%E2%80%9306%E2%80%9328/".into(), "/programme/2021-06-28/".into()),
        ("/Sessions/Late".into(), "/sessions/late/".into()),
        (format!("/mine/#~{front}%20{back}"), mine.clone()),
        // With something of their own.
        (format!("/mine/#~{code}?fbclid=Iw"), mine.clone()),
        ("/sessions/late/#tides?utm_source=x".into(), "/sessions/late/#tides".into()),
        ("/sessions/late/#:~:text=Tides".into(), "/sessions/late/".into()),
        ("/sessions/late/#tides:~:text=Tides".into(), "/sessions/late/#tides".into()),
        ("/programme/?theme=sea&amp;kind=talk".into(), "/programme/?theme=sea&kind=talk".into()),
        ("/programme/?theme=sea?kind=talk".into(), "/programme/?theme=sea&kind=talk".into()),
        ("/programme/&kind=talk".into(), "/programme/".into()),
    ] {
        assert_eq!(meant(&arrived).as_deref(), Some(said.as_str()), "{arrived}");
    }
}

#[test]
fn where_a_schedule_was_lost_something_is_left_to_be_called_damaged() {
    for arrived in ["/mine/%23", "/mine/~", "/mine/%23~%20", "/mine/#~", "/mine/AbC", "/mine/%23~%ff"] {
        let said = meant(arrived).expect("my schedule");
        let code = said.strip_prefix("/mine/#~").expect(arrived);
        assert_eq!(share::decode(&sample::agenda(), code), Err(share::Problem::Damaged), "{arrived}");
    }
}

#[test]
fn what_the_agenda_does_not_have_is_not_found() {
    for arrived in
        ["/sessions/gone/", "/sessions/", "/sessions/lat", "/programme/2021-07-09/", "/404/", "/xyz", "/themes/"]
    {
        assert_eq!(meant(arrived), None, "{arrived}");
    }
}

proptest! {
    #[test]
    fn any_escaping_of_a_link_is_undone(rounds in 0..4_usize, at in 0..20_usize, end in "[).,;:!?\"'»*\\]> ]{0,3}") {
        let code = share::encode(&sample::agenda(), &["late".to_owned(), "opening".to_owned()]);
        let whole = format!("/mine/#~{code}");
        let (front, back) = whole.split_at(at.clamp(6, whole.len()));
        let sent = (0..rounds).fold(format!("{back}{end}"), |text, _| crate::page::encode(&text));
        prop_assert_eq!(meant(&format!("{front}{sent}")), Some(whole));
    }

    #[test]
    fn no_address_makes_it_panic_and_what_is_meant_stays(path in "\\PC*", query in "\\PC*", anchor in "\\PC*") {
        if let Some(address) = Address::meant(&sample::agenda(), &path, &query, &anchor) {
            let again = Address::meant(&sample::agenda(), &address.page.path(), "", &address.anchor);
            prop_assert_eq!(again.map(|again| (again.page, again.anchor)), Some((address.page, address.anchor)));
        }
    }
}
