//! Where in a text stands what was typed.

use std::ops::Range;

use super::fields::{Field, texts};
use super::fold::{Decompose, fold, is_apostrophe};
use super::index::Query;
use super::pieces::{Piece, pieces};
use super::term::{Term, without_apostrophes};
use crate::Agenda;
use crate::model::Session;

/// Letters of an excerpt before what was found.
const BEFORE: usize = 50;

/// Letters of it from there on.
const AFTER: usize = 110;

/// A text, run by run.
pub type Marked = Vec<Run>;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// As it is written.
    pub text: String,
    /// Whether it is what was looked for.
    pub is_match: bool,
}

impl Query {
    /// A text with what was looked for.
    pub fn marked(&self, text: &str, decompose: Decompose) -> Marked {
        runs(text, &self.places(text, decompose).0)
    }

    /// The parts of a session's other texts that have what its title lacks.
    pub fn excerpts(&self, agenda: &Agenda, session: &Session, decompose: Decompose) -> Vec<Marked> {
        let mut missing = vec![true; self.terms.len()];
        let mut excerpts = Vec::new();
        for (field, text) in texts(agenda, session) {
            let (places, found) = self.places(&text, decompose);
            let is_news = missing.iter().zip(&found).any(|(missing, found)| *missing && *found);
            missing.iter_mut().zip(found).for_each(|(missing, found)| *missing &= !found);
            if is_news && field != Field::Title {
                excerpts.push(excerpt(&text, &places));
            }
            if !missing.contains(&true) {
                break;
            }
        }
        excerpts
    }

    /// Where in a text the terms stand, in order, and which of them do.
    fn places(&self, text: &str, decompose: Decompose) -> (Vec<Range<usize>>, Vec<bool>) {
        let mut places: Vec<Range<usize>> = Vec::new();
        let mut found = vec![false; self.terms.len()];
        for piece in pieces(text) {
            let folded = fold(piece.text, decompose);
            let mut longest: Option<Range<usize>> = None;
            for (term, found) in self.terms.iter().zip(&mut found) {
                let Some(place) = place(term, &piece, &folded, decompose) else { continue };
                *found = true;
                longest = longest.filter(|longest| longest.len() >= place.len()).or(Some(place));
            }
            places.extend(longest);
        }
        (places, found)
    }
}

/// Where in the text a term stands in a piece of it, whole or after an apostrophe.
fn place(term: &Term, piece: &Piece, folded: &str, decompose: Decompose) -> Option<Range<usize>> {
    let starts = [0].into_iter().chain(folded.match_indices('\'').map(|(at, _)| at + 1));
    let mut fits = starts.filter_map(|at| {
        let fit = term.fit(&without_apostrophes(folded.get(at..)?))?;
        let skipped = without_apostrophes(folded.get(..at)?).len();
        Some(skipped + fit.place.start..skipped + fit.place.end)
    });
    let wanted = fits.next()?;
    // The letters of the piece that make up that part of its folded form.
    let (mut length, mut place) = (0, None);
    for (at, letter) in piece.text.char_indices() {
        let own = if is_apostrophe(letter) { String::new() } else { fold(letter.encode_utf8(&mut [0; 4]), decompose) };
        let (start, end) = (piece.start + at, piece.start + at + letter.len_utf8());
        // A mark that was dropped belongs to the letter before it.
        let is_in = if own.is_empty() {
            wanted.start < length && length <= wanted.end && !is_apostrophe(letter)
        } else {
            length < wanted.end && wanted.start < length + own.len()
        };
        if is_in {
            let first = place.map_or(start, |place: Range<usize>| place.start);
            place = Some(first..end);
        }
        length += own.len();
    }
    place
}

/// A text cut at places in it.
fn runs(text: &str, places: &[Range<usize>]) -> Marked {
    let mut runs = Vec::new();
    let mut add = |range: Range<usize>, is_match| {
        if let Some(part) = text.get(range).filter(|part| !part.is_empty()) {
            runs.push(Run { text: part.to_owned(), is_match });
        }
    };
    let mut at = 0;
    for place in places {
        add(at..place.start, false);
        add(place.clone(), true);
        at = place.end;
    }
    add(at..text.len(), false);
    runs
}

/// The part of a text around the first of the places.
fn excerpt(text: &str, places: &[Range<usize>]) -> Marked {
    let first = places.first().map_or(0, |place| place.start);
    let (before, after) = text.split_at_checked(first).unwrap_or(("", text));
    let start = before.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| {
        // At the start of a word, where there is one.
        let word = before.get(at..).and_then(|rest| rest.find(char::is_whitespace));
        word.map_or(at, |space| at + space + 1)
    });
    let end = after.char_indices().nth(AFTER).map_or(text.len(), |(at, _)| {
        let word = after.get(..at).and_then(|part| part.rfind(char::is_whitespace)).filter(|space| *space > AFTER / 2);
        first + word.unwrap_or(at)
    });
    let inside = places.iter().filter(|place| place.end <= end);
    let inside: Vec<Range<usize>> = inside.map(|place| place.start - start..place.end - start).collect();
    let mut runs = runs(text.get(start..end).unwrap_or_default(), &inside);
    let dots = |is_cut: bool| is_cut.then(|| Run { text: "…".to_owned(), is_match: false });
    runs.splice(0..0, dots(start > 0));
    runs.extend(dots(end < text.len()));
    runs
}
