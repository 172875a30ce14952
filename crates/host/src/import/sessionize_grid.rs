//! Sessionize's "GridSmart": days with rooms with sessions, everything written out in place.

use std::collections::BTreeSet;

use serde_json::Value;

use super::draft::Draft;
use super::json::Lenient;
use super::sessionize::{Choice, session};

/// Reads the days.
///
/// # Errors
/// A session has no time that can be read.
pub(super) fn read(days: &[Value]) -> Result<Draft, String> {
    let mut draft = Draft::default();
    // A plenum session is listed in each of its rooms.
    let mut seen = BTreeSet::new();
    for room in days.iter().flat_map(|day| day.list("rooms")) {
        let name = room.text("name");
        if !name.is_empty() && !draft.rooms.contains(&name) {
            draft.rooms.push(name.clone());
        }
        for item in room.list("sessions") {
            if !seen.insert((item.text("id"), item.text("startsAt"))) {
                continue;
            }
            let own = item.text("room");
            let people = item.list("speakers").iter().map(|speaker| speaker.text("name")).collect();
            let choices: Vec<Choice> = item
                .list("categories")
                .iter()
                .flat_map(|category| {
                    let title = category.text("name");
                    category.list("categoryItems").iter().map(move |item| (title.clone(), item.text("name")))
                })
                .collect();
            let room = if own.is_empty() { name.clone() } else { own };
            let session = session(item, room, people, choices, &mut draft)?;
            draft.add(session)?;
        }
    }
    Ok(draft)
}
