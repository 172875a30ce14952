//! Characters that are not seen, or that move what stands beside them.

/// Whether nothing is seen of the character: spaces, control characters, and those that Unicode lets
/// programs leave out (`Default_Ignorable_Code_Point`), with the Braille blank.
pub fn is_unseen(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether the character turns the direction of the text after it (Unicode's embeddings, overrides and
/// isolates), so that a text can read other than it is. The marks of direction, which right-to-left text
/// needs, do not.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The problem of a text that cannot be seen, or that is turned around.
pub(crate) fn unfit(text: &str) -> Option<String> {
    if let Some(letter) = text.chars().find(|letter| turns(*letter)) {
        let code = u32::from(letter);
        return Some(format!("here is the character U+{code:04X}, which turns the text around it; remove it"));
    }
    let is_blank = text.trim().is_empty();
    (!is_blank && text.chars().all(is_unseen)).then(|| "nothing can be seen of this text; write it anew".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_or_turns_the_text_is_named() {
        for (text, problem) in [
            ("\u{200b}", "nothing can be seen"),
            ("\u{2800}\u{3164} \u{fe0f}", "nothing can be seen"),
            ("Opening \u{202e}gnineP", "U+202E, which turns the text"),
            ("\u{2066}a\u{2069}", "U+2066"),
        ] {
            assert!(unfit(text).is_some_and(|said| said.contains(problem)), "{text:?}");
        }
        // Text needs its marks of direction, joiners and variation selectors; what is blank has words of its own.
        for text in ["", " ", "שלום\u{200f}!", "می\u{200c}روم", "👩\u{200d}🔬", "❤\u{fe0f}", "—"] {
            assert_eq!(unfit(text), None, "{text:?}");
        }
    }
}
