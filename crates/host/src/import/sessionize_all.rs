//! Sessionize's "All": lists of sessions, speakers, rooms and categories that refer to one another.

use std::collections::BTreeMap;

use agenda::model::LinkKind;
use serde_json::Value;

use super::draft::{Draft, PersonDraft};
use super::json::{Index, Lenient};
use super::sessionize::{Choice, add_link, session};

/// Reads Sessionize's "All".
///
/// # Errors
/// A session has no time that can be read.
pub(super) fn read(root: &Value) -> Result<Draft, String> {
    let mut draft =
        Draft { rooms: root.list("rooms").iter().map(|room| room.text("name")).collect(), ..Draft::default() };
    for speaker in root.list("speakers") {
        let affiliation = Some(speaker.text("tagLine")).filter(|line| !line.is_empty());
        draft.add_account(&name(speaker), speaker.text("id"));
        draft.people.push(PersonDraft { name: name(speaker), sort_name: None, affiliation });
        draft.lost.add_some("biographies of people", &speaker.text("bio"));
        draft.lost.add_some("pictures of people", &speaker.text("profilePicture"));
        speaker.list("links").iter().for_each(|link| draft.lost.add("links of people", &link.text("url")));
    }
    let categories: BTreeMap<String, Choice> = root
        .list("categories")
        .iter()
        .flat_map(|category| {
            let title = category.text("title");
            category.list("items").iter().map(move |item| (item.text("id"), (title.clone(), item.text("name"))))
        })
        .collect();
    let [rooms, speakers, questions] = ["rooms", "speakers", "questions"].map(|list| Index::of(root.list(list), "id"));
    for item in root.list("sessions") {
        let place = rooms.get(&item.text("roomId")).map(|room| room.text("name")).unwrap_or_default();
        let mut people = Vec::new();
        for id in item.list("speakers") {
            match speakers.get(&id.as_text()) {
                Some(speaker) => people.push(name(speaker)),
                None => draft.lost.add("speakers whose name the file does not give", &id.as_text()),
            }
        }
        let chosen = item.list("categoryItems").iter().map(Lenient::as_text);
        let choices = chosen.filter_map(|id| categories.get(&id).cloned());
        let mut session = session(item, place, people, choices.collect(), &mut draft)?;
        for answer in item.list("questionAnswers") {
            let question = questions.get(&answer.text("questionId"));
            let question = question.map(|question| question.text("question")).unwrap_or_default();
            let value = answer.text("answerValue");
            if value.starts_with("https://") || value.starts_with("http://") {
                add_link(&value, &question, LinkKind::Page, &mut session, &mut draft);
            } else {
                draft.lost.add_some("answers to questions", &format!("{question}: {value}"));
            }
        }
        draft.add(session)?;
    }
    Ok(draft)
}

fn name(speaker: &Value) -> String {
    let whole = speaker.text("fullName");
    if whole.is_empty() { format!("{} {}", speaker.text("firstName"), speaker.text("lastName")) } else { whole }
}
