//! What an agenda is made of. Each record is written once, here: the macro
//! makes the type, the reader that names every fault, and (for the host tool)
//! the JSON Schema from the same lines.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::id::Id;
use super::link::Href;
use super::record::{record, words};
use super::scalar::{Hue, Line, Mark, Number, Version, ZoneName};
use super::text::Text;
use super::video::Video;

record! {
    /// One event and its whole programme, as a host keeps it in `agenda.json`.
    pub struct Document "agenda" {
        /// Where editors find the schema of this file; Meridian does not read it.
        schema as "$schema": Option<Line>,
        /// Version of the format. This app reads version 1.
        format: Version,
        /// The event itself.
        event: Event,
        /// Which edition of the programme this is and what changed before it.
        revision: Revision,
        /// Themes that talks and sessions belong to.
        themes: Vec<Theme>,
        /// Kinds of session, with what sessions of a kind share.
        kinds: Vec<Kind>,
        /// Rooms, real or virtual.
        rooms: Vec<Room>,
        /// People, and organisations that stand where nobody is named.
        people: Vec<Person>,
        /// Everything that has a start and an end.
        sessions: Vec<Session>,
    }
}

record! {
    /// The event: its name, days, zone and what the home page says.
    pub struct Event "event" {
        /// Stable for ever: storage keys and calendar UIDs are made from it.
        id: Id,
        /// The name of the event.
        title: Line,
        /// The name where space is scarce, such as the page header.
        short_title: Option<Line>,
        /// One sentence under the title.
        tagline: Option<Line>,
        /// First day, at the venue.
        start: NaiveDate,
        /// Last day, at the venue.
        end: NaiveDate,
        /// Venue time, as an IANA zone such as `Europe/Copenhagen`.
        timezone: ZoneName,
        /// Language of the programme, as a BCP 47 tag such as `en`.
        language: Line,
        /// Whether people meet online, in one place, or both.
        mode: Mode,
        /// Who organises it.
        organiser: Option<Line>,
        /// The official site.
        url: Option<Href>,
        /// Where this site is served; gives canonical and absolute links.
        site_url: Option<Href>,
        /// A picture for the home page. Without one the app draws its own.
        hero: Option<Image>,
        /// What a visitor may do next, most important first.
        actions: Vec<Action>,
        /// Paragraphs of the home page.
        sections: Vec<Section>,
        /// Places whose clocks a session page shows under "Elsewhere".
        cities: Vec<City>,
        /// Links of the event as a whole.
        links: Vec<Link>,
    }
}

record! {
    /// A picture with the credit that its licence asks for.
    pub struct Image "image" {
        /// The picture.
        src: Href,
        /// What it shows, for those who cannot see it; empty when it only decorates.
        alt: String,
        /// Who made it.
        credit: Option<Line>,
        /// Its licence.
        licence: Option<Line>,
        /// Where it comes from.
        source: Option<Href>,
    }
}

record! {
    /// A call to action on the home page.
    pub struct Action "action" {
        /// What the link says.
        label: Line,
        /// Where it leads.
        href: Href,
        /// Whether it is the main one.
        primary: bool,
        /// Last day on which it can be done, at the venue.
        until: Option<NaiveDate>,
        /// What the page says instead once `until` is over.
        closed: Option<Line>,
    }
}

record! {
    /// A headed passage of the home page.
    pub struct Section "section" {
        /// The heading.
        heading: Line,
        /// The passage.
        text: Text,
    }
}

record! {
    /// A place whose clock is worth seeing.
    pub struct City "city" {
        /// The name people know it by.
        name: Line,
        /// Its IANA zone.
        zone: ZoneName,
    }
}

record! {
    /// A link with the words it is shown by.
    pub struct Link "link" {
        /// What the link says.
        label: Line,
        /// Where it leads.
        href: Href,
        /// What is behind it.
        kind: LinkKind,
        /// A warning or an aside, such as "draft".
        note: Option<Line>,
    }
}

record! {
    /// An edition of the programme.
    pub struct Revision "revision" {
        /// Goes up by one or more with each edition.
        number: Number,
        /// When this edition was published.
        published: DateTime<FixedOffset>,
        /// What changed, oldest first.
        changes: Vec<Change>,
    }
}

record! {
    /// One change of the programme.
    pub struct Change "change" {
        /// When it was announced: a date, or a date and time with offset.
        at: ChangeDate,
        /// The sessions it concerns; none when it concerns the whole.
        sessions: Vec<Id>,
        /// What changed.
        text: Text,
        /// Where that can be checked.
        source: Option<Href>,
    }
}

record! {
    /// A theme: its place in the programme and its look.
    pub struct Theme "theme" {
        /// Names it in links.
        id: Id,
        /// Its number, where the event numbers its themes.
        number: Option<Number>,
        /// Its title.
        title: Line,
        /// What it is about.
        summary: Option<Text>,
        /// Hue of its badge and artwork, 0 to 359 degrees on the OKLCH wheel.
        hue: Hue,
        /// What its artwork is drawn with.
        motif: Motif,
    }
}

