//! Finds a zone by what people call it: a city, a country, an abbreviation such as `EST`, or an offset from UTC.

use chrono::FixedOffset;

use super::{ALIASES, city};
use crate::search::{Decompose, fold};

/// How many zones are offered for what was typed.
const OFFERED: usize = 8;

/// Zones with the words that lead to them, as `tools/places.mjs` writes them: a line for each, those of many people first,
/// with its name, countries, abbreviations and cities between tabs. A name alone will do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gazetteer(String);

/// A zone that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its name, as the reader knows it.
    pub zone: String,
    /// As in `Mumbai (time of Kolkata)` or `Kathmandu, Nepal`.
    pub words: String,
}

impl Gazetteer {
    /// Zones with their words, or names of zones, a line for each.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// Whether there are none, as before they have come.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The zones that fit best what was typed, among those of which `offset_of` knows the offset.
    pub fn search(
        &self,
        typed: &str,
        offset_of: &dyn Fn(&str) -> Option<FixedOffset>,
        decompose: Decompose,
    ) -> Vec<Offer> {
        let places = self.0.lines().map(Place::of);
        let offer = |place: Place, word: Option<&str>| {
            let names = [place.zone, old_name(place.zone)];
            let zone = names.into_iter().find(|name| offset_of(name).is_some())?;
            Some(Offer { zone: zone.to_owned(), words: place.words(word) })
        };
        if let Some(offset) = offset(&typed.to_lowercase()) {
            let fixed = fixed_zone(offset).unwrap_or_default();
            let all = [Place::of(&fixed)].into_iter().chain(places.filter(|place| place.zone != fixed));
            let fits = all.filter_map(|place| offer(place, None));
            return fits.filter(|offer| offset_of(&offer.zone) == Some(offset)).take(OFFERED).collect();
        }
        let typed = plain(typed, decompose);
        if typed.is_empty() {
            return Vec::new();
        }
        let fits: Vec<(Fit, Option<&str>, Place)> =
            places.filter_map(|place| place.fit(&typed, decompose).map(|(fit, word)| (fit, word, place))).collect();
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
    fn fit(self, typed: &str, decompose: Decompose) -> Option<(Fit, Option<&'a str>)> {
        let own = [city(self.zone), self.zone.to_owned(), old_name(self.zone).to_owned()];
        let own = own.iter().filter_map(|name| fit(name, typed, decompose)).map(|fit| (fit, None));
        let of = |words: &'a str| words.split(';').filter_map(|word| Some((fit(word, typed, decompose)?, Some(word))));
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

fn fit(word: &str, typed: &str, decompose: Decompose) -> Option<Fit> {
    let word = plain(word, decompose);
    match word.strip_prefix(typed) {
        Some("") => Some(Fit::Whole),
        Some(_) => Some(Fit::Start),
        None => word.contains(&format!(" {typed}")).then_some(Fit::Within),
    }
}

/// Without case, accents, and all that stands between words.
fn plain(text: &str, decompose: Decompose) -> String {
    let folded = fold(text, decompose).replace(['.', ',', '\''], "");
    let words = folded.split(|c: char| c.is_whitespace() || "/_-".contains(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The name under which older readers know a zone.
fn old_name(zone: &str) -> &str {
    ALIASES.iter().find(|(new, _)| *new == zone).map_or(zone, |(_, old)| old)
}

/// An offset as people write it, in lower case: `+5:30`, `utc-5`, `gmt +0530`. It has a sign, as `530` may be anything.
fn offset(typed: &str) -> Option<FixedOffset> {
    let typed = typed.trim();
    let rest = typed.strip_prefix("utc").or_else(|| typed.strip_prefix("gmt")).unwrap_or(typed).trim_start();
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
mod tests;
