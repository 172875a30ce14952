//! Finds a zone by what people call it: a city, a country, an abbreviation such as `EST`, or an offset from UTC.

use chrono::FixedOffset;

use super::{ALIASES, city};
use crate::search::fold;

/// How many zones are offered for what was typed.
const OFFERED: usize = 8;

/// Zones with the words that lead to them, as `tools/places.mjs` writes them: a line for each, those of many people first,
/// with its name, countries, abbreviations and cities between tabs. A name alone will do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places(String);

/// A zone that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its name, as the reader knows it.
    pub zone: String,
    /// As in `Mumbai (time of Kolkata)` or `Kathmandu, Nepal`.
    pub words: String,
}

impl Places {
    /// Zones with their words, or names of zones, a line for each.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// Whether there are none, as before they have come.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The zones that fit best what was typed, among those of which `offset_of` knows the offset.
    pub fn search(&self, typed: &str, offset_of: &dyn Fn(&str) -> Option<FixedOffset>) -> Vec<Offer> {
        let places = self.0.lines().map(Place::of);
        let offer = |place: Place, word: Option<&str>| {
            let names = [place.zone, old_name(place.zone)];
            let zone = names.into_iter().find(|name| offset_of(name).is_some())?;
            Some(Offer { zone: zone.to_owned(), words: place.words(word) })
        };
        if let Some(offset) = offset(typed) {
            let fixed = fixed_zone(offset).unwrap_or_default();
            let all = [Place::of(&fixed)].into_iter().chain(places.filter(|place| place.zone != fixed));
            let fits = all.filter_map(|place| offer(place, None));
            return fits.filter(|offer| offset_of(&offer.zone) == Some(offset)).take(OFFERED).collect();
        }
        let typed = plain(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let fits: Vec<(Fit, Option<&str>, Place)> =
            places.filter_map(|place| place.fit(&typed).map(|(fit, word)| (fit, word, place))).collect();
        let of = |wanted| fits.iter().filter(move |(fit, ..)| *fit == wanted);
        let best_first = [Fit::Whole, Fit::Start, Fit::Within].into_iter().flat_map(of);
        best_first.filter_map(|(_, word, place)| offer(*place, *word)).take(OFFERED).collect()
    }
}

/// How well a word fits what was typed, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Start,
    /// A later part of it starts so.
    Within,
}

/// A zone and the words that lead to it.
#[derive(Clone, Copy)]
struct Place<'a> {
    zone: &'a str,
    countries: &'a str,
    abbreviations: &'a str,
    cities: &'a str,
}

impl<'a> Place<'a> {
    fn of(line: &'a str) -> Self {
        let mut parts = line.split('\t');
        let mut next = || parts.next().unwrap_or_default();
        Self { zone: next(), countries: next(), abbreviations: next(), cities: next() }
    }

    /// How well it fits, and by which word where that is not its own name.
    fn fit(self, typed: &str) -> Option<(Fit, Option<&'a str>)> {
        let own = [city(self.zone), self.zone.to_owned(), old_name(self.zone).to_owned()];
        let own = own.iter().filter_map(|name| fit(name, typed)).map(|fit| (fit, None));
        let of = |words: &'a str| words.split(';').filter_map(|word| Some((fit(word, typed)?, Some(word))));
        // Half an abbreviation is none.
        let whole = of(self.abbreviations).filter(|(fit, _)| *fit == Fit::Whole);
        own.chain(of(self.countries)).chain(whole).chain(of(self.cities)).min_by_key(|(fit, _)| *fit)
    }

    fn words(self, word: Option<&str>) -> String {
        let (city, country) = (city(self.zone), self.countries.split(';').next().unwrap_or_default());
        match word {
            Some(word) => format!("{word} (time of {city})"),
            None if country.is_empty() => city,
            None => format!("{city}, {country}"),
        }
    }
}

fn fit(word: &str, typed: &str) -> Option<Fit> {
    let word = plain(word);
    match word.strip_prefix(typed) {
        Some("") => Some(Fit::Whole),
        Some(_) => Some(Fit::Start),
        None => word.contains(&format!(" {typed}")).then_some(Fit::Within),
    }
}

/// Without case, accents, and all that stands between words.
fn plain(text: &str) -> String {
    let folded = fold(text).replace(['.', ',', '\''], "");
    let words = folded.split(|c: char| c.is_whitespace() || "/_-".contains(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The name under which older readers know a zone.
fn old_name(zone: &str) -> &str {
    ALIASES.iter().find(|(new, _)| *new == zone).map_or(zone, |(_, old)| old)
}

/// An offset as people write it: `+5:30`, `UTC-5`, `GMT +0530`. It has a sign, as `530` may be anything.
fn offset(typed: &str) -> Option<FixedOffset> {
    let typed = fold(typed.trim());
    let rest = typed.strip_prefix("utc").or_else(|| typed.strip_prefix("gmt")).unwrap_or(&typed).trim_start();
    let (sign, digits) = match rest.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix(['-', '−', '–'])?),
    };
    let digits = digits.trim_start();
    let joined = || if digits.len() > 2 { digits.split_at_checked(digits.len() - 2) } else { Some((digits, "0")) };
    let (hours, minutes) = digits.split_once(':').or_else(joined)?;
    let number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<i32>().ok())?;
    let (hours, minutes) = (number(hours)?, number(minutes).filter(|minutes| *minutes < 60)?);
    FixedOffset::east_opt(sign * hours.checked_mul(60)?.checked_add(minutes)?.checked_mul(60)?)
}

