//! Values that are of the right sort, and yet wrong.

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("\"at\": \"0:30\"", "\"at\": \"9:30\"", "out of order"),
    ("\"mode\": \"virtual\"", "\"mode\": \"Virtual\"", "is not one of `virtual`, `in-person`, `hybrid`; did you mean"),
    (
        "\"title\": \"Opening\"",
        "\"title\": \"\u{200b}\u{2060}\"",
        "session `opening`: nothing can be seen of this text",
    ),
    ("\"title\": \"Opening\"", "\"title\": \"Open\u{202e}gni\"", "session `opening`: here is the character U+202E"),
    ("\"Hello.\"", "\"Hello \u{2067}all\"", "session `opening`: here is the character U+2067"),
    ("\"language\": \"en\"", "\"language\": \"english\"", "event: `english` is not a language as a BCP 47 tag"),
    ("\"language\": \"en\"", "\"language\": \"jp\"", "event: `jp` is no registered language; did you mean `ja`?"),
    (
        "\"language\": \"en\"",
        "\"language\": \"en-UK\"",
        "event: `en-UK` is no registered language; did you mean `en-GB`?",
    ),
    ("\"language\": \"en\"", "\"language\": \"xqx\"", "`xqx` is no registered language; use a tag such as `en`"),
    (
        "\"mode\": \"virtual\"",
        "\"mode\": \"virtul\"",
        "event: `virtul` is not one of `virtual`, `in-person`, `hybrid`; did you mean `virtual`?",
    ),
    ("\"format\": 1", "\"format\": 2", "this is format 2, and this app reads format 1; use a newer Meridian"),
    (
        "{ \"provider\": \"vimeo\", \"id\": \"2\" }",
        "{ \"provider\": \"file\", \"src\": \"/a.mp4\", \"captions\": \"https://films.example/a.vtt\" }",
        "session `late`: the captions lie on another server, `films.example`, and browsers show them with its leave \
         alone; `films.example` has to send the header `Access-Control-Allow-Origin: *`",
    ),
    ("https://sea.example/", "javascript:alert(1)", "`javascript:alert(1)` is not a link"),
    ("https://sea.example/", "https:///sea", "`https:///sea` is not a link"),
    ("\"Hello.\"", "\"[x](javascript:alert)\"", "which is not allowed"),
    ("\"id\": \"1\" }", "\"id\": \"one\" }", "talk `tides`: a Vimeo video wants an `id` made of digits"),
    (
        "\"provider\": \"vimeo\", \"id\": \"1\"",
        "\"id\": \"1\"",
        "a video has a `provider`, or says why it is `missing`",
    ),
    (
        "\"provider\": \"vimeo\", \"id\": \"1\"",
        "\"provider\": \"vimo\"",
        "one of `vimeo`, `youtube`, `file`; did you mean",
    ),
];
