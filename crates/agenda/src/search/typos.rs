//! How far what was typed is from a word.

/// Letters from which on a word may be mistyped.
const SHORTEST: usize = 4;

/// Letters from which on it may be in two places.
const LONG: usize = 8;

/// How many edits are forgiven to a word: none to one of a few letters, or with anything but letters.
pub(super) fn forgiven(typed: &str) -> usize {
    match typed.chars().count() {
        _ if !typed.chars().all(char::is_alphabetic) => 0,
        ..SHORTEST => 0,
        SHORTEST..LONG => 1,
        LONG.. => 2,
    }
}

/// A word that is near.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near {
    /// Letters that are missing, too many, others, or in the place of their neighbour.
    pub(super) edits: usize,
    /// Whether it is the whole word that is near, and not only its start.
    pub(super) is_whole: bool,
}

/// How near a word or else its start is to what was typed, within so many edits.
pub(super) fn near(typed: &[char], word: &str, most: usize) -> Option<Near> {
    if !word.chars().all(char::is_alphabetic) {
        return None;
    }
    // The optimal string alignment distance, a row for each letter of the word.
    let mut row: Vec<usize> = (0..=typed.len()).collect();
    let mut before: Vec<usize> = Vec::new();
    let (mut start, mut whole, mut letters) = (usize::MAX, usize::MAX, 0);
    let mut last = None;
    for letter in word.chars() {
        letters += 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(letters);
        for (at, own) in typed.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut edits = (cell(&row, at) + usize::from(*own != letter)).min(cell(&row, at + 1) + 1);
            edits = edits.min(cell(&next, at) + 1);
            if at > 0 && last == Some(*own) && typed.get(at - 1) == Some(&letter) {
                edits = edits.min(cell(&before, at - 1) + 1);
            }
            next.push(edits);
        }
        whole = next.last().copied().unwrap_or(usize::MAX);
        if letters >= SHORTEST {
            start = start.min(whole);
        }
        if next.iter().min().is_none_or(|least| *least > most) {
            whole = usize::MAX;
            break;
        }
        before = std::mem::replace(&mut row, next);
        last = Some(letter);
    }
    if letters >= SHORTEST && whole <= most {
        return Some(Near { edits: whole, is_whole: true });
    }
    (start <= most).then_some(Near { edits: start, is_whole: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_from_four_letters_two_from_eight_none_with_digits() {
        for (typed, word, found) in [
            ("oasis", "obsis", Some((1, true))),
            ("noeds", "nodes", Some((1, true))),
            ("nods", "nodes", Some((1, true))),
            ("nodess", "nodes", Some((1, true))),
            ("odes", "nodes", Some((1, true))),
            ("snode", "nodes", Some((1, false))),
            ("sdone", "nodes", None),
            ("nde", "node", None),
            ("obsi", "obs", None),
            ("kopen", "copenhagen", Some((1, false))),
            ("kopenhagn", "copenhagen", Some((2, true))),
            ("kopnhagn", "copenhagen", None),
            ("recieve", "receive", Some((1, true))),
            ("theme1", "theme2", None),
            ("theme", "themb2", None),
            ("семенов", "семёнов", Some((1, true))),
            ("biodivrstiy", "biodiversity", Some((2, true))),
        ] {
            let letters: Vec<char> = typed.chars().collect();
            let most = forgiven(typed);
            let near = if most == 0 { None } else { near(&letters, word, most) };
            assert_eq!(near.map(|Near { edits, is_whole }| (edits, is_whole)), found, "{typed} {word}");
        }
    }
}