record! {
    /// A kind of session, with what its sessions share.
    pub struct Kind "kind" {
        /// Names it in links and filters.
        id: Id,
        /// What one session of it is called.
        title: Line,
        /// Hue of sessions that have no theme.
        hue: Hue,
        /// What sessions of this kind are for; a session's own goal wins.
        goal: Option<Text>,
        /// How they work; a session's own format wins.
        format: Option<Text>,
        /// What to do before or during one.
        instructions: Option<Text>,
    }
}

record! {
    /// A room, real or virtual.
    pub struct Room "room" {
        /// Names it in the file.
        id: Id,
        /// What it is called.
        title: Line,
    }
}

record! {
    /// Someone who speaks, moderates or facilitates.
    pub struct Person "person" {
        /// Names the person in links.
        id: Id,
        /// The name as they write it.
        name: Line,
        /// Other spellings by which people may search.
        aliases: Vec<Line>,
        /// Office and organisation.
        affiliation: Option<Line>,
        /// Whether this is an organisation rather than a person.
        organisation: bool,
    }
}

record! {
    /// Something that starts and ends.
    pub struct Session "session" {
        /// Stable for ever: links, bookmarks and calendar UIDs are made from it.
        id: Id,
        /// Its title.
        title: Line,
        /// Its kind.
        kind: Id,
        /// The themes it belongs to, if any.
        themes: Vec<Id>,
        /// Where it takes place.
        room: Option<Id>,
        /// When it starts: date and time with offset (RFC 3339).
        start: DateTime<FixedOffset>,
        /// When it ends: date and time with offset (RFC 3339).
        end: DateTime<FixedOffset>,
        /// Whether it will take place.
        status: Status,
        /// What it is, in a sentence or two.
        summary: Option<Text>,
        /// What it is for, where that differs from its kind's goal.
        goal: Option<Text>,
        /// How it works, where that differs from its kind's format.
        format: Option<Text>,
        /// What is covered.
        topics: Vec<Text>,
        /// Questions to discuss.
        questions: Vec<Line>,
        /// Who leads it, and as what.
        people: Vec<Part>,
        /// Recorded talks that belong to it, in order.
        talks: Vec<Talk>,
        /// Recordings of the session itself.
        recordings: Vec<Recording>,
        /// The live room.
        join: Option<Href>,
        /// Documents, courses and other links.
        links: Vec<Link>,
        /// What a visitor should know about the facts above.
        notes: Vec<Note>,
        /// Sessions that hold the same again; saying it on one side is enough.
        repeats: Vec<Id>,
        /// Its language where it differs from the event's.
        language: Option<Line>,
    }
}

record! {
    /// A person's part in a session.
    pub struct Part "part" {
        /// The person.
        person: Id,
        /// What they are there, such as `moderator` or `facilitator`.
        role: Line,
    }
}

record! {
    /// A recorded talk.
    pub struct Talk "talk" {
        /// Names it on its session's page; unique in the whole agenda.
        id: Id,
        /// Its title.
        title: Line,
        /// Its theme.
        theme: Option<Id>,
        /// Who speaks.
        speakers: Vec<Id>,
        /// The recording, or why there is none.
        video: Video,
        /// Slides, documents and other links.
        links: Vec<Link>,
    }
}

record! {
    /// A recording of a session, or of a part of it.
    pub struct Recording "recording" {
        /// Which part it shows, where there are several.
        title: Option<Line>,
        /// The theme it belongs to, where the session has several.
        theme: Option<Id>,
        /// The recording.
        video: Video,
        /// Where its parts begin.
        chapters: Vec<Chapter>,
    }
}

record! {
    /// A part of a recording.
    pub struct Chapter "chapter" {
        /// Where it begins, from the start of the recording.
        at: Mark,
        /// What it is about.
        title: Line,
    }
}

record! {
    /// Something a visitor should know about a session's facts.
    pub struct Note "note" {
        /// What sort of note it is.
        kind: NoteKind,
        /// What there is to know.
        text: Text,
        /// Where that can be checked.
        sources: Vec<Href>,
    }
}

/// When a change was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeDate {
    /// Only the day is known.
    Day(NaiveDate),
    /// The exact time is known.
    Instant(DateTime<FixedOffset>),
}

words! {
    /// How people meet.
    pub enum Mode {
        Virtual = "virtual",
        InPerson = "in-person",
        Hybrid = "hybrid",
    }
}

words! {
    /// Whether a session will take place. Confirmed when the file is silent.
    pub enum Status, optional {
        Confirmed = "confirmed",
        Tentative = "tentative",
        Cancelled = "cancelled",
    }
}

words! {
    /// What is behind a link. A web page when the file is silent.
    pub enum LinkKind, optional {
        Page = "page",
        Document = "document",
        Course = "course",
        Forum = "forum",
        Slides = "slides",
        Source = "source",
    }
}

words! {
    /// What sort of note stands beside a fact.
    pub enum NoteKind {
        Information = "information",
        Derived = "derived",
        Conflicting = "conflicting",
        Correction = "correction",
    }
}

words! {
    /// What a theme's artwork is drawn with. Meridian lines when the file is silent.
    pub enum Motif, optional {
        Meridians = "meridians",
        Wings = "wings",
        Leaves = "leaves",
        Waves = "waves",
    }
}
