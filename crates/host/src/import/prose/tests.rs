//! Texts of other tools, mark by mark.

use super::*;

fn said(source: &str, lines: Lines) -> String {
    let base = Url::parse("https://event.example/a/").ok();
    read(source, lines, base.as_ref(), &mut Lost::default()).map(|text| text.source()).unwrap_or_default()
}

#[test]
fn html_becomes_the_subset() {
    for (html, source) in [
        ("<p>One <b>two</b><i> three</i>.</p><p>Four</p>", "One **two** *three*.\n\nFour"),
        ("a<br>b<br/><br />c", "a\n\nb\n\nc"),
        ("<ul><li>a<li>b <a href='/x'>c</a></ul>d", "- a\n- b [c](https://event.example/x)\n\nd"),
        ("<ol start=3><li><p>a</p></li><li>b</li></ol>", "- 3. a\n- 4. b"),
        ("<h2>Head</h2><p>x&nbsp;&amp;&ouml;</p>", "**Head**\n\nx &ö"),
        ("<pre>a *b*\n  c</pre><p>x</p>", "`a *b*`\n\n`c`\n\nx"),
        ("<p>a<script>alert(1)</script><style>p{}</style>b</p>", "ab"),
        ("<p><a href='javascript:alert(1)'>x</a> y</p>", "x y"),
        ("<p><img src='a.png' alt='A cat'> z</p>", "A cat z"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table><br>", "a b\n\nc"),
        ("<p>a * b [c](d)</p>", "a \\* b \\[c](d)"),
        ("<p><b></b> </p><br>", ""),
        ("<p><b>open", "**open**"),
    ] {
        assert_eq!(said(html, Lines::Wrapped), source, "{html}");
    }
}

#[test]
fn markdown_becomes_the_subset() {
    for (markdown, source) in [
        ("One *two* __three__ `four`\nfive", "One *two* **three** `four` five"),
        ("# Head\r\n\r\n* a\r\n* b\r\n    * c", "**Head**\n\n- a\n- b\n- c"),
        ("1. a\n2. b", "- 1. a\n- 2. b"),
        ("[x](https://a.example/?b=(c)) [y](z)", "[x](https://a.example/?b=(c%29) [y](https://event.example/a/z)"),
        (
            "see https://a.example/b. And (http://c.example)!",
            "see [https://a.example/b](https://a.example/b). And ([http://c.example](http://c.example))!",
        ),
        ("> quoted\n\n---\n\nx", "quoted\n\nx"),
        ("```\nlet a = 1;\nb();\n```", "`let a = 1;`\n\n`b();`"),
        ("a <sub>b</sub> <x@y.example>", "a b [x@y.example](mailto:x@y.example)"),
        ("a 2*3*4 [b]", "a 2*3*4 \\[b]"),
        ("  \r\n ", ""),
    ] {
        assert_eq!(said(markdown, Lines::Wrapped), source, "{markdown}");
    }
}

#[test]
fn lines_that_people_type_stay_apart() {
    assert_eq!(said("Speaker: A\n  Welcome\n- x\n- y", Lines::Apart), "Speaker: A\n\nWelcome\n\n- x\n- y");
}

#[test]
fn what_cannot_be_kept_is_counted() {
    let mut lost = Lost::default();
    let text = read("<p><a href='ftp://a'>x</a><img src='b.png'></p>", Lines::Wrapped, None, &mut lost).expect("words");
    assert_eq!(text.source(), "x");
    let lines: Vec<String> = lost.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains("no web address") && lines[0].contains("`ftp://a`"), "{lines:?}");
}

#[test]
fn every_result_is_read_by_the_domain_as_it_was_meant() {
    let pieces = [
        "<b>",
        "</b>",
        "<a href='https://a.example/)('>",
        "</a>",
        "*",
        "`",
        "[",
        "](",
        "- ",
        "\n\n",
        "<li>",
        "x",
        " ",
        "\\",
        "_",
        "<ul>",
        "</p>",
    ];
    let mut seed = 1_u64;
    for _ in 0..4_000 {
        let mut source = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            source += pieces[usize::try_from(seed >> 33).expect("31 bits") % pieces.len()];
        }
        if let Some(text) = read(&source, Lines::Wrapped, None, &mut Lost::default()) {
            let written = text.source();
            let again = Text::parse(&written).map(|text| text.source());
            assert_eq!(again.as_deref(), Ok(written.as_str()), "{source:?}");
        }
    }
}
