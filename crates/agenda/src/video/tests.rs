//! Videos as the file writes them, and where they can be watched.

use super::*;

fn read(text: &str) -> Result<Video, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn source(text: &str) -> Source {
    match read(text) {
        Ok(Video::Published(film)) => film.source,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn knows_page_and_player_of_each_provider() {
    let cases = [
        (
            r#"{"provider":"vimeo","id":"566492345"}"#,
            "https://vimeo.com/566492345",
            "https://player.vimeo.com/video/566492345?dnt=1&autoplay=1#t=425s",
        ),
        (
            r#"{"provider":"vimeo","id":"1","hash":"ab0"}"#,
            "https://vimeo.com/1/ab0",
            "https://player.vimeo.com/video/1?h=ab0&dnt=1&autoplay=1#t=425s",
        ),
        (
            r#"{"provider":"youtube","id":"abc-DEF_123"}"#,
            "https://www.youtube.com/watch?v=abc-DEF_123",
            "https://www.youtube-nocookie.com/embed/abc-DEF_123?autoplay=1&rel=0&start=425",
        ),
        (r#"{"provider":"file","src":"/talk.mp4"}"#, "/talk.mp4", "/talk.mp4#t=425"),
    ];
    for (text, page, player) in cases {
        let source = source(text);
        assert_eq!((source.page().as_str(), source.player(Mark(425)).as_str()), (page, player));
    }
}

#[test]
fn refuses_ids_that_their_provider_does_not_use() {
    for (text, why) in [
        (r#"{"provider":"vimeo","id":"12?x"}"#, "digits"),
        (r#"{"provider":"vimeo"}"#, "digits"),
        (r#"{"provider":"vimeo","id":"1","hash":"x"}"#, "hexadecimal"),
        (r#"{"provider":"youtube","id":"short"}"#, "eleven"),
        (r#"{"provider":"youtube","id":"abc/DEF_123"}"#, "eleven"),
        (r#"{"provider":"file","id":"1"}"#, "`src`"),
        (r#"{"provider":"file","src":"mailto:a@b.example"}"#, "`src`"),
        (r#"{"provider":"vimeo","id":null}"#, "digits"),
        (r#"{"id":"1"}"#, "`provider`"),
        (r#"{"provider":"dailymotion","id":"1"}"#, "expected one of `vimeo`, `youtube`, `file`"),
    ] {
        assert!(read(text).is_err_and(|problem| problem.contains(why)), "{text}");
    }
}

#[test]
fn a_gap_says_why() {
    assert!(matches!(read(r#"{"missing":"No recording was published."}"#), Ok(Video::Missing(_))));
    assert!(read(r#"{"missing":""}"#).is_err());
}
