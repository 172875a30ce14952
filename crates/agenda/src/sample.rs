//! A small agenda for tests of the core.

use super::Agenda;
use super::zone::tests::offset;

/// The sample as a file.
pub(crate) const SOURCE: &str = r#"{
  "format": 1,
  "event": {
    "id": "sample", "title": "Sample", "start": "2021-06-28", "end": "2021-06-29", "mode": "virtual", "timezone": "Europe/Copenhagen", "language": "en",
    "cities": [{ "name": "Kathmandu", "zone": "Asia/Kathmandu" }]
  },
  "revision": {
    "number": 1,
    "published": "2021-06-27T00:00:00Z",
    "changes": [{ "at": "2021-06-26", "sessions": ["late"], "text": "Moved." }]
  },
  "themes": [{ "id": "sea", "title": "Sea", "hue": 225 }],
  "kinds": [{ "id": "talk", "title": "Talk", "hue": 0 }, { "id": "other", "title": "Other", "hue": 90 }],
  "rooms": [{ "id": "hall", "title": "Hall" }],
  "people": [{ "id": "zoe", "name": "Zoë Ångström", "aliases": ["Z. Angstrom"] }],
  "sessions": [
    {
      "id": "opening", "title": "Opening", "start": "2021-06-28T11:00:00+02:00", "end": "2021-06-28T12:00:00+02:00",
      "kind": "talk", "themes": ["sea"], "room": "hall", "summary": "Hello.", "people": [{ "person": "zoe", "role": "chair" }],
      "links": [{ "label": "Sea", "href": "https://sea.example/" }]
    },
    {
      "id": "late", "title": "Late", "start": "2021-06-28T23:00:00+02:00", "end": "2021-06-29T01:00:00+02:00",
      "kind": "other", "themes": ["sea"],
      "talks": [{ "id": "tides", "title": "Tides", "speakers": ["zoe"], "video": { "provider": "vimeo", "id": "1" } }],
      "recordings": [{
        "video": { "provider": "vimeo", "id": "2" },
        "chapters": [{ "at": "0:30", "title": "One" }, { "at": "2:00", "title": "Two" }]
      }]
    },
    {
      "id": "closing", "title": "Closing", "start": "2021-06-29T16:00:00+02:00", "end": "2021-06-29T17:00:00+02:00",
      "kind": "other", "repeats": ["opening"]
    }
  ]
}"#;

/// The sample as an agenda.
pub(crate) fn agenda() -> Agenda {
    Agenda::read(SOURCE, &offset).expect("the sample keeps every rule")
}
