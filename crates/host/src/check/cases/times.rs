//! Days, hours and zones.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "T11:00:00+02:00\", \"end",
        "T13:00:00+02:00\", \"end",
        "18 session `opening`: ends 12:00 before it starts 13:00; swap `start` and `end`?",
    ),
    (
        "\"end\": \"2021-06-29\"",
        "\"end\": \"2021-06-27\"",
        "4 event: ends on 2021-06-27 before it starts on 2021-06-28; swap `start` and `end`?",
    ),
    ("\"end\": \"2021-06-29\"", "\"end\": \"9999-06-29\"", "longer than a year; is the year right?"),
    ("2021-06-28T12:00:00+02:00", "9999-06-28T12:00:00+02:00", "and ends on 9999-06-28; is the date right?"),
    ("2021-06-28T11:00:00+02:00", "2022-06-28T11:00:00+02:00", "before it starts 2022-06-28 11:00"),
    (
        "Europe/Copenhagen",
        "Europe/Kopenhagen",
        "event: there is no time zone `Europe/Kopenhagen`; did you mean `Europe/Copenhagen`?",
    ),
    ("Asia/Kathmandu", "Asia/Nowhere", "there is no time zone `Asia/Nowhere`; use an IANA name such as"),
    ("Europe/Copenhagen", "Factory", "event: there is no time zone `Factory`; use an IANA name"),
    ("Europe/Copenhagen", "posixrules", "event: there is no time zone `posixrules`"),
    ("2021-06-28T11:00", "2020-06-28T11:00", "starts on 2020-06-28, outside the event's days"),
    ("\"start\": \"2021-06-28\"", "\"start\": \"28 June\"", "event: `28 June` is not a date such as `2021-06-28`"),
    (
        "\"start\": \"2021-06-28\"",
        "\"start\": \"28/06/2021\"",
        "event: `28/06/2021` is not a date such as `2021-06-28`; write it as `2021-06-28`",
    ),
    (
        "\"start\": \"2021-06-28\"",
        "\"start\": \"6.7.2021\"",
        "write it as `2021-07-06`, or as `2021-06-07` if the month",
    ),
    ("T12:00:00+02:00\"", "T24:00:00+02:00\"", "write it as `2021-06-29T00:00:00+02:00`"),
    (
        "T11:00:00+02:00\"",
        "T11:00\"",
        "`2021-06-28T11:00` has not seconds and not an offset from UTC; write it as `2021-06-28T11:00:00+02:00`",
    ),
    (
        "T11:00:00+02:00\"",
        "T11:00+02:00\"",
        "`2021-06-28T11:00+02:00` has not seconds; write it as `2021-06-28T11:00:00",
    ),
    ("T11:00:00+02:00\"", "T11:00Z\"", "has not seconds; write it as `2021-06-28T11:00:00Z`"),
    ("T11:00:00+02:00\"", "T11:00:00\"", "has not an offset from UTC; write it as `2021-06-28T11:00:00+02:00`"),
    (
        "T11:00:00+02:00\"",
        "T11:00:00+0200\"",
        "not written as RFC 3339 has it; write it as `2021-06-28T11:00:00+02:00`",
    ),
    ("T11:00:00+02:00\"", " 11:00:00 +2\"", "not written as RFC 3339 has it; write it as `2021-06-28T11:00:00+02:00`"),
    ("T11:00:00+02:00\"", "\"", "`2021-06-28` has not a time of day and not an offset from UTC; write it as"),
    ("T11:00:00+02:00\"", "T25:00:00+02:00\"", "is not a date and time with offset such as"),
    (
        "T11:00:00+02:00\"",
        "T10:00:00+01:00\"",
        "session `opening`: starts at 10:00 (+01:00), which in Europe/Copenhagen is 11:00 (+02:00)",
    ),
    ("\"at\": \"2021-06-26\"", "\"at\": \"June\"", "revision: `June` is not a date, or a date and time with offset"),
    (
        "T11:00:00+02:00\", \"end\": \"2021-06-28T12:00:00+02:00\"",
        "T11:00:00+05:30\", \"end\": \"2021-06-28T12:00:00+05:30\"",
        "session `opening`: is at 11:00 (+05:30) to 12:00 (+05:30), which in Europe/Copenhagen is 07:30 (+02:00) to \
         08:30 (+02:00); if 11:00 at the venue is meant, write `2021-06-28T11:00:00+02:00`",
    ),
    (
        "28T12:00:00+02:00",
        "28T12:00:00+01:00",
        "ends at 12:00 (+01:00), which in Europe/Copenhagen is 13:00 (+02:00); +01:00 holds there at another time of \
         the year; if 12:00 at the venue is meant, write `2021-06-28T12:00:00+02:00`",
    ),
    (
        "29T01:00:00+02:00",
        "28T01:00:00+02:00",
        "session `late`: ends 01:00 before it starts 23:00; does it end on the day after, at `2021-06-29T01:00:00+02:00`?",
    ),
    (
        "29T17:00:00+02:00",
        "27T17:00:00+02:00",
        "before it starts 2021-06-29 16:00; it ends 2 days too early; is `2021-06-29T17:00:00+02:00` meant?",
    ),
    (
        "28T12:00:00+02:00",
        "28T12:00:00+04:00",
        "ends 10:00 before it starts 11:00; start and end have different offsets; is `2021-06-28T12:00:00+02:00` meant?",
    ),
    (
        "28T12:00:00+02:00",
        "28T12:00:00+03:00",
        "ends when it starts, at 11:00; start and end have different offsets; is `2021-06-28T12:00:00+02:00` meant?",
    ),
    ("28T12:00:00+02:00", "28T11:00:00+02:00", "ends when it starts, at 11:00; when does it end?"),
];
