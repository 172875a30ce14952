//! What could do harm is no agenda, wherever it stands: moved here from the end-to-end tests.

use std::error::Error;
use std::fs;
use std::path::Path;

use agenda::Agenda;
use chrono::{DateTime, FixedOffset, Utc};
use serde_json::{Value, json};

fn offset_at(zone: &str, at: DateTime<Utc>) -> Option<FixedOffset> {
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    FixedOffset::east_opt(zone.to_offset(jiff::Timestamp::from_second(at.timestamp()).ok()?).seconds())
}

#[test]
fn scripts_data_and_markup_in_links_pictures_ids_and_videos_are_refused() -> Result<(), Box<dyn Error>> {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/agenda.json"))?;
    let agenda: Value = serde_json::from_str(&source)?;
    let link = |href: &str| json!([{ "label": "x", "href": href }]);
    let cases = [
        ("/sessions/0", "links", link("javascript:alert(1)"), "`javascript:alert(1)` is not a link"),
        ("/sessions/0", "links", link("JaVaScRiPt:alert(1)"), "is not a link"),
        ("/sessions/0", "links", link("data:text/html,<b>x"), "is not a link"),
        ("/sessions/0", "links", link("//evil.example/"), "is not a link"),
        ("/sessions/0", "links", link("/\\evil.example"), "is not a link"),
        ("/sessions/0", "links", link("vbscript:x"), "is not a link"),
        ("/sessions/0", "summary", json!("[x](javascript:alert(1))"), "leads to `javascript:alert(1`"),
        ("/sessions/0", "join", json!("javascript:2"), "is not a link"),
        ("/event", "hero", json!({ "src": "javascript:1", "alt": "x" }), "is not a link"),
        ("/sessions/1/talks/0", "video", json!({ "provider": "file", "src": "javascript:3" }), "is not a link"),
        (
            "/sessions/1/talks/0",
            "video",
            json!({ "provider": "vimeo", "id": "1", "captions": "javascript:4" }),
            "is not a link",
        ),
        (
            "/sessions/1/talks/0",
            "video",
            json!({ "provider": "vimeo", "id": "1", "transcript": "javascript:5" }),
            "is not a link",
        ),
        ("/sessions/1/talks/0", "video", json!({ "provider": "vimeo", "id": "1\"><script>" }), "made of digits"),
        ("/people/0", "id", json!("../../x"), "is not an id"),
        ("/themes/0", "id", json!("\"><script>"), "is not an id"),
        ("/event", "id", json!("a/../../b"), "is not an id"),
    ];
    for (pointer, member, value, said) in cases {
        let mut broken = agenda.clone();
        broken.pointer_mut(pointer).ok_or(pointer)?[member] = value.clone();
        let error = Agenda::read(&broken.to_string(), &offset_at).err().map(|error| error.to_string());
        assert!(error.as_deref().is_some_and(|error| error.contains(said)), "{value} at {pointer}/{member}: {error:?}");
    }
    Ok(())
}
