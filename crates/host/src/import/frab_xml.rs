//! `schedule.xml` as frab, pretalx, wafer and others write it: conference, days, rooms, events.

use agenda::link::Href;
use url::Url;

use super::draft::{DayDraft, Draft, EventDraft};
use super::frab::{Facts, Person, Reference, session};
use super::lost::Lost;
use super::xml::Element;
use super::{frab, times};

/// Reads a `schedule.xml`.
///
/// # Errors
/// The file is no such thing, or an event in it has no time.
pub(super) fn read(text: &str) -> Result<Draft, String> {
    let root = Element::read(text)?;
    if root.name != "schedule" {
        return Err(format!("its root is <{}>, and that of a schedule.xml is <schedule>", root.name));
    }
    let is_ours = root.first("generator").is_some_and(|generator| frab::is_ours(generator.attribute("name")));
    let conference = root.first("conference").ok_or("it has no <conference>")?;
    let mut draft = Draft::default();
    draft.event = event(conference, root.text_of("version"), is_ours, &mut draft.lost);
    if is_ours {
        draft.event.day_start = root.first("day").and_then(|day| times::minute_of(day.attribute("start")));
    }
    let base = draft.event.url.as_ref().and_then(|url| Url::parse(url).ok());
    for day in root.all("day") {
        let listed =
            DayDraft { date: times::date(day.attribute("date")), start: times::moment(day.attribute("start")) };
        for room in day.all("room") {
            for event in room.all("event") {
                let facts = facts(event, room.attribute("name"), &mut draft.lost);
                let mut session = session(facts, is_ours, base.as_ref(), &mut draft)?;
                session.day = Some(listed.clone());
                draft.add(session)?;
            }
        }
    }
    frab::unused_tracks(
        root.first("tracks").into_iter().flat_map(|tracks| tracks.all("track")).map(Element::text),
        &mut draft,
    );
    Ok(draft)
}

fn event(conference: &Element, version: &str, is_ours: bool, lost: &mut Lost) -> EventDraft {
    for (name, sort) in [
        ("venue", "the venue's name"),
        ("city", "the city"),
        ("color_primary", "colours of the event"),
        ("logo", "logo of the event"),
    ] {
        lost.add_some(sort, conference.text_of(name));
    }
    let some = |name: &str| Some(conference.text_of(name)).filter(|text| !text.is_empty()).map(str::to_owned);
    EventDraft {
        id: some("acronym"),
        title: some("title"),
        tagline: some("subtitle"),
        start: times::date(conference.text_of("start")),
        end: times::date(conference.text_of("end")),
        day_start: times::hour(conference.text_of("day_change")).map(times::minute),
        timezone: some("time_zone_name"),
        url: some("base_url").and_then(|url| Href::new(&url)),
        revision: is_ours.then(|| frab::revision(version)).flatten(),
        ..EventDraft::default()
    }
}

fn facts(event: &Element, room: &str, lost: &mut Lost) -> Facts {
    let text = |name: &str| event.text_of(name).to_owned();
    let references = |list: &str, item: &'static str| -> Vec<Reference> {
        let items = event.first(list).into_iter().flat_map(|list| list.children.iter());
        let items = items.filter(|element| element.name == item);
        items
            .map(|item| Reference {
                // wiki exports of the CCC have the address as text
                url: if item.attribute("href").is_empty() { item.text() } else { item.attribute("href") }.to_owned(),
                title: item.text().to_owned(),
                kind: item.attribute("type").to_owned(),
            })
            .collect()
    };
    let persons = event.first("persons").into_iter().flat_map(|persons| persons.all("person"));
    let persons: Vec<Person> = persons
        .map(|person| Person {
            id: person.attribute("id").to_owned(),
            name: person.text().to_owned(),
            role: String::new(),
        })
        .collect();
    for person in event.first("persons").into_iter().flat_map(|persons| persons.all("person")) {
        lost.add_some("biographies of people", person.attribute("biography"));
    }
    if let Some(answers) = event.first("answers") {
        answers.children.iter().for_each(|answer| lost.add("answers to questions", answer.text_of("answer")));
    }
    let recording = event.first("recording");
    let own_room = event.text_of("room");
    Facts {
        id: event.attribute("id").to_owned(),
        guid: event.attribute("guid").to_owned(),
        code: event.attribute("code").to_owned(),
        slug: text("slug"),
        title: text("title"),
        subtitle: text("subtitle"),
        room: if own_room.is_empty() { room } else { own_room }.to_owned(),
        date: text("date"),
        end: String::new(),
        duration: text("duration"),
        track: text("track"),
        kind: text("type"),
        language: text("language"),
        summary: [text("abstract"), text("description")],
        persons,
        links: references("links", "link"),
        attachments: references("attachments", "attachment"),
        url: text("url"),
        feedback: text("feedback_url"),
        logo: text("logo"),
        licence: recording.map(|recording| recording.text_of("license").to_owned()).unwrap_or_default(),
        is_unrecorded: recording.is_some_and(|recording| recording.text_of("optout") == "true"),
        is_cancelled: event.text_of("state").eq_ignore_ascii_case("canceled"),
    }
}
