//! The first few of many, where all would bury the rest of a page.

/// How many are shown where there are many.
const FEW: usize = 3;

/// What is shown of a list, and what is only counted. Of a list that is little longer all is shown.
pub fn few<T>(all: &[T]) -> (&[T], &[T]) {
    let shown = if all.len() > 2 * FEW { FEW } else { all.len() };
    all.split_at_checked(shown).unwrap_or((all, &[]))
}

/// As in `Ann, Bo, Cy and 57 more`.
pub fn named(all: &[&str]) -> String {
    let (shown, more) = few(all);
    let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
    shown.join(", ") + &more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_the_first_few_are_named() {
        let names = ["Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"];
        for (count, said) in
            [(0, ""), (1, "Ann"), (2, "Ann, Bo"), (6, "Ann, Bo, Cy, Di, Ed, Flo"), (7, "Ann, Bo, Cy and 4 more")]
        {
            assert_eq!(named(&names[..count]), said);
        }
        assert_eq!(named(&["Ann"; 60]), "Ann, Ann, Ann and 57 more");
    }
}
