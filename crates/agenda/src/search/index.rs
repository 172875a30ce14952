//! Every word of an agenda, and what was typed found among them.

use std::collections::HashMap;

use super::fields::texts;
use super::fold::{Decompose, fold};
use super::pieces::{Piece, pieces};
use super::term::{Fit, Term, without_apostrophes};
use crate::Agenda;
use crate::model::Session;

/// Bits of a place that say which field it is.
const FIELD_BITS: u32 = 3;

/// Every word of an agenda once, folded, and where it stands.
#[derive(Debug, Clone)]
pub struct Index {
    /// A word a line.
    words: String,
    /// Where each word stands, one after the other: the number of the session, and in the lowest bits the field.
    places: Vec<u32>,
    /// How many places there are up to and with each word's.
    ends: Vec<usize>,
    sessions: usize,
    decompose: Decompose,
}

/// What was typed, and the sessions in which all of it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Each word as it is written, or else as it is nearly.
    pub(super) terms: Vec<Term>,
    /// The cost of each session, in the order of the agenda, where it was found.
    costs: Vec<Option<u32>>,
}

/// An index that is being made, a session at a time: a thousand of them at once would keep a visitor waiting.
#[derive(Debug)]
pub struct Indexer {
    /// Where each word stands.
    words: HashMap<String, Vec<u32>>,
    sessions: usize,
    decompose: Decompose,
}

impl Indexer {
    /// An index of no session yet.
    pub fn new(decompose: Decompose) -> Self {
        Self { words: HashMap::new(), sessions: 0, decompose }
    }

    /// Takes in the next session, in the order of the agenda.
    pub fn add(&mut self, agenda: &Agenda, session: &Session) {
        let number = u32::try_from(self.sessions).unwrap_or(u32::MAX);
        self.sessions += 1;
        for (field, text) in texts(agenda, session) {
            let place = number << FIELD_BITS | field.cost();
            let mut add = |word: &str| {
                let Some(places) = self.words.get_mut(word) else {
                    self.words.insert(word.to_owned(), vec![place]);
                    return;
                };
                // A session's texts come best first.
                if places.last().is_none_or(|last| last >> FIELD_BITS != number) {
                    places.push(place);
                }
            };
            for Piece { text, .. } in pieces(&fold(&text, self.decompose)) {
                add(&without_apostrophes(text));
                // `d'Ivoire` is found by `ivoire` as well.
                text.split('\'').skip(1).for_each(&mut add);
            }
        }
    }

    /// The index of the sessions that were taken in.
    pub fn finish(mut self) -> Index {
        self.words.remove("");
        let (lines, places): (Vec<String>, Vec<Vec<u32>>) = self.words.into_iter().unzip();
        let mut count = 0;
        let ends = places.iter().map(|own| {
            count += own.len();
            count
        });
        let ends = ends.collect();
        let (sessions, decompose) = (self.sessions, self.decompose);
        Index { words: lines.join("\n"), places: places.concat(), ends, sessions, decompose }
    }
}

impl Index {
    /// The words of an agenda.
    pub fn new(agenda: &Agenda, decompose: Decompose) -> Self {
        let mut indexer = Indexer::new(decompose);
        for session in agenda.sessions() {
            indexer.add(agenda, session);
        }
        indexer.finish()
    }

    /// Finds what was typed. A word that is written nowhere may be mistyped.
    pub fn query(&self, typed: &str) -> Query {
        let mut query = Query { terms: Vec::new(), costs: vec![Some(0); self.sessions] };
        for term in Term::all(typed, self.decompose) {
            let mistyped = || {
                let mistyped = term.mistyped()?;
                Some((self.costs(&mistyped)?, mistyped))
            };
            let found = self.costs(&term).map(|costs| (costs, term.clone())).or_else(mistyped);
            let (costs, term) = found.unwrap_or_else(|| (vec![None; self.sessions], term));
            for (cost, more) in query.costs.iter_mut().zip(costs) {
                *cost = cost.zip(more).map(|(cost, more)| cost + more);
            }
            query.terms.push(term);
        }
        query
    }

    /// What each session that has a word costs; `None` where none has it.
    fn costs(&self, term: &Term) -> Option<Vec<Option<u32>>> {
        let mut costs: Vec<Option<u32>> = vec![None; self.sessions];
        let (mut start, mut is_found) = (0, false);
        for (word, end) in self.words.lines().zip(&self.ends) {
            let places = self.places.get(start..*end).unwrap_or_default();
            start = *end;
            let Some(Fit { cost, .. }) = term.fit(word) else { continue };
            is_found = true;
            for place in places {
                let cost = (place & ((1 << FIELD_BITS) - 1)) * Fit::WORST + cost;
                let number = usize::try_from(place >> FIELD_BITS).unwrap_or(usize::MAX);
                if let Some(least) = costs.get_mut(number) {
                    *least = Some(least.map_or(cost, |least| least.min(cost)));
                }
            }
        }
        is_found.then_some(costs)
    }

    /// How many bytes it takes.
    pub fn size(&self) -> usize {
        let Self { words, places, ends, sessions: _, decompose: _ } = self;
        words.len() + size_of_val(places.as_slice()) + size_of_val(ends.as_slice())
    }

    /// How texts are decomposed.
    pub fn decompose(&self) -> Decompose {
        self.decompose
    }
}

impl Query {
    /// What each session costs, in the order of the agenda; `None` where not all that was typed stands in it.
    pub fn costs(&self) -> &[Option<u32>] {
        &self.costs
    }
}
