//! Titles and names: their length, their letters, and whether they differ.

use std::collections::BTreeMap;

use agenda::{Hue, Rule, clip};
use unicode_script::{Script, UnicodeScript};

use super::Lint;
use crate::letters::fold;

/// The most characters of a title.
const LONG: usize = 120;

/// Greek letters that look like Latin ones; others stand beside them in good faith, as in `µm`.
const GREEK: &str = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαρυν";

impl Lint<'_> {
    pub(super) fn names(&mut self) {
        let document = self.document;
        self.differ("themes", "title", document.themes.iter().map(|theme| &*theme.title).collect());
        self.differ("kinds", "title", document.kinds.iter().map(|kind| &*kind.title).collect());
        self.differ("rooms", "title", document.rooms.iter().map(|room| &*room.title).collect());
        self.differ("people", "name", document.people.iter().map(|person| &*person.name).collect());
        self.colours("themes", document.themes.iter().map(|theme| theme.hue).collect());
        self.colours("kinds", document.kinds.iter().map(|kind| kind.hue).collect());
        for (pointer, title) in self.texts() {
            if !pointer.ends_with("/title") {
                continue;
            }
            let length = title.chars().count();
            if length > LONG {
                let problem = format!("“{}” has {length} characters", clip(title));
                self.fault(
                    Rule::LongTitle,
                    pointer,
                    problem,
                    format!("shorten it to {LONG}, and put the rest into `summary`"),
                );
            }
        }
    }

    /// Things of one list have names that differ.
    fn differ(&mut self, list: &str, member: &str, names: Vec<&str>) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (index, name) in names.into_iter().enumerate() {
            let pointer = format!("/{list}/{index}/{member}");
            if !self.is_own(&pointer) {
                continue;
            }
            if let Some(other) = seen.insert(fold(name), index) {
                let id = self.text(&format!("/{list}/{other}/id")).to_owned();
                let problem = format!("“{}” is the name of `{id}` as well", clip(name));
                self.fault(Rule::SameName, pointer, problem, "make one of the two, or tell them apart by name");
            }
        }
    }

    /// Things of one list have colours that differ in the steps that the site shows.
    fn colours(&mut self, list: &str, hues: Vec<Hue>) {
        // More things than there are steps cannot all differ.
        if hues.len() > 360 / Hue::STEP as usize {
            return;
        }
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (index, hue) in hues.into_iter().enumerate() {
            let pointer = format!("/{list}/{index}/hue");
            if !self.is_own(&pointer) {
                continue;
            }
            if let Some(other) = seen.insert(hue.class(), index) {
                let id = self.text(&format!("/{list}/{other}/id")).to_owned();
                let problem = format!("it has the colour of `{id}`");
                let remedy = format!("choose hues that are more than {} degrees apart", Hue::STEP);
                self.fault(Rule::SameColour, pointer, problem, remedy);
            }
        }
    }

    /// Words of letters from two scripts that look alike, and characters that nobody sees.
    pub(super) fn letters(&mut self) {
        for (pointer, text) in self.texts() {
            if let Some((problem, remedy)) = odd(text) {
                self.fault(Rule::LookAlike, pointer, problem, remedy);
            }
        }
    }
}

/// What is odd about the letters of a text, and what to do.
fn odd(text: &str) -> Option<(String, &'static str)> {
    // Joiners and marks of direction have their work to do.
    if let Some(letter) = text.chars().find(|letter| matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}')) {
        return Some((format!("here is U+{:04X}, which is not seen", u32::from(letter)), "remove it"));
    }
    let is_mixed = |word: &&str| {
        let twin = |letter: char| {
            let script = letter.script();
            let is_greek = script == Script::Greek && GREEK.contains(letter);
            is_greek || [Script::Armenian, Script::Cherokee, Script::Cyrillic].contains(&script)
        };
        word.chars().any(|letter| letter.script() == Script::Latin) && word.chars().any(twin)
    };
    let word = text.split(|letter: char| !letter.is_alphabetic()).find(is_mixed)?;
    let scripts: Vec<String> = word.chars().map(|letter| letter.script().full_name().to_owned()).collect();
    let other = scripts.iter().find(|script| *script != "Latin" && *script != "Common")?;
    Some((format!("`{}` has Latin and {other} letters, which look alike", clip(word)), "write it in one script"))
}
