//! Comparing texts without regard to case and marks.

use std::borrow::Cow;

/// Decomposes a text as Unicode does for compatibility (NFKD). The browser can, and natively a crate; so no tables of
/// it are shipped.
pub type Decompose = fn(&str) -> String;

/// Lower case without the marks of letters, so that `Bogotá` is found by `bogota` and `Døring` by `doring`. Every
/// apostrophe is the typewriter's.
pub fn fold(text: &str, decompose: Decompose) -> String {
    let decomposed = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(decompose(text)) };
    let mut folded = String::with_capacity(decomposed.len());
    for letter in decomposed.chars().flat_map(char::to_lowercase) {
        match letter {
            // Letters of their own, which Unicode does not decompose.
            'æ' => folded.push_str("ae"),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'ŧ' => folded.push('t'),
            'þ' => folded.push_str("th"),
            // The same letter at the end of a word.
            'ς' => folded.push('σ'),
            letter if is_apostrophe(letter) => folded.push('\''),
            letter if is_mark(letter) || is_unseen(letter) => {}
            letter => folded.push(letter),
        }
    }
    folded
}

/// Whether it stands inside words without being a letter of them: the apostrophe and what is typed and set for it.
pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '‘' | '’' | '`' | '´' | '′' | 'ʻ' | 'ʼ' | '＇')
}

/// Whether it is a mark that words can be written without: Unicode's blocks of combining marks, and the points of
/// Hebrew and Arabic. The vowels of Indian scripts and the marks of kana tell words apart, and stay.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}')
}

/// Whether it only says how others are shown: the soft hyphen, joiners, the stretch of Arabic letters, selectors.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::decompose;

    #[test]
    fn folds_case_and_marks() {
        for (text, folded) in [
            ("Mélianie Raymond", "melianie raymond"),
            ("Markus Döring", "markus doring"),
            ("Morten Høfft", "morten hofft"),
            ("Me\u{301}lianie", "melianie"),
            ("STRASSE Straße", "strasse strasse"),
            ("İstanbul ISTANBUL ısı", "istanbul istanbul isi"),
            ("Nguyễn Ấn ộ", "nguyen an o"),
            ("Łódź Æsop Œuvre þing", "lodz aesop oeuvre thing"),
            ("Семён Йод", "семен иод"),
            ("ΑΘΗΝΑ Αθήνα ΟΔΟΣ οδός", "αθηνα αθηνα οδοσ οδοσ"),
            ("Ａｂｃ ﬁn", "abc fin"),
            ("أحمد مُحَمَّد مـحمد", "احمد محمد محمد"),
            ("מְנוֹרָה", "מנורה"),
            ("मेला", "मेला"),
            ("O’Reilly Hawaiʻi", "o'reilly hawai'i"),
            ("co\u{ad}operate ❤\u{fe0f}", "cooperate ❤"),
        ] {
            assert_eq!(fold(text, decompose), folded, "{text}");
        }
    }
}
