//! HTML as text.

/// Text in which nothing can be taken for markup, in content or in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let hostile = r#"</script><img src=x onerror="alert(1)"> & 'quotes'"#;
        let escaped = "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; 'quotes'";
        assert_eq!(escape(hostile), escaped);
    }
}
