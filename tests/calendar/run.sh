#!/usr/bin/env bash
# Calendars as programs that are not ours read them: Python's icalendar, and khal, which imports two revisions.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=../../tools/env.sh
source tools/env.sh

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
MERIDIAN_CALENDARS=$folder cargo test --quiet --locked --package agenda --test calendar -- --exact \
  calendars_are_left_for_other_programs
"$MERIDIAN_TOOLS/calendar/bin/python" tests/calendar/check.py "$folder" "$MERIDIAN_TOOLS/calendar/bin/khal"
