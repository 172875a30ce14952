//! Which known name was probably meant by an unknown one.

/// The known name that differs from this one in case and marks between words alone, or else in one or two
/// letters. Names of three letters and fewer are near to too much.
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let same = same(name, known);
    let name = letters(name);
    let apart = |known: &str| distance(&name, &letters(known), 2);
    let near = || known.iter().filter(|known| known.len() > 3 && apart(known) <= 2).min_by_key(|known| apart(known));
    same.or_else(|| near().copied())
}

/// The known name that differs from this one in case and marks between words alone.
pub fn same<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let name = letters(name);
    known.iter().find(|known| letters(known) == name).copied()
}

/// The letters and digits of a name, in lower case.
fn letters(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Levenshtein distance, or more than `most` when it is certain to be more.
pub fn distance(a: &str, b: &str, most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (above, to) in row.iter().skip(1).zip(b.bytes()) {
            left = (diagonal + usize::from(from != to)).min(above + 1).min(left + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_letters_that_differ() {
        for (a, b, differ) in [
            ("", "", 0),
            ("summary", "summary", 0),
            ("sumary", "summary", 1),
            ("mummies", "summary", 4),
            ("ab", "ba", 2),
        ] {
            assert_eq!(distance(a, b, 9), differ, "{a} {b}");
        }
        assert!(distance("a", "a long name", 2) > 2);
    }

    #[test]
    fn finds_what_was_meant() {
        let known = ["id", "title", "summary", "start"];
        assert_eq!(nearest("sumary", &known), Some("summary"));
        assert_eq!(nearest("tilte", &known), Some("title"));
        assert_eq!(nearest("weather", &known), None);
        assert_eq!(nearest("ip", &known), None);
        for (name, meant) in [("ID", "id"), ("Start", "start"), ("in_person", "in-person"), ("inPerson", "in-person")] {
            assert_eq!(nearest(name, &["id", "start", "in-person"]), Some(meant));
        }
    }
}
