//! Ids and what refers to them.

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("\"id\": \"late\"", "\"id\": \"opening\"", "session `opening`: has the same id as an earlier one; give it"),
    (
        "\"kind\": \"talk\"",
        "\"kind\": \"tlak\"",
        "session `opening`: refers to kind `tlak`, and there is none; did you mean `talk`?",
    ),
    ("\"themes\": [\"sea\"]", "\"themes\": [\"see\"]", "refers to theme `see`"),
    ("\"room\": \"hall\"", "\"room\": \"hell\"", "refers to room `hell`"),
    ("\"person\": \"zoe\"", "\"person\": \"joe\"", "refers to person `joe`"),
    ("\"speakers\": [\"zoe\"]", "\"speakers\": [\"joe\"]", "refers to person `joe`"),
    ("\"repeats\": [\"opening\"]", "\"repeats\": [\"closing\"]", "is said to repeat itself"),
    ("\"repeats\": [\"opening\"]", "\"repeats\": [\"gone\"]", "refers to session `gone`"),
    ("\"sessions\": [\"late\"]", "\"sessions\": [\"gone\"]", "speaks of session `gone`"),
    (
        "\"kind\": \"talk\"",
        "\"kind\": \"Talk\"",
        "`Talk` is not an id: lower-case letters, digits and single \
     hyphens, starting with a letter, 64 at most; did you mean `talk`?",
    ),
    ("\"room\": \"hall\"", "\"room\": \"hal\"", "refers to room `hal`, and there is none; did you mean `hall`?"),
    (
        "\"person\": \"zoe\"",
        "\"person\": \"Zoë Ångström\"",
        "is not an id: lower-case letters, digits and single \
     hyphens, starting with a letter, 64 at most; did you mean `zoe`?",
    ),
    ("\"id\": \"opening\"", "\"id\": \"Grand Opening\"", "did you mean `grand-opening`?"),
];
