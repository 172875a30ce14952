//! The pages of a site and their paths.

use chrono::NaiveDate;

use crate::Agenda;

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Page {
    /// The event.
    Home,
    /// Every day of the programme.
    Programme,
    /// One day of the programme.
    Day(NaiveDate),
    /// A theme, by id.
    Theme(String),
    /// A session, by id.
    Session(String),
    /// Talks and recordings.
    Watch,
    /// Everybody who takes part.
    People,
    /// A person, by id.
    Person(String),
    /// A room, by id.
    Room(String),
    /// My schedule.
    Mine,
    /// Credits, privacy, data, changes.
    About,
}

impl Page {
    /// Every page of an agenda's site.
    pub fn all(agenda: &Agenda) -> Vec<Self> {
        let fixed = [Self::Home, Self::Programme, Self::Watch, Self::People, Self::Mine, Self::About];
        let days = agenda.days().into_iter().map(Self::Day);
        let themes = agenda.themes().iter().map(|theme| Self::Theme(theme.id.to_string()));
        let sessions = agenda.sessions().iter().map(|session| Self::Session(session.id.to_string()));
        let people = agenda.people().iter().map(|person| Self::Person(person.id.to_string()));
        let rooms = agenda.rooms().iter().map(|room| Self::Room(room.id.to_string()));
        fixed.into_iter().chain(days).chain(themes).chain(sessions).chain(people).chain(rooms).collect()
    }

    /// Whether an agenda's site has it.
    pub fn is_in(&self, agenda: &Agenda) -> bool {
        match self {
            Self::Home | Self::Programme | Self::Watch | Self::People | Self::Mine | Self::About => true,
            Self::Day(date) => agenda.days().contains(date),
            Self::Theme(id) => agenda.theme(id).is_some(),
            Self::Session(id) => agenda.session(id).is_some(),
            Self::Person(id) => agenda.person(id).is_some(),
            Self::Room(id) => agenda.room(id).is_some(),
        }
    }

    /// The path below the site's base; it begins and ends with `/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Programme => "/programme/".to_owned(),
            Self::Day(date) => format!("/programme/{date}/"),
            Self::Theme(id) => format!("/themes/{}/", encode(id)),
            Self::Session(id) => format!("/sessions/{}/", encode(id)),
            Self::Watch => "/watch/".to_owned(),
            Self::People => "/people/".to_owned(),
            Self::Person(id) => format!("/people/{}/", encode(id)),
            Self::Room(id) => format!("/rooms/{}/", encode(id)),
            Self::Mine => "/mine/".to_owned(),
            Self::About => "/about/".to_owned(),
        }
    }
}

/// The title of a page for the browser's tab and history; without a page, that of "Page not found".
pub fn title(agenda: &Agenda, page: Option<&Page>) -> String {
    let event = &*agenda.event().title;
    let own = page.and_then(|page| match page {
        Page::Home => Some(String::new()),
        Page::Programme => Some("Programme".to_owned()),
        Page::Day(day) => agenda.days().contains(day).then(|| crate::time::words::long_date(*day)),
        Page::Theme(id) => agenda.theme(id).map(|theme| theme.title.to_string()),
        Page::Session(id) => agenda.session(id).map(|session| session.title.to_string()),
        Page::Watch => Some("Watch".to_owned()),
        Page::People => Some("People".to_owned()),
        Page::Person(id) => agenda.person(id).map(|person| person.name.to_string()),
        Page::Room(id) => agenda.room(id).map(|room| room.title.to_string()),
        Page::Mine => Some("My schedule".to_owned()),
        Page::About => Some("About".to_owned()),
    });
    match own.as_deref() {
        Some("") => event.to_owned(),
        Some(own) => format!("{own} · {event}"),
        None => format!("Page not found · {event}"),
    }
}

/// Escapes all that could mean something in a link (RFC 3986, section 2).
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(["%", &format!("{byte:02X}")]);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use proptest::prelude::*;

    #[test]
    fn every_page_has_a_path_of_its_own_and_a_title() {
        let agenda = sample::agenda();
        let pages = Page::all(&agenda);
        let found: Vec<(String, String)> = pages.iter().map(|page| (page.path(), title(&agenda, Some(page)))).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(path, title)| (path.as_str(), title.as_str())).collect();
        let expected = [
            ("/", "Sample"),
            ("/programme/", "Programme · Sample"),
            ("/watch/", "Watch · Sample"),
            ("/people/", "People · Sample"),
            ("/mine/", "My schedule · Sample"),
            ("/about/", "About · Sample"),
            ("/programme/2021-06-28/", "Monday 28 June · Sample"),
            ("/programme/2021-06-29/", "Tuesday 29 June · Sample"),
            ("/themes/sea/", "Sea · Sample"),
            ("/sessions/opening/", "Opening · Sample"),
            ("/sessions/late/", "Late · Sample"),
            ("/sessions/closing/", "Closing · Sample"),
            ("/people/zoe/", "Zoë Ångström · Sample"),
            ("/rooms/hall/", "Hall · Sample"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_the_agenda_does_not_have_has_the_title_of_a_page_that_is_not_found() {
        let agenda = sample::agenda();
        let day = NaiveDate::from_ymd_opt(2021, 7, 1).expect("a date");
        let gone = [
            Page::Session("gone".into()),
            Page::Theme("gone".into()),
            Page::Person("a/b".into()),
            Page::Room("gone".into()),
            Page::Day(day),
        ];
        assert!(
            !gone.iter().any(|page| page.is_in(&agenda)) && Page::all(&agenda).iter().all(|page| page.is_in(&agenda))
        );
        for page in gone.iter().map(Some).chain([None]) {
            assert_eq!(title(&agenda, page), "Page not found · Sample", "{page:?}");
        }
        assert_eq!(Page::Person("a/b".into()).path(), "/people/a%2Fb/");
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_safe_in_a_link_and_decodes_to_the_same(text in "\\PC{0,12}") {
            let encoded = encode(&text);
            prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:%".contains(&byte)));
            let mut bytes = Vec::new();
            let mut rest = encoded.as_str();
            while let Some((before, after)) = rest.split_once('%') {
                bytes.extend_from_slice(before.as_bytes());
                bytes.push(u8::from_str_radix(&after[..2], 16).expect("two digits"));
                rest = &after[2..];
            }
            bytes.extend_from_slice(rest.as_bytes());
            prop_assert_eq!(String::from_utf8(bytes).expect("UTF-8"), text);
        }
    }
}