/// The zone that has that offset all year; the sign in its name is that of going west.
fn fixed_zone(offset: FixedOffset) -> Option<String> {
    let (hours, rest) = (offset.local_minus_utc() / 3_600, offset.local_minus_utc() % 3_600);
    match hours {
        _ if rest != 0 => None,
        0 => Some("UTC".to_owned()),
        -12..=14 => Some(format!("Etc/GMT{:+}", -hours)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_instant;
    use crate::zone::tests::offset as known;
    use proptest::prelude::*;

    const TEXT: &str = "\
        Asia/Shanghai\tChina\tCST\tPeking;Shanghai;Beijing\n\
        Asia/Kolkata\tIndia\tIST\tBangalore;Mumbai;Delhi\n\
        America/New_York\tUnited States\tEST;EDT\tUSA;New York;Washington, D.C.\n\
        America/Sao_Paulo\tBrazil\tBRT\tSao Paulo\n\
        America/Bogota\tColombia\tCOT\tBogotá;Cali\n\
        Asia/Jerusalem\tIsrael\tIST;IDT\tTel Aviv\n\
        Europe/Istanbul\tTurkey\t\tIstanbul\n\
        Asia/Kathmandu\tNepal\tNPT\tKathmandu;Pokhara\n\
        Europe/Kyiv\tUkraine\tEET;EEST\tKyiv;Odessa\n\
        America/Indiana/Indianapolis\tUnited States\tEST;EDT\tIndianapolis\n\
        UTC\t\tGMT\t\n";

    /// The words that are offered.
    fn words(typed: &str) -> Vec<String> {
        let at = parse_instant("2021-06-28T12:00:00Z").expect("an instant").to_utc();
        let offers = Places::new(TEXT.to_owned()).search(typed, &|zone| known(zone, at));
        offers.into_iter().map(|offer| offer.words).collect()
    }

    #[test]
    fn what_people_call_a_place_leads_to_its_zone() {
        for (typed, first) in [
            ("Beijing", "Beijing (time of Shanghai)"),
            ("mumb", "Mumbai (time of Kolkata)"),
            ("Bangalore", "Bangalore (time of Kolkata)"),
            ("Nepal", "Nepal (time of Kathmandu)"),
            ("Bogota", "Bogotá, Colombia"),
            ("são p", "São Paulo, Brazil"),
            ("Kiev", "Kyiv, Ukraine"),
            ("KYIV", "Kyiv, Ukraine"),
            ("asia/katm", "Kathmandu, Nepal"),
            ("katmandu", "Kathmandu, Nepal"),
            ("washington dc", "Washington, D.C. (time of New York)"),
            ("york", "New York, United States"),
            ("utc", "UTC"),
        ] {
            let offered = words(typed);
            assert_eq!(offered.first().map(String::as_str), Some(first), "{typed}: {offered:?}");
        }
        for typed in ["gota", "  ", "-", "es", "Atlantis"] {
            assert_eq!(words(typed), [""; 0], "{typed}");
        }
    }

    #[test]
    fn what_is_said_whole_comes_before_what_begins_so() {
        assert_eq!(words("India"), ["India (time of Kolkata)", "Indianapolis, United States"]);
        assert_eq!(words("IST"), ["IST (time of Kolkata)", "IST (time of Jerusalem)", "Istanbul, Turkey"]);
        assert_eq!(words("EST"), ["EST (time of New York)", "EST (time of Indianapolis)"]);
    }

    #[test]
    fn an_offset_leads_to_the_zones_that_have_it_at_the_event() {
        for (typed, offered) in [
            ("+5:30", vec!["Kolkata, India"]),
            ("UTC+0530", vec!["Kolkata, India"]),
            ("gmt + 5:45", vec!["Kathmandu, Nepal"]),
            ("UTC-5", vec!["UTC−5", "Bogotá, Colombia"]),
            ("utc−05:00", vec!["UTC−5", "Bogotá, Colombia"]),
            ("+0", vec!["UTC"]),
            ("+3", vec!["UTC+3", "Jerusalem, Israel", "Istanbul, Turkey", "Kyiv, Ukraine"]),
            ("+25", vec![]),
            ("+5:99", vec![]),
            ("530", vec![]),
        ] {
            assert_eq!(words(typed), offered, "{typed}");
        }
    }

    #[test]
    fn what_the_reader_does_not_know_is_offered_by_its_old_name_or_not_at_all() {
        let old = |zone: &str| matches!(zone, "Europe/Kiev").then(|| FixedOffset::east_opt(7_200))?;
        let places = Places::new(TEXT.to_owned());
        let offers = places.search("Kyiv", &old);
        assert_eq!(offers, [Offer { zone: "Europe/Kiev".to_owned(), words: "Kyiv, Ukraine".to_owned() }]);
        assert_eq!(places.search("India", &old), []);
    }

    #[test]
    fn names_alone_are_enough() {
        let names = Places::new("Asia/Katmandu\nAmerica/Bogota".to_owned());
        let offers = names.search("kath", &|_| FixedOffset::east_opt(0));
        assert_eq!(offers, [Offer { zone: "Asia/Katmandu".to_owned(), words: "Kathmandu".to_owned() }]);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(typed in ".{0,12}") {
            let _ = words(&typed);
        }
    }
}
