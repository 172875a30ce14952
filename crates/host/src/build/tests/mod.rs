//! Tests of whole sites, and what they share.

mod contents;
mod example;
mod large;
mod pages;
mod whole;

use std::collections::BTreeMap;

const SITE: (&str, &str) = ("\"mode\"", "\"site_url\": \"https://a.example/b\", \"mode\"");

type Site = BTreeMap<String, Vec<u8>>;

fn text<'s>(site: &'s Site, place: &str) -> &'s str {
    str::from_utf8(site.get(place).unwrap_or_else(|| panic!("there is {place}"))).expect("text")
}

fn pages(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    let is_page = |place: &&String| place.rsplit_once('.').is_some_and(|(_, end)| end == "html");
    site.keys().filter(is_page).map(|place| (&**place, text(site, place)))
}

/// The places at which two sites are not the same.
fn differences<'s>(one: &'s Site, other: &'s Site) -> Vec<&'s str> {
    let places = one.keys().chain(other.keys());
    places.filter(|place| one.get(*place) != other.get(*place)).map(String::as_str).collect()
}

/// Every part of a text between the two.
fn all_between<'t>(text: &'t str, before: &'t str, after: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(before).skip(1).filter_map(move |rest| rest.split_once(after).map(|(found, _)| found))
}

fn between<'t>(text: &'t str, before: &'t str, after: &'t str) -> &'t str {
    all_between(text, before, after).next().unwrap_or_else(|| panic!("there is {before}…{after}"))
}
