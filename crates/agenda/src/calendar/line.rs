//! Content lines of iCalendar (RFC 5545, section 3.1).

/// Octets of a line without its end, at most.
const WIDTH: usize = 75;

/// Lines as they are written.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a property whose value needs no escapes; the name includes its parameters.
    #[inline(never)]
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for letter in [name, ":", value].into_iter().flat_map(str::chars) {
            let octets = letter.len_utf8();
            if width + octets > WIDTH {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += octets;
        }
        self.0.push_str("\r\n");
    }

    /// Adds a property whose value is text.
    #[inline(never)]
    pub(super) fn text(&mut self, name: &str, words: &str) {
        self.raw(name, &escape(words));
    }

    /// Adds short lines that never change, each with its end.
    pub(super) fn whole(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    /// All of them.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// The words as TEXT (RFC 5545, section 3.3.11), which allows no control characters.
pub(super) fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\t' => escaped.push(' '),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(name: &str, words: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, words);
        lines.finish()
    }

    #[test]
    fn text_is_escaped() {
        for (words, escaped) in [
            ("plain: \"quoted\"", "plain: \"quoted\""),
            ("a, b; c\\d", "a\\, b\\; c\\\\d"),
            ("one\r\ntwo\nthree", "one\\ntwo\\nthree"),
            ("\\n", "\\\\n"),
            ("tab\tbell\u{7}\u{85}.", "tab bell."),
        ] {
            assert_eq!(escape(words), escaped);
        }
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_never_inside_a_letter() {
        assert_eq!(lines("A", &"x".repeat(73)), format!("A:{}\r\n", "x".repeat(73)));
        assert_eq!(lines("A", &"x".repeat(74)), format!("A:{}\r\n x\r\n", "x".repeat(73)));
        assert_eq!(lines("A", &format!("{}é", "x".repeat(72))), format!("A:{}\r\n é\r\n", "x".repeat(72)));
        let long = lines("A", &"x".repeat(73 + 74 + 1));
        assert_eq!(long, format!("A:{}\r\n {}\r\n x\r\n", "x".repeat(73), "x".repeat(74)));
    }

    proptest! {
        #[test]
        fn whatever_is_written_can_be_read(words in "(\\PC|[\n,;\\\\]){0,300}") {
            let written = lines("SUMMARY", &words);
            prop_assert!(written.ends_with("\r\n"));
            for line in written.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(line.len() <= WIDTH && !line.contains(char::is_control), "{line}");
            }
            let unfolded = written.replace("\r\n ", "");
            let value = unfolded.strip_prefix("SUMMARY:").and_then(|rest| rest.strip_suffix("\r\n"));
            let mut read = String::new();
            let mut letters = value.expect("one line").chars();
            while let Some(letter) = letters.next() {
                read.push(match letter {
                    '\\' => match letters.next().expect("an escape is whole") {
                        'n' => '\n',
                        other => other,
                    },
                    other => {
                        prop_assert!(!",;".contains(other));
                        other
                    }
                });
            }
            prop_assert_eq!(read, words);
        }
    }
}
