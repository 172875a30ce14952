//! Links in the characters of RFC 3986, which readers of schedules insist upon.

/// The link with every character that a URI cannot hold written as its bytes: a second `#`, brackets
/// outside of the host, marks and letters beyond ASCII. It leads where it led before.
pub(crate) fn uri(link: &str) -> String {
    let authority = link.find("://").map_or(0, |at| at + 3);
    let path =
        link.get(authority..).and_then(|rest| rest.find(['/', '?', '#'])).map_or(link.len(), |at| authority + at);
    let mut out = String::with_capacity(link.len());
    let mut has_fragment = false;
    for (at, character) in link.char_indices() {
        let is_fine = match character {
            '#' => !std::mem::replace(&mut has_fragment, true),
            '[' | ']' => at < path,
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | ' ' => false,
            '%' => {
                let digits = link.get(at + 1..at + 3);
                digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
            }
            other => other.is_ascii() && !other.is_ascii_control() || at < path,
        };
        if is_fine {
            out.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                out.push('%');
                out.extend([byte >> 4, byte & 15].into_iter().filter_map(|digit| char::from_digit(digit.into(), 16)));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_uri_cannot_hold_is_encoded() {
        for (link, encoded) in [
            ("https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"),
            ("https://a.example/#/#room:b?web[c]=d", "https://a.example/#/%23room:b?web%5bc%5d=d"),
            ("https://[::1]/[x]", "https://[::1]/%5bx%5d"),
            ("https://a.example/ü|%7C%7", "https://a.example/%c3%bc%7c%7C%257"),
            ("mailto:a@b.example", "mailto:a@b.example"),
        ] {
            assert_eq!(uri(link), encoded);
            assert_eq!(uri(encoded), encoded);
        }
    }
}
