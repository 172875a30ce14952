//! A word that was typed, and how it fits those that are written.

use std::borrow::Cow;
use std::ops::Range;

use super::fold::{Decompose, fold};
use super::pieces::{Piece, Script, pieces};
use super::typos::{forgiven, near};

/// How many words of what was typed are looked for.
const MOST: usize = 12;

/// How many letters of a word are; nobody types more.
const LONGEST: usize = 40;

/// A folded word that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    text: String,
    way: Way,
}

/// How it may stand in what is written.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    /// At the start of a word.
    Start,
    /// Anywhere.
    Within,
    /// Nearly: its letters, and how many edits are forgiven.
    Near(Vec<char>, usize),
}

/// That it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fit {
    /// The less the better, and less than [`Fit::WORST`].
    pub(super) cost: u32,
    /// Which part of the word.
    pub(super) place: Range<usize>,
}

impl Fit {
    /// What no fit costs.
    pub(super) const WORST: u32 = 8;
}

impl Term {
    /// The words of what was typed, or else its signs.
    pub(super) fn all(typed: &str, decompose: Decompose) -> Vec<Self> {
        let folded = fold(typed, decompose);
        let pieces = pieces(&folded);
        let has_words = pieces.iter().any(|piece| piece.script != Script::Signs);
        let meant = pieces.into_iter().filter(|piece| !has_words || piece.script != Script::Signs);
        meant.map(|piece| Self::of(&piece)).take(MOST).collect()
    }

    fn of(piece: &Piece) -> Self {
        let way = match piece.script {
            Script::Spaced => Way::Start,
            Script::Joined | Script::Signs => Way::Within,
        };
        Self { text: without_apostrophes(piece.text).chars().take(LONGEST).collect(), way }
    }

    /// The same with typos, where any are forgiven.
    pub(super) fn mistyped(&self) -> Option<Self> {
        let most = forgiven(&self.text);
        let may_be = self.way == Way::Start && most > 0;
        may_be.then(|| Self { text: self.text.clone(), way: Way::Near(self.text.chars().collect(), most) })
    }

    /// Whether and where it stands in a folded word without apostrophes.
    pub(super) fn fit(&self, word: &str) -> Option<Fit> {
        let (typed, length) = (self.text.as_str(), self.text.len());
        let fit = |cost, place| Some(Fit { cost, place });
        match &self.way {
            Way::Start | Way::Within if word == typed => fit(0, 0..length),
            Way::Start | Way::Within if word.starts_with(typed) => fit(1, 0..length),
            Way::Start => None,
            Way::Within => word.find(typed).and_then(|at| fit(2, at..at + length)),
            Way::Near(letters, most) => {
                let near = near(letters, word, *most)?;
                let edits = u32::try_from(near.edits).unwrap_or_default();
                fit(if near.is_whole { 2 + edits } else { 4 + edits }, 0..word.len())
            }
        }
    }
}

/// A folded word as it is looked for.
pub(super) fn without_apostrophes(word: &str) -> Cow<'_, str> {
    if word.contains('\'') { Cow::Owned(word.replace('\'', "")) } else { Cow::Borrowed(word) }
}
