"""Reads calendars with parsers and a calendar program that are not ours, and compares them with the agenda.

    python tests/calendar/check.py <folder> <khal>

The folder is what crates/agenda/tests/calendar.rs leaves: for each of several agendas its agenda.json and all.ics.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

import icalendar

FOLDER = Path(sys.argv[1])
KHAL = sys.argv[2]
# What people have in their calendars from the version before this one.
TODAY = Path(__file__).parent.parent / "fixtures" / "today"


def agenda_of(name):
    return json.loads((FOLDER / name / "agenda.json").read_text(encoding="utf-8"))


def file_of(name):
    return FOLDER / name / "all.ics"


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc)


def summary(session):
    """The title of a session in a calendar: most of them pass over STATUS."""
    return ("Cancelled: " if session.get("status") == "cancelled" else "") + session["title"]


def same(what, have, want):
    if have != want:
        sys.exit(f"{what}: {have!r} in the calendar, {want!r} in the agenda")


def reads_back(name):
    """Every session of the agenda, as Python's icalendar reads it."""
    agenda = agenda_of(name)
    calendar = icalendar.Calendar.from_ical(file_of(name).read_bytes())
    same("errors", calendar.errors, [])
    # The parser does not know that this is text (RFC 7986, section 5.1), and leaves it as it is written.
    same("NAME", re.sub(r"\\(.)", r"\1", calendar["NAME"]), agenda["event"]["title"])
    same("METHOD", str(calendar["METHOD"]), "PUBLISH")
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    same("events", len(calendar.walk("VEVENT")), len(agenda["sessions"]))
    titles = {part: {one["id"]: one for one in agenda.get(part, [])} for part in ("kinds", "themes", "rooms", "people")}
    revision, site = agenda["revision"], agenda["event"].get("site_url")
    for session in agenda["sessions"]:
        id = session["id"]
        event = events[f"{id}@{agenda['event']['id']}.meridian"]
        same(f"{id}: errors", event.errors, [])
        for field, want in [("DTSTART", session["start"]), ("DTEND", session["end"])]:
            same(f"{id}: {field}", event[field].dt, moment(want))
        for field in ("DTSTAMP", "LAST-MODIFIED"):
            same(f"{id}: {field}", event[field].dt, moment(revision["published"]))
        same(f"{id}: SEQUENCE", int(event["SEQUENCE"]), revision["number"])
        same(f"{id}: SUMMARY", str(event["SUMMARY"]), summary(session))
        same(f"{id}: STATUS", str(event["STATUS"]), session.get("status", "confirmed").upper())
        wanted = [titles["kinds"][session["kind"]]] + [titles["themes"][theme] for theme in session.get("themes", [])]
        same(f"{id}: CATEGORIES", [str(one) for one in event["CATEGORIES"].cats], [one["title"] for one in wanted])
        room = titles["rooms"].get(session.get("room"), {}).get("title")
        same(f"{id}: LOCATION", optional(event, "LOCATION"), room or session.get("join"))
        same(f"{id}: URL", optional(event, "URL"), site and f"{site}sessions/{id}/")
        story = str(event.get("DESCRIPTION", ""))
        people = [part["person"] for part in session.get("people", [])]
        people += [speaker for talk in session.get("talks", []) for speaker in talk.get("speakers", [])]
        words = [titles["people"][person]["name"] for person in people]
        words += [talk["title"] for talk in session.get("talks", [])]
        words += [word for link in session.get("links", []) for word in (link["label"], link["href"])]
        for word in words:
            if word not in story:
                sys.exit(f"{id}: DESCRIPTION lacks {word!r}: {story}")
    print(f"{name}: {len(events)} events read by icalendar {icalendar.__version__} as they stand in the agenda")


def optional(event, field):
    return str(event[field]) if field in event else None


def events_in(path):
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")}


def updates(path, name):
    """Every event of an older file is in the newer one, under its name, and no program takes it for the older of both."""
    now = events_in(file_of(name))
    for uid, before in events_in(path).items():
        after = now.get(uid)
        if after is None:
            sys.exit(f"{uid} of {path.name} is not in the calendar of {name}")
        for field in ("DTSTAMP", "LAST-MODIFIED"):
            if after[field].dt < before[field].dt:
                sys.exit(f"{uid}: {field} went back")
        if int(after["SEQUENCE"]) < int(before["SEQUENCE"]):
            sys.exit(f"{uid}: SEQUENCE went back")
        if int(after["SEQUENCE"]) > int(before["SEQUENCE"]):
            continue
        for field in ("DTSTART", "DTEND", "SUMMARY", "STATUS", "CATEGORIES", "LOCATION"):
            have, want = (event[field].to_ical() if field in event else None for event in (after, before))
            same(f"{uid}: {field} in the same revision", have, want)


def imported(files):
    """Imports files into khal, one after another, as somebody does who has the event already. Where a file is one of an
    agenda that is named with it, the calendar then has that agenda, each session once."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "vdir")
        folder.mkdir()
        config = Path(home, "config")
        config.write_text(
            f"""[calendars]
[[meeting]]
path = {folder}
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = meeting
[sqlite]
path = {home}/khal.db
"""
        )
        khal = lambda *words: subprocess.run(
            [KHAL, "-c", str(config), *words],
            check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL,
            env={**os.environ, "HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home, "LC_ALL": "C.UTF-8"},
        ).stdout
        for path, name in files:
            khal("import", "--batch", str(path))
            if name is None:
                continue
            sessions = agenda_of(name)["sessions"]
            days = sorted(moment(session["start"]) for session in sessions)
            listed = khal(
                "list", "--once", "--format", "{uid}|{start}|{end}|{status}|{title}", "--day-format", "",
                days[0].strftime("%Y-%m-%d"), "60d",
            )
            have = sorted([part.strip() for part in line.split("|")] for line in listed.splitlines() if "|" in line)
            want = sorted(
                [
                    f"{session['id']}@gnm2021.meridian",
                    moment(session["start"]).strftime("%Y-%m-%d %H:%M"),
                    moment(session["end"]).strftime("%Y-%m-%d %H:%M"),
                    session.get("status", "confirmed").upper(),
                    summary(session),
                ]
                for session in sessions
            )
            same(f"khal after {name}", have, want)
            same(f"files after {name}", len(list(folder.glob("*.ics"))), len(sessions))
    print(f"khal: {len(want)} sessions from {len(files)} files, one event each, moved and cancelled as in the last")


for name in ("gnm", "gnm-moved", "big"):
    reads_back(name)
first, second = ((file_of(name), name) for name in ("gnm", "gnm-moved"))
imported([first, second])

older = sorted(TODAY.glob("*.ics"))
for path in older:
    updates(path, "gnm")
    updates(path, "gnm-moved")
print(f"{len(older)} files of the version before are updated by those of this one")
imported([(path, None) for path in older] + [second])
