"""When each session is in each zone, by Python's zoneinfo: what the tests expect of the app.

usage: oracle.py <agenda.json, or - for standard input> <zone>...

Prints {zone: {session: {start, end, start12, end12, range, range12, days, night}}}.
Nothing here is taken from the app: other language, other tz data, and the night
is found by looking at every minute.
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo


def half_of_day(local):
    return "am" if local.hour < 12 else "pm"


def twelve(local):
    return f"{local.hour % 12 or 12}:{local:%M}"


def turn(local):
    """Which of two it is, where the wall shows the time twice."""
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return ""
    return "second " if local.fold else "first "


def in_night(local):
    return local.hour >= 22 or local.hour < 7


def times(session, zone, venue):
    start, end = (datetime.fromisoformat(session[key]).astimezone(timezone.utc) for key in ("start", "end"))
    here_start, here_end = start.astimezone(zone), end.astimezone(zone)
    minutes = int((end - start) / timedelta(minutes=1))
    start12, end12 = (f"{twelve(local)} {half_of_day(local)}" for local in (here_start, here_end))
    same_half = here_start.date() == here_end.date() and half_of_day(here_start) == half_of_day(here_end)
    return {
        "start": f"{here_start:%H:%M}",
        "end": f"{here_end:%H:%M}",
        "start12": start12,
        "end12": end12,
        "range": f"{turn(here_start)}{here_start:%H:%M} to {turn(here_end)}{here_end:%H:%M}",
        "range12": f"{turn(here_start)}{twelve(here_start) if same_half else start12} to {turn(here_end)}{end12}",
        "days": (here_start.date() - start.astimezone(venue).date()).days,
        "night": any(in_night((start + timedelta(minutes=m)).astimezone(zone)) for m in range(minutes)),
    }


def main(path, *zones):
    with sys.stdin if path == "-" else open(path, encoding="utf-8") as file:
        agenda = json.load(file)
    venue = ZoneInfo(agenda["event"]["timezone"])
    answer = {
        zone: {session["id"]: times(session, ZoneInfo(zone), venue) for session in agenda["sessions"]}
        for zone in zones
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
