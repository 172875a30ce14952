//! The path of the value at which serde stopped reading.
//!
//! serde names line and column alone. `serde_path_to_error` names the path as
//! well, and makes the app 9 KB larger (brotli), because it wraps how each type
//! is read. This walks the text once, after a fault; a test compares the two.

/// Where the walk is: inside an object, after a key; or in a list, at an item.
enum Level<'a> {
    Object(Option<&'a str>),
    List(usize),
}

/// JSON pointer (RFC 6901) to the last value in a text that ends in the midst of a JSON text.
pub(super) fn last_path(text: &str) -> String {
    let mut levels: Vec<Level> = Vec::new();
    let mut rest = text;
    while let Some(byte) = rest.bytes().next() {
        let mut length = 1;
        let level = levels.last_mut();
        match (byte, level) {
            (b'}' | b']', _) => drop(levels.pop()),
            (b',', Some(Level::Object(key))) => *key = None,
            (b',', Some(Level::List(index))) => *index += 1,
            (b':' | b' ' | b'\t' | b'\r' | b'\n', _) => {}
            (_, level) => {
                if let Some(Level::Object(key @ None)) = level {
                    *key = string(rest);
                }
                match byte {
                    b'{' => levels.push(Level::Object(None)),
                    b'[' => levels.push(Level::List(0)),
                    b'"' => length = string(rest).map_or(rest.len(), |inside| inside.len() + 2),
                    // A number or a word: its letters mean nothing here, one of more than a byte is an error in itself.
                    _ => length = rest.chars().next().map_or(1, char::len_utf8),
                }
            }
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    let mut path = String::new();
    for level in levels {
        match level {
            Level::Object(Some(key)) => path.extend(["/", &key.replace('~', "~0").replace('/', "~1")]),
            Level::List(index) => path.extend(["/", &index.to_string()]),
            Level::Object(None) => {}
        }
    }
    path
}

/// The text between the quotes of the string that begins the text, escapes as they are.
fn string(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('"')?;
    let mut is_escaped = false;
    let end = inside.bytes().position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    });
    inside.get(..end?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_the_last_value() {
        for (text, path) in [
            ("", ""),
            ("{", ""),
            (r#"{"a"#, ""),
            (r#"{"a""#, "/a"),
            (r#"{"a": 7"#, "/a"),
            (r#"{"a": {"b": 1}, "c": "x"#, "/c"),
            (r#"{"a": [1, {"b": "}]\"\\"}"#, "/a/1"),
            (r#"{"a": ["#, "/a/0"),
            (r#"{"a": [[], tru"#, "/a/1"),
            (r#"{"a": [1, 2], "#, ""),
            (r#"{"a/b~": nu"#, "/a~1b~0"),
            (r#"{"é": é"#, "/é"),
            ("]}", ""),
        ] {
            assert_eq!(last_path(text), path, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in r#"[\[\]{},:"\\aé1 \n-]{0,24}"#) {
            let _ = last_path(&text);
        }
    }
}
