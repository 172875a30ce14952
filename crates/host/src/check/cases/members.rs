//! Members, and values of the wrong sort.

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("\"summary\"", "\"sumary\"", "the format has no member `sumary` here; did you mean `summary`?"),
    ("\"summary\"", "\"weather\"", "the format has no member `weather` here; it is ignored"),
    ("\"summary\"", "\"description\"", "no member `description` here; did you mean `summary`?"),
    ("\"room\": \"hall\"", "\"location\": \"hall\"", "no member `location` here; did you mean `room`?"),
    ("\"summary\"", "\"Summary\"", "no member `Summary` here; did you mean `summary`?"),
    ("\"themes\": [\"sea\"]", "\"tracks\": [\"sea\"]", "no member `tracks` here; did you mean `themes`?"),
    ("\"format\": 1", "\"format\": \"1\"", "here is a string, where a format version was expected"),
    ("\"title\": \"Opening\", ", "", "session `opening`: `title` is missing"),
    (
        "\"title\": \"Opening\", ",
        "\"title\": \"Opening\", \"title\": \"Again\", ",
        "session `opening`: `title` appears twice; remove one",
    ),
    ("\"title\": \"Opening\"", "\"title\": 7", "here is a number, where one line of text"),
    ("\"title\": \"Opening\"", "\"title\": null", "here is `null`, where one line of text"),
    ("\"hue\": 225", "\"hue\": \"225\"", "theme `sea`: here is a string, where a hue from 0 to 359 was expected"),
    ("\"hue\": 225", "\"hue\": -1", "theme `sea`: `-1` is not a hue from 0 to 359"),
    ("\"hue\": 225", "\"hue\": 7.5", "theme `sea`: `7.5` is not a hue from 0 to 359"),
    ("\"themes\": [\"sea\"]", "\"themes\": \"sea\"", "here is a string, where a list was expected"),
    (
        "\"people\": [{ \"person\": \"zoe\", \"role\": \"chair\" }]",
        "\"people\": [\"zoe\"]",
        "session `opening`: here is a string, where an object with `person` and `role` was expected",
    ),
];
