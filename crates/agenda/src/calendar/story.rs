//! The description of a calendar entry: plain text, with every link in full.

use super::joined;
use crate::Agenda;
use crate::model::{Link, Person, Session};
use crate::recorded::Recorded;
use crate::site::absolute;
use crate::video::Video;

/// A text as it is written.
struct Story<'a> {
    text: String,
    site: Option<&'a str>,
    /// Heading of the next list, written with its first line.
    heading: &'static str,
}

/// Summary, people, talks and recordings with their videos, links, and the
/// page of the session, which not every program shows by itself; of the summary at most so many characters.
pub(super) fn story(agenda: &Agenda, site: Option<&str>, session: &Session, page: Option<&str>, most: usize) -> String {
    let mut story = Story { text: String::new(), site, heading: "" };
    if let Some(summary) = &session.summary {
        story.passage(&beginning(summary.plain(), most));
    }
    story.heading = "With:";
    for part in &session.people {
        if let Some(person) = agenda.person(&part.person) {
            story.item(&[&person.name, ", ", &part.role], None);
        }
    }
    story.heading = "Talks:";
    for talk in &session.talks {
        let by = names(agenda.speakers(talk));
        let end = if by.is_empty() { "" } else { ")" };
        story.item(&[&talk.title, &by, end], video(&talk.video).as_deref());
    }
    story.heading = "Recordings:";
    for one in Recorded::all_of(session) {
        story.item(&[&one.title()], video(&one.recording.video).as_deref());
    }
    story.heading = "Links:";
    for Link { label, href, .. } in &session.links {
        // A link inside the site is left out while the site's address is not known.
        if absolute(site, href).is_some() {
            story.item(&[label], Some(href));
        }
    }
    if let Some(join) = joined(site, session) {
        story.passage("Join: ");
        story.text.push_str(&join);
    }
    if let Some(page) = page {
        story.passage(page);
    }
    story.text
}

impl Story<'_> {
    /// Starts a passage.
    #[inline(never)]
    fn passage(&mut self, words: &str) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(words);
    }

    /// Adds a line to a list, with its link on a line of its own: words beside
    /// a link become part of it in some programs.
    #[inline(never)]
    fn item(&mut self, words: &[&str], href: Option<&str>) {
        let heading = std::mem::take(&mut self.heading);
        if !heading.is_empty() {
            self.passage(heading);
        }
        self.text.push_str("\n- ");
        for word in words {
            self.text.push_str(word);
        }
        if let Some(href) = href.and_then(|href| absolute(self.site, href)) {
            self.text.push_str("\n  ");
            self.text.push_str(&href);
        }
    }
}

/// The beginning of a text, up to the end of a word where it has to be cut.
fn beginning(mut text: String, most: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
        text.truncate(text.trim_end_matches(|letter: char| !letter.is_whitespace()).trim_end().len());
        text.push('…');
    }
    text
}

/// As in ` (One, Another`; empty without people.
fn names<'a>(people: impl Iterator<Item = &'a Person>) -> String {
    let mut names = String::new();
    for person in people {
        names.push_str(if names.is_empty() { " (" } else { ", " });
        names.push_str(&person.name);
    }
    names
}

/// Where a recording can be watched.
fn video(video: &Video) -> Option<String> {
    match video {
        Video::Published(film) => Some(film.source.page()),
        Video::Missing(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_text_is_cut_between_words() {
        for (most, cut) in
            [(usize::MAX, "Été à la mer"), (12, "Été à la mer"), (11, "Été à la…"), (5, "Été…"), (1, "…")]
        {
            assert_eq!(beginning("Été à la mer".to_owned(), most), cut, "{most}");
        }
    }
}
