//! What a text is cut into: words, and runs of signs.

use super::fold::{is_apostrophe, is_mark, is_unseen};

/// A word with the signs that belong to it, as in `C++`, or a run of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// At which byte of the text it starts.
    pub(super) start: usize,
    pub(super) text: &'a str,
    pub(super) script: Script,
}

/// How words are told apart in what a letter is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// By spaces.
    Spaced,
    /// Not at all, or words have others before and behind them: they are looked for within.
    Joined,
    /// No word.
    Signs,
}

/// The words and signs of a text, folded or not.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<(usize, usize, Script)> = Vec::new();
    let mut open = false;
    let mut is_tail = false;
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        if letter.is_whitespace() {
            open = false;
            continue;
        }
        let last = pieces.last_mut().filter(|_| open);
        let script = script(letter);
        match last {
            Some((_, last_end, own)) if goes_on(letter, script, *own, is_tail) => {
                is_tail = *own == Script::Spaced && script == Script::Signs && is_suffix(letter);
                *last_end = end;
            }
            _ => {
                pieces.push((start, end, script));
                (open, is_tail) = (true, false);
            }
        }
    }
    let piece = |(start, end, script)| Some(Piece { start, text: text.get(start..end)?, script });
    pieces.into_iter().filter_map(piece).collect()
}

/// Whether a letter goes on with a piece of a script; `is_tail` when that ends with a suffix.
fn goes_on(letter: char, script: Script, own: Script, is_tail: bool) -> bool {
    let belongs = is_mark(letter) || is_unseen(letter);
    match own {
        Script::Spaced if is_tail => belongs || is_suffix(letter),
        Script::Spaced => belongs || script == own || is_suffix(letter) || is_apostrophe(letter),
        Script::Joined | Script::Signs => belongs || script == own,
    }
}

/// Whether it belongs to the word before it: `C++` is not `C#`.
fn is_suffix(letter: char) -> bool {
    matches!(letter, '+' | '#' | '＋' | '＃' | '♯')
}

fn script(letter: char) -> Script {
    match letter {
        letter if is_apostrophe(letter) => Script::Signs,
        // Sentences and currencies among the letters below.
        '\u{964}' | '\u{965}' | '\u{e3f}' | '\u{e4f}' | '\u{e5a}' | '\u{e5b}' | '\u{17d4}'..='\u{17db}' => {
            Script::Signs
        }
        // Indian scripts, whose vowels and joining signs are no letters to Unicode.
        '\u{900}'..='\u{dff}' => Script::Spaced,
        // Thai, Lao, Tibetan, Burmese; Khmer; the marks of kana.
        '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3099}' | '\u{309a}' => Script::Joined,
        letter if !letter.is_alphanumeric() => Script::Signs,
        // Hebrew, Arabic and their forms of presentation; Korean, Chinese, Japanese.
        '\u{590}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{1100}'..='\u{11ff}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}'
        | '\u{20000}'..='\u{3ffff}' => Script::Joined,
        _ => Script::Spaced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_suffix_and_apostrophes() {
        for (text, cut) in [
            ("C++ and C#, or C++20", "C++ and C# , or C++ 20"),
            ("O’Reilly's node.js", "O’Reilly's node . js"),
            ("Q&A: 2026年の設計", "Q & A : 2026 年の設計"),
            ("'so' – Me\u{301}lianie", "' so' – Me\u{301}lianie"),
            ("ガーデン・ショップ", "ガーデン ・ ショップ"),
            ("ที่นี่ क्या है।", "ที่นี่ क्या है ।"),
            ("C++ में Rust입문", "C++ में Rust 입문"),
            ("  ", ""),
        ] {
            let found: Vec<&str> = pieces(text).into_iter().map(|piece| piece.text).collect();
            assert_eq!(found.join(" "), cut, "{text}");
        }
    }
}
