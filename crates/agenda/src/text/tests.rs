//! The subset of Markdown, mark by mark.

use super::*;
use proptest::prelude::*;

fn one(source: &str) -> Vec<Inline> {
    match Text::parse(source).expect(source).blocks() {
        [Block::Paragraph(runs)] => runs.clone(),
        other => panic!("{source}: {other:?}"),
    }
}

fn plain(text: &str) -> Inline {
    Inline::Plain(text.to_owned())
}

#[test]
fn reads_each_mark() {
    let link = Inline::Link("forum".to_owned(), Href::new("https://a.example/(b").expect("a link"));
    let cases = [
        ("a *b* c", vec![plain("a "), Inline::Emphasis("b".into()), plain(" c")]),
        ("**b**", vec![Inline::Strong("b".into())]),
        ("`x < 1`", vec![Inline::Code("x < 1".into())]),
        ("[forum](https://a.example/(b)", vec![link]),
        ("2 * 3 * 4", vec![plain("2 * 3 * 4")]),
        ("\\*b\\*", vec![plain("*b*")]),
        ("a\nb", vec![plain("a b")]),
        ("*open", vec![plain("*open")]),
        ("[no link]", vec![plain("[no link]")]),
        ("<b>&amp;", vec![plain("<b>&amp;")]),
    ];
    for (source, runs) in cases {
        assert_eq!(one(source), runs, "{source}");
    }
}

#[test]
fn separates_paragraphs_and_lists() {
    let text = Text::parse("First.\n\n- one\n- *two*\n\nLast.").expect("a text");
    assert_eq!(text.blocks().len(), 3);
    assert_eq!(text.plain(), "First.\n- one\n- two\nLast.");
}

#[test]
fn refuses_links_that_could_do_harm_and_empty_texts() {
    assert!(Text::parse("[x](javascript:alert(1))").is_err_and(|why| why.contains("javascript:")));
    assert!(Text::parse(" \n\n ").is_err());
}

#[test]
fn is_written_as_it_is_read() {
    let href = || Href::new("https://a.example/(b)").expect("a link");
    let cases = [
        (vec![plain("- 2 * 3 [x](y) \\ `z`")], "\\- 2 \\* 3 \\[x](y) \\\\ \\`z\\`"),
        (vec![Inline::Emphasis("a".into()), Inline::Strong("b".into())], "*a***b**"),
        (vec![Inline::Emphasis("a*b".into())], "a\\*b"),
        (vec![Inline::Strong("a*".into())], "a\\*"),
        (vec![Inline::Code("a`b".into())], "a\\`b"),
        (vec![Inline::Link("[1]".into(), href())], "[(1]](https://a.example/(b%29)"),
        (vec![plain(" a\nb ")], "a b"),
    ];
    for (runs, source) in cases {
        let text = Text::of(vec![Block::Paragraph(runs)]).expect(source);
        assert_eq!(text.source(), source);
        assert_eq!(Text::parse(source).map(|text| text.source()).as_deref(), Ok(source));
    }
    let list = Text::of(vec![Block::List(vec![vec![plain("a")], vec![plain(" ")], vec![plain("b")]])]);
    assert_eq!(list.map(|text| text.source()).as_deref(), Some("- a\n- b"));
    assert_eq!(Text::of(vec![Block::Paragraph(vec![plain(" ")])]), None);
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_the_same(source in "[a-c*`\\[\\]()\\\\\n -]{0,40}") {
        if let Ok(text) = Text::parse(&source) {
            prop_assert_eq!(Text::parse(&text.source()), Ok(text));
        }
    }

    #[test]
    fn no_text_makes_it_panic_or_lose_words(source in "[a-z*`\\[\\]() -]{0,40}") {
        if let Ok(text) = Text::parse(&source) {
            let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).count();
            prop_assert!(letters(&text.plain()) <= letters(&source));
        }
    }

    #[test]
    fn text_without_marks_is_kept(source in "[a-zà-ÿ<>&\"]{1,40}") {
        prop_assert_eq!(Text::parse(&source).expect("not blank").plain(), source);
    }
}
